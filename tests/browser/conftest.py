import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from actions.settings import ROOT
from tests.browser.chat import Chat

PATIENCE_MS = 30_000  # a busy machine is no fault; a wrong state stays wrong
CHROMIUM = os.environ.get("SIP_CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]

expect.set_options(timeout=PATIENCE_MS)

OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or the one at SIP_CHROMIUM."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, service: str) -> Iterator[OpenPage]:
    """Opens a page in a profile of its own: size in CSS pixels, and what else a context may be told."""
    contexts: list[BrowserContext] = []

    def open_one(width: int = 1280, height: int = 800, **settings: Any) -> Page:
        context = browser.new_context(
            base_url=service, viewport={"width": width, "height": height}, locale="sv-SE", **settings
        )
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A desktop window."""
    return open_page()


@pytest.fixture
def chat(page: Page) -> Chat:
    """The chat on the landing page, open."""
    page.goto("/")
    chat = Chat(page)
    chat.open()
    return chat


@pytest.fixture(scope="session")
def shots() -> Path:
    """Where pictures of what was tested are kept."""
    folder = ROOT / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
