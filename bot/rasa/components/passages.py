"""Which question of a topic a message asks: its n-grams and its vector, weighed together. No Rasa here.

A label is `topic/name` for a passage, and `topic` alone for the topic as a whole.
"""

from __future__ import annotations

from typing import Dict, List, Mapping, Sequence, Tuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from bot.rasa.components.nearest import centered
from bot.rasa.components.ngrams import NgramRegression, letters_and_words
from bot.rasa.components.regression import one_of
from bot.rasa.components.scoring import plain, softmax

_TINY = 1e-9

Ranked = List[Tuple[str, float]]


def topic_of(label: str) -> str:
    """The topic a label belongs to."""
    return label.partition("/")[0]


class PassageScorer:
    """Scores the passages of the likeliest topics. Weights: docs/decisions/0002-pipeline.md."""

    def __init__(self, weights: Mapping[str, float], topics: int) -> None:
        self._weights = dict(weights)
        self._topics = topics
        self._within: Dict[str, _Within] = {}

    def fit(self, texts: Sequence[str], dense: np.ndarray, labels: np.ndarray) -> PassageScorer:
        """Learns. `texts`: words with spaces between; `dense`: sentence vectors, one row a text."""
        words = np.array(texts, dtype=object)
        owners = np.array([topic_of(label) for label in labels])
        for topic in np.unique(owners):
            own = owners == topic
            self._within[str(topic)] = _Within(words[own], dense[own], labels[own])
        return self

    def rank(self, text: str, vector: np.ndarray, topics: Sequence[Tuple[str, float]]) -> Ranked:
        """Labels with their probability, likeliest first. `vector`: shape (1, n); `topics`: likeliest first.

        The probabilities of one message sum to 1 over the labels that were looked at.
        """
        labels: List[str] = []
        scores: List[np.ndarray] = []
        for topic, probability in topics[: self._topics]:
            within = self._within[topic]
            labels += [str(label) for label in within.labels]
            scores.append(within.scores(text, vector, self._weights, probability))
        found = softmax(np.concatenate(scores)[None])[0]
        order = np.argsort(-found)
        return [(labels[i], float(found[i])) for i in order]


class _Within:
    """The passages of one topic."""

    def __init__(self, texts: np.ndarray, dense: np.ndarray, labels: np.ndarray) -> None:
        self.labels, numbers = np.unique(labels, return_inverse=True)
        self._general = np.array(["/" not in label for label in self.labels], float)
        self._center = dense.mean(axis=0)
        if len(self.labels) > 1:
            self._sparse = NgramRegression(
                letters_and_words(plain),
                LogisticRegression(
                    C=20.0, solver="liblinear", dual=True, tol=0.01, class_weight="balanced", random_state=0
                ),
            ).fit(texts, labels)
            self._dense = one_of(centered(dense, self._center), numbers, 10.0)

    def scores(
        self, text: str, vector: np.ndarray, weights: Mapping[str, float], probability: float
    ) -> np.ndarray:
        """A log score of each label, given the probability of the topic."""
        total = weights["topic"] * np.log(probability + _TINY) + weights["general"] * self._general
        if len(self.labels) == 1:
            return np.asarray(total)
        own = centered(vector, self._center)
        odds = 1 / (1 + np.exp(-_each(self._sparse.decisions([text])[0])))
        dense = softmax(_each(self._dense.decisions(own)[0])[None])[0]
        total = total + weights["sparse"] * np.log(odds / odds.sum() + _TINY)
        return np.asarray(total + weights["dense"] * np.log(dense + _TINY))


def _each(decisions: np.ndarray) -> np.ndarray:
    """One number a label also where there are two, of which the second is told only."""
    return np.array([-decisions[0], decisions[0]]) / 2 if len(decisions) == 1 else decisions
