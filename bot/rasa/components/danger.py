"""How much a message sounds like danger: n-grams, sentence vectors and the nearest examples. No Rasa here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Sequence

import numpy as np
import yaml
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVC

from actions.content.normalise import fold
from bot.rasa.components.nearest import Nearest, centered
from bot.rasa.components.ngrams import NgramRegression

_NO_DANGER = ("calm", "concern", "ordinary")
_REACH = 2.0  # how fast an example of danger stops telling about what lies beside it
_NEAR_WEIGHT = 8.0
_MARGIN_WEIGHT = 2.0
_EVERYDAY_WEIGHT = 0.3  # one of the thousands of ordinary questions, against one example of danger
_NEAR_MISS_WEIGHT = 3.0
_MOST_SURE = 9.2  # log odds of 1 to 10 000: n-grams alone are never surer


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
        self._sparse = NgramRegression(
            [CountVectorizer(preprocessor=fold, analyzer="char_wb", ngram_range=(2, 5))],
            LogisticRegression(C=20.0, solver="liblinear", random_state=0),
        )

    def fit(
        self, texts: Sequence[str], dense: np.ndarray, categories: Sequence[str], everyday: np.ndarray
    ) -> "DangerScorer":
        """Learns. `categories`: empty where there is no danger; `everyday`: True for ordinary questions."""
        danger = np.array(categories) != ""
        weights = np.where(danger, 1.0, np.where(everyday, _EVERYDAY_WEIGHT, _NEAR_MISS_WEIGHT))
        self._center = (dense[danger].mean(axis=0) + dense[~danger].mean(axis=0)) / 2
        self._near = Nearest(centered(dense, self._center), danger.astype(int))
        self._kinds = np.array(categories)[self._near.order]
        self._sparse.fit(texts, danger, weights)
        margin = SVC(C=5.0, gamma=_REACH)
        margin.fit(self._near.vectors, danger[self._near.order], sample_weight=weights[self._near.order])
        self._support, self._pull = margin.support_, margin.dual_coef_[0]
        self._lean = float(margin.intercept_[0])
        return self

    def probabilities(self, texts: Sequence[str], dense: np.ndarray) -> np.ndarray:
        """One number between 0 and 1 a text."""
        cosines = self._cosines(dense)
        votes = np.clip(self._sparse.decisions(texts)[:, 0], -_MOST_SURE, _MOST_SURE)
        votes = (votes + _MARGIN_WEIGHT * self._margin(cosines)) / 2
        near = self._near.means(cosines) @ (-1, 1)  # danger is the second group
        return 1 / (1 + np.exp(-(votes + _NEAR_WEIGHT * near)))

    def category(self, dense: np.ndarray) -> str:
        """The category of the nearest example of danger, for one vector of shape (1, n)."""
        similar = np.where(self._kinds == "", -1.0, self._cosines(dense)[0])
        return str(self._kinds[int(similar.argmax())])

    def _cosines(self, dense: np.ndarray) -> np.ndarray:
        return self._near.cosines(centered(dense, self._center))

    def _margin(self, cosines: np.ndarray) -> np.ndarray:
        """The support vector machine's decision. Between vectors of length 1, distance² is 2 − 2 × cosine."""
        kernel = np.exp(-_REACH * (2 - 2 * cosines[:, self._support]))
        return kernel @ self._pull + self._lean
