"""axe-core finds nothing to object to, on any page or in any state of the chat, light or dark."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.browser.chat import CHAT, TASKS, Chat
from tests.browser.conftest import Check, OpenPage
from tests.browser.contacts import show_contacts
from tests.browser.drafting import at_review, fill_in, open_chat
from tests.browser.pages import PAGES
from tests.browser.pictures import whole_page

pytestmark = pytest.mark.browser


WIDGET = "sip-guiden"
WEBHOOK = "**/webhooks/rest/webhook"
READY = "**/readyz"
IDENTITY_NUMBER = "19121212" + "-1212"


def refusing(status: int) -> Callable[[Route], None]:
    """A service that answers every message with the status."""
    body = {"error": "x", "message": "Nej."}
    return lambda route: route.fulfill(status=status, headers={"Retry-After": "7"}, json=body)


AWAY = {"starting": refusing(503), "failed": refusing(500), "tooMany": refusing(429)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages(open_page: OpenPage, check: Check, shots: Path, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    for path in PAGES:
        page.goto(path)
        check(page, f"{path} ({scheme})")
    page.goto("/")
    whole_page(page, shots / f"landing-{scheme}.png")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_states_of_the_chat(open_page: OpenPage, check: Check, shots: Path, scheme: str) -> None:
    page = open_page(500, 900, color_scheme=scheme, reduced_motion="reduce")
    page.goto("/om")
    chat = Chat(page)
    check(page, "closed")
    chat.open()
    check(page, "open")
    for words in ("Vad är en SIP?", "det där med planen och så", "jag vill dö"):
        chat.ask(words)
        check(page, words, WIDGET)
    show_contacts(chat)
    page.screenshot(path=shots / f"contacts-{scheme}.png")
    check(page, "contacts", WIDGET)
    chat.field.fill("121212-1212")
    chat.field.press("Enter")
    check(page, "identity number", WIDGET)
    chat.field.fill("")
    chat.button(CHAT["clear"]).click()
    check(page, "asked whether to erase", WIDGET)


def test_a_text_in_another_language(open_page: OpenPage, check: Check) -> None:
    chat = open_chat(open_page())
    for words, language in (("مرحبا، أحتاج إلى مساعدة", "ar"), ("سلام، من به کمک نیاز دارم", "fa")):
        answer = chat.ask(words)
        expect(answer.locator(f"p[lang={language}][dir=rtl]")).to_be_visible()
        expect(answer.locator("p[lang=en][dir=ltr]")).to_be_visible()
        check(chat.page, language, WIDGET)
    expect(chat.ask("i want to kill myself").locator("p[lang=en]")).to_contain_text("112")
    check(chat.page, "crisis in English", WIDGET)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_while_the_service_is_out_of_reach(open_page: OpenPage, check: Check, scheme: str) -> None:
    chat = open_chat(open_page(500, 900, color_scheme=scheme))
    status = chat.root.get_by_role("status")
    chat.page.route(READY, refusing(503))  # or the question is sent again at once, and the words are gone
    for told, respond in AWAY.items():
        chat.page.route(WEBHOOK, respond)
        chat.field.fill("Vad kostar en SIP?")
        chat.field.press("Enter")
        expect(status).to_have_text(CHAT[told].format(seconds=7))
        check(chat.page, told, WIDGET)
        chat.page.unroute(WEBHOOK)
        chat.page.reload()
    chat.page.context.set_offline(True)
    chat.field.fill("Vad kostar en SIP?")
    chat.field.press("Enter")
    expect(status).to_have_text(CHAT["offline"])
    check(chat.page, "offline", WIDGET)


@pytest.mark.parametrize(
    ("scheme", "who"), [("light", "Någon som står mig nära"), ("dark", "Mitt barn under 18 år")]
)
def test_every_step_of_the_draft(open_page: OpenPage, check: Check, scheme: str, who: str) -> None:
    page = open_page(500, 900, color_scheme=scheme, reduced_motion="reduce")
    page.goto("/om?sip=draft")
    chat = Chat(page)
    expect(chat.card).to_be_visible()
    chat.button(TASKS["save"]).click()
    check(page, "required answer missing", WIDGET)
    chat.card.locator("summary", has_text=TASKS["letterNow"].split("{")[0]).click()
    check(page, "other letters", WIDGET)
    walk(chat, check, who)
    chat.card.locator("summary", has_text=TASKS["restart"]).click()
    check(page, "asked whether to begin again", WIDGET)
    chat.card.locator("summary", has_text=TASKS["letterNow"].split("{")[0]).click()
    check(page, "other letters at the review", WIDGET)
    chat.button(TASKS["pause"]).click()
    check(page, "paused", WIDGET)


@pytest.mark.parametrize("who", ["Planen gäller mig", "Jag är under 18 år"])
def test_every_step_of_the_preparation(open_page: OpenPage, check: Check, who: str) -> None:
    page = open_page()
    page.goto("/forbered")
    chat = Chat(page)
    expect(chat.card).to_be_visible()
    check(page, "inline task")
    walk(chat, check, who)


def walk(chat: Chat, check: Check, who: str) -> None:
    """Every question with its help unfolded, then answered; what is wrong in a field; the review."""
    chat.card.get_by_label(who, exact=True).check()
    chat.save()
    while not at_review(chat):
        chat.card.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        check(chat.page, chat.step(), WIDGET)
        goal = chat.card.get_by_label(TASKS["goalText"])
        if goal.count():
            goal.fill("Må bättre")
            chat.button(TASKS["save"]).click()
            expect(chat.card.get_by_text(TASKS["concrete"])).to_be_visible()
            check(chat.page, "a vague goal", WIDGET)
        fill_in(chat, "Att få sova")
        check(chat.page, f"{chat.step()}, answered", WIDGET)
        if chat.card.locator("textarea").count():
            refused(chat, check)
        chat.save()
    check(chat.page, "review", WIDGET)


def refused(chat: Chat, check: Check) -> None:
    """A field with an identity number in it."""
    box = chat.card.locator("textarea").first
    box.fill(IDENTITY_NUMBER)
    chat.button(TASKS["save"]).click()
    expect(box).to_have_attribute("aria-invalid", "true")
    check(chat.page, f"{chat.step()}, refused", WIDGET)
    box.fill("Att få sova")


def test_a_recipient_among_the_contacts(open_page: OpenPage, check: Check) -> None:
    chat = open_chat(open_page(500, 900))
    show_contacts(chat)
    chat.start_draft()
    chat.card.get_by_label("Jag själv").check()
    chat.save()
    while chat.button(TASKS["recipientShow"]).count() == 0:
        question = chat.step()
        chat.button(TASKS["skip"]).click()
        expect(chat.card.get_by_role("heading", level=3)).not_to_have_text(question)
    expect(chat.card.get_by_role("radio").nth(1)).to_be_visible()
    check(chat.page, "recipient", WIDGET)


def test_the_finished_paper(open_page: OpenPage, check: Check) -> None:
    page = open_page(java_script_enabled=True)
    page.goto("/begar-sip?vem=self#formular")
    page.locator("textarea[name=situation]").fill("Ingen vet vem som gör vad.")
    check(page, "a question of the plain form")
    page.get_by_role("button", name="Visa pappret nu").click()
    check(page, "finished letter")


def test_each_answer_is_spoken_once_and_nothing_is_read_again(chat: Chat) -> None:
    chat.ask("Vad är en SIP?")
    chat.ask("Vad kostar en SIP?")
    spoken = chat.root.locator("[aria-live=polite] > p").all_inner_texts()
    assert len(spoken) == 2
    chat.page.reload()
    expect(chat.answers).to_have_count(3)
    assert chat.root.locator("[aria-live=polite] > p").count() == 0
