"""Who only tells something is listened to: no answer to a question that nobody asked."""

from dataclasses import replace
from typing import Any

import pytest

from actions.content.models import Role
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
    return said(text, **{"intent": "kostnad", "confidence": 0.5, "tells": tells, **more})


def test_who_only_tells_something_is_thanked_and_told_what_may_help(known: Knowledge) -> None:
    likely = {"kostnad#kostar-insatserna": 0.4, "vem-kan-begara#sjalv": 0.3, "kostnad#patientavgift": 0.2}
    spoken = listened(known, tells(likely=likely), BEGUN, ASKED)
    assert spoken is not None
    (reply,) = spoken.replies
    passage = known.store.passages["kostnad#kostar-insatserna"]
    assert reply.text.startswith(known.phrases("heard"))
    assert passage.question in reply.text and passage.variants[Role.RELATIVE] in reply.text
    assert reply.custom["passages"] == [passage.id] and reply.custom["sources"]
    assert [button.payload for button in reply.buttons] == ['/vem-kan-begara{"passage":"sjalv"}']
    assert "last_topic" not in spoken.kept and spoken.kept["misses"] == 0


def test_the_same_words_are_not_said_twice_in_a_row(known: Knowledge) -> None:
    said_before = after(last_topic="kostnad", said=frozenset({f"{known.phrases('heard')} Mer."}))
    again = listened(known, tells(likely={"kostnad#kostar-insatserna": 0.4}), said_before, ASKED)
    assert again and again.replies[0].text.startswith(known.phrases("heard_again"))


def test_the_answer_that_was_just_given_is_not_given_again(known: Knowledge) -> None:
    answered = after(last_topic="kostnad", answered=frozenset({"kostnad#kostar-insatserna"}))
    spoken = listened(known, tells(), answered, ASKED)
    assert spoken and spoken.replies[0].text == f"{known.phrases('heard')} {known.phrases('ask_when')}"


def test_what_would_hardly_help_is_a_button_and_for_a_first_message_not_even_that(known: Knowledge) -> None:
    hardly = tells(likely={"kostnad#kostar-insatserna": 0.1})
    later, first = listened(known, hardly, BEGUN, Asked(())), listened(known, hardly, after(), Asked(()))
    assert later and later.replies[0].text == f"{known.phrases('heard')} {known.phrases('ask_when')}"
    assert [button.title for button in later.replies[0].buttons] == [
        known.store.passages["kostnad#kostar-insatserna"].question
    ]
    assert first and first.replies[0].text == known.phrases("heard_aside")


@pytest.mark.parametrize("frightens", ["sekretess-dokumentation#ta-mina-barn", "efter-motet#personal-skakad"])
def test_nobody_is_told_unasked_what_frightens_or_what_only_staff_ask(
    known: Knowledge, frightens: str
) -> None:
    likely = {frightens: 0.6, "kostnad#kostar-insatserna": 0.3}
    spoken = listened(known, tells("ingen bryr sig om oss", likely=likely), BEGUN, Asked(()))
    assert spoken and spoken.replies[0].custom["passages"] == ["kostnad#kostar-insatserna"]


def test_what_the_chat_is_for_is_said_once(known: Knowledge) -> None:
    told = after(antecedent="det regnar", said=frozenset({known.phrases("heard_aside")}))
    spoken = listened(known, tells(), told, Asked(()))
    assert spoken and spoken.replies[0].text == f"{known.phrases('heard_again')} {known.phrases('ask_when')}"


def test_small_talk_is_no_question_that_cannot_be_answered(known: Knowledge) -> None:
    small_talk = Asked((Question("utanfor-amnet", "utanfor-amnet#allmant-vader-sport-smaprat"),))
    rain = tells("det regnar hela dan här", likely={"kostnad#kostar-insatserna": 0.3})
    first, later = (listened(known, rain, begun, small_talk) for begun in (after(), BEGUN))
    assert first and first.replies[0].text == known.phrases("heard_aside")
    assert later and later.replies[0].text == f"{known.phrases('heard')} {known.phrases('ask_when')}"


def test_who_tells_something_first_that_was_not_understood_is_listened_to(known: Knowledge) -> None:
    likely = {"kostnad#kostar-insatserna": 0.3}
    spoken = not_understood(known, tells(likely=likely), after(), Asked(()))
    assert spoken.replies[0].text.startswith(known.phrases("heard"))
    assert spoken.replies[0].custom["passages"] == ["kostnad#kostar-insatserna"]


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


def test_a_first_message_that_was_understood_and_the_answers_of_a_task_are_read_as_before(
    known: Knowledge,
) -> None:
    assert listened(known, tells(), after(), ASKED) is None
    assert listened(known, tells(), after(last_topic="kostnad", task="draft"), ASKED) is None


def test_what_is_told_so_plainly_that_it_asks_is_answered(known: Knowledge) -> None:
    assert listened(known, tells("jag har fått nej till en sip", confidence=0.9), BEGUN, ASKED) is None


def test_what_is_heavy_is_met_with_care_first(known: Knowledge) -> None:
    turn = tells(danger=CrisisSignal("", "heavy"))
    spoken = listened(known, turn, BEGUN, ASKED)
    assert spoken and [reply.custom.get("care") for reply in spoken.replies] == ["heavy", None]


def test_it_is_listened_to_whether_it_was_understood_or_not(known: Knowledge) -> None:
    for way in (answer_or_ask_back, not_understood):
        assert way(known, tells(), BEGUN, ASKED).replies[0].text.startswith(known.phrases("heard"))


def test_who_sounds_heavy_and_asks_nothing_is_listened_to_where_no_answer_is_sure(known: Knowledge) -> None:
    heavy = CrisisSignal("suicide", "heavy", heavy=0.97)
    turn = tells("ibland kör jag bara förbi avfarten", tells=0.1, danger=heavy)
    doubted = replace(ASKED, in_doubt=True)
    assert listened(known, turn, BEGUN, doubted)
    assert listened(known, turn, BEGUN, ASKED) is None
    assert listened(known, replace(turn, danger=None), BEGUN, doubted) is None
