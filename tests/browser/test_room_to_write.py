"""A card is a place to work in: it fills the page, hides no focus, and loses nothing to the browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.chat import CHAT, TASKS, Chat
from tests.browser.conftest import OpenPage
from tests.browser.drafting import at_review

pytestmark = pytest.mark.browser

WORDS = "Hon ramlar ofta."
FULL = """() => {
  for (let size = 1 << 20; size; size >>= 1) {
    try { for (let row = 0; ; row += 1) sessionStorage.setItem(`fill-${size}-${row}`, "x".repeat(size)); }
    catch { /* so much does not fit */ }
  }
}"""


def open_draft(page: Page, address: str = "/?sip=draft") -> Chat:
    page.goto(address)
    chat = Chat(page)
    expect(chat.card).to_be_visible()
    return chat


def skip_to_review(chat: Chat) -> None:
    while not at_review(chat):
        question = chat.step()
        chat.button(TASKS["skip"]).click()
        expect(chat.card.get_by_role("heading", level=3)).not_to_have_text(question)


def covered(page: Page) -> str:
    """The focused element when nothing of it can be seen (WCAG 2.4.11); else nothing."""
    told: str = page.evaluate(
        """() => {
          let element = document.activeElement;
          while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
          const { x, y, width, height } = element.getBoundingClientRect();
          const seen = part => {
            const point = [x + width / 2, y + height * part];
            let top = document.elementFromPoint(...point);
            while (top?.shadowRoot) {
              const inner = top.shadowRoot.elementFromPoint(...point);
              if (!inner || inner === top) break;
              top = inner;
            }
            return top && (element.contains(top) || top.contains(element));
          };
          return [0.1, 0.3, 0.5, 0.7, 0.9].some(seen) ? "" : `${element.tagName} ${element.innerText}`;
        }"""
    )
    return told


def test_a_wish_for_a_letter_shows_its_first_question(open_page: OpenPage) -> None:
    page = open_page(1280, 800)
    page.goto("/om")
    chat = Chat(page)
    chat.open()
    chat.start_draft()
    expect(chat.card.get_by_role("heading", level=3)).to_be_in_viewport(ratio=1)
    expect(chat.button(CHAT["backToTask"]["draft"])).to_have_count(0)
    chat.ask("Vad kostar en SIP?")
    expect(chat.button(CHAT["backToTask"]["draft"])).to_be_visible()


def test_the_relatives_link_opens_the_card_with_the_first_answer_chosen(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name=re.compile("begäran som närstående")).click()
    chat = Chat(page)
    expect(chat.card.get_by_role("radio", checked=True)).to_have_value("relative")
    assert (chat.stored() or {}).get("tasks", {}) == {}, "nothing is begun yet"


@pytest.mark.parametrize("denied", [False, True])
def test_a_browser_that_cannot_keep_says_so_before_it_costs_anything(
    open_page: OpenPage, denied: bool
) -> None:
    page = open_page()
    if denied:
        page.add_init_script("Object.defineProperty(window, 'sessionStorage', {get() { throw Error() }})")
    else:
        page.goto("/om")
        page.evaluate(FULL)
    chat = open_draft(page)
    expect(chat.card.get_by_text(TASKS["unkept"])).to_be_visible()
    chat.card.get_by_label("Jag själv").check()
    chat.save()
    chat.card.get_by_role("textbox").fill(WORDS)
    with page.expect_download() as waiting:
        chat.button(TASKS["saveFile"]).click()
    assert WORDS in waiting.value.path().read_text(encoding="utf-8")


@pytest.mark.parametrize("denied", [False, True])
def test_a_conversation_that_cannot_be_kept_is_told_before_anything_is_asked(
    open_page: OpenPage, denied: bool
) -> None:
    page = open_page()
    if denied:
        page.add_init_script("Object.defineProperty(window, 'sessionStorage', {get() { throw Error() }})")
    page.goto("/om")
    if not denied:
        page.evaluate(FULL)
        page.reload()
    chat = Chat(page)
    chat.open()
    expect(chat.root.locator("form").get_by_text(CHAT["unkept"])).to_be_visible()
    expect(chat.root.locator("[aria-live=polite]")).to_contain_text(CHAT["unkept"])
    expect(chat.ask("Vad kostar en SIP?")).to_contain_text("kostar")


def test_storage_that_fills_up_under_way_is_told(page: Page) -> None:
    page.goto("/om")
    chat = Chat(page)
    chat.open()
    expect(chat.ask("Vad kostar en SIP?")).to_be_visible()
    expect(chat.root.get_by_text(CHAT["unkept"])).to_have_count(0)
    page.evaluate(FULL)
    chat.ask("Vad är en SIP?")
    expect(chat.root.locator("form").get_by_text(CHAT["unkept"])).to_be_visible()


def test_back_and_forward_lose_nothing(page: Page) -> None:
    chat = open_draft(page)
    chat.card.get_by_label("Jag själv").check()
    chat.save()
    chat.card.get_by_role("textbox").fill(WORDS)
    page.goto("/begrepp")
    other = Chat(page)
    other.card.get_by_role("textbox").fill(f"{WORDS} Igen.")
    page.go_back()
    expect(Chat(page).card.get_by_role("textbox")).to_have_value(f"{WORDS} Igen.")
    page.go_forward()
    expect(Chat(page).card.get_by_role("textbox")).to_have_value(f"{WORDS} Igen.")


def test_a_duplicated_tab_gets_a_conversation_of_its_own(page: Page) -> None:
    chat = open_draft(page)
    chat.card.get_by_label("Jag själv").check()
    kept = page.evaluate("sessionStorage.getItem('sip-guiden')")
    context: BrowserContext = page.context
    copy = context.new_page()
    copy.goto("/om")
    copy.evaluate("kept => sessionStorage.setItem('sip-guiden', kept)", kept)
    copy.goto("/")
    expect(Chat(copy).card).to_be_visible()
    copy.wait_for_timeout(500)
    mine, theirs = chat.stored(), Chat(copy).stored()
    assert mine and theirs and mine["sender"] != theirs["sender"]
    assert mine["tasks"] == theirs["tasks"]


@pytest.mark.parametrize(("width", "height"), [(320, 640), (320, 256), (1280, 800)])
def test_no_focus_is_ever_hidden(open_page: OpenPage, width: int, height: int) -> None:
    page = open_page(width, height)
    chat = open_draft(page)
    chat.card.get_by_label("Jag själv").check()
    chat.save()
    hidden = []
    for key in ["Tab"] * 25 + ["Shift+Tab"] * 25:
        page.keyboard.press(key)
        inside = page.evaluate("document.activeElement?.tagName === 'SIP-GUIDEN'")
        if inside and (under := covered(page)):
            hidden.append(under)
        if width < 480:
            assert inside or page.evaluate("document.activeElement === document.body")
    assert hidden == []


def test_the_panel_can_fill_the_window(open_page: OpenPage) -> None:
    page = open_page(1280, 800)
    chat = open_draft(page)
    before = chat.panel.bounding_box()
    chat.button(CHAT["larger"]).click()
    after = chat.panel.bounding_box()
    assert before and after and after["width"] > 2 * before["width"] and after["height"] > before["height"]
    chat.button(CHAT["smaller"]).click()


def test_the_end_shows_the_paper_and_what_happens_now(page: Page, tmp_path: Path) -> None:
    chat = open_draft(page)
    chat.card.get_by_label("Jag själv").check()
    chat.save()
    chat.card.get_by_role("textbox").fill(WORDS)
    chat.save()
    skip_to_review(chat)
    expect(chat.card.locator(".paper")).to_contain_text(WORDS)
    for step in TASKS["nextSteps"]["draft"]:
        expect(chat.card.get_by_text(step)).to_be_visible()
    with page.expect_download() as waiting:
        chat.button(TASKS["remind"]).click()
    file = waiting.value.path().read_text(encoding="utf-8")
    assert "TZID:Europe/Stockholm" in file and "DTEND;TZID=Europe/Stockholm" in file
    assert WORDS not in file
    chat.button(TASKS["writeReminder"]).click()
    expect(chat.card).to_contain_text("Påminnelse")
    expect(chat.card).not_to_contain_text(TASKS["unkept"])


def test_text_that_may_not_be_kept_is_still_there_after_a_question(page: Page) -> None:
    chat = open_draft(page)
    chat.card.get_by_label("Jag själv").check()
    chat.save()
    text = "Mitt nummer är 19811228-9874 och det är svårt"
    chat.card.get_by_role("textbox").fill(text)
    chat.button(TASKS["pause"]).click()
    chat.card.get_by_role("button").click()
    expect(chat.card.get_by_role("textbox")).to_have_value(text)
    assert "9874" not in page.evaluate("JSON.stringify(sessionStorage)")
