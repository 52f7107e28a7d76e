"""Three views of a message, weighed together: n-grams, vectors and nearest examples. No Rasa here."""

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline

_NEAREST = 3
_UNCALIBRATED = (0.6, 0.6, 5.0)
_TINY = 1e-12


class TopicScorer:
    """Scores topics. `sparse`: counts of n-grams, one row a message; `dense`: vectors of the same rows."""

    def __init__(self, sparse_c: float, dense_c: float, folds: int) -> None:
        self._settings = (sparse_c, dense_c, folds)
        self._sparse = make_pipeline(
            TfidfTransformer(sublinear_tf=True),
            LogisticRegression(
                C=sparse_c, solver="liblinear", dual=True, tol=0.01, class_weight="balanced", random_state=0
            ),
        )
        self._dense = LogisticRegression(C=dense_c, max_iter=300, class_weight="balanced")
        self.weights = np.array(_UNCALIBRATED)
        self.classes: np.ndarray = np.array([])

    def fit(self, sparse: csr_matrix, dense: np.ndarray, labels: np.ndarray) -> "TopicScorer":
        """Learns the three views, without calibration."""
        self.classes = np.unique(labels)
        self._center = dense.mean(axis=0)
        self._examples = self._centered(dense)
        self._labels = np.searchsorted(self.classes, labels)
        self._sparse.fit(sparse, labels)
        self._dense.fit(self._examples, labels)
        for model in (self._sparse[-1], self._dense):
            # Half the model on disk and in memory; column by column, as a single sparse row wants to meet it.
            model.coef_ = np.asfortranarray(model.coef_, dtype=np.float32)
        return self

    def calibrate(self, sparse: csr_matrix, dense: np.ndarray, labels: np.ndarray) -> None:
        """Sets the weights of the views that make held-out predictions most likely.

        One number for all views would be temperature scaling (Guo et al. 2017); three also tell which view
        to trust.
        """
        folds = min(self._settings[-1], int(np.unique(labels, return_counts=True)[1].min()))
        if folds < 2:
            return
        held_out = np.zeros((len(_UNCALIBRATED), len(labels), len(self.classes)))
        for kept, held in StratifiedKFold(folds, shuffle=True, random_state=0).split(dense, labels):
            part = TopicScorer(*self._settings).fit(sparse[kept], dense[kept], labels[kept])
            held_out[:, held] = part.views(sparse[held], dense[held])
        rows = np.arange(len(labels)), self._labels

        def loss(weights: np.ndarray) -> float:
            return float(-np.log(softmax(weigh(held_out, weights))[rows] + _TINY).mean())

        bounds = [(0.0, None)] * len(_UNCALIBRATED)
        self.weights = minimize(loss, np.array(_UNCALIBRATED), method="L-BFGS-B", bounds=bounds).x

    def views(self, sparse: csr_matrix, dense: np.ndarray) -> np.ndarray:
        """What each view says, of shape (views, messages, topics): two log probabilities and a cosine."""
        centered = self._centered(dense)
        sparse_says = np.log(self._sparse.predict_proba(sparse) + _TINY)
        dense_says = np.log(self._dense.predict_proba(centered) + _TINY)
        return np.stack([sparse_says, dense_says, self._nearness(centered)])

    def probabilities(self, sparse: csr_matrix, dense: np.ndarray) -> np.ndarray:
        """Calibrated probabilities of shape (messages, topics)."""
        return softmax(weigh(self.views(sparse, dense), self.weights))

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


def weigh(views: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The weighted sum of the views, of shape (messages, topics)."""
    return np.tensordot(weights, views, axes=1)


def softmax(scores: np.ndarray) -> np.ndarray:
    """Probabilities row by row."""
    parts = np.exp(scores - scores.max(axis=1, keepdims=True))
    return parts / parts.sum(axis=1, keepdims=True)
