"""How near a message is to the examples of each group. No Rasa here."""

from __future__ import annotations

import numpy as np

_FEW = 3
_FARTHEST = -1.0  # fills up the smaller groups


class Nearest:
    """Remembers examples. `vectors`: of length 1, shape (examples, n); `groups`: a number from 0 for each.

    They are kept group by group; `order` tells which example stands where. One of a group of fewer than
    three stands there several times.
    """

    def __init__(self, vectors: np.ndarray, groups: np.ndarray) -> None:
        own = [np.flatnonzero(groups == group) for group in range(groups.max() + 1)]
        own = [np.resize(members, max(len(members), _FEW)) for members in own]
        self.order = np.concatenate(own)
        # Example beside example: a message's cosines take two thirds of the time they take row by row.
        self._columns = np.ascontiguousarray(vectors[self.order].T)
        sizes = np.array([len(members) for members in own])
        place = np.arange(sizes.max())
        starts = (np.cumsum(sizes) - sizes)[:, None]
        self._places = np.where(place < sizes[:, None], starts + place, len(self.order))

    @property
    def vectors(self) -> np.ndarray:
        """The examples in their order, of shape (examples, n)."""
        return self._columns.T

    def cosines(self, vectors: np.ndarray) -> np.ndarray:
        """With each example, of shape (messages, examples)."""
        return vectors @ self._columns

    def means(self, cosines: np.ndarray) -> np.ndarray:
        """Mean cosine to the three nearest examples of each group, of shape (messages, groups)."""
        return np.stack([self._means(row) for row in cosines])

    def _means(self, cosines: np.ndarray) -> np.ndarray:
        by_group = np.append(cosines, cosines.dtype.type(_FARTHEST))[self._places]
        nearest = np.partition(by_group, -_FEW, axis=1)[:, -_FEW:]
        return np.asarray(nearest.mean(axis=1))


def centered(vectors: np.ndarray, center: np.ndarray) -> np.ndarray:
    """Seen from `center`, of length 1: vectors of the encoder all lie within one narrow cone."""
    moved = vectors - center
    return moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)
