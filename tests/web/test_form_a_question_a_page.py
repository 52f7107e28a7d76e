"""Without JavaScript the form asks one question a page; every press keeps what was written."""

import json

import pytest

from tests.site import TestClient
from tests.web.reading import Page

WORDS = "Ingen vet vem som gör vad."


@pytest.fixture(autouse=True)
def as_many_as_you_like(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client.app.state.site.limiter, "_per_minute", 0)  # type: ignore[attr-defined]


def carried(html: str) -> dict[str, str]:
    """What the form carries along: its hidden fields."""
    return {box["name"]: box["value"] for box in Page(html).all("input") if box.get("type") == "hidden"}


def press(client: TestClient, html: str, **fields: str) -> str:
    """The page after a button was pressed with these fields filled in."""
    names = {name.replace("__", "."): value for name, value in fields.items()}
    response = client.post("/begar-sip", data={**carried(html), **names})
    assert response.status_code == 200
    return response.text


def at(html: str) -> str:
    return carried(html)["at"]


def test_a_question_a_page_leads_to_the_letter(client: TestClient) -> None:
    html = client.get("/begar-sip").text
    assert at(html) == "who"
    html = press(client, html, who="guardian", letter="request")
    assert at(html) == "situation" and "Vad är svårt för barnet" in html
    html = press(client, html, situation=WORDS)
    html = press(client, html, important="Att få gå i skolan", go="paper")
    assert WORDS in html and "Att få gå i skolan" in html and "mitt barn" in html


def test_danger_in_a_field_is_met_on_the_next_page_and_nothing_is_lost(client: TestClient) -> None:
    dark, met = "Jag räknar tabletterna och tar allihop i kväll.", "om du eller någon annan är i fara"
    begun = press(client, client.get("/begar-sip?vem=self").text, situation=dark)
    assert met in begun and at(begun) != "situation"
    calm = press(client, begun, important="Att få gå i skolan")
    assert met not in calm
    assert dark in press(client, calm, go="paper")
    paper = press(client, client.get("/begar-sip?vem=self").text, situation=dark, go="paper")
    assert dark in paper and met in paper


def test_nothing_is_lost_by_going_back_or_changing_person_or_letter(client: TestClient) -> None:
    html = press(client, client.get("/begar-sip?vem=self").text, situation=WORDS)
    html = press(client, html, goals__0__goal="Sova", go="back")
    assert at(html) == "situation" and WORDS in html
    html = press(client, html, situation=f"{WORDS} Alls.", goto="who")
    html = press(client, html, who="relative", letter="withdrawal")
    assert at(html) == "relation"
    html = press(client, html, relation="mother", goto="who")
    html = press(client, html, who="relative", letter="reminder")
    html = press(client, html, relation="mother", goto="situation")
    assert f"{WORDS} Alls." in html and "svårt för din mamma" in html


def test_a_place_alone_shows_who_can_get_the_letter(client: TestClient) -> None:
    html = press(client, client.get("/begar-sip?vem=self").text, goto="recipient")
    html = press(client, html, recipient__place="Skövde", go="next")
    assert at(html) == "recipient" and "Skövde kommun" in html
    finished = press(client, html, recipient__place="Skövde", recipient__chosen="Skövde kommun", go="next")
    assert "Till: Skövde kommun" in finished or "Till Skövde kommun" in finished


def test_an_error_names_its_field_and_leads_to_it(client: TestClient) -> None:
    html = press(client, client.get("/begar-sip?vem=self").text, situation=WORDS)
    data = {**carried(html), "important": "Mitt nummer är 19811228-9874"}
    response = client.post("/begar-sip", data=data)
    page = Page(response.text)
    assert response.status_code == 422
    [field] = [box for box in page.all("textarea") if box.get("aria-invalid")]
    assert field["id"] == "important" and field["aria-describedby"] == "important-error"
    assert "#important" in page.links
    assert "19811228-9874" in response.text, "the words stay, to be corrected"
    assert WORDS in carried(response.text)["kept"]


def test_what_a_form_carries_is_not_trusted(client: TestClient) -> None:
    html = client.get("/begar-sip?vem=self").text
    for kept in ("{", '{"version": 1, "letter": "request", "answers": {"goals": 7}}', "[]"):
        assert client.post("/begar-sip", data={**carried(html), "kept": kept}).status_code == 422


@pytest.mark.parametrize(
    ("slug", "who", "step"),
    [
        ("begar-sip", "self", "situation"),
        ("begar-sip", "relative", "relation"),
        ("forbered", "person", "matters"),
    ],
)
def test_a_finished_paper_is_changed_from_its_first_question(
    client: TestClient, slug: str, who: str, step: str
) -> None:
    letter = "request" if slug == "begar-sip" else "prepare"
    draft = {"version": 1, "letter": letter, "answers": {"who": who}}
    assert at(client.post(f"/{slug}/andra", data={"draft": json.dumps(draft)}).text) == step
