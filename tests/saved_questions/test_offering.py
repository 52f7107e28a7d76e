"""A person is asked only where the chat did not understand, never in danger or in the middle of a letter."""

from typing import Any

import pytest

from actions.crisis.texts import care_words
from bot.web.state import Site
from tests.saved_questions.conftest import MISS, ask
from tests.site import TestClient


def offered(messages: list[dict[str, Any]]) -> list[str]:
    return [one["custom"]["may_save"] for one in messages if "may_save" in one.get("custom", {})]


@pytest.mark.parametrize("topic", ["oklart", "utanfor-amnet"])
def test_who_was_not_understood_is_asked_and_sees_the_words(
    client: TestClient, inside: Site, topic: str
) -> None:
    inside.rasa.reply = [{"text": "Hm.", "custom": {"topic": topic}}]  # type: ignore[attr-defined]
    assert offered(ask(client, "vem betalar taxin dit?")) == ["vem betalar taxin dit?"]


def test_what_points_at_somebody_is_masked_before_it_is_shown(client: TestClient) -> None:
    (words,) = offered(ask(client, "skriv till eva@example.org eller Storgatan 12, 070-174 06 05, om taxin"))
    assert words == "skriv till ••• eller •••, •••, om taxin"


def test_a_button_that_says_none_of_these_means_the_question_before(client: TestClient) -> None:
    assert offered(ask(client, "/inget-av-detta")) == [""]
    assert offered(ask(client, "/hjalp")) == []


def test_nobody_is_asked_when_the_question_was_answered(client: TestClient, inside: Site) -> None:
    for reply in (
        [{"text": "En plan.", "custom": {"topic": "vad-ar-sip"}}],
        [{"text": "En plan.", "custom": {"topic": "vad-ar-sip"}}, MISS],
        [{"text": "Ett ord utan ämne."}],
    ):
        inside.rasa.reply = reply  # type: ignore[attr-defined]
        assert offered(ask(client, "vad är en sip")) == []


def test_nobody_is_asked_in_danger_or_when_a_word_of_care_was_called_for(
    client: TestClient, inside: Site
) -> None:
    care = care_words().text("heavy", "")
    assert offered(ask(client, "jag orkar inte mer med allt")) == []
    for first in (
        {"text": "Ring **112**.", "custom": {"topic": "kris"}},
        {"text": care, "custom": {"care": "heavy"}},
    ):
        inside.rasa.reply = [first, MISS]  # type: ignore[attr-defined]
        assert offered(ask(client, "det där andra")) == []
    inside.rasa.reply = [{"text": care, "custom": {"care": "urgent"}}, MISS]  # type: ignore[attr-defined]
    assert offered(ask(client, "det där andra")) == []


def test_nobody_is_asked_in_the_middle_of_a_task(client: TestClient, inside: Site) -> None:
    for step in ("draft.goals", "prepare.questions", "contact.place"):
        inside.rasa.reply = [MISS, {"text": "Vad är svårt?", "custom": {"step": step}}]  # type: ignore[attr-defined]
        assert offered(ask(client, "det där andra")) == []


def test_by_default_nobody_is_ever_asked(closed: TestClient) -> None:
    assert offered(ask(closed, "vem betalar taxin dit?")) == []


def test_the_chat_without_javascript_does_not_ask(client: TestClient) -> None:
    page = client.post("/chatta", data={"text": "vem betalar taxin dit?"}).text
    assert "Vad menar du?" in page and "may_save" not in page
