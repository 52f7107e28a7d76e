"""Which rows hold a word: sums over the rows of any words at once, in numpy."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

LAST = "\U0010ffff"  # sorts after any letter
Numbers = NDArray[np.float64]


class Postings:
    """For each word the rows that hold it, and how much of it. Safe between threads."""

    def __init__(self, rows: Iterable[Mapping[str, float]]) -> None:
        found: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self.size = 0
        for row in rows:
            for word, amount in row.items():
                found[word].append((self.size, amount))
            self.size += 1
        self._rows = {word: np.array([row for row, _ in held]) for word, held in found.items()}
        self._amounts = {word: np.array([amount for _, amount in held]) for word, held in found.items()}

    @property
    def words(self) -> Iterable[str]:
        """All words, in the order in which they first stood."""
        return self._rows.keys()

    def __contains__(self, word: str) -> bool:
        return word in self._rows

    def count(self, word: str) -> int:
        """How many rows hold the word."""
        return len(self._rows[word])

    def sums(self, words: Mapping[str, float]) -> Numbers:
        """For each row, the amounts of these words in it, each times its factor; of shape (size,)."""
        if not words:
            return np.zeros(self.size)
        rows = np.concatenate([self._rows[word] for word in words])
        amounts = np.concatenate([self._amounts[word] * factor for word, factor in words.items()])
        return np.bincount(rows, amounts, self.size)
