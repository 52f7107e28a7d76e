"""Pictures of whole pages."""

from pathlib import Path

from playwright.sync_api import Error, Page

_TRIES = 3  # a busy Chromium may say that it cannot take the picture of a tall page just now


def whole_page(page: Page, path: Path) -> None:
    """Keeps a picture of all of the page. Raises Playwright's error when it cannot be taken at all."""
    for left in reversed(range(_TRIES)):
        try:
            page.screenshot(path=path, full_page=True)
            return
        except Error:
            if not left:
                raise
