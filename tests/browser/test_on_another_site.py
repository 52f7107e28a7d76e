"""One script tag on somebody else's page, whatever that page does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import TASKS, Chat
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
