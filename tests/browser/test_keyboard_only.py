"""Everything can be done without a mouse, and the focus is never lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import CHAT, TASKS, Chat, focused, tab_to
from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser


def test_question_suggestion_and_back_to_the_page(page: Page) -> None:
    page.goto("/")
    chat = Chat(page)
    tab_to(page, CHAT["launcher"])
    page.keyboard.press("Enter")
    assert focused(page) == CHAT["input"]
    page.keyboard.type("Vad är en SIP?")
    page.keyboard.press("Enter")
    expect(chat.answers).to_have_count(2)
    title = chat.root.locator(".suggestions button").first.inner_text()
    tab_to(page, title, back=True)
    page.keyboard.press("Enter")
    expect(chat.answers).to_have_count(3)
    page.keyboard.press("Escape")
    expect(chat.field).to_be_hidden()
    assert focused(page) == CHAT["launcher"]


def test_the_first_tab_leads_past_the_menu(page: Page) -> None:
    page.goto("/fragor")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/fragor#innehall")
    assert page.evaluate("document.activeElement.id") == "innehall"


def test_a_draft_by_keyboard_to_the_letter(page: Page) -> None:
    page.goto("/?sip=draft")
    chat = Chat(page)
    expect(chat.card).to_be_visible()
    tab_to(page, "Jag själv")
    page.keyboard.press("Space")
    tab_to(page, TASKS["save"])
    page.keyboard.press("Enter")
    expect(chat.card.get_by_role("textbox")).to_be_visible()
    assert focused(page) == chat.step(), "the next question has the focus"
    tab_to(page, TASKS["skip"])
    while not chat.card.get_by_text(TASKS["reviewProgress"]).count():
        question = chat.step()
        page.keyboard.press("Enter")
        expect(chat.card.get_by_role("heading", level=3)).not_to_have_text(question)
        if not chat.card.get_by_text(TASKS["reviewProgress"]).count():
            tab_to(page, TASKS["skip"])
    tab_to(page, TASKS["formats"]["pdf"])
    with page.expect_download():
        page.keyboard.press("Enter")


def test_the_focus_can_always_be_seen(chat: Chat) -> None:
    chat.ask("Vad är en SIP?")
    for _ in range(12):
        chat.page.keyboard.press("Shift+Tab")
        outline = chat.page.evaluate(
            """() => {
              let element = document.activeElement;
              while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
              const style = getComputedStyle(element);
              return [parseFloat(style.outlineWidth), style.outlineStyle, style.boxShadow];
            }"""
        )
        visible = (outline[0] >= 2 and outline[1] != "none") or outline[2] != "none"
        assert visible, f"no visible focus on {focused(chat.page)!r}: {outline}"


@pytest.mark.parametrize("size", [(1280, 800), (320, 256)])
def test_the_launcher_never_hides_what_has_the_focus(open_page: OpenPage, size: tuple[int, int]) -> None:
    page = open_page(*size)
    page.goto("/")
    launcher = Chat(page).button(CHAT["launcher"]).bounding_box()
    assert launcher
    for _ in range(30):
        page.keyboard.press("Tab")
        box = page.evaluate(
            "(() => { const r = document.activeElement.getBoundingClientRect(); return r.toJSON(); })()"
        )
        hidden = (
            box["left"] >= launcher["x"]
            and box["right"] <= launcher["x"] + launcher["width"]
            and box["top"] >= launcher["y"]
            and box["bottom"] <= launcher["y"] + launcher["height"]
        )
        assert not hidden or focused(page) == CHAT["launcher"], focused(page)
