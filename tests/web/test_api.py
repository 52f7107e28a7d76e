"""Data for programs: what there is comes whole, and what there is not is told as that."""

import json
from typing import Any

import pytest

from actions.drafting.calendar import NoDatesError
from bot.web.document_worker import TooCostly
from bot.web.state import Site
from tests.site import TestClient

DRAFT: dict[str, Any] = {"version": 1, "letter": "request", "answers": {}}


def test_concepts_come_in_the_order_of_the_alphabet_or_by_what_is_looked_for(client: TestClient) -> None:
    terms = [row["term"].casefold() for row in client.get("/api/concepts").json()]
    assert terms == sorted(terms)
    assert client.get("/api/concepts?q=huvudman").json()[0]["id"] == "huvudman"
    assert client.get("/api/concepts/huvudman").json()["sources"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/concepts/finns-inte", 404),
        ("/api/tasks/finns-inte", 404),
        ("/api/contacts?place=Lerum&situation=finns-inte", 422),
        ("/api/contacts?place=Lerum&wants=finns-inte", 422),
        ("/api/contacts?region=zz&wants=bup", 422),
        ("/api/letters/poem.docx", 422),
    ],
)
def test_what_there_is_not_is_told(client: TestClient, path: str, status: int) -> None:
    reply = client.get(path)
    assert reply.status_code == status and reply.json()["message"]


def test_contacts_tasks_letters_and_words_of_danger_can_be_had(client: TestClient) -> None:
    assert client.get("/api/contacts?place=Lerum").json()["municipality_code"] == "1441"
    assert client.get("/api/contacts?region=12&wants=bup").json()["contacts"][0]["id"] == "bup-bup-12"
    assert client.get("/api/tasks/draft").json()["steps"][0]["id"] == "who"
    assert set(client.get("/api/letters").json()) == {"wordings", "common"}
    assert client.get("/api/danger").status_code == 200
    assert client.get("/api/letters/request.docx").content.startswith(b"PK")


def test_a_draft_that_is_none_is_refused_before_anything_is_made(client: TestClient) -> None:
    reply = client.post("/api/documents?format=txt", json={"version": 1, "letter": "poem"})
    assert (reply.status_code, reply.json()["error"]) == (422, "bad-draft")


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [(NoDatesError(), 422, "no-dates"), (TooCostly("slow"), 503, "slow"), (TooCostly("busy"), 503, "busy")],
)
def test_a_letter_that_cannot_be_made_is_told_why(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, code: str
) -> None:
    def fails(*_: object) -> None:
        raise error

    state: Site = client.app.state.site  # type: ignore[attr-defined]
    monkeypatch.setattr(state.letters, "render", fails)
    reply = client.post("/api/documents?format=txt", json=DRAFT)
    assert (reply.status_code, reply.json()["error"]) == (status, code)
    assert status == 422 or reply.headers["Retry-After"]


@pytest.mark.parametrize("body", [b"val=%ff".replace(b"%ff", b"\xff"), b"&".join([b"a=b"] * 300)])
def test_a_body_that_is_no_form_is_refused(client: TestClient, body: bytes) -> None:
    assert client.post("/chatta", content=body).status_code == 422


def test_an_accept_header_decides_the_form_of_a_concept(client: TestClient) -> None:
    linked = client.get("/api/concepts/huvudman", headers={"Accept": "application/ld+json"})
    assert json.loads(linked.text)["@context"]
