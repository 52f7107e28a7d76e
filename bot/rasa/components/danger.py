"""How much a message sounds like danger or distress: n-grams, vectors, nearest examples. No Rasa here."""

from __future__ import annotations

from typing import Dict, Sequence, Tuple

import numpy as np
from sklearn.kernel_approximation import Nystroem
from sklearn.linear_model import LogisticRegression

from actions.content.text import fold
from actions.crisis.situations import GENERAL
from bot.rasa.components.danger_examples import LABELS, Example
from bot.rasa.components.nearest import Nearest, centered
from bot.rasa.components.ngrams import NgramRegression, letters_and_words
from bot.rasa.components.regression import each_of
from bot.rasa.encoder.e5 import AS_PUBLISHED, AS_TUNED

_REACH = 2.0  # how fast an example stops telling about what lies beside it
_LANDMARKS = 1500  # examples that the others are seen from
_MARGIN_C = 5.0
_HARD, _EASY = 1500, 1500  # of the ordinary questions: those most like danger, and some by chance
_WEIGHTS = (0.8, 0.25, 45.0)  # n-grams, margin, nearest: docs/decisions/0037
_EVERYDAY_WEIGHT = 0.3  # one ordinary question, against one message written for this
_NEIGHBOURS = 7
_UNTOLD = frozenset({"", GENERAL})
_AGREED = 0.5  # of the neighbours' votes: with less, the kind is not known


class DangerScorer:
    """Three probabilities a message, in the order of LABELS. `dense`: sentence vectors, shape (texts, 2, n).

    The encoder was tuned on these examples, so how near they are it tells better as it was published.
    """

    def __init__(self) -> None:
        self._sparse = NgramRegression(
            letters_and_words(fold, (2, 5)),
            LogisticRegression(C=20.0, solver="liblinear", dual=True, tol=0.01, random_state=0),
        )

    def fit(
        self,
        examples: Sequence[Example],
        dense: np.ndarray,
        plain: np.ndarray,
        everyday: Sequence[str],
        everyday_dense: np.ndarray,
    ) -> "DangerScorer":
        """Learns. `plain`: vectors of the examples without å, ä, ö; `everyday`: ordinary questions."""
        labels = np.array([LABELS.index(row.label) for row in examples])
        chosen = _hardest(everyday_dense[:, AS_TUNED], dense[labels == LABELS.index("kris"), AS_TUNED])
        texts = [*(row.text for row in examples), *(everyday[i] for i in chosen)]
        groups = np.concatenate([labels, np.zeros(len(chosen), int)])
        weights = np.where(np.arange(len(groups)) < len(labels), 2.0, _EVERYDAY_WEIGHT)
        self._sparse.fit(texts, groups, weights)
        vectors = np.vstack([dense, everyday_dense[chosen], plain])
        groups, weights = np.concatenate([groups, labels]), np.concatenate([weights, weights[: len(labels)]])
        self._center = np.mean([vectors[groups == label].mean(axis=0) for label in range(3)], axis=0)
        seen = centered(vectors, self._center)
        self._near = Nearest(seen[:, AS_PUBLISHED], groups)
        told = [*examples, *([None] * len(chosen)), *examples]
        self._examples = [told[i] for i in self._near.order]
        self._fit_margins(seen[:, AS_TUNED], groups, weights)
        return self

    def probabilities(self, texts: Sequence[str], dense: np.ndarray) -> np.ndarray:
        """Of shape (texts, 3): calm, care, kris."""
        middle = centered(dense, self._center)
        near = self._near.means(self._near.cosines(middle[:, AS_PUBLISHED]))
        views = (self._sparse.decisions(texts), self._margins(middle[:, AS_TUNED]), near)
        scores = sum(weight * view for weight, view in zip(_WEIGHTS, views))
        parts = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(parts / parts.sum(axis=1, keepdims=True))

    def told_by(self, dense: np.ndarray, label: str) -> Tuple[str, str]:
        """Kind and person as most of the nearest examples of `label` have them; empty when they disagree."""
        cosines = self._near.cosines(centered(dense, self._center)[:, AS_PUBLISHED])[0]
        own = [i for i, row in enumerate(self._examples) if row is not None and row.label == label]
        nearest = sorted(own, key=lambda i: -cosines[i])[: 2 * _NEIGHBOURS]
        rows = list({self._examples[i]: cosines[i] for i in nearest}.items())[:_NEIGHBOURS]
        return _vote([(row.kind, near) for row, near in rows]), _vote(
            [(row.person, near) for row, near in rows]
        )

    def _fit_margins(self, vectors: np.ndarray, groups: np.ndarray, weights: np.ndarray) -> None:
        """A logistic regression a label, in the space of a Gaussian kernel that landmarks span (Nyström)."""
        kernel = Nystroem(gamma=_REACH, n_components=min(_LANDMARKS, len(vectors)), random_state=0)
        seen = kernel.fit_transform(vectors)
        learnt = each_of(seen, groups[:, None] == np.arange(len(LABELS)), _MARGIN_C, weights)
        self._landmarks = np.ascontiguousarray(kernel.components_.T, np.float32)
        self._pull = np.asarray(kernel.normalization_.T @ learnt.slopes, np.float32)
        self._lean = learnt.starts

    def _margins(self, vectors: np.ndarray) -> np.ndarray:
        """Log odds of each label. Between vectors of length 1, distance² is 2 − 2 × cosine."""
        near = np.exp(-_REACH * (2 - 2 * vectors @ self._landmarks))
        return np.asarray(near @ self._pull + self._lean)


def _hardest(everyday: np.ndarray, danger: np.ndarray) -> np.ndarray:
    """Which ordinary questions to learn from: the ones nearest to danger, and some drawn by chance."""
    middle = danger.mean(axis=0)
    likeness = ((everyday - middle) @ (danger - middle).T).max(axis=1)
    order = np.argsort(-likeness)
    rest = np.random.RandomState(0).permutation(order[_HARD:])
    return np.concatenate([order[:_HARD], rest[:_EASY]])


def _vote(told: Sequence[Tuple[str, float]]) -> str:
    """What most say, weighed by nearness, among those that say anything."""
    votes: Dict[str, float] = {}
    for name, weight in told:
        if name not in _UNTOLD:
            votes[name] = votes.get(name, 0.0) + float(weight)
    best, amount = max(votes.items(), key=lambda vote: vote[1], default=("", 0.0))
    return best if amount >= _AGREED * sum(votes.values()) else ""
