"""What the first view does without comes later, and until it is here nothing is sent, kept or lost."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.chat import CHAT, Chat
from tests.browser.traffic import Traffic

pytestmark = pytest.mark.browser

LATE = "**/chat.js*"
IDENTITY_NUMBER = "19121212" + "-1212"


def fetched(page: Page) -> list[str]:
    names: list[str] = page.evaluate("performance.getEntriesByType('resource').map(one => one.name)")
    return [name for name in names if "/chat.js" in name or "/tasks.js" in name]


def slowly(route: Route) -> None:
    route.request.frame.page.wait_for_timeout(500)
    route.continue_()


def test_a_closed_widget_fetches_nothing_more_until_it_is_opened(page: Page) -> None:
    page.goto("/om")
    chat = Chat(page)
    expect(chat.button(CHAT["launcher"])).to_be_visible()
    assert fetched(page) == []
    with page.expect_response(LATE):
        chat.open()
    expect(chat.panel.get_by_text("Akut? Ring 112")).to_be_visible()


def test_the_line_to_112_needs_no_other_file(page: Page) -> None:
    page.route(LATE, lambda route: route.abort())
    page.goto("/om")
    chat = Chat(page)
    chat.open()
    expect(chat.panel.get_by_role("link", name="112")).to_be_visible()


def test_words_wait_in_the_field_until_they_can_be_checked(page: Page) -> None:
    traffic, waiting = Traffic(page), list[Route]()
    page.route(LATE, lambda route: waiting.append(route))
    page.goto("/om")
    chat = Chat(page)
    chat.open()
    chat.field.fill(f"Mitt nummer är {IDENTITY_NUMBER}")
    chat.field.press("Enter")
    expect(chat.root.get_by_role("status")).to_have_text(CHAT["busy"])
    assert IDENTITY_NUMBER not in str(chat.stored())
    waiting[0].continue_()
    expect(chat.root.get_by_role("alert")).to_have_text(CHAT["identifier"])
    assert IDENTITY_NUMBER not in str(chat.stored())
    assert [request.url for request in traffic.requests if request.method == "POST"] == []
    chat.field.fill("")
    expect(chat.ask("Vad kostar en SIP?")).to_contain_text("kostar")


def test_what_cannot_be_checked_is_not_sent_and_can_be_sent_when_the_file_comes(page: Page) -> None:
    traffic = Traffic(page)
    page.route(LATE, lambda route: route.abort())
    page.goto("/om")
    chat = Chat(page)
    chat.open()
    chat.field.fill("Vad kostar en SIP?")
    chat.field.press("Enter")
    expect(chat.root.get_by_role("status")).to_have_text(CHAT["failed"])
    expect(chat.field).to_have_value("Vad kostar en SIP?")
    assert [request.url for request in traffic.requests if request.method == "POST"] == []
    page.unroute(LATE)
    before = chat.answers.count()
    chat.field.press("Enter")
    expect(chat.answer_after(before)).to_contain_text("kostar")
    expect(chat.field).to_have_value("")


def test_a_button_pressed_in_vain_can_be_pressed_again(page: Page) -> None:
    page.route(LATE, lambda route: route.abort())
    page.goto("/om")
    chat = Chat(page)
    chat.open()
    [title, *_] = [row["title"] for row in CHAT["starters"] if row["payload"] == "/vad-ar-sip"]
    before = chat.answers.count()
    chat.button(title).click()
    expect(chat.button(CHAT["retry"])).to_be_visible()
    page.unroute(LATE)
    chat.button(CHAT["retry"]).click()
    expect(chat.answer_after(before).get_by_role("button", name=CHAT["copy"])).to_be_visible()


def test_a_conversation_is_there_after_a_reload_even_without_the_file(page: Page) -> None:
    page.goto("/om")
    chat = Chat(page)
    chat.open()
    chat.ask("jag vill dö")
    page.route(LATE, lambda route: route.abort())
    page.reload()
    expect(chat.answers).to_have_count(2)
    expect(chat.answers.last.get_by_role("link", name="112").first).to_be_visible()


def test_a_conversation_taken_up_again_is_whole_and_in_order(page: Page) -> None:
    page.goto("/om")
    chat = Chat(page)
    chat.open()
    chat.ask("Vad kostar en SIP?")
    page.route(LATE, slowly)
    page.reload()
    chat.field.fill("Vad är en SIP?")
    chat.field.press("Enter")
    expect(chat.answers).to_have_count(3)
    assert [text.split("\n")[-1] for text in chat.root.locator(".bubble.user").all_inner_texts()] == [
        "Vad kostar en SIP?",
        "Vad är en SIP?",
    ]
