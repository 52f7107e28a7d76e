"""What one request may cost in time and memory, tried with the dearest that is let in."""

import json
import resource
import secrets
import time
from pathlib import Path
from typing import Any

import pytest

from actions.drafting.draft import Draft
from actions.privacy.identifiers import has_identity_number
from bot.web.document_worker import DocumentWorker, TooCostly
from bot.web.http.rate_limit import RateLimiter
from bot.web.http.shared_rate_limit import SharedRateLimiter
from bot.web.incoming_text import spelt_out
from bot.web.known_conversations import Conversations
from bot.web.state import Site
from tests.site import TestClient

WEBHOOK = "/webhooks/rest/webhook"
_MEGABYTE = 1024 * 1024


def draft(**answers: Any) -> dict[str, Any]:
    return {"version": 1, "letter": "request", "answers": answers}


def of_line_breaks(goals: int, lines: int) -> dict[str, Any]:
    return draft(goals=[{"goal": "a\n" * lines} for _ in range(goals)])


@pytest.mark.parametrize("format", ["pdf", "docx", "txt"])
def test_a_draft_of_nothing_but_line_breaks_is_refused_before_it_costs_anything(
    client: TestClient, format: str
) -> None:
    assert client.post(f"/api/documents?format={format}", json=of_line_breaks(20, 2000)).status_code == 413
    form = {"draft": json.dumps(of_line_breaks(20, 2000)), "format": format}
    assert client.post("/begar-sip/dokument", data=form).status_code == 413


@pytest.mark.slow
def test_the_dearest_letter_that_is_let_in_leaves_the_site_as_small_as_it_was() -> None:
    """Made in another process: this one holds no more than the finished files."""
    worker, dearest = DocumentWorker(), Draft.model_validate(of_line_breaks(19, 20))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    try:
        sizes = [len(worker.render(dearest, "pdf").bytes) for _ in range(3)]
        assert worker._process
        status = Path(f"/proc/{worker._process.pid}/status").read_text()
    finally:
        worker.stop()
    peak = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) * 1024
    assert peak < 500 * _MEGABYTE
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before < 30 * _MEGABYTE
    assert all(size < _MEGABYTE for size in sizes)


@pytest.mark.slow
def test_a_letter_that_never_ends_is_ended_and_the_next_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = DocumentWorker()
    monkeypatch.setattr("bot.web.document_worker.MOST_SECONDS", 0.01)
    with pytest.raises(TooCostly, match="slow"):
        worker.render(Draft.model_validate(draft()), "pdf")
    monkeypatch.setattr("bot.web.document_worker.MOST_SECONDS", 30)
    assert worker.render(Draft.model_validate(draft()), "pdf").bytes.startswith(b"%PDF")
    worker.stop()


def test_one_sign_that_stands_for_eighteen_is_counted_as_eighteen(client: TestClient) -> None:
    message = {"sender": secrets.token_hex(16), "message": "ﷺ" * 2000}
    assert client.post(WEBHOOK, json=message).json()["error"] == "message-too-long"


def test_words_of_danger_are_answered_wherever_they_stand_in_what_is_too_long(
    client: TestClient, inside: Site
) -> None:
    inside.limiter = RateLimiter(0)
    story = "Jag bor i ett hus och har en hund. " * 200
    for text in (
        f"{story} Jag vill ta mitt liv.",
        f"Jag vill ta mitt liv. {story}",
        f"{story}{'ﷺ' * 50} jag vill dö",
    ):
        answer = client.post(WEBHOOK, json={"sender": secrets.token_hex(16), "message": text})
        assert answer.status_code == 200 and "112" in answer.text
    calm = client.post(WEBHOOK, json={"sender": secrets.token_hex(16), "message": story})
    assert calm.json()["error"] == "message-too-long"


@pytest.mark.parametrize("path", [WEBHOOK, "/chatta"])
def test_a_long_message_counts_as_several(client: TestClient, inside: Site, path: str) -> None:
    """To understand half a page costs what eight short messages do."""
    inside.limiter = RateLimiter(30, clock=lambda: 0.0)
    statuses = []
    for _ in range(4):
        message = {"sender": secrets.token_hex(16), "message": "ord " * 500, "text": "ord " * 500}
        sent = {"json": message} if path == WEBHOOK else {"data": message}
        statuses.append(client.post(path, **sent).status_code)
    assert 429 not in statuses[:3] and statuses[3] == 429


def test_nobody_can_look_things_up_without_end(client: TestClient, inside: Site) -> None:
    """A search is made anew each time; a page without a query comes from memory."""
    inside.limiter = RateLimiter(1, clock=lambda: 0.0)
    for path in ("/sok?q=sip", "/hitta?plats=Skara", "/begrepp?q=sip", "/api/concepts?q=sip"):
        client.get(path)
    statuses = [client.get("/fragor?q=sip").status_code for _ in range(8)]
    assert statuses[5] == 200 and statuses[-1] == 429
    assert {client.get(path).status_code for path in ("/", "/fragor", "/hitta", "/healthz")} == {200}


def test_the_dearest_search_costs_no_more_than_a_plain_one_of_its_length() -> None:
    assert len(spelt_out("ﷺ" * 200, 200)) == 200


def test_a_client_that_is_refused_costs_nothing_more(
    client: TestClient, inside: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Danger is looked for a while longer than other words are taken in, and then not either."""
    looked = []
    monkeypatch.setattr("bot.web.chat.fallback_replies.urgent", lambda _, text: looked.append(text))
    inside.limiter = RateLimiter(2, clock=lambda: 0.0)  # a busy machine is not given more
    for _ in range(30):
        client.post(WEBHOOK, json={"sender": secrets.token_hex(16), "message": "hej"})
    assert len(looked) <= 2 * 2 + 4 * 2  # twice for those that find Rasa away


def test_nobody_can_begin_conversations_without_end(client: TestClient, inside: Site) -> None:
    now = [0.0]
    inside.limiter, inside.known = RateLimiter(30, lambda: now[0]), Conversations(lambda: now[0])
    begun = 0
    for _ in range(30):  # minutes
        now[0] += 60
        for _ in range(35):
            sender = secrets.token_hex(16)
            client.post(WEBHOOK, json={"sender": sender, "message": "hej"})
            begun += not inside.known.is_new(sender)
    assert begun <= 2 * 60


def test_a_conversation_counts_once_for_all_replicas(
    client: TestClient, inside: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two replicas take turns: whoever talks with both has begun one conversation."""
    inside.shared_limiter = SharedRateLimiter("redis://127.0.0.1:9/0", "hemlig")
    inside.limiter = RateLimiter(30, clock=lambda: 0.0)
    sender, asked = secrets.token_hex(16), []

    async def has_conversation(name: str) -> bool:
        asked.append(name)
        return True

    async def nobody_waits(*_: object) -> float:
        return 0.0

    monkeypatch.setattr(inside.shared_limiter, "has_conversation", has_conversation)
    monkeypatch.setattr(inside.shared_limiter, "wait_seconds", nobody_waits)
    monkeypatch.setattr(
        inside.limiter, "wait_seconds", lambda _, kind, times=1: 9.0 * (kind == "new-conversation")
    )
    reply = client.post(WEBHOOK, json={"sender": sender, "message": "hej"})
    assert reply.status_code == 503 and asked == [inside.rasa.conversation(sender)]


def test_pictures_that_cost_to_draw_are_paced_too(client: TestClient, inside: Site) -> None:
    inside.limiter = RateLimiter(1)
    statuses = [client.get("/affisch/bild.png?amne=finns-inte").status_code for _ in range(4)]
    assert statuses[-1] == 429 and 429 not in statuses[:2]


def test_guesses_at_the_staff_page_are_paced(client: TestClient, inside: Site) -> None:
    wrong = {"Authorization": "Bearer fel"}
    statuses = [client.get(path, headers=wrong).status_code for path in ("/drift", "/metrics") * 8]
    assert statuses[:10] == [401] * 10 and statuses[-1] == 429


def test_a_form_of_plus_signs_is_refused(client: TestClient) -> None:
    assert client.post("/begar-sip", data={"letter": "request", "why": "+46" * 50_000}).status_code == 422


@pytest.mark.slow
def test_ten_times_as_many_plus_signs_cost_about_ten_times_as_much() -> None:
    """Not a hundred times, as a search that begins anew at every sign would."""
    assert _least_seconds("+46" * 10_000) < 30 * _least_seconds("+46" * 1_000)


def _least_seconds(text: str) -> float:
    def once() -> float:
        started = time.thread_time()
        has_identity_number(text)
        return time.thread_time() - started

    return min(once() for _ in range(3))
