"""axe-core finds nothing to object to, on any page or in any state of the chat, light or dark."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from actions.settings import ROOT
from tests.browser.chat import CHAT, TASKS, Chat
from tests.browser.conftest import OpenPage
from tests.browser.pages import PAGES

pytestmark = pytest.mark.browser

AXE = ROOT / "web_widget" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

Check = Callable[[Page, str], None]


@pytest.fixture(scope="module")
def check() -> Check:
    """Fails with every violation axe finds on a page."""
    if not AXE.exists() and not shutil.which("npm"):
        pytest.skip("no Node here, so no axe-core")
    axe = AXE.read_text(encoding="utf-8")

    def run(page: Page, where: str) -> None:
        page.evaluate(axe)
        found = page.evaluate(
            """async tags => {
              const result = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
              const told = node => `${node.target.flat().join(" ")}: ${node.failureSummary}`;
              return result.violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(told)]);
            }""",
            TAGS,
        )
        assert found == [], f"{where}: {found}"

    return run


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages(open_page: OpenPage, check: Check, shots: Path, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    for path in PAGES:
        page.goto(path)
        check(page, f"{path} ({scheme})")
    page.goto("/")
    page.screenshot(path=shots / f"landing-{scheme}.png", full_page=True)


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
        check(page, words)
    show_contacts(chat)
    page.screenshot(path=shots / f"contacts-{scheme}.png")
    check(page, "contacts")
    chat.field.fill("121212-1212")
    chat.field.press("Enter")
    check(page, "identity number")
    chat.field.fill("")
    chat.button(CHAT["clear"]).click()
    check(page, "asked whether to erase")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_steps_of_the_draft(open_page: OpenPage, check: Check, scheme: str) -> None:
    page = open_page(500, 900, color_scheme=scheme, reduced_motion="reduce")
    page.goto("/om?sip=draft")
    chat = Chat(page)
    expect(chat.card).to_be_visible()
    chat.button(TASKS["save"]).click()
    check(page, "required answer missing")
    chat.card.get_by_label("Någon som står mig nära").check()
    chat.save()
    while not chat.card.get_by_text(TASKS["reviewProgress"]).count():
        check(page, chat.step())
        question = chat.step()
        chat.button(TASKS["skip"]).click()
        expect(chat.card.get_by_role("heading", level=3)).not_to_have_text(question)
    check(page, "review")
    chat.button(TASKS["pause"]).click()
    check(page, "paused")


def test_the_prepare_sheet_in_the_page(open_page: OpenPage, check: Check) -> None:
    page = open_page()
    page.goto("/forbered")
    expect(Chat(page).card).to_be_visible()
    check(page, "inline task")


def test_the_finished_paper(open_page: OpenPage, check: Check) -> None:
    page = open_page(java_script_enabled=True)
    page.goto("/begar-sip?vem=self")
    page.locator("textarea[name=situation]").fill("Ingen vet vem som gör vad.")
    page.locator("form.plain button.main").click()
    check(page, "finished letter")


def test_each_answer_is_spoken_once_and_nothing_is_read_again(chat: Chat) -> None:
    chat.ask("Vad är en SIP?")
    chat.ask("Vad kostar en SIP?")
    spoken = chat.root.locator("[aria-live=polite] > p").all_inner_texts()
    assert len(spoken) == 2
    chat.page.reload()
    expect(chat.answers).to_have_count(3)
    assert chat.root.locator("[aria-live=polite] > p").count() == 0


def show_contacts(chat: Chat) -> None:
    """Asks for contacts in Skövde and skips what else is asked."""
    chat.ask("vem ska jag kontakta i Skövde?")
    for _ in range(3):
        if chat.root.locator(".contact").count():
            return
        chat.ask("hoppa över")
    expect(chat.root.locator(".contact").first).to_be_visible()
