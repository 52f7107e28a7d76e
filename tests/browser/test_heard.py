"""What a screen reader meets: names, roles, landmarks and their order, in Chromium's accessibility tree."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import CHAT, Chat
from tests.browser.conftest import OpenPage
from tests.browser.pages import PAGES

pytestmark = pytest.mark.browser

LANDMARKS = re.compile(r"^- (banner|main|contentinfo)\b", re.MULTILINE)
TOLD = re.compile(r'- (heading|button|textbox|region|list|status|alert|link)(?: "([^"]*)")?')


def told(snapshot: str) -> list[tuple[str, str]]:
    return [(role, name) for role, name in TOLD.findall(snapshot)]


def test_every_page_has_its_landmarks_in_order(page: Page) -> None:
    for path in PAGES:
        page.goto(path)
        if path != "/inbaddad":
            assert LANDMARKS.findall(page.locator("body").aria_snapshot()) == [
                "banner",
                "main",
                "contentinfo",
            ], path


def test_the_chat_is_read_in_the_order_it_is_used(chat: Chat) -> None:
    chat.ask("Vad kostar en SIP?")
    order = told(chat.panel.aria_snapshot())
    names = [name for _, name in order]
    expected = [
        CHAT["name"],
        CHAT["clear"],
        CHAT["close"],
        CHAT["log"],
        CHAT["bot"],
        CHAT["more"],
        CHAT["input"],
    ]
    places = [names.index(name) for name in expected]
    assert places == sorted(places), names
    assert names[-1] == CHAT["send"]
    assert ("textbox", CHAT["input"]) in order and ("button", CHAT["send"]) in order


def test_the_launcher_says_whether_the_chat_is_open(page: Page) -> None:
    page.goto("/om")
    chat = Chat(page)
    launcher = chat.button(CHAT["launcher"])
    expect(launcher).to_have_attribute("aria-expanded", "false")
    launcher.click()
    assert chat.root.locator("[aria-modal]").count() == 0, "a docked panel does not lock the page"


def test_every_answer_has_a_heading_to_jump_to(chat: Chat) -> None:
    chat.ask("Vad kostar en SIP?")
    chat.ask("Vad är en SIP?")
    headings = chat.panel.get_by_role("heading", name=CHAT["bot"])
    assert headings.count() == 3


def test_new_messages_after_a_reload_stand_under_a_heading_of_their_own(chat: Chat) -> None:
    chat.ask("Vad kostar en SIP?")
    chat.page.reload()
    chat.ask("Vad är en SIP?")
    expect(chat.panel.get_by_role("heading", name=CHAT["newMessages"])).to_have_count(1)


VOICE = """
  const voice = { name: "x", lang: "sv-SE", localService: %s };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => [voice], addEventListener() {}, cancel() {}, speaking: false,
    speak(utterance) { window.spoken = utterance.text; } } });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


@pytest.mark.parametrize("local", ["true", "false"])
def test_the_text_is_read_aloud_only_by_a_voice_in_the_computer_itself(
    open_page: OpenPage, local: str
) -> None:
    page = open_page()
    page.add_init_script(VOICE % local)
    page.goto("/")
    chat = Chat(page)
    chat.open()
    answer = chat.ask("Vad kostar en SIP?")
    listen = answer.get_by_role("button", name=CHAT["listen"])
    if local == "false":
        expect(listen).to_have_count(0)
        return
    listen.click()
    assert "SIP" in page.evaluate("window.spoken")


def test_an_answer_can_be_copied_as_plain_text(open_page: OpenPage) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/")
    chat = Chat(page)
    chat.open()
    chat.ask("Vad kostar en SIP?").get_by_role("button", name=CHAT["copy"]).click()
    expect(chat.root.get_by_role("status")).to_have_text(CHAT["copied"])
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "kostar" in copied and "**" not in copied


def test_an_answer_leads_to_its_page(chat: Chat, service: str) -> None:
    link = chat.ask("Vad kostar en SIP?").get_by_role("link", name=CHAT["readPage"])
    expect(link).to_have_attribute("href", f"{service}/fragor/kostnad")


@pytest.mark.parametrize(
    ("path", "words"), [("/fragor/kostnad", "kostar"), ("/akut", "112"), ("/begrepp/samtycke", "ja")]
)
def test_a_page_is_read_aloud_by_a_voice_in_the_computer_itself(
    open_page: OpenPage, path: str, words: str
) -> None:
    page = open_page()
    page.add_init_script(VOICE % "true")
    page.goto(path)
    listen = page.locator("#innehall").get_by_role("button", name="Lyssna").first
    listen.click()
    assert page.evaluate("window.spoken")
    expect(page.locator("#innehall").get_by_role("button", name="Sluta läsa")).to_have_count(1)
    assert words in page.locator(f"#{listen_part(page)}").inner_text()


def test_no_page_offers_a_voice_that_would_send_the_text_away(open_page: OpenPage) -> None:
    page = open_page()
    page.add_init_script(VOICE % "false")
    page.goto("/fragor/kostnad")
    expect(page.locator("#innehall").get_by_role("button", name="Lyssna")).to_have_count(0)


def listen_part(page: Page) -> str:
    """The id of the first text that a button on the page reads."""
    return (page.locator("[data-listen]").first.get_attribute("data-listen") or "").split()[0]
