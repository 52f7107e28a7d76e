"""Suggestions while somebody writes: chosen with the arrows, heard, put away with Esc, never in the way."""

import re

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import Check, OpenPage

pytestmark = pytest.mark.browser

SUGGESTIONS = "/sok/forslag"


def write(page: Page, words: str) -> None:
    page.get_by_role("combobox").press_sequentially(words, delay=20)


def test_the_arrows_choose_and_enter_goes_there(page: Page, check: Check) -> None:
    page.goto("/")
    field = page.get_by_role("combobox")
    expect(field).to_have_attribute("aria-expanded", "false")
    write(page, "samtyc")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator("form [role=status]")).to_have_text(re.compile(r"\d förslag"))
    page.keyboard.press("ArrowDown")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.nth(0).get_attribute("id") or "-")
    expect(field).to_be_focused()
    check(page, "suggestions", "main")
    page.keyboard.press("ArrowUp")
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(0)
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    path = options.nth(0).get_attribute("data-path") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{path}")


def test_enter_without_a_choice_searches_for_what_is_written(page: Page) -> None:
    page.goto("/sok")
    write(page, "samtycke")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok?q=samtycke")


def test_esc_puts_them_away_and_keeps_the_words(page: Page) -> None:
    page.goto("/sok")
    field = page.get_by_role("combobox")
    write(page, "samtycke")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(field).to_have_value("samtycke")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("option")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_one_can_be_pressed_on_any_width(open_page: OpenPage, width: int, check: Check) -> None:
    page = open_page(width, 700)
    page.goto("/")
    write(page, "tolk")
    option = page.get_by_role("option").first
    expect(option).to_be_visible()
    box = option.bounding_box()
    assert box and box["height"] >= 43.9 and box["x"] >= 0 and box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    option.click()
    page.wait_for_url("**/fragor/tolk**")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_danger_is_met_first(open_page: OpenPage, check: Check, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    page.goto("/sok")
    write(page, "jag vill inte leva")
    expect(page.get_by_role("option")).to_have_count(1)
    expect(page.get_by_role("option")).to_contain_text("112")
    check(page, f"danger among the suggestions, {scheme}", "main")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/akut")


def test_little_is_asked_for_and_numbers_never(page: Page) -> None:
    asked: list[Request] = []
    page.on("request", lambda one: asked.append(one) if SUGGESTIONS in one.url else None)
    page.goto("/sok")
    write(page, "19811218-9876")
    page.wait_for_timeout(600)
    assert asked == []
    page.get_by_role("combobox").fill("")
    write(page, "samtycke")
    expect(page.get_by_role("option").first).to_be_visible()
    assert len(asked) == 1 and "?" not in asked[0].url
    stored = page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    assert "samtycke" not in stored


def test_where_the_network_is_gone_the_field_still_searches(page: Page) -> None:
    page.goto("/sok")
    page.route(f"**{SUGGESTIONS}", lambda route: route.abort())
    write(page, "samtycke")
    page.wait_for_timeout(600)
    expect(page.get_by_role("option")).to_have_count(0)
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok?q=samtycke")
