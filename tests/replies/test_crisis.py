"""Which danger the crisis answer speaks of."""

import pytest

from actions.crisis import CrisisSignal
from actions.replies.crisis import told

VIOLENCE = CrisisSignal("violence", "acute", "other")


@pytest.mark.parametrize(
    ("words", "situation"),
    [
        ("han har sagt att han lika gärna kan dö när han kommer hem", "suicide"),
        ("hon skär sej, å hon vill inte att föräldrarna får veta", "self-harm"),
        ("han slår mig", "violence"),
    ],
)
def test_written_words_of_suicide_and_self_harm_get_their_own_line(words: str, situation: str) -> None:
    assert told(words, VIOLENCE)[0] == situation


def test_where_no_word_says_it_the_model_does() -> None:
    assert told("det var inte han, det var dörren", VIOLENCE)[0] == "violence"
    assert told("det var inte han, det var dörren")[0] == "general"
