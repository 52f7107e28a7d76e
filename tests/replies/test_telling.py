"""Who only tells something is listened to: no answer to a question that nobody asked."""

from typing import Any

import pytest

from actions.crisis import CrisisSignal
from actions.replies.asked import Asked
from actions.replies.knowledge import Knowledge
from actions.replies.not_understood import answer_or_ask_back, not_understood
from actions.replies.passages import Question
from actions.replies.telling import listened
from actions.replies.turn import Turn
from tests.replies.said import after, said

ASKED = Asked((Question("kostnad", "kostnad#kostar-insatserna"),))
BEGUN = after(antecedent="kan mamma få en sip", last_topic="vem-kan-fa-sip")


def tells(text: str = "hon har en arbetsterapeut som är bra", tells: float = 0.8, **more: Any) -> Turn:
    return said(text, "kostnad", tells=tells, **more)


def test_who_only_tells_something_is_thanked_and_offered_what_may_help(known: Knowledge) -> None:
    spoken = listened(known, tells(), BEGUN, ASKED)
    assert spoken and spoken.replies[0].text == known.phrases("heard")
    assert [button.payload for button in spoken.replies[0].buttons] == [
        '/kostnad{"passage":"kostar-insatserna"}'
    ]
    assert "last_topic" not in spoken.kept and spoken.kept["misses"] == 0


def test_the_same_words_are_not_said_twice_in_a_row(known: Knowledge) -> None:
    said_before = after(last_topic="kostnad", said=frozenset({known.phrases("heard")}))
    again = listened(known, tells(), said_before, ASKED)
    assert again and again.replies[0].text == known.phrases("heard_again")
    nothing_near = listened(known, tells(), BEGUN, Asked(()))
    assert nothing_near and nothing_near.replies[0].text == known.phrases("heard_again")


@pytest.mark.parametrize(
    "turn",
    [
        tells("vad kostar det då"),
        tells("hon har en bra arbetsterapeut. får hon vara med"),
        tells("hon har väl det?"),
        tells("jaha men jag är ju hennes mamma"),
        tells(tells=0.3),
    ],
)
def test_who_asks_anything_is_answered(known: Knowledge, turn: Turn) -> None:
    assert listened(known, turn, BEGUN, ASKED) is None


def test_the_first_message_and_the_answers_of_a_task_are_read_as_before(known: Knowledge) -> None:
    assert listened(known, tells(), after(), ASKED) is None
    assert listened(known, tells(), after(last_topic="kostnad", task="draft"), ASKED) is None


def test_what_is_heavy_is_met_with_care_first(known: Knowledge) -> None:
    turn = tells(danger=CrisisSignal("", "heavy"))
    spoken = listened(known, turn, BEGUN, ASKED)
    assert spoken and [reply.custom.get("care") for reply in spoken.replies] == ["heavy", None]


def test_it_is_listened_to_whether_it_was_understood_or_not(known: Knowledge) -> None:
    for way in (answer_or_ask_back, not_understood):
        assert way(known, tells(), BEGUN, ASKED).replies[0].text == known.phrases("heard")
