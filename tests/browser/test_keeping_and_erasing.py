"""The conversation stays in the tab, and goes when the person says so."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import CHAT, TASKS, Chat
from tests.browser.traffic import Traffic

pytestmark = pytest.mark.browser


def test_a_reload_keeps_the_conversation_the_draft_and_the_unsent_words(chat: Chat) -> None:
    chat.ask("Vad är en SIP?")
    chat.start_draft()
    chat.card.get_by_label("Jag själv").check()
    chat.save()
    chat.card.get_by_role("textbox").fill("Det är svårt att orka.")
    chat.field.fill("en fråga jag inte har skickat")
    turns = chat.answers.count()
    chat.page.reload()
    expect(chat.answers).to_have_count(turns)
    expect(chat.field).to_have_value("en fråga jag inte har skickat")
    expect(chat.card.get_by_role("textbox")).to_have_value("Det är svårt att orka.")
    assert (
        chat.root.locator("[aria-live]").all_inner_texts() == [""] * chat.root.locator("[aria-live]").count()
    )


def test_a_new_tab_knows_nothing(chat: Chat) -> None:
    chat.ask("Vad är en SIP?")
    other = chat.page.context.new_page()
    other.goto("/")
    assert Chat(other).stored() is None or Chat(other).stored()["entries"] == []  # type: ignore[index]
    assert chat.page.context.cookies() == []


def test_clearing_erases_the_tab_and_asks_the_service_to_forget(chat: Chat) -> None:
    traffic = Traffic(chat.page)
    chat.ask("Vad är en SIP?")
    chat.start_draft()
    sender = chat.stored()["sender"]  # type: ignore[index]
    chat.button(CHAT["clear"]).click()
    chat.button(CHAT["clearYes"]).click()
    expect(chat.root.get_by_text(CHAT["cleared"])).to_be_visible()
    expect(chat.card).to_have_count(0)
    expect(chat.answers).to_have_count(1)
    kept = chat.stored()
    assert kept is None or (kept["entries"], kept["tasks"], kept["sender"] != sender) == ([], {}, True)
    erased = [request for request in traffic.requests if request.method == "DELETE"]
    assert [request.url.rsplit("/", 1)[1] for request in erased] == [sender]


def test_clearing_asks_first(chat: Chat) -> None:
    chat.ask("Vad är en SIP?")
    chat.button(CHAT["clear"]).click()
    chat.button(CHAT["clearNo"]).click()
    expect(chat.answers).to_have_count(2)


def test_words_that_could_not_be_sent_can_be_sent_again(page: Page) -> None:
    page.goto("/")
    chat = Chat(page)
    chat.open()
    page.context.set_offline(True)
    chat.field.fill("Vad är en SIP?")
    chat.field.press("Enter")
    again = chat.button(CHAT["retry"])
    expect(again).to_be_visible()
    page.context.set_offline(False)
    again.click()
    expect(chat.answers).to_have_count(2)
    expect(again).to_have_count(0)


def test_a_paused_draft_can_be_taken_up_again(chat: Chat) -> None:
    chat.start_draft()
    chat.button(TASKS["pause"]).click()
    chat.ask("Vad är en SIP?")
    chat.root.get_by_role("button", name=TASKS["resume"].split("{")[0]).click()
    expect(chat.card.get_by_label("Jag själv")).to_be_visible()
