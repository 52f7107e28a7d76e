"""Back, forward and reload, as people press them on a phone: what was written is there, and in sight."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import CHAT, TASKS, Chat
from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser

PHONE = (375, 700)
WORDS = "mamma är 84 å ramla flera gång"


def begun(page: Page) -> Chat:
    """A relative's letter at its second question, with words in the field."""
    page.goto("/begar-sip?vem=relative")
    chat = Chat(page)
    expect(chat.card).to_be_visible()
    chat.save()
    chat.card.get_by_label("Min mamma", exact=True).check()
    chat.save()
    chat.card.get_by_role("textbox").fill(WORDS)
    return chat


def test_a_reload_shows_the_card_with_the_words_and_not_the_form_beside_it(open_page: OpenPage) -> None:
    page = open_page(*PHONE)
    chat = begun(page)
    page.reload()
    field = chat.card.get_by_role("textbox")
    expect(field).to_have_value(WORDS)
    expect(field).to_be_in_viewport()
    expect(page.locator("form.plain")).not_to_be_visible()


def test_back_from_another_page_shows_the_card_with_the_words(open_page: OpenPage) -> None:
    page = open_page(*PHONE)
    chat = begun(page)
    page.goto("/fragor/samtycke")
    page.go_back()
    expect(chat.card.get_by_role("textbox")).to_have_value(WORDS)
    expect(chat.card.get_by_role("textbox")).to_be_in_viewport()


def test_a_reload_brings_no_new_message(open_page: OpenPage) -> None:
    page = open_page(*PHONE)
    chat = begun(page)
    expect(chat.ask("vad kostar en SIP?")).to_contain_text("kostar")
    page.reload()
    expect(chat.card.get_by_role("textbox")).to_have_value(WORDS)
    expect(chat.root.get_by_role("heading", name=CHAT["newMessages"])).to_have_count(0)


def test_the_paper_is_shown_with_rows_that_can_be_told_apart(open_page: OpenPage) -> None:
    page = open_page(*PHONE)
    chat = begun(page)
    while not chat.card.get_by_text(TASKS["reviewProgress"]).count():
        question = chat.step()
        chat.button(TASKS["save"]).click()
        expect(chat.card.get_by_role("heading", level=3)).not_to_have_text(question)
    paper = chat.card.get_by_role("document")
    number, phone = (
        paper.get_by_text(f"{label}:", exact=True).first for label in ("Personnummer", "Telefon")
    )
    boxes = [one.bounding_box() for one in (number, phone)]
    assert all(box and box["width"] > 100 for box in boxes), "each field has a line to write on"
    heading = paper.get_by_role("heading", level=5).first
    assert heading.evaluate("one => parseFloat(getComputedStyle(one).fontSize)") >= 16
