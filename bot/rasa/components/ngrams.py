"""Logistic regression over n-grams: learnt by scikit-learn, asked without its many checks. No Rasa here.

For one short text the checks and the sparse matrices took twenty times as long as the sum they lead to:
docs/decisions/0014-speed.md.
"""

from __future__ import annotations

import warnings
from collections import Counter
from typing import Callable, List, Optional, Sequence, Tuple

import numpy as np
from sklearn.base import clone
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline, make_union

_RAREST = 2  # texts: what stands in one only tells nothing of the others, and is most of what there is


def letters_and_words(
    preprocessor: Callable[[str], str], letters: Tuple[int, int] = (4, 4)
) -> List[CountVectorizer]:
    """Pieces of words, and words one and two at a time. letters: the fewest and the most of a piece.

    Pieces of four tell as much of what is asked as those of two to five, in half the time: decision 34.
    """
    return [
        CountVectorizer(preprocessor=preprocessor, analyzer="char_wb", ngram_range=letters, min_df=_RAREST),
        CountVectorizer(preprocessor=preprocessor, token_pattern=r"\w+", ngram_range=(1, 2), min_df=_RAREST),
    ]


class NgramRegression:
    """Weighs n-grams by how rare they are, as `TfidfTransformer(sublinear_tf=True)` does."""

    def __init__(self, counters: Sequence[CountVectorizer], regression: LogisticRegression) -> None:
        self._counters = counters
        self._regression = regression

    def fit(
        self, texts: Sequence[str], labels: np.ndarray, weights: Optional[np.ndarray] = None
    ) -> NgramRegression:
        """Learns. `weights`: how much each text counts."""
        rarity = TfidfTransformer(sublinear_tf=True)
        counts = make_pipeline(make_union(*self._counters), rarity).fit_transform(texts)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # who sets the steps means them
            learnt = clone(self._regression).fit(counts, labels, sample_weight=weights)
        for counter in self._counters:
            del counter.stop_words_  # what was too rare to be learnt: 800 000 n-grams in all
        self._rarity = rarity.idf_
        self._weights = np.ascontiguousarray(learnt.coef_.T, dtype=np.float32)
        self._intercept = learnt.intercept_
        sizes = [len(counter.vocabulary_) for counter in self._counters]
        starts = np.cumsum([0, *sizes[:-1]])
        self._known = [
            (counter.build_analyzer(), counter.vocabulary_, start)
            for counter, start in zip(self._counters, starts)
        ]
        return self

    def decisions(self, texts: Sequence[str]) -> np.ndarray:
        """Log odds of each label, of shape (texts, labels); where there are two, of the second only."""
        return np.stack([self._decide(text) for text in texts])

    def _decide(self, text: str) -> np.ndarray:
        found = Counter(
            start + vocabulary[ngram]
            for analyze, vocabulary, start in self._known
            for ngram in analyze(text)
            if ngram in vocabulary
        )
        if not found:
            return np.asarray(self._intercept)
        places = np.fromiter(found.keys(), int)
        amounts = (1 + np.log(np.fromiter(found.values(), float))) * self._rarity[places]
        return amounts @ self._weights[places] / np.linalg.norm(amounts) + self._intercept
