"""A client with cards owns its tasks: nothing is begun, moved or kept for it here."""

from typing import Any

import httpx
import pytest

from tests.talking import WEBHOOK, Talk

pytestmark = pytest.mark.running

STEP = {"task": "draft", "step": "situation"}


def say(talk: Talk, message: str, context: dict[str, str]) -> list[dict[str, Any]]:
    reply = talk.client.post(WEBHOOK, json={"sender": talk.sender, "message": message, "context": context})
    assert reply.status_code == 200, reply.text
    return [row.get("custom") or {} for row in reply.json()]


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("/skriva-begaran", {"task": "draft"}),
        ('/skriva-begaran{"val":"reminder"}', {"task": "draft", "letter": "reminder"}),
        (
            "jag vill skriva en begäran för min mamma",
            {"task": "draft", "prefilled": {"who": "relative", "relation": "mother"}},
        ),
        ("/forbereda-mote", {"task": "prepare"}),
    ],
)
def test_a_task_is_answered_with_the_card_to_open_and_no_step(
    talk: Talk, message: str, told: dict[str, Any]
) -> None:
    [custom] = [row for row in say(talk, message, {}) if "task" in row]
    assert {key: custom.get(key) for key in told} == told
    assert "step" not in custom
    assert [row.get("step") for row in say(talk, "vad kostar en SIP?", {})] == [None]


def test_an_answer_is_handed_back_and_not_kept(talk: Talk) -> None:
    assert say(talk, "När jag ringer BUP svarar ingen", STEP) == [{"for_card": True}]
    assert [row.get("topic") for row in say(talk, "/skriva-begaran", {})] == ["skriva-begaran"]
    turn = talk.say("/skriva-begaran")
    assert turn.last("step") == "draft.who" and "BUP" not in turn.text


def test_a_question_is_answered_and_no_step_is_asked(talk: Talk) -> None:
    [custom] = say(talk, "vad kostar en SIP?", STEP)
    assert custom["topic"] == "kostnad" and "step" not in custom


def test_danger_is_met_beside_a_card(talk: Talk) -> None:
    assert [row.get("topic") for row in say(talk, "jag vill inte leva längre", STEP)] == ["kris"]


def test_the_chats_own_question_ends_where_a_card_goes_on(talk: Talk) -> None:
    assert say(talk, "/hitta-kontakt", {})[-1]["step"] == "contact.place"
    assert say(talk, "hon ramlar ofta", STEP) == [{"for_card": True}]
    assert "step" not in say(talk, "vad kostar en SIP?", STEP)[-1]


def test_words_are_answered_as_a_question_when_no_card_is_named(talk: Talk) -> None:
    assert say(talk, "kostnader för en SIP", {})[0]["topic"] == "kostnad"


def test_a_context_that_is_none_is_refused(client: httpx.Client, talk: Talk) -> None:
    for context in ({"task": "poem"}, {"step": "x" * 50}, {"task": "draft", "step": "<b>"}, "draft"):
        body = {"sender": talk.sender, "message": "hej", "context": context}
        assert client.post(WEBHOOK, json=body).status_code == 422
