"""Four views of a message, weighed together: n-grams, vectors, and nearest examples twice. No Rasa here."""

import re
from typing import Mapping, Sequence

import numpy as np
from sklearn.feature_extraction.text import strip_accents_unicode
from sklearn.linear_model import LogisticRegression

from bot.rasa.components.nearest import Nearest, centered
from bot.rasa.components.ngrams import NgramRegression, letters_and_words
from bot.rasa.components.regression import one_of
from bot.rasa.encoder.e5 import AS_TUNED, READINGS

_NUMBER = re.compile(r"\b[0-9]+\b")
_TINY = 1e-12
_STEPS = 8  # through all examples; more make the log odds steeper, and no truer (decision 34)


def plain(text: str) -> str:
    """Small letters without accents; any number is one word. Signs stay: one may be all there is."""
    return str(strip_accents_unicode(_NUMBER.sub("00", text.lower())))


class TopicScorer:
    """Scores topics. `texts`: words with spaces between; `dense`: sentence vectors, shape (texts, 2, n).

    weights: of `sparse`, `dense`, `nearest`, and of `published`: nearest to the encoder as it was published.
    They are measured on messages that neither the encoder nor the scorer was taught
    (docs/decisions/0022-tuned-encoder.md): the encoder knows its own examples too well for a part of them to
    tell how far each view can be trusted.
    """

    def __init__(self, sparse_c: float, dense_c: float, weights: Mapping[str, float]) -> None:
        self._sparse = NgramRegression(
            letters_and_words(plain),
            LogisticRegression(
                C=sparse_c,
                solver="liblinear",
                dual=True,
                max_iter=_STEPS,
                class_weight="balanced",
                random_state=0,
            ),
        )
        self._dense_c = dense_c
        self._weights = np.array([weights[view] for view in ("sparse", "dense", "nearest", "published")])
        self.classes: np.ndarray = np.array([])

    def fit(self, texts: Sequence[str], dense: np.ndarray, labels: np.ndarray) -> "TopicScorer":
        """Learns the four views."""
        self.classes, numbers = np.unique(labels, return_inverse=True)
        self._center = dense.mean(axis=0)
        vectors = centered(dense, self._center)
        self._near = [Nearest(vectors[:, reading], numbers) for reading in range(READINGS)]
        self._sparse.fit(texts, labels)
        self._dense = one_of(vectors[:, AS_TUNED], numbers, self._dense_c)
        return self

    def views(self, texts: Sequence[str], dense: np.ndarray) -> np.ndarray:
        """What each view says, of shape (views, messages, topics): two log probabilities and two cosines."""
        vectors = centered(dense, self._center)
        odds = 1 / (1 + np.exp(-self._sparse.decisions(texts)))
        sparse_says = odds / odds.sum(axis=1, keepdims=True)
        dense_says = softmax(self._dense.decisions(vectors[:, AS_TUNED]))
        near = [one.means(one.cosines(vectors[:, reading])) for reading, one in enumerate(self._near)]
        return np.stack([np.log(sparse_says + _TINY), np.log(dense_says + _TINY), *near])

    def probabilities(self, texts: Sequence[str], dense: np.ndarray) -> np.ndarray:
        """Calibrated probabilities of shape (messages, topics)."""
        return softmax(weigh(self.views(texts, dense), self._weights))


def weigh(views: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The weighted sum of the views, of shape (messages, topics)."""
    return np.tensordot(weights, views, axes=1)


def softmax(scores: np.ndarray) -> np.ndarray:
    """Probabilities row by row."""
    parts = np.exp(scores - scores.max(axis=1, keepdims=True))
    return parts / parts.sum(axis=1, keepdims=True)
