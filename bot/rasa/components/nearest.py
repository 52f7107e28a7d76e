"""How near a message is to the examples of each group. No Rasa here."""

from __future__ import annotations

import numpy as np

from bot.rasa.components.rounded import RoundedProducts

_FEW = 3
_FARTHEST = -2.0  # farther than any cosine


class Nearest:
    """Remembers examples. `vectors`: of length 1, shape (examples, n); `groups`: a number from 0 for each.

    They are kept group by group; `order` tells which example stands where. One of a group of fewer than
    three stands there several times.
    """

    def __init__(self, vectors: np.ndarray, groups: np.ndarray) -> None:
        own = [np.flatnonzero(groups == group) for group in range(groups.max() + 1)]
        own = [np.resize(members, max(len(members), _FEW)) for members in own]
        self.order = np.concatenate(own)
        self._examples = RoundedProducts(vectors[self.order])
        sizes = np.array([len(members) for members in own])
        self._starts = np.cumsum(sizes) - sizes
        self._group_of = np.repeat(np.arange(len(own)), sizes)

    def cosines(self, vectors: np.ndarray) -> np.ndarray:
        """With each example, of shape (messages, examples)."""
        return self._examples.of(vectors)

    def means(self, cosines: np.ndarray) -> np.ndarray:
        """Mean cosine to the three nearest examples of each group, of shape (messages, groups)."""
        return np.stack([self._means(row) for row in cosines])

    def _means(self, cosines: np.ndarray) -> np.ndarray:
        left = cosines.copy()
        nearest = np.maximum.reduceat(left, self._starts)
        total = nearest.copy()
        for _ in range(_FEW - 1):
            places = np.flatnonzero(left == nearest[self._group_of])
            # One of each group is taken away, where several are as near.
            left[places[np.searchsorted(places, self._starts)]] = _FARTHEST
            nearest = np.maximum.reduceat(left, self._starts)
            total += nearest
        return total / _FEW


def centered(vectors: np.ndarray, center: np.ndarray) -> np.ndarray:
    """Seen from `center`, of length 1: vectors of the encoder all lie within one narrow cone."""
    moved = vectors - center
    return moved / np.maximum(np.linalg.norm(moved, axis=-1, keepdims=True), 1e-9)
