"""Learns actions/crisis/pieces.bin from the hand-written messages of danger, in Rasa's environment.

Usage: python -m bot.rasa.danger_pieces. Half a minute; it depends on the examples alone.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Iterator, List, Sequence, Tuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from actions.content.spoken_words import in_ordinary_spelling
from actions.content.text import fold
from actions.crisis.pieces import FILE, HEAD, PLACES, places
from bot.rasa.components.danger_examples import LABELS, Example, read_examples
from bot.rasa.components.intent_examples import intent_examples
from bot.rasa.components.talk_examples import TALKS, danger_in, learnt_from

_DATA = Path(__file__).resolve().parents[2] / "nlu_data"
_CRISIS = "kris"
_EVERYDAY_WEIGHT, _WEIGHT = 0.3, 2.0  # of an ordinary question, and of a message written for this
_STRENGTH, _STEPS = 20.0, 30
_FINEST = 127  # steps of a weight in eight bits
_TOO_SMALL = 2  # steps: such weights are left out, and the file packs better


def main() -> None:
    """Learns both regressions and writes the file."""
    warnings.simplefilter("ignore", ConvergenceWarning)  # who sets the steps means them
    texts, labels, weights = _examples()
    rows = _matrix(texts)
    learnt = [_learnt(rows, wanted, weights) for wanted in (labels == LABELS.index(_CRISIS), labels > 0)]
    head = [number for _, step, start in learnt for number in (step, start)]
    FILE.write_bytes(HEAD.pack(*head) + b"".join(whole.tobytes() for whole, _, _ in learnt))


def _examples() -> Tuple[List[str], np.ndarray, np.ndarray]:
    """Texts, also in ordinary spelling where that is another; labels; and how much each counts."""
    rows = {row.text: row for row in [*danger_in(learnt_from(TALKS)), *read_examples(_DATA / "danger")]}
    told = [(row, _WEIGHT) for row in rows.values()]
    told += [(row, _WEIGHT if row.label == _CRISIS else _EVERYDAY_WEIGHT) for row in _asked()]
    told += [
        (Example(in_ordinary_spelling(row.text), row.label), weight)
        for row, weight in told
        if fold(in_ordinary_spelling(row.text)) != fold(row.text)
    ]
    labels = np.array([LABELS.index(row.label) for row, _ in told])
    return [row.text for row, _ in told], labels, np.array([weight for _, weight in told])


def _asked() -> Iterator[Example]:
    """The examples of the intents: calm, but those of danger."""
    for text, intent in intent_examples(_DATA / "intents"):
        yield Example(text, _CRISIS if intent == _CRISIS else LABELS[0])


def _matrix(texts: Sequence[str]) -> csr_matrix:
    """A row of length 1 for each text."""
    found = [places(text) for text in texts]
    ends = np.cumsum([0, *map(len, found)])
    values = np.concatenate([np.full(len(row), 1 / np.sqrt(len(row) or 1), np.float32) for row in found])
    return csr_matrix((values, np.concatenate(found).astype(int), ends), shape=(len(texts), PLACES))


def _learnt(rows: csr_matrix, wanted: np.ndarray, weights: np.ndarray) -> Tuple[np.ndarray, float, float]:
    """Weights in whole steps, how large a step is, and where to start."""
    regression = LogisticRegression(
        C=_STRENGTH, solver="liblinear", dual=True, tol=0.01, max_iter=_STEPS, random_state=0
    )
    regression.fit(rows, wanted, sample_weight=weights)
    step = float(np.abs(regression.coef_).max() / _FINEST)
    whole = np.round(regression.coef_[0] / step)
    whole[np.abs(whole) < _TOO_SMALL] = 0
    return whole.astype(np.int8), step, float(regression.intercept_[0])


if __name__ == "__main__":
    main()
