"""The danger model tells danger from near misses, and knows what kind of danger it is most like."""

import numpy as np
import pytest
from sklearn.svm import SVC

from bot.rasa.components.crisis_guard import EXAMPLES
from bot.rasa.components.danger import _NEAR_MISS_WEIGHT, _REACH, DangerScorer, read_examples

DANGER = ["han slår mig", "jag vill dö", "hon andas inte", "han slår mig igen"]
CALM = ["det slår mig", "jag dör av skratt", "nu kan jag andas ut", "vi slår upp det"]
KINDS = ["våld", "självmord", "akut-sjukdom", "våld"]


@pytest.fixture
def scorer() -> DangerScorer:
    texts = [*DANGER, *CALM]
    return DangerScorer().fit(texts, vectors(texts), [*KINDS, *[""] * len(CALM)], np.zeros(8, dtype=bool))


def vectors(texts) -> np.ndarray:
    """Stand-ins for sentence vectors: danger points one way, calm the other, each text a little aside."""
    side = np.array([[1.0 if text in DANGER else -1.0, 0.0] for text in texts])
    aside = np.eye(8)[[[*DANGER, *CALM].index(text) for text in texts]]
    return np.hstack([side, 0.3 * aside])


def test_danger_scores_higher_than_what_only_sounds_like_it(scorer) -> None:
    high = scorer.probabilities(DANGER, vectors(DANGER))
    low = scorer.probabilities(CALM, vectors(CALM))
    assert high.min() > 0.5 > low.max()


def test_the_kind_of_danger_is_that_of_the_nearest_example(scorer) -> None:
    assert [scorer.category(vectors([text])) for text in DANGER] == KINDS


def test_there_are_examples_of_every_kind_and_as_many_near_misses() -> None:
    near = read_examples(EXAMPLES)
    danger = [category for category in near.categories if category]
    assert set(danger) == {"självmord", "självskada", "våld", "barn", "överdos", "akut-sjukdom"}
    assert len(danger) >= 300
    assert len(near.texts) - len(danger) >= 250
    assert len(set(near.texts)) == len(near.texts)


def test_the_margin_is_the_one_a_support_vector_machine_decides_by(scorer) -> None:
    kinds = scorer._near.order < len(DANGER)
    weights = np.where(kinds, 1.0, _NEAR_MISS_WEIGHT)
    machine = SVC(C=5.0, gamma=_REACH).fit(scorer._near.vectors, kinds, sample_weight=weights)
    margin = scorer._margin(scorer._near.cosines(scorer._near.vectors))
    assert margin == pytest.approx(machine.decision_function(scorer._near.vectors), abs=1e-6)
