"""Contacts asked for in the chat."""

from playwright.sync_api import expect

from tests.browser.chat import Chat


def show_contacts(chat: Chat) -> None:
    """Asks for contacts in Skövde and skips what else is asked."""
    chat.ask("vem ska jag kontakta i Skövde?")
    for _ in range(3):
        if chat.root.locator(".contact").count():
            return
        chat.ask("hoppa över")
    expect(chat.root.locator(".contact").first).to_be_visible()
