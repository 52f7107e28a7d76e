"""An identity number is stopped wherever words come in, whatever the way."""

import json
import secrets
from typing import Any

import pytest

from tests.site import TestClient

NUMBER = "811218-9876"
DRAFT = {"version": 1, "letter": "request", "answers": {"situation": f"Mitt nummer är {NUMBER}"}}


@pytest.mark.parametrize(
    "path",
    [
        "/begrepp?q={}", "/fragor?q={}", "/hitta?plats={}", "/hitta/vardcentraler?plats={}",
        "/begar-sip?plats={}", "/forbered?plats={}", "/affisch?amne={}", "/begrepp/jamfor?a={}&b=sip",
        "/chatta?sip={}", "/api/concepts?q={}", "/api/contacts?place={}", "/sok?q={}",
    ],
)  # fmt: skip
def test_in_an_address_it_is_not_looked_for_and_not_shown_again(client: TestClient, path: str) -> None:
    reply = client.get(path.format(NUMBER))
    assert NUMBER not in reply.text
    assert reply.status_code == 422 or path.startswith("/sok")


def test_the_search_suggests_nothing_for_it(client: TestClient) -> None:
    reply = client.post("/sok/forslag", data={"q": f"mamma {NUMBER}"})
    assert reply.status_code == 422 and NUMBER not in reply.text


@pytest.mark.parametrize("format", ["pdf", "docx", "txt"])
def test_no_letter_is_made_with_it(client: TestClient, format: str) -> None:
    assert client.post(f"/api/documents?format={format}", json=DRAFT).json()["error"] == "identifier"
    form = {"draft": json.dumps(DRAFT), "format": format}
    for path in ("/begar-sip/dokument", "/begar-sip/andra"):
        reply = client.post(path, data=form)
        assert reply.status_code == 422 and NUMBER not in reply.text


@pytest.mark.parametrize("written", [NUMBER, "850709-9804", "19850709-T805", "född 811218, sista fyra 9876"])
def test_the_chat_takes_no_message_with_it(client: TestClient, written: str) -> None:
    message: dict[str, Any] = {"sender": secrets.token_hex(16), "message": f"Hej, {written}"}
    assert client.post("/webhooks/rest/webhook", json=message).json()["error"] == "identifier"


def test_the_plain_form_says_so_and_keeps_what_was_written(client: TestClient) -> None:
    reply = client.post("/begar-sip", data={"letter": "request", "situation": f"{NUMBER} och mer"})
    assert reply.status_code == 422 and "personnummer" in reply.text
