"""A draft filled in as a person does it, card by card."""

from collections.abc import Iterator

from playwright.sync_api import Page, expect

from tests.browser.chat import CHAT, TASKS, Chat


def open_chat(page: Page) -> Chat:
    """The chat on the landing page."""
    page.goto("/")
    chat = Chat(page)
    chat.open()
    return chat


def start_letter(chat: Chat, label: str) -> None:
    """Begins a request and goes over to another letter in the card."""
    chat.start_draft()
    choice = chat.card.get_by_label(label, exact=True)
    if not choice.is_checked():
        chat.card.locator("summary", has_text=TASKS["letterNow"].split("{")[0]).click()
        choice.check()
        expect(chat.card).to_contain_text(f"{label} ·")


def answer_all(chat: Chat, who: str, words: str) -> list[str]:
    """Answers every step with the words, up to the review. Gives back the questions that were asked."""
    chat.card.get_by_label(who, exact=True).check()
    asked = [chat.step()]
    chat.save()
    while not at_review(chat):
        asked.append(chat.step())
        fill_in(chat, words)
        chat.save()
    return asked


def at_review(chat: Chat) -> bool:
    """True when the card shows the answers to read through."""
    return chat.card.get_by_text(TASKS["reviewProgress"]).count() > 0


def fill_in(chat: Chat, words: str) -> None:
    """Writes the words in every field of the card and ticks the first box."""
    boxes = chat.card.get_by_role("checkbox")
    if boxes.count():
        boxes.first.check()
    for field in visible(chat.card.get_by_role("textbox").all()):
        field.fill(words)
    add = chat.button(TASKS["addActor"])
    if add.count():
        add.click()


def skip_to_review(chat: Chat) -> None:
    """Skips what is left."""
    while not at_review(chat):
        question = chat.step()
        chat.button(TASKS["skip"]).click()
        expect(chat.card.get_by_role("heading", level=3)).not_to_have_text(question)


def visible(fields: list) -> Iterator:
    """Those that a person can see; dates and times have no free text."""
    return (
        field
        for field in fields
        if field.is_visible() and field.get_attribute("type") not in ("date", "time")
    )


def starters() -> dict[str, str]:
    """Title → payload of the buttons that open the chat."""
    return {row["title"]: row["payload"] for row in CHAT["starters"]}
