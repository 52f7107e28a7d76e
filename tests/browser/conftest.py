import os
import shutil
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

AXE = ROOT / "web_widget" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

OpenPage = Callable[..., Page]
Check = Callable[..., None]


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


@pytest.fixture(scope="session")
def check() -> Check:
    """Fails with every violation axe finds on a page, or in a part of it."""
    if not AXE.exists() and not shutil.which("npm"):
        pytest.skip("no Node here, so no axe-core")
    axe = AXE.read_text(encoding="utf-8")

    def run(page: Page, where: str, part: str = "html") -> None:
        if page.evaluate("typeof axe === 'undefined'"):
            page.evaluate(axe)
        found = page.evaluate(
            """async ([part, tags]) => {
              const shadows = [...document.querySelectorAll("*")].map(one => one.shadowRoot);
              const moving = [document, ...shadows.filter(Boolean)].flatMap(root => root.getAnimations());
              const ends = moving.filter(one => one.effect.getComputedTiming().endTime !== Infinity);
              await Promise.all(ends.map(one => one.finished.catch(() => {})));  // faded in half, dark half
              const within = document.querySelector(part);
              const result = await axe.run(within, { runOnly: tags, resultTypes: ["violations"] });
              const told = node => `${node.target.flat().join(" ")}: ${node.failureSummary}`;
              return result.violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(told)]);
            }""",
            [part, TAGS],
        )
        assert found == [], f"{where}: {found}"

    return run
