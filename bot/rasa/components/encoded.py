"""Vectors of the training examples, kept between trainings: only what is new is encoded."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Callable, List, Text

import numpy as np

Encode = Callable[[List[Text]], np.ndarray]


def vectors_file() -> Path:
    """Where they are kept: `build/` or SIP_BUILD. Training examples only, never what people write."""
    return Path(os.environ.get("SIP_BUILD", "build")) / "vectors.npz"


def encode_with_memory(texts: List[Text], encode: Encode, path: Path) -> np.ndarray:
    """Vectors of shape (len(texts), n), read from `path` where known, and kept there with the new ones."""
    keys = [_key(text) for text in texts]
    known = _read(path)
    missing = {key: text for key, text in zip(keys, texts) if key not in known}
    if missing:
        known.update(zip(missing, encode(list(missing.values()))))
        _write(path, {key: known[key] for key in keys})
    return np.stack([known[key] for key in keys])


def _key(text: Text) -> bytes:
    return hashlib.sha256(text.encode()).hexdigest()[:24].encode()


def _read(path: Path) -> dict[bytes, np.ndarray]:
    if not path.exists():
        return {}
    with np.load(path, allow_pickle=False) as stored:
        return dict(zip(stored["keys"].tolist(), stored["vectors"]))


def _write(path: Path, known: dict[bytes, np.ndarray]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part.npz")
    np.savez(unfinished, keys=np.array(list(known)), vectors=np.stack(list(known.values())))
    unfinished.replace(path)
