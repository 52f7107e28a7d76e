"""The cards are gentle: days for the calendar, a question about a vague goal, errors at their field."""

from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import TASKS, Chat, overflow
from tests.browser.conftest import OpenPage
from tests.browser.drafting import answer_all, at_review, fill_in, open_chat

pytestmark = pytest.mark.browser

IDENTITY_NUMBER = "19121212" + "-1212"


def prepare(page: Page, who: str) -> Chat:
    chat = open_chat(page)
    chat.field.fill("/forbereda-mote")
    chat.field.press("Enter")
    expect(chat.card).to_be_visible()
    chat.card.get_by_label(who, exact=True).check()
    chat.save()
    return chat


def go_to(chat: Chat, field: str) -> None:
    """Skips until the card has the field."""
    while chat.card.get_by_label(field, exact=True).count() == 0:
        question = chat.step()
        chat.button(TASKS["skip"]).click()
        expect(chat.card.get_by_role("heading", level=3)).not_to_have_text(question)


def test_the_days_of_the_meeting_go_into_the_calendar(
    page: Page, client: httpx.Client, tmp_path: Path
) -> None:
    chat = prepare(page, "Planen gäller mig")
    go_to(chat, TASKS["day"])
    chat.card.get_by_label(TASKS["day"]).first.fill("2027-01-15")
    chat.card.get_by_label(TASKS["time"]).first.fill("13:00")
    chat.card.get_by_label(TASKS["day"]).last.fill("2027-03-15")
    chat.save()
    expect(chat.card.get_by_text("Mötet: fredag 15 januari 2027 klockan 13.00").first).to_be_visible()
    with page.expect_download() as waiting:
        chat.button(TASKS["calendar"]).click()
    waiting.value.save_as(tmp_path / "sip.ics")
    kept = chat.stored()
    assert kept
    draft = kept["tasks"]["prepare"]["draft"]
    made = client.post("/api/documents?format=ics", json=draft).text
    assert same_for_all((tmp_path / "sip.ics").read_bytes().decode()) == same_for_all(made)


def same_for_all(file: str) -> list[str]:
    return [line for line in file.split("\r\n") if not line.startswith(("UID:", "DTSTAMP:"))]


@pytest.mark.parametrize(
    "who", ["Planen gäller mig", "Jag är närstående eller förälder", "Jag är under 18 år"]
)
def test_everybody_gets_a_sheet_of_their_own(
    page: Page, client: httpx.Client, who: str, tmp_path: Path
) -> None:
    chat = prepare(page, who)
    while not at_review(chat):
        fill_in(chat, "Det här vill jag säga.")
        chat.save()
    with page.expect_download() as waiting:
        chat.button(TASKS["formats"]["txt"]).click()
    waiting.value.save_as(tmp_path / "papper.txt")
    kept = chat.stored()
    assert kept
    made = client.post("/api/documents?format=txt", json=kept["tasks"]["prepare"]["draft"]).text
    assert (tmp_path / "papper.txt").read_text(encoding="utf-8") == made


def test_a_vague_goal_is_asked_about_once_and_kept_as_written(page: Page) -> None:
    chat = open_chat(page)
    chat.start_draft()
    chat.card.get_by_label("Jag själv").check()
    chat.save()
    go_to(chat, TASKS["goalText"])
    question = chat.step()
    chat.card.get_by_label(TASKS["goalText"]).fill("Må bättre")
    chat.button(TASKS["save"]).click()
    expect(chat.card.get_by_text(TASKS["concrete"])).to_be_visible()
    expect(chat.card.get_by_text("Hur märker du att det har blivit bättre?")).to_be_visible()
    assert chat.step() == question
    expect(chat.card.get_by_label(TASKS["goalText"])).to_have_value("Må bättre")
    chat.save()
    assert chat.step() != question


def test_an_identity_number_is_stopped_at_its_field_and_not_kept(page: Page) -> None:
    chat = open_chat(page)
    chat.start_draft()
    chat.card.get_by_label("Jag själv").check()
    chat.save()
    box = chat.card.get_by_role("textbox")
    box.fill(f"Mitt nummer är {IDENTITY_NUMBER}")
    chat.button(TASKS["save"]).click()
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(box).to_be_focused()
    expect(box).to_have_accessible_description(TASKS["errorIdentifier"])
    assert IDENTITY_NUMBER not in str(chat.stored())


def test_a_side_that_is_not_invited_is_pointed_out_gently(page: Page) -> None:
    chat = open_chat(page)
    chat.start_draft()
    chat.card.get_by_label("Jag själv").check()
    chat.save()
    go_to(chat, "Hemtjänsten")
    chat.card.get_by_label("Hemtjänsten").check()
    expect(chat.card.get_by_text(TASKS["sideMissing"]["region"])).to_be_visible()
    chat.card.get_by_label("Vårdcentral", exact=True).check()
    expect(chat.card.get_by_text(TASKS["sideMissing"]["region"])).to_have_count(0)
    group = chat.card.get_by_role("radiogroup", name=f"Vårdcentral: {TASKS['invite']}")
    group.get_by_label(TASKS["invites"]["nej"]).check()
    expect(chat.card.get_by_text(TASKS["sideMissing"]["region"])).to_be_visible()


def test_at_four_hundred_percent_every_card_fits_the_width(open_page: OpenPage) -> None:
    page = open_page(320, 256)
    chat = open_chat(page)
    chat.start_draft()
    chat.card.get_by_label("Jag själv").check()
    chat.save()
    while not at_review(chat):
        fill_in(chat, "Kommunens socialtjänstförvaltningskontor")
        assert overflow(page) == 0
        inner = chat.card.evaluate("card => card.scrollWidth - card.clientWidth")
        assert inner <= 0, chat.step()
        chat.save()
    assert overflow(page) == 0


def test_the_focus_follows_from_question_to_question(page: Page) -> None:
    chat = open_chat(page)
    chat.start_draft()
    answer_all(chat, "Jag själv", "Att få sova.")
    expect(chat.card.get_by_role("heading", level=3)).to_be_focused()
    chat.button(TASKS["changeNamed"].format(title="Mål")).click()
    expect(chat.card.get_by_role("heading", level=3)).to_be_focused()
