"""One script tag on somebody else's page, whatever that page does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import CHAT, TASKS, Chat
from tests.browser.host_site import host_site
from tests.browser.traffic import Traffic

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def elsewhere(service: str) -> Iterator[str]:
    with host_site(service) as address:
        yield address


def test_the_chat_works_under_a_strict_policy_and_a_hostile_style_sheet(
    page: Page, elsewhere: str, service: str, shots: Path
) -> None:
    traffic = Traffic(page)
    page.goto(elsewhere)
    chat = Chat(page)
    chat.open()
    answer = chat.ask("Vad är en SIP?")
    expect(answer).to_contain_text("samordnad individuell plan")
    chat.start_draft()
    chat.card.get_by_label("Jag själv").check()
    chat.save()
    expect(chat.card.get_by_role("textbox")).to_be_visible()
    page.screenshot(path=shots / "hostile-host.png")
    assert not traffic.complaints
    assert traffic.hosts() == {service.removeprefix("http://"), elsewhere.removeprefix("http://")}
    assert page.context.cookies() == []


def test_the_page_cannot_colour_or_move_what_the_chat_says(page: Page, elsewhere: str) -> None:
    page.goto(elsewhere)
    chat = Chat(page)
    chat.open()
    words = chat.ask("Vad är en SIP?").locator("p").first
    look = words.evaluate(
        """p => {
          const { color, textTransform, letterSpacing, fontFamily } = getComputedStyle(p);
          return [color, textTransform, letterSpacing, fontFamily];
        }"""
    )
    assert look[0] != "rgb(255, 0, 0)"
    assert look[1:3] == ["none", "normal"]
    assert "fantasy" not in look[3]


def test_nothing_on_the_page_lies_over_the_chat(page: Page, elsewhere: str) -> None:
    page.goto(elsewhere)
    chat = Chat(page)
    chat.open()
    box = chat.panel.bounding_box()
    assert box and box["x"] >= 0 and box["y"] >= 0 and box["x"] + box["width"] <= 1280
    assert box["y"] + box["height"] <= 800, "a transformed body moved the panel"
    chat.button(CHAT["close"]).click()
    expect(chat.button(CHAT["launcher"])).to_be_in_viewport()


def test_the_text_is_as_large_as_the_reader_has_chosen(page: Page, elsewhere: str) -> None:
    page.goto(elsewhere)
    chat = Chat(page)
    chat.open()
    size = chat.ask("Vad kostar en SIP?").locator("p").first.evaluate("p => getComputedStyle(p).fontSize")
    assert size == "16px", "the page's 62.5 % reached into the chat"


def test_the_chat_stands_within_a_page_and_begins_with_its_topic(page: Page, elsewhere: str) -> None:
    page.goto(f"{elsewhere}/mitt-i")
    chat = Chat(page)
    expect(chat.answers.last).to_contain_text("kostar")
    assert page.locator("#sip sip-guiden").count() == 1
    assert chat.button(CHAT["launcher"]).count() == 0


def test_a_frame_is_enough_where_no_script_is_allowed(page: Page, elsewhere: str, shots: Path) -> None:
    traffic = Traffic(page)
    page.goto(f"{elsewhere}/ram")
    frame = page.frame_locator("iframe")
    frame.get_by_label(CHAT["input"]).fill("Vad kostar en SIP?")
    frame.get_by_role("button", name=CHAT["send"], exact=True).click()
    expect(frame.locator(".turn").last).to_contain_text("kostar")
    page.screenshot(path=shots / "frame.png")
    assert not traffic.complaints


def test_the_page_is_told_what_happens_but_never_what_is_written(page: Page, elsewhere: str) -> None:
    page.goto(elsewhere)
    page.evaluate(
        """() => {
          window.heard = [];
          for (const type of ["sip:open", "sip:answer", "sip:close", "sip:clear"])
            document.addEventListener(type, event => window.heard.push([type, JSON.stringify(event.detail)]));
        }"""
    )
    chat = Chat(page)
    chat.open()
    chat.ask("Vad kostar en SIP?")
    page.keyboard.press("Escape")
    heard = page.evaluate("window.heard")
    assert [name for name, _ in heard] == ["sip:open", "sip:answer", "sip:close"]
    assert "kostnad" in heard[1][1] and "Vad kostar" not in str(heard)


def test_a_letter_can_be_made_from_another_site(page: Page, elsewhere: str) -> None:
    page.goto(f"{elsewhere}/?sip=draft")
    chat = Chat(page)
    chat.card.get_by_label("Jag själv").check()
    chat.save()
    while not chat.card.get_by_text(TASKS["reviewProgress"]).count():
        question = chat.step()
        chat.button(TASKS["skip"]).click()
        expect(chat.card.get_by_role("heading", level=3)).not_to_have_text(question)
    with page.expect_download() as download:
        chat.button(TASKS["formats"]["txt"]).click()
    assert download.value.suggested_filename.endswith(".txt")
