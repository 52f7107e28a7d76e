"""What one points at, or has just pressed on a phone, can still be read."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chat import Chat

pytestmark = pytest.mark.browser


def colours(link: Locator) -> tuple[str, str]:
    """Text and background as they are drawn."""
    text, behind = link.evaluate(
        "link => [getComputedStyle(link).color, getComputedStyle(link).backgroundColor]"
    )
    return text, behind


def test_a_number_to_call_keeps_its_colours_when_pointed_at(chat: Chat) -> None:
    chat.ask("min mamma är 84 och bor i alingsås vem ringer jag")
    number = chat.root.locator(".contact a.main").first
    expect(number).to_be_visible()
    before = colours(number)
    number.hover()
    assert colours(number) == before
