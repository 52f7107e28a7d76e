"""What a person sees at 400 % (a window of 320 CSS pixels), kept as pictures; nothing sticks out sideways."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.chat import Chat, overflow
from tests.browser.conftest import OpenPage
from tests.browser.contacts import show_contacts
from tests.browser.drafting import at_review, fill_in, open_chat
from tests.browser.pictures import whole_page

pytestmark = pytest.mark.browser

PAGES = {
    "landing": "/",
    "answer": "/fragor/nekad-sip",
    "comparison": "/begrepp/jamfor?a=fast-vardkontakt&b=fast-lakarkontakt&c=fast-omsorgskontakt",
    "find": "/hitta?plats=Skövde",
    "form": "/begar-sip?vem=relative",
    "plain-chat": "/chatta?sip=vad-ar-sip",
}
STICKS_OUT = """root => {
  const within = root.localName === "html" ? root : root.shadowRoot.querySelector(".panel");
  const edge = within.getBoundingClientRect().right + 0.5;
  const scrolled = element => {
    for (let up = element.parentElement; up && up !== within; up = up.parentElement)
      if (["auto", "scroll", "hidden"].includes(getComputedStyle(up).overflowX) && !up.matches(".scroll"))
        return true;
    return false;
  };
  return [...within.querySelectorAll("*")]
    .filter(one => one.getBoundingClientRect().width && one.getBoundingClientRect().right > edge)
    .filter(one => !scrolled(one))
    .map(one => one.outerHTML.slice(0, 90));
}"""


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A window of 1280 by 1024 at 400 %."""
    return open_page(320, 256, reduced_motion="reduce")


@pytest.mark.parametrize("name", PAGES)
def test_a_page(page: Page, shots: Path, name: str) -> None:
    page.goto(PAGES[name])
    whole_page(page, shots / f"400-{name}.png")
    assert overflow(page) == 0
    assert page.locator("html").evaluate(STICKS_OUT) == []


def test_the_cards_of_the_chat(page: Page, shots: Path) -> None:
    chat = open_chat(page)
    show_contacts(chat)
    kept(chat, shots, "contacts")
    chat.start_draft()
    kept(chat, shots, "first-step")
    chat.card.get_by_label("Jag själv").check()
    chat.save()
    while not at_review(chat):
        if chat.card.get_by_label("Hemtjänsten").count():
            fill_in(chat, "Socialtjänstförvaltningskontoret")
            kept(chat, shots, "actors")
        fill_in(chat, "Jag måste berätta samma sak om och om igen.")
        chat.save()
    kept(chat, shots, "review")


def kept(chat: Chat, shots: Path, name: str) -> None:
    """Keeps what is in the window now, and all of the panel in a tall window of the same width."""
    chat.page.screenshot(path=shots / f"400-{name}.png")
    chat.page.set_viewport_size({"width": 320, "height": 2400})
    chat.page.screenshot(path=shots / f"400-{name}-whole.png")
    chat.page.set_viewport_size({"width": 320, "height": 256})
    assert overflow(chat.page) == 0
    assert chat.root.evaluate(STICKS_OUT) == []
