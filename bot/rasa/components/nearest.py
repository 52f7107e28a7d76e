"""How near a message is to the examples of each group. No Rasa here."""

from __future__ import annotations

import numpy as np

_FEW = 3


class Nearest:
    """Remembers examples. `vectors`: of length 1, shape (examples, n); `groups`: a number from 0 for each.

    They are kept group by group; `order` tells which example stands where. One of a group of fewer than
    three stands there several times.
    """

    def __init__(self, vectors: np.ndarray, groups: np.ndarray) -> None:
        own = [np.flatnonzero(groups == group) for group in range(groups.max() + 1)]
        own = [np.resize(members, max(len(members), _FEW)) for members in own]
        self.order = np.concatenate(own)
        self.vectors = vectors[self.order]
        self._ends = np.cumsum([len(members) for members in own])

    def cosines(self, vectors: np.ndarray) -> np.ndarray:
        """With each example, of shape (messages, examples)."""
        return vectors @ self.vectors.T

    def means(self, cosines: np.ndarray) -> np.ndarray:
        """Mean cosine to the three nearest examples of each group, of shape (messages, groups)."""
        nearest = np.empty((len(cosines), len(self._ends), _FEW), cosines.dtype)
        start = 0
        for group, end in enumerate(self._ends):
            nearest[:, group] = np.partition(cosines[:, start:end], -_FEW, axis=1)[:, -_FEW:]
            start = end
        return nearest.mean(axis=2)


def centered(vectors: np.ndarray, center: np.ndarray) -> np.ndarray:
    """Seen from `center`, of length 1: vectors of the encoder all lie within one narrow cone."""
    moved = vectors - center
    return moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)
