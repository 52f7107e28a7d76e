"""A person who was not understood may leave the question: after seeing it, by one press, or not at all."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Locator, Page, expect

from actions.saved_questions import SavedQuestions
from actions.settings import Settings
from bot.tools.running_service import free_ports
from tests.browser.chat import CHAT, TASKS, Chat
from tests.browser.conftest import Check, OpenPage
from tests.browser.drafting import open_chat
from tests.browser.keyboard import Keys
from tests.browser.traffic import Traffic
from tests.saved_questions.conftest import MISS, Stage
from tests.site import compiled_build, open_app

pytestmark = pytest.mark.browser

WORDS = CHAT["saving"]
GUESSES = {
    **MISS,
    "buttons": [
        {"title": "Vad kostar en SIP?", "payload": "/kostnad"},
        {"title": "Inget av detta", "payload": "/inget-av-detta"},
    ],
}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("saved") / "fragor.sqlite"


@pytest.fixture(scope="module")
def service(file: Path) -> Iterator[str]:
    """A web process that may save questions, and a Rasa that understands nothing."""
    (port,) = free_ports(1)
    app = open_app(Settings(port=port, build=compiled_build(), rate_limit=0, saved_questions=str(file)))
    app.state.site.rasa = Stage()
    app.state.site.rasa.reply = [GUESSES]
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_config=None))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def chat(open_page: OpenPage, file: Path) -> Chat:
    """The chat, open, with nothing saved yet."""
    questions = SavedQuestions(file)
    for one in questions.newest(100):
        questions.delete(one.key)
    return open_chat(open_page(500, 900, reduced_motion="reduce"))


def kept(file: Path) -> list[str]:
    return [one.text for one in SavedQuestions(file).newest(100)]


def offer(chat: Chat) -> Locator:
    return chat.root.locator(".offer")


def field(chat: Chat) -> Locator:
    return chat.root.get_by_label(WORDS["field"])


def test_nothing_is_sent_before_the_press_and_then_only_what_stands_in_the_field(
    chat: Chat, file: Path
) -> None:
    chat.ask("vem betalar taxin för Eva, 070-174 06 05?")
    traffic = Traffic(chat.page)
    expect(offer(chat)).to_contain_text(WORDS["question"])
    expect(field(chat)).to_be_hidden()
    chat.button(WORDS["show"]).click()
    expect(field(chat)).to_be_focused()
    expect(field(chat)).to_have_value("vem betalar taxin för Eva, •••?")
    field(chat).fill("vem betalar taxin?")
    assert traffic.requests == [] and kept(file) == []
    chat.button(WORDS["save"]).click()
    expect(chat.root.get_by_role("status")).to_have_text(WORDS["saved"])
    expect(offer(chat)).to_have_count(0)
    assert kept(file) == ["vem betalar taxin?"]
    (sent,) = traffic.requests
    assert sent.post_data_json == {"message": "vem betalar taxin?"}
    assert not sent.headers.get("cookie") and not sent.headers.get("referer")


def test_a_no_is_heard_for_the_rest_of_the_conversation(chat: Chat, file: Path) -> None:
    chat.ask("vem betalar taxin?")
    chat.button(WORDS["show"]).click()
    chat.button(WORDS["no"]).click()
    expect(chat.root.get_by_role("status")).to_have_text(WORDS["notSaved"])
    chat.ask("men taxin då?")
    expect(offer(chat)).to_have_count(0)
    chat.page.reload()
    expect(chat.field).to_be_visible()
    expect(offer(chat)).to_have_count(0)
    assert kept(file) == []


def test_who_wanted_none_of_the_guesses_can_leave_the_question_from_before(chat: Chat, file: Path) -> None:
    chat.ask("vem betalar taxin?")
    chat.suggest("Inget av detta")
    expect(offer(chat)).to_have_count(1)
    chat.page.reload()
    chat.button(WORDS["show"]).click()
    expect(field(chat)).to_have_value("vem betalar taxin?")
    chat.button(WORDS["save"]).click()
    expect(offer(chat)).to_have_count(0)
    chat.page.reload()
    expect(chat.answers).to_have_count(3)
    expect(offer(chat)).to_have_count(0)
    assert kept(file) == ["vem betalar taxin?"]


def test_words_of_danger_get_the_crisis_answer_and_are_not_saved(chat: Chat, file: Path) -> None:
    chat.ask("vem betalar taxin?")
    chat.button(WORDS["show"]).click()
    field(chat).fill("jag vill inte leva längre")
    chat.button(WORDS["save"]).click()
    expect(chat.root.locator(".crisis")).to_contain_text("112")
    expect(offer(chat)).to_have_count(0)
    assert kept(file) == []


def test_what_goes_wrong_is_said_and_the_words_stay(chat: Chat, file: Path) -> None:
    chat.ask("vem betalar taxin?")
    chat.button(WORDS["show"]).click()
    field(chat).fill("jag är 121212-1212")
    chat.button(WORDS["save"]).click()
    expect(offer(chat).get_by_role("alert")).to_have_text(CHAT["identifier"])
    field(chat).fill("vem betalar taxin?")
    chat.page.route("**/api/questions", lambda route: route.fulfill(status=503, json={"error": "not-saved"}))
    chat.button(WORDS["save"]).click()
    expect(offer(chat).get_by_role("alert")).to_have_text(WORDS["failed"])
    expect(field(chat)).to_have_value("vem betalar taxin?")
    assert kept(file) == []


def test_nobody_is_asked_while_a_letter_is_open(chat: Chat) -> None:
    chat.page.route("**/webhooks/rest/webhook", lambda route: route.fulfill(status=503, json={}))
    chat.button("Skriv en begäran").click()
    expect(chat.card).to_be_visible()
    chat.page.unroute("**/webhooks/rest/webhook")
    chat.ask("vem betalar taxin?")
    expect(offer(chat)).to_have_count(0)
    chat.button(TASKS["pause"]).click()
    chat.ask("men taxin då?")
    expect(offer(chat)).to_have_count(1)


def test_it_is_all_done_from_the_keyboard(chat: Chat, file: Path) -> None:
    keys = Keys(chat.page)
    chat.ask("vem betalar taxin?")
    keys.to(WORDS["show"], back=True)
    keys.press("Enter")
    keys.in_sight()
    expect(field(chat)).to_be_focused()
    chat.page.keyboard.press("Control+a")
    keys.write("vem betalar resan?")
    keys.to(WORDS["save"])
    keys.press("Enter")
    expect(offer(chat)).to_have_count(0)
    expect(chat.root.get_by_role("region", name=CHAT["log"])).to_be_focused()
    assert kept(file) == ["vem betalar resan?"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_nothing_to_object_to(open_page: OpenPage, check: Check, shots: Path, scheme: str) -> None:
    page: Page = open_page(400, 800, color_scheme=scheme, reduced_motion="reduce")
    page.goto("/integritet")
    check(page, "the privacy page that tells of saving")
    chat = open_chat(page)
    chat.ask("vem betalar taxin för Eva, 070-174 06 05?")
    check(page, "offered", "sip-guiden")
    page.screenshot(path=shots / f"saving-offered-{scheme}.png")
    chat.button(WORDS["show"]).click()
    check(page, "shown", "sip-guiden")
    page.screenshot(path=shots / f"saving-shown-{scheme}.png")
    field(chat).fill("")
    chat.button(WORDS["save"]).click()
    check(page, "empty", "sip-guiden")


def test_the_page_has_room_for_it_at_400_percent(open_page: OpenPage) -> None:
    chat = open_chat(open_page(320, 256, reduced_motion="reduce"))
    chat.ask("vem betalar taxin?")
    chat.button(WORDS["show"]).click()
    wide = chat.root.locator(".scroll").evaluate("log => log.scrollWidth - log.clientWidth")
    assert wide == 0
    expect(chat.button(WORDS["save"])).to_be_visible()


def test_a_service_that_does_not_save_does_not_ask(chat: Chat) -> None:
    """What the other browser tests meet all the time: without `may_save` there is no offer."""
    chat.page.route(
        "**/webhooks/rest/webhook", lambda route: route.fulfill(json=[{**MISS, "recipient_id": "x"}])
    )
    chat.ask("vem betalar taxin?")
    expect(offer(chat)).to_have_count(0)
