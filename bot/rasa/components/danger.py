"""How much a message sounds like danger: n-grams, sentence vectors and the nearest examples. No Rasa here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Sequence

import numpy as np
import yaml
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.svm import SVC

from actions.content.normalise import fold

_NO_DANGER = ("calm", "concern", "ordinary")
_NEAREST = 3
_NEAR_WEIGHT = 8.0
_MARGIN_WEIGHT = 2.0
_EVERYDAY_WEIGHT = 0.3  # one of the thousands of ordinary questions, against one example of danger
_NEAR_MISS_WEIGHT = 3.0


@dataclass(frozen=True)
class Examples:
    """Hand-written messages: of danger, by category of content/crisis.yml, and near misses that are none."""

    texts: List[str]
    categories: List[str]  # empty for a near miss


def read_examples(folder: Path) -> Examples:
    """Reads the files of `nlu_data/danger/`; a text that stands in two of them counts once."""
    rows: Dict[str, str] = {}
    for path in sorted(folder.glob("*.yml")):
        data: Dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        rows.update({text: category for category, texts in data["acute"].items() for text in texts})
        rows.update({text: "" for kind in _NO_DANGER for text in data.get(kind, [])})
    return Examples(list(rows), list(rows.values()))


class DangerScorer:
    """Probability of danger. `dense`: sentence vectors, one row a text, as the encoder makes them."""

    def __init__(self) -> None:
        self._sparse = make_pipeline(
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, preprocessor=fold),
            LogisticRegression(C=20.0, solver="liblinear", random_state=0),
        )
        self._dense = SVC(C=5.0, gamma=2.0)

    def fit(
        self, texts: Sequence[str], dense: np.ndarray, categories: Sequence[str], everyday: np.ndarray
    ) -> "DangerScorer":
        """Learns. `categories`: empty where there is no danger; `everyday`: True for ordinary questions."""
        danger = np.array(categories) != ""
        weights = np.where(danger, 1.0, np.where(everyday, _EVERYDAY_WEIGHT, _NEAR_MISS_WEIGHT))
        self._center = (dense[danger].mean(axis=0) + dense[~danger].mean(axis=0)) / 2
        vectors = self._centered(dense)
        self._dangers, self._others = vectors[danger], vectors[~danger]
        self._kinds = np.array(categories)[danger]
        self._sparse.fit(texts, danger, logisticregression__sample_weight=weights)
        self._dense.fit(vectors, danger, sample_weight=weights)
        return self

    def probabilities(self, texts: Sequence[str], dense: np.ndarray) -> np.ndarray:
        """One number between 0 and 1 a text."""
        vectors = self._centered(dense)
        votes = _log_odds(self._sparse.predict_proba(texts)[:, 1])
        votes = (votes + _MARGIN_WEIGHT * self._dense.decision_function(vectors)) / 2
        near = _nearest(vectors @ self._dangers.T) - _nearest(vectors @ self._others.T)
        return 1 / (1 + np.exp(-(votes + _NEAR_WEIGHT * near)))

    def category(self, dense: np.ndarray) -> str:
        """The category of the nearest example of danger, for one vector of shape (1, n)."""
        similar = (self._centered(dense) @ self._dangers.T)[0]
        return str(self._kinds[int(similar.argmax())])

    def _centered(self, dense: np.ndarray) -> np.ndarray:
        moved = dense - self._center
        return moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)


def _nearest(similar: np.ndarray) -> np.ndarray:
    """Mean cosine to the nearest few, row by row."""
    count = min(_NEAREST, similar.shape[1])
    return np.partition(similar, similar.shape[1] - count, axis=1)[:, -count:].mean(axis=1)


def _log_odds(probability: np.ndarray) -> np.ndarray:
    kept = np.clip(probability, 1e-4, 1 - 1e-4)
    return np.log(kept / (1 - kept))
