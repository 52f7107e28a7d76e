"""A whole request with Tab, Enter, Space and letters, on a desktop and in a phone's window."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import CHAT, TASKS, Chat, focused, tab_to
from tests.browser.conftest import OpenPage
from tests.browser.keyboard import Keys, draft_by_keyboard

pytestmark = pytest.mark.browser

WORDS = "Ingen vet vem som gör vad."


def begin(page: Page) -> tuple[Keys, Chat]:
    """From the top of the landing page to the first question of the request."""
    page.goto("/")
    chat, keys = Chat(page), Keys(page)
    tab_to(page, CHAT["launcher"])
    keys.press("Enter")
    expect(chat.panel).to_be_visible()
    starter = next(row["title"] for row in CHAT["starters"] if row["payload"] == "/skriva-begaran")
    keys.to(starter, back=focused(page) == CHAT["input"])
    keys.press("Enter")
    expect(chat.card).to_be_visible()
    keys.in_sight()
    return keys, chat


@pytest.mark.parametrize("size", [(1280, 800), (360, 740), (320, 256)])
def test_from_the_landing_page_to_a_saved_letter(
    open_page: OpenPage, size: tuple[int, int], tmp_path: Path
) -> None:
    page = open_page(*size)
    keys, chat = begin(page)
    draft_by_keyboard(keys, chat, WORDS)
    keys.to(TASKS["formats"]["txt"])
    with page.expect_download() as waiting:
        keys.press("Enter")
    keys.in_sight()
    waiting.value.save_as(tmp_path / "brev.txt")
    assert WORDS in (tmp_path / "brev.txt").read_text(encoding="utf-8")
    assert set(keys.presses) <= {"Tab", "Shift+Tab", "Enter", "Space"}


def test_another_letter_and_another_choice_are_reached_with_the_arrows(page: Page) -> None:
    keys, chat = begin(page)
    keys.to("Jag själv")
    keys.press("ArrowDown")
    expect(chat.card.get_by_label("Mitt barn")).to_be_checked()
    keys.to(TASKS["letterNow"].format(letter="Begäran om SIP"), back=True)
    keys.press("Enter")
    keys.to("Begäran om SIP")
    keys.press("ArrowDown")
    expect(chat.card).to_contain_text("Påminnelse när du inte har fått svar ·")
    keys.in_sight()


def test_escape_folds_the_chat_and_the_draft_is_there_when_it_opens_again(page: Page) -> None:
    keys, chat = begin(page)
    keys.to("Jag själv")
    keys.press("Space")
    keys.onwards(chat, TASKS["save"])
    keys.to(chat.step())
    keys.write(WORDS)
    keys.press("Escape")
    expect(chat.panel).to_be_hidden()
    assert focused(page) == CHAT["launcher"]
    keys.press("Enter")
    expect(chat.card.get_by_role("textbox")).to_have_value(WORDS)
    keys.in_sight()


def test_escape_takes_back_the_question_whether_to_erase(page: Page) -> None:
    keys, chat = begin(page)
    keys.to(CHAT["clear"], back=True)
    keys.press("Enter")
    assert focused(page) == CHAT["clearYes"]
    keys.press("Escape")
    assert focused(page) == CHAT["clear"]
    expect(chat.card).to_be_visible()


def test_what_is_paused_taken_up_added_and_removed_keeps_the_focus(page: Page) -> None:
    keys, chat = begin(page)
    keys.to(TASKS["pause"])
    keys.press("Enter")
    keys.in_sight()
    keys.press("Enter")
    expect(chat.card.get_by_label("Jag själv")).to_be_visible()
    keys.in_sight()
    keys.to("Jag själv")
    keys.press("Space")
    keys.onwards(chat, TASKS["save"])
    for _ in range(2):
        keys.onwards(chat, TASKS["skip"])
    keys.to(TASKS["addGoal"])
    keys.press("Enter")
    keys.in_sight()
    keys.to(TASKS["removeNamed"].format(name=TASKS["goal"].format(number=2)))
    keys.press("Enter")
    assert focused(page) == TASKS["addGoal"]
    keys.in_sight()
