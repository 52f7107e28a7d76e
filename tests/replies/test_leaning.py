"""A message in a talk is read by itself, after the one before it, and after what was answered."""

import pytest

from actions.replies.leaning import Readings, weighed

FEE, TRAVEL, CONSENT, REGRET = "kostnad#avgift", "kostnad#resan", "samtycke#ja", "samtycke#angra"


def likeliest(readings: Readings, answered: str = "") -> str:
    return next(iter(weighed(readings, answered, {answered})))


def test_what_is_plain_by_itself_counts_most() -> None:
    assert likeliest(Readings({FEE: 0.9}, {REGRET: 0.9}, {}), CONSENT) == FEE


def test_half_a_sentence_is_what_it_means_after_the_others() -> None:
    readings = Readings({FEE: 0.2, REGRET: 0.1}, {REGRET: 0.7}, {REGRET: 0.8})
    assert likeliest(readings, CONSENT) == REGRET
    assert likeliest(Readings(readings.by_itself, {}, {})) == FEE


def test_a_talk_stays_with_its_topic_but_does_not_stand_still() -> None:
    alike = Readings({FEE: 0.3, CONSENT: 0.3, REGRET: 0.3}, {}, {})
    assert list(weighed(alike, CONSENT, {CONSENT})) == [REGRET, FEE, CONSENT]
    assert len(set(weighed(alike, "", ()).values())) == 1


def test_the_probabilities_sum_to_one_and_nothing_asked_is_nothing() -> None:
    assert sum(
        weighed(Readings({FEE: 0.2, TRAVEL: 0.1}, {REGRET: 0.5}, {}), FEE, {FEE}).values()
    ) == pytest.approx(1)
    assert weighed(Readings({}, {}, {}), FEE, {FEE}) == {}
