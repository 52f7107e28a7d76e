"""A page on paper says where it comes from and what it tells, and has nothing to press or fill in."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser


def printed(page: Page, path: str) -> Page:
    page.goto(path)
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("path", ["/fragor/samtycke", "/hitta?plats=Skövde", "/om", "/chatta?sip=kostnad"])
def test_a_page_keeps_its_name_and_leaves_the_menu(page: Page, path: str) -> None:
    printed(page, path)
    expect(page.locator(".brand")).to_be_visible()
    for left_out in ("nav", "footer", "button", "sip-guiden", "form"):
        expect(page.locator(f"{left_out}:visible")).to_have_count(0)


def test_contacts_stand_on_the_first_paper(page: Page) -> None:
    printed(page, "/hitta?plats=Skövde")
    box = page.locator("article.contact").first.bounding_box()
    assert box and box["y"] < 500


def test_numbers_to_call_are_as_dark_as_the_rest(page: Page) -> None:
    printed(page, "/hitta?plats=Skövde")
    number = page.locator("article.contact a.button").first
    expect(number).to_have_css("color", "rgb(0, 0, 0)")
    expect(number).to_have_css("background-color", "rgba(0, 0, 0, 0)")


def test_a_persons_own_letter_carries_nobody_elses_name(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("/forbered?vem=person")
    page.get_by_role("button", name="Visa pappret nu").click()
    page.emulate_media(media="print")
    expect(page.locator("article.letter")).to_be_visible()
    expect(page.locator(".brand")).to_be_hidden()
