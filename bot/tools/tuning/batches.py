"""Messages of like length together, so that little is computed for nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

SIZE = 64  # messages
_LENGTHS = (16, 24, 32, 48, 96)  # pieces; each is compiled once
LONGEST = _LENGTHS[-1]
_SORTED_TOGETHER = 16  # batches


@dataclass(frozen=True)
class Batch:
    """`states`: (SIZE, pieces, width), `lengths`: (SIZE,), `labels`: (kinds, SIZE), -1 where none."""

    rows: np.ndarray
    states: np.ndarray
    lengths: np.ndarray
    labels: np.ndarray


def batches(rows: np.ndarray, states: Sequence[np.ndarray], labels: np.ndarray, seed: int) -> Iterator[Batch]:
    """All rows once, in an order of chance. The last batch is filled up with nothing."""
    random = np.random.default_rng(seed)
    lengths = np.array([len(state) for state in states])
    order = random.permutation(rows)
    groups = []
    for start in range(0, len(order), SIZE * _SORTED_TOGETHER):
        near = order[start : start + SIZE * _SORTED_TOGETHER]
        near = near[np.argsort(lengths[near], kind="stable")]
        groups += [near[place : place + SIZE] for place in range(0, len(near), SIZE)]
    for number in random.permutation(len(groups)):
        yield _padded(groups[number], states, labels)


def _padded(rows: np.ndarray, states: Sequence[np.ndarray], labels: np.ndarray) -> Batch:
    longest = max(len(states[row]) for row in rows)
    pieces = next(length for length in _LENGTHS if length >= longest)
    filled = np.zeros((SIZE, pieces, states[0].shape[1]), np.float32)
    lengths, told = np.ones(SIZE, int), np.full((len(labels), SIZE), -1)
    for place, row in enumerate(rows):
        filled[place, : len(states[row])] = states[row]
        lengths[place] = len(states[row])
        told[:, place] = labels[:, row]
    return Batch(rows, filled, lengths, told)
