"""The operator's own number for SIP is the first of the contacts in the chat, where the place is its own."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from actions.settings import Settings
from tests.operators.test_operator_file import write
from tests.site import TestClient, compiled_build, open_app

SENDER = "own-door-test-000000"
SWITCHBOARD = {
    "id": "1491",
    "kind": "kommun",
    "name": "Ulricehamns kommun",
    "side": "kommun",
    "url": "https://www.ulricehamn.se/",
    "verified": True,
    "as_of": "2022",
    "why": "Växeln",
}
DOORS: list[dict[str, Any]] = [
    {"text": "Hit kan du vända dig:\n\n- **0321-1** Växeln\n- **1177** Vårdcentralen"},
    {"custom": {"topic": "hitta-kontakt", "contacts": [SWITCHBOARD], "municipality": "1491"}},
    {
        "text": "Så här kan du säga.",
        "buttons": [{"title": "Skriv en begäran", "payload": "/skriva-begaran"}],
        "custom": {"topic": "hitta-kontakt"},
    },
]


@pytest.fixture(scope="module")
def offered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    file = write(tmp_path_factory.mktemp("operator"))
    settings = Settings(build=compiled_build(), operators=str(file), rate_limit=0)
    with TestClient(open_app(settings), base_url="http://ett.test") as running:
        yield running


def asked(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, said: list[dict[str, Any]], host: str = "ett.test"
) -> dict[str, Any]:
    """The message with the contacts, as the service hands it on."""

    async def send(*_: object) -> list[dict[str, Any]]:
        return [{"recipient_id": SENDER, **one} for one in copy.deepcopy(said)]

    monkeypatch.setattr(client.app.state.site.rasa, "send", send)  # type: ignore[attr-defined]
    words = {"sender": SENDER, "message": "vem ska jag ringa"}
    reply = client.post(f"http://{host}/webhooks/rest/webhook", json=words)
    first: dict[str, Any] = reply.json()[0]
    return first


def with_place(code: str | None) -> list[dict[str, Any]]:
    said = copy.deepcopy(DOORS)
    said[1]["custom"]["municipality"] = code
    return said


@pytest.mark.parametrize("code", ["1491", None])
def test_it_comes_first_with_its_hours(
    offered: TestClient, monkeypatch: pytest.MonkeyPatch, code: str | None
) -> None:
    message = asked(offered, monkeypatch, with_place(code))
    own, switchboard = message["custom"]["contacts"]
    assert (own["kind"], own["side"], own["phone"]) == ("eget-nummer", "kommun", "0321-59 50 99")
    assert own["addressed"] == "Kommun Ett" and "vardagar 9–11" in own["why"]
    assert switchboard["id"] == "1491"
    assert message["text"].split("\n")[2:4] == [
        "- **0321-59 50 99** Kommun Ett, frågor om SIP (vardagar 9–11)",
        "- **0321-1** Växeln",
    ]


def test_it_is_not_the_number_of_another_place(offered: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    message = asked(offered, monkeypatch, with_place("1495"))
    assert [one["id"] for one in message["custom"]["contacts"]] == ["1491"]
    assert "Kommun Ett" not in message["text"]


def test_the_place_decides_on_the_page_of_another_operator(
    offered: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = asked(offered, monkeypatch, with_place("1491"), "annat.test")["custom"]["contacts"][0]
    assert own["addressed"] == "Kommun Ett"
    without = asked(offered, monkeypatch, with_place(None), "annat.test")["custom"]["contacts"]
    assert len(without) == 1  # that operator has no number of its own for SIP


def test_it_is_not_shown_where_no_request_helps(offered: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    said = copy.deepcopy(DOORS)
    said[2]["buttons"] = [{"title": "Sök en annan plats", "payload": '/hitta-kontakt{"plats": "annan"}'}]
    assert "Kommun Ett" not in asked(offered, monkeypatch, said)["text"]
