"""Texts found by parts of the words in them, weighed by BM25 just as SQLite's FTS5 does.

FTS5 weighs a text in microseconds, this in nanoseconds: docs/decisions/0031-growth-and-first-start.md.
"""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from actions.publishing.postings import LAST, Numbers, Postings

_TITLE = 8  # what a word in the title counts for, beside one in the body
_LENGTH, _ENOUGH = 0.75, 1.2  # FTS5's b and k1
_LEAST = 1e-6  # the weight of what stands in more than half of the texts
_GRAM = 3  # letters; a text is as long as it has trigrams


class FullText:
    """An index over folded titles and bodies. Safe between threads."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        every = list(texts)
        self._postings = Postings(_amounts(title, body) for title, body in every)
        self._endings = sorted(
            (word[start:], word) for word in self._postings.words for start in range(len(word) - _GRAM + 1)
        )
        lengths = np.array([sum(max(len(part) - _GRAM + 1, 0) for part in text) for text in every], float)
        usual = max(lengths.sum(), 1) / max(len(every), 1)
        self._worn = _ENOUGH * (1 - _LENGTH + _LENGTH * lengths / usual)

    def best(self, parts: Sequence[str], most: int) -> list[int]:
        """Numbers of the texts that hold any of these parts of words, the best first, at most `most`."""
        scores = np.zeros(self._postings.size)
        for part in parts:
            self._add(scores, part)
        found = np.flatnonzero(scores)
        if len(found) > most:
            least = np.partition(scores[found], -most)[-most]
            found = found[scores[found] >= least]
        return [int(row) for row in found[np.argsort(-scores[found], kind="stable")][:most]]

    def _add(self, scores: Numbers, part: str) -> None:
        """Adds to the scores of all texts what the part gives them."""
        often = self._postings.sums(self._words_with(part))
        holding = np.flatnonzero(often)
        often, without = often[holding], self._postings.size - len(holding)
        rare = max(math.log((without + 0.5) / (len(holding) + 0.5)), _LEAST)
        scores[holding] += rare * often * (_ENOUGH + 1) / (often + self._worn[holding])

    def _words_with(self, part: str) -> Counter[str]:
        """The words that the part stands in, and how often in each: it begins so many of their endings."""
        first, after = (bisect_left(self._endings, (bound,)) for bound in (part, part + LAST))
        return Counter(word for _, word in self._endings[first:after])


def _amounts(title: str, body: str) -> Counter[str]:
    found: Counter[str] = Counter(body.split())
    for word in title.split():
        found[word] += _TITLE
    return found
