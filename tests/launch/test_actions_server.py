"""The action server speaks Rasa's webhook protocol and gives nothing away when something breaks."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from rasa_sdk import Action

from actions.rasa_actions.services import services
from actions.settings import get_settings
from bot import actions_server
from tests.site import TestClient, compiled_build

TOKEN = "a-token-of-the-tests"
pytestmark = pytest.mark.slow


class ActionThatBreaks(Action):
    def name(self) -> str:
        return "action_that_breaks"

    def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[Any]:
        raise ValueError("boom")


@contextmanager
def serving(token: str) -> Iterator[TestClient]:
    """The action server over the compiled content, with this token."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SIP_BUILD", str(compiled_build()))
        patch.setenv("SIP_RASA_TOKEN", token)
        for cached in (get_settings, services):
            cached.cache_clear()
        yield TestClient(actions_server.create_app(), raise_server_exceptions=False)
    for cached in (get_settings, services):
        cached.cache_clear()


@pytest.fixture(scope="module")
def server() -> Iterator[TestClient]:
    with serving(TOKEN) as client:
        yield client


def call(action: str, text: str) -> dict[str, Any]:
    message = {"text": text, "intent": {"name": "vad-ar-sip", "confidence": 1.0}, "entities": []}
    tracker = {"sender_id": "s" * 16, "slots": {}, "latest_message": message, "events": [], "active_loop": {}}
    return {"next_action": action, "sender_id": "s" * 16, "tracker": tracker, "version": "3.6.21"}


def test_an_action_answers(server: TestClient) -> None:
    reply = server.post(f"/webhook?token={TOKEN}", json=call("action_answer", "vad är en sip"))
    assert reply.status_code == 200
    assert reply.json()["responses"][0]["custom"]["topic"] == "vad-ar-sip"


@pytest.mark.parametrize("query", ["", "?token=", "?token=another", f"?token={TOKEN}x", "?token=%C3%A5"])
def test_nobody_without_the_token_runs_an_action(server: TestClient, query: str) -> None:
    assert server.post(f"/webhook{query}", json=call("action_answer", "vad är en sip")).status_code == 401


def test_a_server_without_a_token_lets_nobody_in() -> None:
    with serving("") as client:
        assert client.post("/webhook?token=", json=call("action_answer", "hej")).status_code == 401


def test_an_unknown_action_is_told_apart(server: TestClient) -> None:
    reply = server.post(f"/webhook?token={TOKEN}", json=call("action_unheard_of", "hej"))
    assert reply.status_code == 404
    assert reply.json()["action_name"] == "action_unheard_of"


def test_an_error_never_repeats_what_somebody_wrote(
    server: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    reply = server.post(f"/webhook?token={TOKEN}", json=call("action_that_breaks", "min hemlighet"))
    assert reply.status_code == 500
    assert "hemlighet" not in reply.text
    assert "hemlighet" not in caplog.text


def test_it_says_when_it_is_up(server: TestClient) -> None:
    assert server.get("/health").json() == {"status": "ok"}
