"""While Rasa is away: the site stands, crisis words are answered, search helps, and it is said."""

import asyncio
import secrets
from pathlib import Path
from typing import Any

import pytest

from bot.web.http.rate_limit import RateLimiter
from bot.web.notice import NoticeFile
from bot.web.rasa_client import RasaAway
from bot.web.state import Site
from tests.site import TestClient

WEBHOOK = "/webhooks/rest/webhook"


def ask(client: TestClient, message: str) -> Any:
    return client.post(WEBHOOK, json={"sender": secrets.token_hex(16), "message": message})


@pytest.mark.parametrize("path", ["/", "/fragor/vad-ar-sip", "/begrepp/sip", "/hitta?plats=Skara"])
def test_the_site_stands(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 200


def test_readiness_says_that_the_chat_is_not_there(client: TestClient) -> None:
    reply = client.get("/readyz")
    assert (reply.status_code, reply.json()["error"]) == (503, "starting")


@pytest.mark.parametrize("silent", ["", "/health", "/model/parse", "/conversations/"])
def test_readiness_is_only_said_when_every_part_of_the_chat_answers(
    inside: Site, monkeypatch: pytest.MonkeyPatch, silent: str
) -> None:
    """Also what conversations are kept in: with Redis away no message can be answered."""

    async def call(method: str, url: str, said: object = None) -> bytes:
        if silent and silent in url:
            raise RasaAway("status-500")
        return b""

    monkeypatch.setattr(inside.rasa, "_call", call)
    assert asyncio.run(inside.rasa.is_ready()) is not bool(silent)


def test_crisis_words_get_the_crisis_answer(client: TestClient) -> None:
    reply = ask(client, "jag vill inte leva längre")
    assert reply.status_code == 200
    assert reply.json()[0]["custom"]["topic"] == "kris"
    assert "112" in reply.json()[0]["text"]


@pytest.mark.parametrize("number", ["", " mitt nummer är 811218-9876"])
def test_crisis_words_are_answered_however_much_was_written_before_and_whatever_stands_beside_them(
    client: TestClient, number: str
) -> None:
    for _ in range(8):
        reply = ask(client, f"jag vill inte leva längre{number}")
        assert (reply.status_code, reply.json()[0]["custom"]["topic"]) == (200, "kris")
        assert "811218" not in reply.text


def test_a_question_is_refused_for_programs_and_says_what_search_found(client: TestClient) -> None:
    reply = ask(client, "vem bestämmer om samtycke?")
    body = reply.json()
    assert reply.status_code == 503 and int(reply.headers["retry-after"]) > 0
    assert body["error"] == "starting" and "Chatten" in body["message"]
    offered = body["messages"][0]
    assert offered["custom"]["meanwhile"] is True
    assert "samtycke" in offered["custom"]["suggestions"] and len(offered["buttons"]) <= 3


def test_a_chosen_topic_is_answered_in_full(client: TestClient) -> None:
    offered = ask(client, "/vad-ar-sip").json()["messages"][0]
    assert offered["custom"]["topic"] == "vad-ar-sip" and offered["custom"]["sources"]


def test_nothing_is_made_up_when_search_finds_nothing(client: TestClient) -> None:
    body = ask(client, "xqzw jkvbn").json()
    assert set(body) == {"error", "message"}


def test_a_conversation_can_be_erased_when_there_is_nothing_to_erase(client: TestClient) -> None:
    assert client.delete(f"/api/conversations/{secrets.token_hex(16)}").status_code == 204


def test_the_chat_can_be_closed_and_a_notice_shown_without_a_restart(
    client: TestClient, inside: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is content; a broken one changes nothing, and crisis words are answered all the same."""
    now = [0.0]
    follower = NoticeFile(tmp_path, clock=lambda: now[0])
    inside.notice = follower
    inside.limiter = RateLimiter(0)
    monkeypatch.setitem(inside.pages._environment.globals, "notice", follower)
    file = tmp_path / "notice.yml"
    whole = 'notice: "Stängt på <fredag>."\nchat: closed'.encode()
    for written in (whole, b"chat: [", b"chat: kanske", b"\xff"):
        file.write_bytes(written)
        now[0] += 10
        assert "Stängt på &lt;fredag&gt;." in client.get("/fragor?q=a").text
        assert ask(client, "vad är en sip?").json()["error"] == "closed"
        assert ask(client, "jag vill inte leva längre").status_code == 200
        assert client.get("/readyz").json()["error"] == "closed"
    file.write_text("chat: open")
    assert follower().chat == "closed", "looked at again only after a few seconds"
    now[0] += 10
    assert follower().chat == "open" and "fredag" not in client.get("/fragor?q=a").text
