"""Questions found by the words they share with what is asked: each wording of a question by itself."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

from actions.concepts.inflection import stem
from actions.content.common_words import COMMON
from actions.content.text import fold

_ALIKE, _SHORTEST_ALIKE = 80, 5  # per cent; letters
_LEAST = 0.3  # of the weight of what is asked that a wording must share
_BESIDE = 0.15  # what each word that was not asked for costs
_MOST_BEGUN = 8  # words that a beginning is taken for


class Wordings:
    """An index over the wordings of questions, by id. Safe between threads."""

    def __init__(self, wordings: Mapping[str, Iterable[str]]) -> None:
        self._rows = [
            (key, words)
            for key, texts in wordings.items()
            for text in texts
            if (words := frozenset(stems(text)))
        ]
        count = Counter(word for _, words in self._rows for word in words)
        self._weight = {word: math.log(1 + len(self._rows) / number) for word, number in count.items()}
        self._with = defaultdict(list)
        for number, (_, words) in enumerate(self._rows):
            for word in words:
                self._with[word].append(number)

    def ranked(self, query: str) -> list[str]:
        """Ids of the questions that share most with the query, weighed by how rare the words are."""
        return _best_first(self._scores(self._all_known(stems(query))))

    def suggested(self, typed: str) -> list[str]:
        """As `ranked`, for somebody who is still writing: the last word may be the beginning of another."""
        *before, last = fold(typed).split() or [""]
        begun = [] if last in COMMON else self._begun_with(stem(last))
        if not begun:
            return self.ranked(typed)
        said = self._all_known(stem(word) for word in before if word not in COMMON)
        best: dict[str, float] = defaultdict(float)
        for word in begun:
            for key, score in self._scores(said | {word}).items():
                best[key] = max(best[key], score)
        return _best_first(best)

    def _scores(self, asked: set[str]) -> dict[str, float]:
        """The share of these words' weight that the best wording of each question has; from `_LEAST`."""
        total = sum(self._weight[word] for word in asked)
        shared: dict[int, float] = defaultdict(float)
        for word in asked:
            for number in self._with[word]:
                shared[number] += self._weight[word]
        best: dict[str, float] = {}
        for number, weight in shared.items():
            key, words = self._rows[number]
            score = weight / total - _BESIDE * len(words - asked) / len(words)
            best[key] = max(best.get(key, 0.0), score)
        return {key: score for key, score in best.items() if score >= _LEAST}

    def _all_known(self, words: Iterable[str]) -> set[str]:
        return {known for word in words for known in self._known(word)}

    def _begun_with(self, beginning: str) -> list[str]:
        """The commonest words that begin so."""
        begun = [word for word in self._with if beginning and word.startswith(beginning)]
        return sorted(begun, key=lambda word: (-len(self._with[word]), word))[:_MOST_BEGUN]

    def _known(self, word: str) -> list[str]:
        """The word itself, else the one most like it that is known."""
        if word in self._with:
            return [word]
        if len(word) < _SHORTEST_ALIKE:
            return []
        like = process.extractOne(word, self._with.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return [like[0]] if like else []


def _best_first(scores: Mapping[str, float]) -> list[str]:
    return sorted(scores, key=lambda key: (-scores[key], key))


def stems(text: str) -> list[str]:
    """Stems of the words that carry the meaning; of all words where none does."""
    words = fold(text).split()
    return [stem(word) for word in words if word not in COMMON] or [stem(word) for word in words]
