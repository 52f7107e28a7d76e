"""How likely it is that staff wrote a message, by its manner: n-grams and vectors. No Rasa here."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, Sequence

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression

from bot.rasa.components.nearest import centered
from bot.rasa.components.ngrams import NgramRegression, letters_and_words
from bot.rasa.components.regression import each_of
from bot.rasa.components.scoring import plain

STAFF = "staff"


def read_hands(folder: Path) -> Dict[str, bool]:
    """The examples whose writer is known, and whether that is staff: the folders of `nlu_data/intents`."""
    return {
        line.strip()[2:]: path.parent.name == STAFF
        for path in sorted(folder.glob("*/*.yml"))
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
        for line in block["examples"].splitlines()
    }


class RegisterScorer:
    """One probability a message. `texts`: words with spaces between; `dense`: sentence vectors, by row."""

    def __init__(self, sparse_c: float, dense_c: float, shares: Sequence[float], lean: float) -> None:
        self._sparse = NgramRegression(
            letters_and_words(plain),
            LogisticRegression(C=sparse_c, solver="liblinear", dual=True, tol=0.1, random_state=0),
        )
        self._dense_c = dense_c
        self._shares, self._lean = tuple(shares), lean

    def fit(self, texts: Sequence[str], dense: np.ndarray, staff: np.ndarray) -> RegisterScorer:
        """Learns. `staff`: for each text, whether staff wrote it."""
        self._center = dense.mean(axis=0)
        self._sparse.fit(texts, staff)
        vectors = centered(dense, self._center)
        self._dense = each_of(vectors, staff[:, None], self._dense_c, np.ones(len(staff)))
        return self

    def probabilities(self, texts: Sequence[str], dense: np.ndarray) -> np.ndarray:
        """That staff wrote each message, of shape (messages,)."""
        sparse = self._sparse.decisions(texts)[:, 0]
        vectors = centered(dense, self._center)
        says = np.stack([sparse, self._dense.decisions(vectors)[:, 0]])
        return np.asarray(1 / (1 + np.exp(-(np.dot(self._shares, says) + self._lean))))
