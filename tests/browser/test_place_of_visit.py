"""A place told or chosen is remembered on the next page of the tab, in sight, until it is taken away."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import Chat

pytestmark = pytest.mark.browser

TAKE_AWAY = "Ta bort platsen"


def test_a_place_searched_for_on_the_page_is_known_in_the_chat(page: Page, chat: Chat) -> None:
    page.goto("/hitta?plats=Skövde")
    page.goto("/")
    expect(chat.root.get_by_text("Plats: Skövde.")).to_be_visible()
    chat.ask("vem ska jag ringa?")
    expect(chat.root.locator(".contact").first).to_contain_text("Skövde kommun")
    chat.root.get_by_role("button", name=TAKE_AWAY).click()
    expect(chat.root.get_by_text("Platsen är borttagen.")).to_be_visible()
    chat.ask("vem ska jag ringa?")
    expect(chat.root.get_by_text("Var bor den som planen gäller?").last).to_be_visible()


def test_a_place_told_in_the_chat_stands_in_the_form(page: Page, chat: Chat) -> None:
    page.goto("/")
    chat.ask("min mamma är 84 och bor i alingsås vem ringer jag")
    expect(chat.root.get_by_text("Plats: Alingsås.")).to_be_visible()
    page.goto("/hitta")
    expect(page.get_by_label("Kommun eller postnummer")).to_have_value("Alingsås")
    page.locator("#innehall").get_by_role("button", name=TAKE_AWAY).click()
    expect(chat.root.get_by_text("Plats: Alingsås.")).to_be_hidden()
    page.goto("/hitta")
    expect(page.get_by_label("Kommun eller postnummer")).to_have_value("")
