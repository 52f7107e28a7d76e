"""Without JavaScript the recipient is found inside the form, and nothing that was written is lost."""

import pytest

from tests.site import TestClient
from tests.web.reading import Page


@pytest.fixture(autouse=True)
def as_many_as_you_like(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client.app.state.site.limiter, "_per_minute", 0)  # type: ignore[attr-defined]


WORDS = "Ingen vet vem som gör vad."


def ask(client: TestClient, **fields: str) -> str:
    """The page after a button of the form was pressed."""
    names = {name.replace("__", "."): value for name, value in fields.items()}
    sent = {"who": "self", "letter": "request", "situation": WORDS, **names}
    response = client.post("/begar-sip", data=sent)
    assert response.status_code == 200
    return response.text


def offered(html: str) -> list[str]:
    boxes = Page(html).all("input")
    return [box["value"] for box in boxes if box.get("name") == "recipient.chosen" and box["value"]]


def test_a_place_gives_recipients_on_both_sides_and_keeps_what_was_written(client: TestClient) -> None:
    html = ask(client, recipient__place="541 30", recipient__find="1")
    assert offered(html) == ["Skövde kommun", "Vårdcentralen"]
    assert WORDS in html


def test_the_situation_decides_who_is_offered(client: TestClient) -> None:
    html = ask(client, recipient__place="Skövde", recipient__situation="barn", recipient__find="1")
    assert len(offered(html)) >= 2 and "Vårdcentralen" not in offered(html)[:1]


def test_the_one_who_is_chosen_stands_on_the_letter(client: TestClient) -> None:
    html = ask(client, recipient__place="Skövde", recipient__chosen="Skövde kommun")
    assert "Till: Skövde kommun" in html or "Till Skövde kommun" in html


def test_a_name_of_ones_own_still_works(client: TestClient) -> None:
    html = ask(client, recipient__place="Skövde", recipient__chosen="", recipient="Min läkare")
    assert "Min läkare" in html and WORDS in html


def test_a_place_that_could_be_several_is_asked_about(client: TestClient) -> None:
    html = ask(client, recipient__place="Alunda", recipient__find="1")
    codes = [button["value"] for button in Page(html).all("button") if button.get("name") == "recipient.code"]
    assert codes == ["0380", "0382"]
    html = ask(client, recipient__place="Alunda", recipient__code="0382")
    assert offered(html)[0] == "Östhammars kommun" and WORDS in html


@pytest.mark.parametrize("place", ["Ankeborg", "", "x" * 300])
def test_an_unknown_place_is_asked_for_again_and_takes_nothing_away(client: TestClient, place: str) -> None:
    html = ask(client, recipient__place=place, recipient__situation="y" * 90, recipient__find="1")
    assert "Skriv kommunens namn eller" in html and WORDS in html
    assert "Skövde kommun" not in offered(html)


def test_from_the_contacts_to_the_letter(client: TestClient) -> None:
    page = Page(client.get("/hitta?plats=Skövde&annan=1").text)
    link = next(link for link in page.links if link.startswith("/begar-sip?plats="))
    form = Page(client.get(link.replace("&amp;", "&")).text)
    carried = {box["name"]: box["value"] for box in form.all("input") if box.get("type") == "hidden"}
    html = client.post("/begar-sip", data={**carried, "goto": "recipient"}).text
    assert offered(html)[0] == "Skövde kommun"
