"""A person with a keyboard and no mouse. Counts every key, and never loses sight of the focus."""

from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

from tests.browser.chat import TASKS, Chat, focused
from tests.browser.drafting import at_review

MOST_TABS = 60
SEEN = """() => {
  let element = document.activeElement;
  if (element?.localName !== "sip-guiden") return `outside the widget: ${element?.outerHTML.slice(0, 80)}`;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const { outlineWidth, outlineStyle, boxShadow } = getComputedStyle(element);
  const outlined = (parseFloat(outlineWidth) >= 2 && outlineStyle !== "none") || boxShadow !== "none";
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const inView = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  const column = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
  const middle = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const above = element.getRootNode().elementFromPoint(column, middle);
  const covered = !(above && (element.contains(above) || above.contains(element)));
  const told = element.outerHTML.slice(0, 80);
  if (!inView) return `out of sight: ${told}`;
  if (covered) return `covered: ${told}`;
  return outlined ? "" : `without an outline: ${told}`;
}"""


@dataclass
class Keys:
    """The keyboard on a page. `presses` counts keys by name, `typed` the signs of running text."""

    page: Page
    presses: dict[str, int] = field(default_factory=dict)
    typed: int = 0

    def press(self, key: str) -> None:
        """Presses one key."""
        self.page.keyboard.press(key)
        self.presses[key] = self.presses.get(key, 0) + 1

    def write(self, text: str) -> None:
        """Types text where the focus is."""
        self.page.keyboard.type(text)
        self.typed += len(text)

    def to(self, *names: str, back: bool = False) -> None:
        """Tabs to the first element with one of the names; the focus is seen all the way."""
        for _ in range(MOST_TABS):
            self.press("Shift+Tab" if back else "Tab")
            self.in_sight()
            if focused(self.page) in names:
                return
        raise AssertionError(f"{names} cannot be reached; the focus is on {focused(self.page)!r}")

    def in_sight(self) -> None:
        """Fails when the focus is outside the widget, off the screen, under something or without a mark."""
        unseen = self.page.evaluate(SEEN)
        assert unseen == "", f"{focused(self.page)!r} is {unseen}"

    def onwards(self, chat: Chat, name: str) -> None:
        """Tabs to a button of the card that leads on, presses it, and finds the next question in focus."""
        question = chat.step()
        self.to(name)
        self.press("Enter")
        expect(chat.card.get_by_role("heading", level=3)).not_to_have_text(question)
        expect(chat.card.get_by_role("heading", level=3)).to_be_focused()
        self.in_sight()


def draft_by_keyboard(keys: Keys, chat: Chat, words: str) -> list[str]:
    """Answers every question of a request, from the first to the review. Gives back all that was read."""
    read = [chat.card.inner_text()]
    keys.to("Jag själv")
    keys.press("Space")
    keys.onwards(chat, TASKS["save"])
    while not at_review(chat):
        read.append(chat.card.inner_text())
        answer(keys, chat, words)
        keys.onwards(chat, TASKS["save"])
    return [*read, chat.card.inner_text()]


def answer(keys: Keys, chat: Chat, words: str) -> None:
    """Ticks the first box of the card, or writes in its first field."""
    box = chat.card.get_by_role("checkbox")
    if box.count():
        keys.to(box.first.evaluate("box => box.labels[0].innerText.trim()"))
        keys.press("Space")
        expect(box.first).to_be_checked()
        return
    field = chat.card.get_by_role("textbox").first
    keys.to(field.evaluate("field => field.labels[0]?.innerText.trim()") or chat.step())
    expect(field).to_be_focused()
    keys.write(words)
