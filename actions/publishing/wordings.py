"""Questions found by the words they share with what is asked: each wording of a question by itself."""

import heapq
import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from rapidfuzz import fuzz, process

from actions.concepts.inflection import stem
from actions.content.common_words import COMMON
from actions.content.text import fold
from actions.publishing.postings import LAST, Numbers, Postings

_ALIKE, _SHORTEST_ALIKE = 80, 5  # per cent; letters
_LEAST = 0.3  # of the weight of what is asked that a wording must share
_BESIDE = 0.15  # what each word that was not asked for costs
_MOST_BEGUN = 8  # words that a beginning is taken for


class Wordings:
    """An index over the wordings of questions, by id. Safe between threads."""

    def __init__(self, wordings: Mapping[str, Iterable[str]]) -> None:
        rows = [
            (key, words)
            for key, texts in wordings.items()
            for text in texts
            if (words := dict.fromkeys(stems(text), 1.0))
        ]
        self._postings = Postings(words for _, words in rows)
        self._lengths = np.array([len(words) for _, words in rows], float)
        self._keys = sorted(wordings)
        place = {key: number for number, key in enumerate(self._keys)}
        self._key_of = np.array([place[key] for key, _ in rows], int)
        self._sorted_words = sorted(self._postings.words)

    def ranked(self, query: str) -> Iterator[str]:
        """Ids of the questions that share most with the query, weighed by how rare the words are."""
        return self._best_first(self._scores(self._all_known(stems(query))))

    def suggested(self, typed: str) -> Iterator[str]:
        """As `ranked`, for somebody who is still writing: the last word may be the beginning of another."""
        *before, last = fold(typed).split() or [""]
        begun = [] if last in COMMON else self._begun_with(stem(last))
        if not begun:
            return self.ranked(typed)
        said = self._all_known(stem(word) for word in before if word not in COMMON)
        return self._best_first(np.maximum.reduce([self._scores(said | {word}) for word in begun]))

    def _scores(self, asked: set[str]) -> Numbers:
        """For each key the share of these words' weight that its best wording has."""
        if not asked:
            return np.zeros(len(self._keys))
        weights = {word: math.log(1 + self._postings.size / self._postings.count(word)) for word in asked}
        held = self._postings.sums(dict.fromkeys(asked, 1.0))
        rows = np.flatnonzero(held)
        shared = self._postings.sums(weights)[rows] / sum(weights.values())
        others = 1 - held[rows] / self._lengths[rows]
        scores = np.zeros(len(self._keys))
        np.maximum.at(scores, self._key_of[rows], shared - _BESIDE * others)
        return scores

    def _best_first(self, scores: Numbers) -> Iterator[str]:
        """Ids from the least score, those alike in alphabetical order."""
        found = np.flatnonzero(scores >= _LEAST)
        order = np.argsort(-scores[found], kind="stable")
        return map(self._keys.__getitem__, found[order].tolist())

    def _all_known(self, words: Iterable[str]) -> set[str]:
        return {known for word in words for known in self._known(word)}

    def _begun_with(self, beginning: str) -> list[str]:
        """The commonest words that begin so."""
        bounds = (beginning, beginning + LAST) if beginning else ("", "")
        first, after = (bisect_left(self._sorted_words, bound) for bound in bounds)
        begun = self._sorted_words[first:after]
        return heapq.nsmallest(_MOST_BEGUN, begun, key=lambda word: (-self._postings.count(word), word))

    def _known(self, word: str) -> list[str]:
        """The word itself, else the one most like it that is known."""
        if word in self._postings:
            return [word]
        if len(word) < _SHORTEST_ALIKE:
            return []
        like = process.extractOne(word, self._postings.words, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return [like[0]] if like else []


def stems(text: str) -> list[str]:
    """Stems of the words that carry the meaning; of all words where none does."""
    words = fold(text).split()
    return [stem(word) for word in words if word not in COMMON] or [stem(word) for word in words]
