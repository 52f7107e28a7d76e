"""A draft outlives a lost connection, a restarted service, a second tab and a change of mind."""

import json
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import TASKS, Chat
from tests.browser.drafting import open_chat, skip_to_review
from tests.browser.traffic import Traffic

pytestmark = pytest.mark.browser

WORDS = "Det är svårt att orka."


def begin(page: Page) -> Chat:
    """A draft with the second question written, not yet saved."""
    chat = open_chat(page)
    chat.start_draft()
    chat.card.get_by_label("Jag själv").check()
    chat.save()
    chat.card.get_by_role("textbox").fill(WORDS)
    return chat


def test_without_a_connection_the_draft_can_be_finished_and_taken_along(page: Page, tmp_path: Path) -> None:
    chat = begin(page)
    page.context.set_offline(True)
    chat.save()
    skip_to_review(chat)
    with page.expect_download() as waiting:
        chat.button(TASKS["formats"]["txt"]).click()
    waiting.value.save_as(tmp_path / "brev.txt")
    assert WORDS in (tmp_path / "brev.txt").read_text(encoding="utf-8")
    chat.button(TASKS["formats"]["pdf"]).click()
    expect(chat.root.get_by_text(TASKS["makeFailed"])).to_be_visible()
    page.context.set_offline(False)
    with page.expect_download():
        chat.button(TASKS["formats"]["pdf"]).click()


def test_a_service_that_has_forgotten_the_conversation_changes_nothing(
    page: Page, client: httpx.Client
) -> None:
    chat = begin(page)
    kept = chat.stored()
    assert kept
    client.delete(f"/api/conversations/{kept['sender']}")
    expect(chat.ask("vad kostar en SIP?")).to_contain_text("kostar")
    expect(chat.card.get_by_role("textbox")).to_have_value(WORDS)
    chat.save()
    page.reload()
    chat.button(TASKS["back"]).click()
    expect(chat.card.get_by_role("textbox")).to_have_value(WORDS)


def test_a_question_far_into_the_draft_does_not_move_it(page: Page) -> None:
    chat = begin(page)
    chat.save()
    chat.button(TASKS["skip"]).click()
    expect(chat.card.get_by_label(TASKS["goalText"])).to_be_visible()
    question = chat.step()
    expect(chat.ask("vad kostar en SIP?")).to_contain_text("kostar")
    assert chat.step() == question


def test_two_tabs_hold_two_drafts(page: Page) -> None:
    chat = begin(page)
    other_page = page.context.new_page()
    other = open_chat(other_page)
    other.start_draft()
    other.card.get_by_label("Mitt barn").check()
    other.save()
    other.card.get_by_role("textbox").fill("Barnet går inte i skolan.")
    page.reload()
    expect(chat.card.get_by_role("textbox")).to_have_value(WORDS)
    senders = {tab["sender"] for tab in (chat.stored(), other.stored()) if tab}
    assert len(senders) == 2


def test_a_draft_saved_to_file_is_opened_in_another_tab(page: Page, tmp_path: Path) -> None:
    chat = begin(page)
    with page.expect_download() as waiting:
        chat.button(TASKS["saveFile"]).click()
    file = tmp_path / "utkast.json"
    waiting.value.save_as(file)
    assert json.loads(file.read_text(encoding="utf-8"))["answers"]["situation"] == WORDS
    other = open_chat(page.context.new_page())
    other.start_draft()
    other.card.locator("input[type=file]").set_input_files(file)
    expect(other.card).to_contain_text(TASKS["reviewProgress"])
    expect(other.card.get_by_text(WORDS).first).to_be_visible()


def test_a_file_that_is_something_else_takes_nothing_away(page: Page, tmp_path: Path) -> None:
    chat = begin(page)
    (tmp_path / "annat.json").write_text('{"version": 1, "letter": "<b>", "answers": {}}', encoding="utf-8")
    chat.card.locator("input[type=file]").set_input_files(tmp_path / "annat.json")
    expect(chat.root.get_by_text(TASKS["openFailed"])).to_be_visible()
    expect(chat.card.get_by_role("textbox")).to_have_value(WORDS)


def test_a_changed_mind_goes_back_without_losing_what_came_after(page: Page) -> None:
    chat = begin(page)
    chat.save()
    chat.card.get_by_role("textbox").fill("Att få sova.")
    chat.save()
    for _ in range(3):
        chat.button(TASKS["back"]).click()
    chat.card.get_by_label("Mitt barn").check()
    chat.save()
    expect(chat.card.get_by_role("textbox")).to_have_value(WORDS)
    chat.save()
    expect(chat.card.get_by_role("textbox")).to_have_value("Att få sova.")


def test_a_recipient_found_on_the_way_can_be_chosen(page: Page) -> None:
    traffic = Traffic(page)
    chat = begin(page)
    chat.save()
    while chat.button(TASKS["recipientShow"]).count() == 0:
        question = chat.step()
        chat.button(TASKS["skip"]).click()
        expect(chat.card.get_by_role("heading", level=3)).not_to_have_text(question)
    chat.card.get_by_label(TASKS["recipientPlace"]).fill("Skövde")
    chat.button(TASKS["recipientShow"]).click()
    choices = chat.card.get_by_role("radio")
    expect(choices.nth(1)).to_be_visible()
    choices.first.check()
    chat.save()
    expect(chat.card).to_contain_text(TASKS["reviewProgress"])
    kept = chat.stored()
    assert kept and kept["tasks"]["draft"]["draft"]["answers"]["recipient"]["id"]
    assert traffic.carrying(WORDS) == []
