"""Finds concepts by name, forgiving spelling, missing å ä ö, inflection, and words run together or apart."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from actions.concepts.inflection import forms, stem
from actions.content.common_words import COMMON
from actions.content.models import Concept
from actions.content.text import fold

# Measured on tests/concepts/queries.yml.
_SAME_WORD = 78  # per cent alike for two words to count as the same
_SAME_NAME = 73  # and for two names run together
_MISSPELT = 84  # and for a name in a sentence
_WORTH_SHOWING = 0.64
_SHORT, _SHORT_ALIKE = 4, 88  # letters; a word this short must be this much alike
_HIDDEN, _OLD = 0.97, 0.99  # a name that may be used goes before one that only leads here


@dataclass(frozen=True)
class _Name:
    concept: str
    words: tuple[str, ...]
    weight: float

    @property
    def letters(self) -> int:
        return sum(map(len, self.words))


class Lookup:
    """An index over the names of all concepts. Safe between threads."""

    def __init__(self, concepts: Collection[Concept]) -> None:
        names = [name for concept in concepts for name in _names(concept)]
        self._names = names
        self._ids = {fold(name): concept.id for concept in concepts for name in reversed(concept.names)}
        self._joined = {"".join(name.split()): name for name in self._ids}
        self._longest = max((len(name.split()) for name in self._ids), default=1)
        self._called: dict[str, list[int]] = defaultdict(list)
        self._with_word: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(names):
            self._called["".join(name.words)].append(number)
            for word in set(name.words):
                self._with_word[word].append(number)

    def ranked(self, query: str) -> list[str]:
        """Ids of the concepts whose names are like the query, most alike first. Empty when none is."""
        words = _words(query)
        best: dict[str, float] = defaultdict(float)
        for number, score in (*self._run_together(words), *self._word_by_word(words)):
            name = self._names[number]
            best[name.concept] = max(best[name.concept], score * name.weight)
        found = [(score, concept) for concept, score in best.items() if score >= _WORTH_SHOWING]
        return [concept for score, concept in sorted(found, key=lambda one: (-one[0], one[1]))]

    def called(self, name: str) -> str | None:
        """Id of the concept with exactly this name, in any of its forms."""
        whole = fold(name)
        return next((self._ids[form] for form in (whole, *forms(whole)) if form in self._ids), None)

    def named_in(self, text: str) -> str | None:
        """Id of the concept whose name stands in the text, the longest first; else one nearly so spelt."""
        words = fold(text).split()
        for length in range(self._longest, 0, -1):
            for start in range(len(words) - length + 1):
                phrase = " ".join(words[start : start + length])
                for form in (phrase, *forms(phrase)):
                    if form in self._ids:
                        return self._ids[form]
        return self._misspelt_in(words)

    def _misspelt_in(self, words: list[str]) -> str | None:
        best: tuple[float, str] = (0.0, "")
        for length in range(1, 4):
            for start in range(len(words) - length + 1):
                phrase = "".join(words[start : start + length])
                if len(phrase) > _SHORT:
                    match = process.extractOne(
                        phrase, self._joined.keys(), scorer=fuzz.ratio, score_cutoff=_MISSPELT
                    )
                    best = max(best, (match[1], match[0])) if match else best
        return self._ids[self._joined[best[1]]] if best[1] else None

    def _run_together(self, words: tuple[str, ...]) -> list[tuple[int, float]]:
        """Number of a name and how alike it is (0–1) when spaces are taken away."""
        alike = _alike("".join(words), self._called.keys(), _SAME_NAME)
        return [(number, score) for name, score in alike for number in self._called[name]]

    def _word_by_word(self, words: tuple[str, ...]) -> list[tuple[int, float]]:
        """Number of a name and its share of words in common with the query, weighed by their length."""
        shared: dict[int, float] = defaultdict(float)
        for word in words:
            best: dict[int, float] = {}
            for known, score in _alike(word, self._with_word.keys(), _SAME_WORD):
                for number in self._with_word[known]:
                    best[number] = max(best.get(number, 0.0), score * (len(known) + len(word)))
            for number, score in best.items():
                shared[number] += score
        total = sum(map(len, words))
        return [(number, score / (total + self._names[number].letters)) for number, score in shared.items()]


def _alike(text: str, among: Iterable[str], per_cent: int) -> list[tuple[str, float]]:
    """Those in `among` that are like the text, and how alike (0–1)."""
    found = process.extract(text, among, scorer=fuzz.ratio, score_cutoff=per_cent, limit=None)
    return [
        (other, score / 100)
        for other, score, _ in found
        if score >= _SHORT_ALIKE or min(len(text), len(other)) > _SHORT
    ]


def _words(text: str) -> tuple[str, ...]:
    words = fold(text).split()
    return tuple(stem(word) for word in words if word not in COMMON) or tuple(words)


def _names(concept: Concept) -> Iterable[_Name]:
    old = {fold(one.term) for one in concept.deprecated}
    hidden = {fold(form) for form in concept.search_forms}
    for name in concept.names:
        folded = fold(name)
        weight = _HIDDEN if folded in hidden else _OLD if folded in old else 1.0
        yield _Name(concept.id, _words(name), weight)
