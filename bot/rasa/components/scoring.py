"""Three views of a message, weighed together: n-grams, vectors and nearest examples. No Rasa here."""

import re
from typing import Sequence

import numpy as np
from scipy.optimize import minimize
from sklearn.feature_extraction.text import CountVectorizer, strip_accents_unicode
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from bot.rasa.components.nearest import Nearest, centered
from bot.rasa.components.ngrams import NgramRegression

_NUMBER = re.compile(r"\b[0-9]+\b")
_UNCALIBRATED = (0.6, 0.6, 5.0)
_TINY = 1e-12


def _plain(text: str) -> str:
    """Small letters without accents; any number is one word. Signs stay: one may be all there is."""
    return str(strip_accents_unicode(_NUMBER.sub("00", text.lower())))


class TopicScorer:
    """Scores topics. `texts`: words with spaces between; `dense`: sentence vectors, one row a text."""

    def __init__(self, sparse_c: float, dense_c: float, folds: int) -> None:
        self._settings = (sparse_c, dense_c, folds)
        self._sparse = NgramRegression(
            [
                CountVectorizer(preprocessor=_plain, analyzer="char_wb", ngram_range=(2, 5)),
                CountVectorizer(preprocessor=_plain, token_pattern=r"\w+", ngram_range=(1, 2)),
            ],
            LogisticRegression(
                C=sparse_c, solver="liblinear", dual=True, tol=0.01, class_weight="balanced", random_state=0
            ),
        )
        self._dense = LogisticRegression(C=dense_c, max_iter=300, class_weight="balanced")
        self.weights = np.array(_UNCALIBRATED)
        self.classes: np.ndarray = np.array([])

    def fit(self, texts: Sequence[str], dense: np.ndarray, labels: np.ndarray) -> "TopicScorer":
        """Learns the three views, without calibration."""
        self.classes, numbers = np.unique(labels, return_inverse=True)
        self._center = dense.mean(axis=0)
        vectors = centered(dense, self._center)
        self._near = Nearest(vectors, numbers)
        self._sparse.fit(texts, labels)
        self._dense.fit(vectors, labels)
        return self

    def calibrate(self, texts: Sequence[str], dense: np.ndarray, labels: np.ndarray) -> None:
        """Sets the weights of the views that make held-out predictions most likely.

        One number for all views would be temperature scaling (Guo et al. 2017); three also tell which view
        to trust.
        """
        folds = min(self._settings[-1], int(np.unique(labels, return_counts=True)[1].min()))
        if folds < 2:
            return
        words = np.array(texts, dtype=object)
        held_out = np.zeros((len(_UNCALIBRATED), len(labels), len(self.classes)))
        for kept, held in StratifiedKFold(folds, shuffle=True, random_state=0).split(dense, labels):
            part = TopicScorer(*self._settings).fit(words[kept], dense[kept], labels[kept])
            held_out[:, held] = part.views(words[held], dense[held])
        rows = np.arange(len(labels)), np.searchsorted(self.classes, labels)

        def loss(weights: np.ndarray) -> float:
            return float(-np.log(softmax(weigh(held_out, weights))[rows] + _TINY).mean())

        bounds = [(0.0, None)] * len(_UNCALIBRATED)
        self.weights = minimize(loss, np.array(_UNCALIBRATED), method="L-BFGS-B", bounds=bounds).x

    def views(self, texts: Sequence[str], dense: np.ndarray) -> np.ndarray:
        """What each view says, of shape (views, messages, topics): two log probabilities and a cosine."""
        vectors = centered(dense, self._center)
        odds = 1 / (1 + np.exp(-self._sparse.decisions(texts)))
        sparse_says = odds / odds.sum(axis=1, keepdims=True)
        dense_says = softmax(vectors @ self._dense.coef_.T + self._dense.intercept_)
        near = self._near.means(self._near.cosines(vectors))
        return np.stack([np.log(sparse_says + _TINY), np.log(dense_says + _TINY), near])

    def probabilities(self, texts: Sequence[str], dense: np.ndarray) -> np.ndarray:
        """Calibrated probabilities of shape (messages, topics)."""
        return softmax(weigh(self.views(texts, dense), self.weights))


def weigh(views: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The weighted sum of the views, of shape (messages, topics)."""
    return np.tensordot(weights, views, axes=1)


def softmax(scores: np.ndarray) -> np.ndarray:
    """Probabilities row by row."""
    parts = np.exp(scores - scores.max(axis=1, keepdims=True))
    return parts / parts.sum(axis=1, keepdims=True)
