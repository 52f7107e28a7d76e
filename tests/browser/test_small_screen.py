"""A phone: the panel covers the page, a keyboard covers nothing that matters, the button can be put away."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import CHAT, Chat
from tests.browser.conftest import Check, OpenPage

pytestmark = pytest.mark.browser


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    page = open_page(390, 844)
    page.goto("/om")
    return page


def test_esc_closes_from_anywhere_and_gives_the_page_back(phone: Page) -> None:
    chat = Chat(phone)
    chat.open()
    assert phone.evaluate("document.querySelector('main').inert")
    phone.evaluate("document.activeElement.blur(); document.activeElement.shadowRoot?.activeElement?.blur()")
    phone.keyboard.press("Escape")
    expect(chat.panel).to_be_hidden()
    assert not phone.evaluate("document.querySelector('main').inert")


def test_the_panel_that_covers_the_page_is_a_modal_dialog(phone: Page, check: Check) -> None:
    chat = Chat(phone)
    chat.open()
    dialog = chat.root.get_by_role("dialog", name=CHAT["name"], exact=True)
    expect(dialog).to_have_attribute("aria-modal", "true")
    check(phone, "the open panel on a phone")
    phone.set_viewport_size({"width": 1280, "height": 800})
    expect(dialog).to_have_count(0)


@pytest.mark.parametrize("width", [360, 390])
def test_the_button_covers_none_of_the_landing_pages_own(open_page: OpenPage, width: int) -> None:
    page = open_page(width, 640)
    page.goto("/")
    launcher = Chat(page).button(CHAT["launcher"]).bounding_box()
    assert launcher
    for own in page.locator(".hero .button").all():
        box = own.bounding_box()
        assert box and box["x"] + box["width"] <= launcher["x"], own.inner_text()


def test_the_field_is_in_sight_with_the_keyboard_up(phone: Page) -> None:
    phone.evaluate(
        """() => {
          Object.defineProperties(visualViewport, {height: {value: 330}, offsetTop: {value: 40}});
        }"""
    )
    chat = Chat(phone)
    chat.open()
    phone.evaluate("visualViewport.dispatchEvent(new Event('resize'))")
    box = chat.field.bounding_box()
    assert box and box["y"] >= 40 and box["y"] + box["height"] <= 370
    expect(chat.button(CHAT["close"])).to_be_in_viewport()


def test_the_button_can_be_put_away_for_the_visit(phone: Page) -> None:
    chat = Chat(phone)
    chat.button(CHAT["dismiss"]).click()
    phone.goto("/integritet")
    expect(chat.root).to_have_count(1)
    expect(chat.button(CHAT["launcher"])).to_be_hidden()
    phone.evaluate("document.querySelector('sip-guiden').open()")
    expect(chat.field).to_be_visible()


def test_what_thumbs_press_is_large_enough(phone: Page) -> None:
    phone.route(
        "**/webhooks/rest/webhook",
        lambda route: route.fulfill(
            json=[
                {
                    "text": "SIP kostar inget.",
                    "buttons": [{"title": "Vem bestämmer?", "payload": "/x"}],
                    "custom": {
                        "topic": "kostnad",
                        "sources": [{"title": "Lag", "status": "gäller", "reviewed": "2026-11-22"}],
                        "forms": {"more": "Mer", "easy": "Lätt"},
                    },
                }
            ]
        ),
    )
    chat = Chat(phone)
    chat.open()
    chat.ask("Vad kostar en SIP?")
    for pressed in chat.panel.get_by_role("button").all():
        box = pressed.bounding_box()
        # A panel at a fraction of a pixel gives 43.9999…
        assert box and round(box["height"], 2) >= 44, pressed.inner_text()


def test_at_400_percent_the_head_with_a_long_name_is_one_row(open_page: OpenPage) -> None:
    page = open_page(320, 256)
    page.route("**/api/operator?**", lambda route: route.fulfill(json={"name": "Kommun " * 9}))
    page.goto("/om")
    chat = Chat(page)
    chat.open()
    expect(chat.root.locator(".operator")).to_contain_text("Kommun")
    box = chat.root.locator("header").bounding_box()
    assert box and box["height"] < 70
