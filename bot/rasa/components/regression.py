"""Logistic regression over dense vectors, learnt several times as fast as by scikit-learn. No Rasa here.

The numbers of a vector hang together, and a search along one of them is undone by the next. So the search
goes on in a space where the loss bends about as much in every direction: a third of the steps, and each is
one product of matrices for all labels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Tuple

import numpy as np
from scipy.linalg import cholesky, solve_triangular
from scipy.optimize import fmin_l_bfgs_b

_BEND = 0.05  # of one example's loss, roughly: it decides how fast the search is, not where it ends
_FREE = 1e-6  # where a line starts costs next to nothing in the space of the search, and nothing in the loss
_MOST_STEPS = 100
_SMALLEST_STEP = 1e-5  # of the loss

_Loss = Callable[[np.ndarray], Tuple[float, np.ndarray]]


@dataclass(frozen=True)
class Lines:
    """What was learnt. `slopes`: shape (n, labels); `starts`: shape (labels,)."""

    slopes: np.ndarray
    starts: np.ndarray

    def decisions(self, vectors: np.ndarray) -> np.ndarray:
        """Log odds of shape (rows, labels); where one label excludes the others, up to a number a row."""
        return np.asarray(vectors @ self.slopes + self.starts)


def one_of(vectors: np.ndarray, groups: np.ndarray, c: float) -> Lines:
    """Which group a row belongs to. Each group counts as much as any other, whatever its size.

    vectors: shape (rows, n); groups: a number from 0 for each row; c: how much the examples weigh against
    flat lines. Of two groups the second's line is learnt only.
    """
    sizes = np.bincount(groups)
    weights = np.asarray(len(groups) / (len(sizes) * sizes[groups]), np.float32)
    if len(sizes) == 2:
        return each_of(vectors, groups[:, None] == 1, c, weights)
    places = np.arange(len(groups)), groups

    def loss(says: np.ndarray) -> Tuple[float, np.ndarray]:
        says = says - says.max(axis=1, keepdims=True)
        odds = np.exp(says)
        sums = odds.sum(axis=1)
        wrong = odds / sums[:, None]
        wrong[places] -= 1
        return c * float(weights @ (np.log(sums) - says[places])), c * weights[:, None] * wrong

    return _learn(vectors, len(sizes), c * weights, loss)


def each_of(vectors: np.ndarray, true: np.ndarray, c: float, weights: np.ndarray) -> Lines:
    """Whether each label is true of a row, whatever the others are.

    vectors: shape (rows, n); true: shape (rows, labels); weights: how much each row counts; c: as above.
    """
    counts = np.asarray(c * weights, np.float32)

    def loss(says: np.ndarray) -> Tuple[float, np.ndarray]:
        losses = np.logaddexp(0, says) - np.where(true, says, 0)
        return float(counts @ losses.sum(axis=1)), counts[:, None] * (1 / (1 + np.exp(-says)) - true)

    return _learn(vectors, true.shape[1], counts, loss)


def _learn(vectors: np.ndarray, labels: int, counts: np.ndarray, loss: _Loss) -> Lines:
    """The lines with the least `loss`, and half the sum of their squared slopes.

    counts: how much the loss of each row counts; loss: of decisions, shape (rows, labels), and its slope.
    """
    rows, size = vectors.shape
    known = np.hstack([np.asarray(vectors, np.float32), np.ones((rows, 1), np.float32)])
    held = np.append(np.ones(size), 0.0)
    bend = (known * (_BEND * counts[:, None])).T @ known + np.diag(np.append(held[:-1], _FREE))
    back = solve_triangular(cholesky(bend, lower=True), np.eye(size + 1), lower=True).T
    moved = known @ back.astype(np.float32)
    del known
    cost = back.T @ (held[:, None] * back)

    def total(flat: np.ndarray) -> Tuple[float, np.ndarray]:
        lines = flat.reshape(size + 1, labels)
        lost, slope = loss(moved @ lines.astype(np.float32))
        pull = cost @ lines
        return lost + 0.5 * float((lines * pull).sum()), (moved.T @ slope + pull).ravel()

    found = fmin_l_bfgs_b(
        total,
        np.zeros((size + 1) * labels),
        maxiter=_MOST_STEPS,
        factr=_SMALLEST_STEP / np.finfo(float).eps,
    )[0]
    lines = back @ found.reshape(size + 1, labels)
    return Lines(lines[:-1], lines[-1])
