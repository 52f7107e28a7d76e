"""What other programs may count on when they read: health, concepts, contacts, tasks, documents, OpenAPI."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import httpx
import pytest

from tests.drafting.drafts import LETTERS, ordinary

pytestmark = pytest.mark.running

DRAFT = {"version": 1, "letter": "request", "answers": ordinary()}


def get(client: httpx.Client, path: str, **params: Any) -> Any:
    reply = client.get(path, params=params)
    assert reply.status_code == 200, f"{path}: {reply.status_code} {reply.text[:200]}"
    return reply.json()


def test_health_and_readiness_are_told_apart(client: httpx.Client) -> None:
    assert get(client, "/healthz") == {"status": "ok"}
    assert get(client, "/readyz") == {"status": "ready"}


def test_the_concept_bank_can_be_listed_and_searched(client: httpx.Client) -> None:
    everything = get(client, "/api/concepts")
    assert len(everything) >= 7
    assert {"id", "term", "synonyms", "group", "status", "short", "reviewed"} <= set(everything[0])
    assert get(client, "/api/concepts", q="vårdkontakt")[0]["id"] == "fast-vardkontakt"
    assert get(client, "/api/concepts", q="zzzzqqqq") == []


def test_a_concept_carries_its_sources_and_review_date(client: httpx.Client) -> None:
    concept = get(client, "/api/concepts/sip")
    assert concept["sources"] and concept["reviewed"] and concept["review_after"] > concept["reviewed"]


def test_a_concept_can_be_had_as_linked_data(client: httpx.Client) -> None:
    reply = client.get("/api/concepts/sip", headers={"Accept": "application/ld+json"})
    assert reply.headers["content-type"].startswith("application/ld+json")
    assert "@context" in reply.json()
    assert reply.headers["vary"].lower().find("accept") >= 0


@pytest.mark.parametrize(
    "asked", [{"place": "Göteborg"}, {"place": "Kiruna"}, {"place": "1480"}, {"postcode": "541 30"}]
)
def test_contacts_are_given_on_both_sides_wherever_one_lives(
    client: httpx.Client, asked: dict[str, str]
) -> None:
    contacts = get(client, "/api/contacts", **asked)["contacts"]
    assert {"kommun", "region"} <= {contact["side"] for contact in contacts}
    assert all(contact["url"].startswith("https://") or contact.get("phone") for contact in contacts)


def test_an_unknown_place_gets_a_question_and_not_an_error(client: httpx.Client) -> None:
    answer = get(client, "/api/contacts", place="Ankeborg")
    assert answer["question"]


@pytest.mark.parametrize("task", ["draft", "prepare", "contact"])
def test_the_steps_of_each_task_can_be_read(client: httpx.Client, task: str) -> None:
    steps = get(client, f"/api/tasks/{task}")["steps"]
    assert len({step["id"] for step in steps}) == len(steps) >= 3
    assert all(step["question"] and step["why"] and step["field"] for step in steps)


def test_a_request_comes_as_a_pdf(client: httpx.Client) -> None:
    reply = client.post("/api/documents", params={"format": "pdf"}, json=DRAFT)
    assert reply.headers["content-type"] == "application/pdf"
    assert reply.content.startswith(b"%PDF-")
    assert reply.headers["content-disposition"].endswith('.pdf"')


def test_a_request_comes_as_a_word_file(client: httpx.Client) -> None:
    reply = client.post("/api/documents", params={"format": "docx"}, json=DRAFT)
    with ZipFile(BytesIO(reply.content)) as file:
        assert "Min vårdcentral" in file.read("word/document.xml").decode()


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_comes_as_text_with_the_persons_words(client: httpx.Client, letter: str) -> None:
    reply = client.post("/api/documents", params={"format": "txt"}, json={**DRAFT, "letter": letter})
    assert reply.headers["content-type"].startswith("text/plain")
    assert "Min vårdcentral" in reply.text


def test_a_document_is_never_cached(client: httpx.Client) -> None:
    reply = client.post("/api/documents", params={"format": "pdf"}, json=DRAFT)
    assert reply.headers["cache-control"] == "no-store"


def test_the_interface_describes_itself(client: httpx.Client) -> None:
    described = get(client, "/openapi.json")
    promised = {
        "/webhooks/rest/webhook", "/healthz", "/readyz", "/api/concepts", "/api/concepts/{concept_id}",
        "/api/contacts", "/api/tasks/{task_id}", "/api/documents", "/api/conversations/{sender}",
    }  # fmt: skip
    assert promised <= set(described["paths"])
    for path in promised:
        assert all(operation["summary"] for operation in described["paths"][path].values())


def test_the_widget_is_served_for_any_site(client: httpx.Client) -> None:
    for name in ("widget.js", "chat.js", "tasks.js"):
        reply = client.get(f"/{name}", headers={"Origin": "https://kommun.example"})
        assert reply.headers["content-type"].startswith("text/javascript")
        assert reply.headers["access-control-allow-origin"] in {"*", "https://kommun.example"}
        assert reply.headers["cross-origin-resource-policy"] == "cross-origin"
        again = client.get(f"/{name}", headers={"If-None-Match": reply.headers["etag"]})
        assert again.status_code == 304


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("mamma ramlar hela tiden, kan hon få en sip", "/fragor/aldre#"),
        ("jag har inte fått svar på min begäran", "/fragor/nekad-sip#"),
        ("får jag ta med min syster på mötet", "/fragor/stodperson#"),
    ],
)
def test_the_search_understands_what_the_chat_understands(
    client: httpx.Client, words: str, first: str
) -> None:
    html = client.get("/sok", params={"q": words}).text
    assert html.partition('class="hit"><h3><a href="')[2].startswith(first)
