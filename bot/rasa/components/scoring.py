"""Three views of a message, averaged: n-grams, sentence vectors and the nearest examples. No Rasa here."""

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline

_NEAREST = 3


class TopicScorer:
    """Scores topics. `sparse`: counts of n-grams, one row a message; `dense`: vectors of the same rows."""

    def __init__(self, sparse_c: float, dense_c: float, near_weight: float, folds: int = 5) -> None:
        self._near_weight, self._folds = near_weight, folds
        self._sparse = make_pipeline(
            TfidfTransformer(sublinear_tf=True),
            LogisticRegression(
                C=sparse_c, solver="liblinear", dual=True, class_weight="balanced", random_state=0
            ),
        )
        self._dense = LogisticRegression(C=dense_c, max_iter=300, class_weight="balanced")
        self._settings = (sparse_c, dense_c, near_weight)
        self.temperature = 1.0
        self.classes: np.ndarray = np.array([])

    def fit(self, sparse: csr_matrix, dense: np.ndarray, labels: np.ndarray) -> "TopicScorer":
        """Learns the three views, without calibration."""
        self.classes = np.unique(labels)
        self._center = dense.mean(axis=0)
        self._examples = self._centered(dense)
        self._labels = np.searchsorted(self.classes, labels)
        self._sparse.fit(sparse, labels)
        self._dense.fit(self._examples, labels)
        return self

    def calibrate(self, sparse: csr_matrix, dense: np.ndarray, labels: np.ndarray) -> None:
        """Sets the temperature that makes held-out predictions most likely (Guo et al. 2017)."""
        folds = min(self._folds, int(np.unique(labels, return_counts=True)[1].min()))
        if folds < 2:
            return
        scores = np.zeros((len(labels), len(self.classes)))
        for kept, held in StratifiedKFold(folds, shuffle=True, random_state=0).split(dense, labels):
            part = TopicScorer(*self._settings).fit(sparse[kept], dense[kept], labels[kept])
            scores[held] = part.scores(sparse[held], dense[held])
        rows = np.arange(len(labels)), self._labels

        def loss(temperature: float) -> float:
            return float(-np.log(soften(scores, temperature)[rows] + 1e-12).mean())

        self.temperature = float(minimize_scalar(loss, bounds=(0.1, 5.0), method="bounded").x)

    def scores(self, sparse: csr_matrix, dense: np.ndarray) -> np.ndarray:
        """Uncalibrated scores of shape (messages, topics)."""
        centered = self._centered(dense)
        votes = 0.5 * self._sparse.predict_log_proba(sparse) + 0.5 * self._dense.predict_log_proba(centered)
        return votes + self._near_weight * self._nearness(centered)

    def probabilities(self, sparse: csr_matrix, dense: np.ndarray) -> np.ndarray:
        """Calibrated probabilities of shape (messages, topics)."""
        return soften(self.scores(sparse, dense), self.temperature)

    def _nearness(self, centered: np.ndarray) -> np.ndarray:
        """Mean cosine to the three nearest examples of each topic."""
        similar = centered @ self._examples.T
        columns = []
        for topic in range(len(self.classes)):
            own = similar[:, self._labels == topic]
            count = min(_NEAREST, own.shape[1])
            columns.append(np.partition(own, own.shape[1] - count, axis=1)[:, -count:].mean(axis=1))
        return np.stack(columns, axis=1)

    def _centered(self, dense: np.ndarray) -> np.ndarray:
        moved = dense - self._center
        length = np.linalg.norm(moved, axis=1, keepdims=True)
        return moved / np.maximum(length, 1e-9)


def soften(scores: np.ndarray, temperature: float) -> np.ndarray:
    """Softmax of scores at a temperature, row by row."""
    scaled = scores / temperature
    weights = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1, keepdims=True)
