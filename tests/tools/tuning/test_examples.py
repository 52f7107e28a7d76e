"""What the encoder is tuned on: everything people may write that an editor has written down."""

from actions.settings import ROOT
from bot.tools.tuning.examples import Example, tuning_examples

EXAMPLES = tuning_examples(ROOT)


def test_a_question_of_a_passage_is_told_with_its_topic() -> None:
    assert Example("Kan man få en SIP på ett äldreboende?", "aldre/aldreboende", "aldre") in EXAMPLES


def test_danger_is_told_by_how_heavy_it_is() -> None:
    assert {row.weight for row in EXAMPLES} == {"", "calm", "care", "kris"}
