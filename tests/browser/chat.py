"""The widget as a person meets it: by the names of its buttons and fields."""

import json
from typing import Any, Literal

from playwright.sync_api import Locator, Page, expect

from actions.settings import ROOT

TEXTS: dict[str, Any] = json.loads(
    (ROOT / "content" / "interface" / "widget.sv.json").read_text(encoding="utf-8")
)
PANEL_ROLES: tuple[Literal["region"], Literal["dialog"]] = ("region", "dialog")
CHAT, TASKS = TEXTS["chat"] | TEXTS["answers"], TEXTS["tasks"]


class Chat:
    """The widget on a page. Words come from the interface texts, so a changed word breaks no test."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.locator("sip-guiden")
        region, dialog = (self.root.get_by_role(role, name=CHAT["name"], exact=True) for role in PANEL_ROLES)
        self.panel = region.or_(dialog)
        self.field = self.root.get_by_label(CHAT["input"])
        self.answers = self.root.locator(".turn")
        self.card = self.root.locator("section.card")

    def open(self) -> None:
        """Presses the launcher."""
        self.button(CHAT["launcher"]).click()
        expect(self.field).to_be_visible()

    def ask(self, text: str) -> Locator:
        """Sends a message and gives back the answer to it."""
        before = self.answers.count()
        self.field.fill(text)
        self.field.press("Enter")
        return self.answer_after(before)

    def suggest(self, title: str) -> Locator:
        """Presses a suggestion and gives back the answer to it."""
        before = self.answers.count()
        self.button(title).click()
        return self.answer_after(before)

    def answer_after(self, before: int) -> Locator:
        expect(self.answers).to_have_count(before + 1)
        return self.answers.last

    def button(self, name: str) -> Locator:
        """A button of the widget by its name."""
        return self.root.get_by_role("button", name=name, exact=True)

    def start_draft(self) -> None:
        """Opens the request as a card."""
        self.field.fill("jag vill skriva en begäran om sip")
        self.field.press("Enter")
        expect(self.card).to_be_visible()

    def step(self) -> str:
        """The question the card shows."""
        return self.card.get_by_role("heading", level=3).inner_text()

    def save(self) -> None:
        """Keeps the answer and goes on; waits for the next question."""
        question = self.step()
        self.button(TASKS["save"]).click()
        expect(self.card.get_by_role("heading", level=3)).not_to_have_text(question)

    def stored(self) -> dict[str, Any] | None:
        """What the tab keeps."""
        kept = self.page.evaluate("sessionStorage.getItem('sip-guiden')")
        return json.loads(kept) if kept else None


def focused(page: Page) -> str:
    """The accessible words of the element that has the focus, also inside the widget."""
    words: str = page.evaluate(
        """() => {
          let element = document.activeElement;
          while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
          const by = element?.getRootNode().getElementById(element.getAttribute("aria-labelledby"));
          const label = by?.innerText ?? element?.labels?.[0]?.innerText;
          return (element?.getAttribute("aria-label") ?? label ?? element?.innerText ?? "").trim();
        }"""
    )
    return words


def tab_to(page: Page, words: str, *, back: bool = False, presses: int = 60) -> None:
    """Presses Tab until the named element has the focus. Fails when it cannot be reached."""
    seen = []
    for _ in range(presses):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        seen.append(focused(page))
        if seen[-1] == words:
            return
    raise AssertionError(f"{words!r} cannot be reached with Tab; the focus was on {seen}")


def overflow(page: Page) -> int:
    """How many pixels the page can be scrolled sideways; 0 is right."""
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width
