"""A slow, broken or starting service: the person is told, and no word is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.chat import CHAT, TASKS, Chat
from tests.browser.conftest import OpenPage
from tests.browser.drafting import open_chat, skip_to_review, starters

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


@pytest.fixture
def held(page: Page) -> tuple[Chat, list[Route]]:
    """A question on its way, whose answer is held back."""
    routes: list[Route] = []
    page.goto("/")
    page.route(WEBHOOK, lambda route: routes.append(route))
    chat = Chat(page)
    chat.open()
    send(chat, "Vad kostar en SIP?")
    expect(chat.root.get_by_role("status")).to_have_text(CHAT["busy"])
    return chat, routes


def test_a_slow_answer_is_announced_as_on_its_way(held: tuple[Chat, list[Route]]) -> None:
    chat, routes = held
    routes[0].continue_()
    expect(chat.answers).to_have_count(2)


def test_a_question_cut_off_by_a_reload_can_be_sent_again(page: Page, held: tuple[Chat, list[Route]]) -> None:
    chat, _ = held
    page.unroute(WEBHOOK)
    page.reload()
    chat.button(CHAT["retry"]).click()
    expect(chat.answers).to_have_count(2)


@pytest.mark.parametrize("status", [503, 500])
def test_a_letter_is_begun_and_finished_while_the_chat_is_away(
    page: Page, status: int, tmp_path: Path
) -> None:
    chat = open_chat(page)
    page.route(WEBHOOK, lambda route: route.fulfill(status=status, json={"error": "x", "message": "Nej."}))
    chat.button(next(title for title, payload in starters().items() if payload == "/skriva-begaran")).click()
    expect(chat.card).to_be_visible()
    expect(chat.button(CHAT["retry"])).to_have_count(0)
    chat.card.get_by_label("Jag själv").check()
    chat.save()
    chat.card.get_by_role("textbox").fill("Ingen vet vem som gör vad.")
    chat.save()
    skip_to_review(chat)
    with page.expect_download() as waiting:
        chat.button(TASKS["formats"]["txt"]).click()
    waiting.value.save_as(tmp_path / "brev.txt")
    assert "Ingen vet vem som gör vad." in (tmp_path / "brev.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ["/om?sip=prepare", "/forbered", "/begar-sip"])
def test_a_link_to_a_task_opens_it_while_the_chat_is_away(page: Page, path: str) -> None:
    page.route(WEBHOOK, lambda route: route.abort())
    page.goto(path)
    chat = Chat(page)
    expect(chat.card).to_be_visible()
    question = chat.step()
    chat.card.get_by_role("radio").first.check()
    chat.save()
    page.reload()
    expect(chat.card).to_be_visible()
    assert chat.step() != question, "the reload forgot where the person was"


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
