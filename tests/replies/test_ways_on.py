"""A yes, no or skip that steers nothing leads on, and words that need a letter find it."""

import pytest

from actions.crisis import CrisisSignal
from actions.replies.asked import Asked
from actions.replies.knowledge import Knowledge
from actions.replies.passages import Question
from actions.replies.ways_on import go_on
from tests.replies.said import after, pressed, said

NOTHING = Asked(())


@pytest.mark.parametrize(
    "text", ["jag har inte fått svar", "jag har inte fått något svar", "ingen har svarat"]
)
@pytest.mark.parametrize("likely", [{"nekad-sip#inget-svar": 0.4}, {}])
def test_who_has_got_no_answer_finds_the_reminder(
    known: Knowledge, text: str, likely: dict[str, float]
) -> None:
    spoken = go_on(known, said(text, "hoppa-over", likely=likely), after(), NOTHING)
    titles = [button.title for button in spoken.replies[-1].buttons]
    assert "Påminnelse när du inte har fått svar" in titles


@pytest.mark.parametrize("word", ["nej", "hoppa över"])
def test_a_plain_no_gets_ways_on(known: Knowledge, word: str) -> None:
    turn = said(word, "nej", likely={"nekad-sip#inget-svar": 0.4})
    (first,) = go_on(known, turn, after(), NOTHING).replies
    assert first.text == known.phrases("nothing_more")
    (after_answer,) = go_on(known, turn, after(last_topic="kostnad"), NOTHING).replies
    assert after_answer.text == known.phrases("what_next")


def test_a_heavy_no_is_met_with_care_first(known: Knowledge) -> None:
    heavy = said("nej, jag gråter bara", "nej", danger=CrisisSignal("general", "heavy", acute=0.1))
    care, ways = go_on(known, heavy, after(), NOTHING).replies
    assert care.custom == {"care": "heavy"} and ways.text == known.phrases("nothing_more")


def test_a_pressed_button_needs_no_letter(known: Knowledge) -> None:
    (reply,) = go_on(known, pressed("nej"), after(), NOTHING).replies
    assert reply.text == known.phrases("nothing_more")


def test_a_question_beside_it_is_answered(known: Knowledge) -> None:
    asked = Asked((Question("samtycke"),))
    (reply,) = go_on(known, said("nej, men samtycke då", "nej"), after(), asked).replies
    assert reply.custom["topic"] == "samtycke"
