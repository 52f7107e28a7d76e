"""What the encoder is tuned on: everything people may write that an editor has written down."""

import pytest

from actions.settings import ROOT
from bot.tools.tuning.examples import Example, tuning_examples


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    return tuning_examples(ROOT)


def test_a_question_of_a_passage_is_told_with_its_topic(examples: list[Example]) -> None:
    assert Example("Kan man få en SIP på ett äldreboende?", "aldre/aldreboende", "aldre") in examples


def test_danger_is_told_by_how_heavy_it_is(examples: list[Example]) -> None:
    assert {row.weight for row in examples} == {"", "calm", "care", "kris"}
