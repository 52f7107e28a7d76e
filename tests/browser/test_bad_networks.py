"""A slow, broken or starting service: the person is told, and no word is lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.chat import CHAT, Chat
from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser

WEBHOOK = "**/webhooks/rest/webhook"


def failing(*statuses: int) -> Callable[[Route], None]:
    """Answers with each status in turn, then lets everything through."""
    left = list(statuses)

    def handle(route: Route) -> None:
        if not left:
            route.continue_()
            return
        headers = {"Retry-After": "7"}
        route.fulfill(status=left.pop(0), headers=headers, json={"error": "x", "message": "Ändra frågan."})

    return handle


def send(chat: Chat, text: str) -> None:
    chat.field.fill(text)
    chat.field.press("Enter")


def test_while_the_chat_starts_it_says_so_and_the_question_is_sent_by_itself(page: Page) -> None:
    page.goto("/")
    page.route(WEBHOOK, failing(503))
    page.route("**/readyz", failing(503))
    chat = Chat(page)
    chat.open()
    send(chat, "Vad kostar en SIP?")
    expect(chat.root.get_by_role("status")).to_have_text(CHAT["starting"])
    expect(chat.answers).to_have_count(2)
    expect(chat.root.get_by_role("status")).to_have_text("")


def test_a_fault_is_tried_once_more_before_anyone_is_troubled(page: Page) -> None:
    page.goto("/")
    page.route(WEBHOOK, failing(500))
    chat = Chat(page)
    chat.open()
    chat.ask("Vad kostar en SIP?")
    expect(chat.button(CHAT["retry"])).to_have_count(0)


def test_after_two_faults_the_question_can_be_sent_again_or_changed(page: Page) -> None:
    page.goto("/")
    page.route(WEBHOOK, failing(500, 500))
    chat = Chat(page)
    chat.open()
    send(chat, "Vad kostar en SIP?")
    expect(chat.root.get_by_role("status")).to_have_text(CHAT["failed"])
    chat.button(CHAT["edit"]).click()
    expect(chat.field).to_have_value("Vad kostar en SIP?")
    chat.field.press("Enter")
    expect(chat.answers).to_have_count(2)


def test_too_many_questions_says_how_long_to_wait(page: Page) -> None:
    page.goto("/")
    page.route(WEBHOOK, failing(429))
    chat = Chat(page)
    chat.open()
    send(chat, "Vad kostar en SIP?")
    expect(chat.root.get_by_role("status")).to_have_text(CHAT["tooMany"].format(seconds=7))
    expect(chat.button(CHAT["retry"])).to_be_visible()


def test_a_refused_question_comes_back_into_the_field_with_the_reason(page: Page) -> None:
    page.goto("/")
    page.route(WEBHOOK, failing(422))
    chat = Chat(page)
    chat.open()
    send(chat, "Vad kostar en SIP?")
    expect(chat.field).to_have_value("Vad kostar en SIP?")
    expect(chat.field).to_have_attribute("aria-invalid", "true")
    expect(chat.root.get_by_role("alert")).to_have_text("Ändra frågan.")


def test_a_slow_answer_is_announced_as_on_its_way(page: Page) -> None:
    held: list[Route] = []
    page.goto("/")
    page.route(WEBHOOK, lambda route: held.append(route))
    chat = Chat(page)
    chat.open()
    send(chat, "Vad kostar en SIP?")
    expect(chat.root.get_by_role("status")).to_have_text(CHAT["busy"])
    held[0].continue_()
    expect(chat.answers).to_have_count(2)


def test_a_question_cut_off_by_a_reload_can_be_sent_again(page: Page) -> None:
    held: list[Route] = []
    page.goto("/")
    page.route(WEBHOOK, lambda route: held.append(route))
    chat = Chat(page)
    chat.open()
    send(chat, "Vad kostar en SIP?")
    expect(chat.root.get_by_role("status")).to_have_text(CHAT["busy"])
    page.unroute(WEBHOOK)
    page.reload()
    chat.button(CHAT["retry"]).click()
    expect(chat.answers).to_have_count(2)


def test_the_page_stands_when_the_widget_cannot_be_fetched(page: Page) -> None:
    page.route("**/widget*.js", lambda route: route.abort())
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.locator("input[name=q]").fill("kostar")
    page.locator("form[action='/sok'] button").click()
    expect(page.locator(".hit").first).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/fragor/vad-ar-sip", "/hitta"])
def test_nothing_moves_while_a_page_comes_in_slowly(open_page: OpenPage, path: str) -> None:
    page = open_page(390, 844, is_mobile=True, has_touch=True)
    page.context.new_cdp_session(page).send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000},
    )
    page.add_init_script(
        """window.moved = 0;
        const add = list => { for (const entry of list.getEntries()) window.moved += entry.value };
        new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(path, wait_until="networkidle")
    assert page.evaluate("window.moved") < 0.001
