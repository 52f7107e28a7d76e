"""Whether a message only tells something, and asks nothing: n-grams. No Rasa here."""

from __future__ import annotations

from typing import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression

from bot.rasa.components.ngrams import NgramRegression, letters_and_words
from bot.rasa.components.scoring import plain


class TellingScorer:
    """One probability a message. Texts as they are written: a question mark tells much."""

    def __init__(self, sparse_c: float) -> None:
        counters = letters_and_words(plain)
        counters[1].set_params(token_pattern=r"\w+|\?")
        self._ngrams = NgramRegression(
            counters, LogisticRegression(C=sparse_c, solver="liblinear", dual=True, tol=0.01, random_state=0)
        )

    def fit(self, texts: Sequence[str], tells: np.ndarray) -> TellingScorer:
        """Learns. `tells`: for each text, whether it only tells something."""
        self._ngrams.fit(texts, tells)
        return self

    def probabilities(self, texts: Sequence[str]) -> np.ndarray:
        """That each message only tells something, of shape (messages,)."""
        return np.asarray(1 / (1 + np.exp(-self._ngrams.decisions(texts)[:, 0])))
