"""The chat without JavaScript: it holds a conversation, keeps nothing, and says only what it has said."""

from typing import Any

import pytest

from actions.settings import ROOT
from bot.web.rasa_client import RasaAway
from tests.site import TestClient
from tests.web.reading import Page

IDENTITY_NUMBER = "19811228-9874"  # Skatteverket's published test number


class Stage:
    """Plays Rasa: remembers who said what and answers with `reply`, or is away."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.steps: list[str] = []
        self.forgotten: list[str] = []
        self.reply: list[dict[str, Any]] = [{"text": "Det kostar inget.", "custom": {"topic": "kostnad"}}]
        self.away = False

    async def send(self, sender: str, message: str, message_id: str, *rest: object) -> list[dict[str, Any]]:
        if self.away:
            raise RasaAway("starting")
        self.ids.append(message_id)
        self.steps.append(str(rest[-1]))
        self.heard.append((sender, message))
        return [{"recipient_id": sender, **one} for one in self.reply]

    async def forget(self, sender: str) -> None:
        self.forgotten.append(sender)


@pytest.fixture
def rasa(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> Stage:
    stage = Stage()
    state = client.app.state.site  # type: ignore[attr-defined]
    monkeypatch.setattr(state.rasa, "send", stage.send)
    monkeypatch.setattr(state.rasa, "forget", stage.forget)
    monkeypatch.setattr(state.limiter, "_per_minute", 0)
    return stage


def form(html: str) -> dict[str, str]:
    hidden = [field for field in Page(html).all("input") if field.get("type") == "hidden"]
    return {field["name"]: field["value"] for field in hidden if field["name"] != "draft"}


def test_a_conversation_goes_on_under_one_key_and_shows_what_was_said(
    client: TestClient, rasa: Stage
) -> None:
    first = client.post("/chatta", data={**form(client.get("/chatta").text), "text": "vad kostar det?"})
    second = client.post("/chatta", data={**form(first.text), "text": "och för barn?"})
    for words in ("vad kostar det?", "Det kostar inget.", "och för barn?"):
        assert words in second.text
    assert [message for _, message in rasa.heard] == ["vad kostar det?", "och för barn?"]
    assert len({sender for sender, _ in rasa.heard}) == 1
    assert second.headers["cache-control"] == "no-store" and "set-cookie" not in second.headers


def test_a_page_sent_again_is_the_same_message_and_the_same_words_later_are_another(
    client: TestClient, rasa: Stage
) -> None:
    words = {"text": "jag vet inte"}
    start = form(client.get("/chatta").text)
    first = client.post("/chatta", data={**start, **words})
    client.post("/chatta", data={**start, **words})
    client.post("/chatta", data={**form(first.text), **words})
    sent, again, later = rasa.ids
    assert sent == again != later


def test_a_message_tells_which_step_its_page_asked(client: TestClient, rasa: Stage) -> None:
    start = form(client.get("/chatta").text)
    rasa.reply = [{"text": "Vad är svårt?", "custom": {"step": "draft.situation"}}]
    asked = form(client.post("/chatta", data={**start, "text": "för mig själv"}).text)
    rasa.reply = [{"text": "Vad är viktigast?", "custom": {"step": "draft.important"}}]
    client.post("/chatta", data={**asked, "text": "allt"})
    client.post("/chatta", data={**asked, "text": "allt"})
    assert rasa.steps == ["None", "draft.situation", "draft.situation"]


def test_a_text_in_another_language_says_which_and_where_its_lines_begin(
    client: TestClient, rasa: Stage
) -> None:
    marks = [{"lang": "ar", "dir": "rtl"}]
    rasa.reply = [
        {"text": "اتصل بالرقم **112**.\n\nRing **112**.", "custom": {"topic": "kris", "paragraphs": marks}}
    ]
    first = client.post("/chatta", data={**form(client.get("/chatta").text), "text": "مرحبا"}).text
    arabic = '<div lang="ar" dir="rtl"><p>اتصل بالرقم <a href="tel:112">'
    assert arabic in first and "</div><p>Ring <a" in first
    assert arabic in client.post("/chatta", data={**form(first), "text": "hej"}).text


def test_a_pressed_suggestion_shows_its_words_and_sends_its_payload(client: TestClient, rasa: Stage) -> None:
    html = client.post("/chatta", data={**form(client.get("/chatta").text), "val": "/vad-ar-sip"}).text
    assert rasa.heard[-1][1] == "/vad-ar-sip"
    assert "Vad är en SIP?</bdi></li>" in html


def test_only_a_button_that_was_offered_can_be_pressed(client: TestClient, rasa: Stage) -> None:
    client.post("/chatta", data={**form(client.get("/chatta").text), "val": "/samtycke"})
    assert rasa.heard == []


def test_a_link_opens_the_chat_at_a_topic_or_a_task(client: TestClient, rasa: Stage) -> None:
    assert "Det kostar inget." in client.get("/chatta?sip=kostnad").text
    client.get("/chatta?sip=draft")
    assert [message for _, message in rasa.heard] == ["/kostnad", "/skriva-begaran"]


def test_nobody_else_can_put_words_into_the_conversation(client: TestClient, rasa: Stage) -> None:
    fields = form(client.post("/chatta", data={**form(client.get("/chatta").text), "text": "hej"}).text)
    forged = {
        **fields,
        "samtal": fields["samtal"].replace("Det kostar inget.", "Det kostar 900 kronor."),
        "text": "ja",
    }
    assert "900 kronor" not in client.post("/chatta", data=forged).text
    assert rasa.heard[-1][0] != fields["nyckel"]


def test_another_site_cannot_choose_the_key_of_a_conversation(client: TestClient, rasa: Stage) -> None:
    fields = {**form(client.get("/chatta").text), "text": "hej"}
    client.post("/chatta", data=fields, headers={"Sec-Fetch-Site": "cross-site"})
    assert rasa.heard[-1][0] != fields["nyckel"]


def test_an_identity_number_is_stopped_and_the_words_can_be_changed(client: TestClient, rasa: Stage) -> None:
    page = client.post(
        "/chatta", data={**form(client.get("/chatta").text), "text": f"jag är {IDENTITY_NUMBER}"}
    )
    assert page.status_code == 422 and "personnummer" in page.text
    assert rasa.heard == [] and IDENTITY_NUMBER not in form(page.text)["samtal"]


@pytest.mark.parametrize(("text", "why"), [("", "tomt"), ("a" * 2001, "för långt")])
def test_a_message_that_cannot_be_sent_is_explained(
    client: TestClient, rasa: Stage, text: str, why: str
) -> None:
    page = client.post("/chatta", data={**form(client.get("/chatta").text), "text": text})
    assert page.status_code == 422 and why in page.text


def test_while_the_chat_starts_the_words_are_kept_in_the_field(client: TestClient, rasa: Stage) -> None:
    rasa.away = True
    page = client.post("/chatta", data={**form(client.get("/chatta").text), "text": "vad kostar det?"})
    assert page.status_code == 503 and page.headers["retry-after"]
    assert "Chatten startar" in page.text and ">vad kostar det?</textarea>" in page.text
    assert "Vad kostar en SIP?" in page.text, "what search found can be read meanwhile"


def test_what_is_written_is_shown_as_text_only(client: TestClient, rasa: Stage) -> None:
    rasa.reply = [{"text": "**112** <script>alert(1)</script>", "custom": {"topic": "kris"}}]
    html = client.post("/chatta", data={**form(client.get("/chatta").text), "text": "<b>hej</b>"}).text
    assert "<script>alert" not in html and "<b>hej" not in html
    assert '<a href="tel:112"><strong>112</strong></a>' in html


def test_a_finished_draft_can_be_downloaded_and_changed(client: TestClient, rasa: Stage) -> None:
    draft = {"version": 1, "letter": "request", "answers": {"who": "self", "situation": 'Det är "svårt" nu.'}}
    rasa.reply = [{"text": "Klart.", "custom": {"topic": "skriva-begaran", "draft": draft}}]
    html = client.post("/chatta", data={**form(client.get("/chatta").text), "text": "klar"}).text
    kept = next(field["value"] for field in Page(html).all("input") if field.get("name") == "draft")
    file = client.post("/begar-sip/dokument", data={"draft": kept, "format": "txt"})
    assert file.status_code == 200 and 'Det är "svårt" nu.' in file.text


def test_clearing_asks_the_service_to_forget(client: TestClient, rasa: Stage) -> None:
    fields = form(client.get("/chatta").text)
    reply = client.post("/chatta/rensa", data=fields, follow_redirects=False)
    assert (reply.status_code, reply.headers["location"]) == (303, "/chatta")
    assert rasa.forgotten == [fields["nyckel"]]


def test_the_oldest_turns_fall_away_before_the_page_grows_heavy(client: TestClient, rasa: Stage) -> None:
    html = client.get("/chatta").text
    for number in range(25):
        html = client.post("/chatta", data={**form(html), "text": f"fråga {number}."}).text
    assert "fråga 24." in html and "fråga 4." not in html


def test_the_words_are_the_widgets_words(client: TestClient) -> None:
    assert (ROOT / "content" / "interface" / "widget.sv.json").read_text().count("Skriv din fråga")
    assert "Skriv din fråga" in client.get("/chatta").text
