"""What other programs may count on when they talk to the chat."""

import secrets
from typing import Any

import httpx
import pytest

from tests.talking import WEBHOOK, Talk

pytestmark = pytest.mark.running

SIDES = {"kommun", "region", "annan"}
KINDS = {
    "kommun", "vardcentral", "sjukhusavdelning", "psykiatri", "bup", "elevhalsa", "egen-kontakt",
    "patientnamnd", "ivo", "kris",
}  # fmt: skip
STATUSES = {"gäller", "ersatt", "osäker"}


def test_a_reply_has_the_shape_of_rasas_rest_channel(talk: Talk) -> None:
    turn = talk.say("Vad är en SIP?")
    assert turn.messages
    for message in turn.messages:
        assert message["recipient_id"] == talk.sender
        assert set(message) <= {"recipient_id", "text", "buttons", "custom"}
        assert message.get("text") or message.get("custom")
        for button in message.get("buttons") or []:
            assert set(button) == {"title", "payload"}
            assert button["title"] and button["payload"].startswith("/")


def test_an_answer_names_its_topic_and_its_sources(talk: Talk) -> None:
    turn = talk.say("/vad-ar-sip")
    assert turn.last("topic") == "vad-ar-sip"
    sources = turn.last("sources")
    assert sources
    for source in sources:
        assert {"title", "status", "reviewed"} <= set(source) <= {"title", "url", "status", "reviewed"}
        assert source["status"] in STATUSES
        assert source.get("url", "https://").startswith("https://")


def test_an_answer_brings_its_longer_and_easier_form(talk: Talk) -> None:
    forms = talk.say('/vad-ar-sip{"passage": "nytta"}').last("forms")
    assert forms["more"] and forms["easy"] and forms["more"] != forms["easy"]
    assert forms["url"] == "/fragor/vad-ar-sip#nytta"


def test_a_suggestion_can_be_sent_back_as_the_next_message(talk: Talk) -> None:
    title, payload = next(iter(talk.say("/vad-ar-sip").buttons.items()))
    assert talk.press(title).last("topic") == payload.removeprefix("/").partition("{")[0]


def test_a_message_nobody_understands_gets_at_most_three_guesses(talk: Talk) -> None:
    turn = talk.say("blåbärskvast halvmåne trettiosju")
    assert turn.last("topic") in {"oklart", "utanfor-amnet", "hjalp"}
    if turn.last("topic") == "oklart":
        assert len(turn.last("suggestions")) <= 3
    assert turn.buttons


def test_a_concept_is_defined_with_its_id(talk: Talk) -> None:
    turn = talk.say('/begrepp{"begrepp": "huvudman"}')
    assert (turn.last("topic"), turn.last("concept")) == ("begrepp", "huvudman")
    assert turn.last("sources")


def test_contacts_show_both_sides_with_why_and_how_sure(talk: Talk) -> None:
    talk.say('/hitta-kontakt{"plats": "1480"}')
    turn = talk.turns[-1]
    for _ in range(3):
        if turn.last("contacts"):
            break
        turn = talk.say("/hoppa-over")
    contacts: list[dict[str, Any]] = turn.last("contacts")
    assert {"kommun", "region"} <= {contact["side"] for contact in contacts}
    for contact in contacts:
        assert {"id", "kind", "name", "side", "url", "verified", "as_of", "why"} <= set(contact)
        assert contact["kind"] in KINDS and contact["side"] in SIDES
        assert isinstance(contact["verified"], bool)
        assert contact["why"].strip()
        assert "@" not in str(contact), "health details must not be invited by e-mail"


def test_a_draft_reports_its_step_and_hands_back_a_draft_that_becomes_a_letter(
    talk: Talk, client: httpx.Client
) -> None:
    turn = talk.say("/skriva-begaran")
    assert turn.last("step") == "draft.who"
    turn = talk.say('/steg{"steg": "draft.who", "val": "self"}')
    seen = [turn.last("step")]
    while seen[-1] != "draft.review":
        turn = talk.say("/hoppa-over")
        seen.append(turn.last("step"))
        assert len(seen) < 20
    turn = talk.say('/steg{"steg": "draft.review", "val": "done"}')
    draft = turn.last("draft")
    assert draft["version"] == 1 and draft["letter"] == "request" and draft["answers"]["who"] == "self"
    assert client.post("/api/documents", params={"format": "txt"}, json=draft).status_code == 200


def test_conversations_do_not_know_of_each_other(client: httpx.Client) -> None:
    one, other = (Talk(client, secrets.token_hex(16)) for _ in range(2))
    one.say("/skriva-begaran")
    assert one.say('/steg{"steg": "draft.who", "val": "self"}').last("step") == "draft.situation"
    assert other.say("/vad-ar-sip").last("step") is None


def test_erasing_a_conversation_forgets_it(talk: Talk, client: httpx.Client) -> None:
    talk.say("/skriva-begaran")
    talk.say('/steg{"steg": "draft.who", "val": "self"}')
    gone = client.delete(f"/api/conversations/{talk.sender}")
    assert (gone.status_code, gone.content) == (204, b"")
    assert talk.say("/skriva-begaran").last("step") == "draft.who"


def test_erasing_a_conversation_that_never_was_is_fine(client: httpx.Client) -> None:
    assert client.delete(f"/api/conversations/{secrets.token_hex(16)}").status_code == 204


def test_a_site_elsewhere_may_embed_the_chat(service: str, client: httpx.Client) -> None:
    asked = {"Origin": "https://kommun.example", "Access-Control-Request-Method": "POST",
             "Access-Control-Request-Headers": "content-type"}  # fmt: skip
    allowed = client.options(WEBHOOK, headers=asked)
    assert allowed.status_code == 200
    assert allowed.headers["access-control-allow-origin"] in {"*", "https://kommun.example"}
    assert "access-control-allow-credentials" not in allowed.headers
