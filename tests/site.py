"""The site without Rasa, for tests of pages and of the HTTP side."""

import tempfile
import warnings
from functools import cache
from pathlib import Path

import pytest
from fastapi import FastAPI

from actions.publishing.build import build
from actions.routing.directory import Directory
from actions.settings import Settings, get_settings
from bot.web import state
from bot.web.app import create_app

with warnings.catch_warnings():  # Starlette wants another HTTP client than the one this project uses
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

__all__ = ["TestClient", "compiled_build", "compiled_content", "open_app"]

_READERS = {
    name: cache(getattr(state, name))
    for name in ("Store", "load_rules", "load_tasks", "Phrases", "ContactReader")
}
_OPEN_DIRECTORY = cache(Directory.open)


@cache
def compiled_build() -> Path:
    """A folder for `Settings.build` with the content compiled once a test process; never written to."""
    folder = Path(tempfile.mkdtemp(prefix="sip-tests-"))
    build(get_settings().content, folder / "content.sqlite")
    return folder


def compiled_content() -> Path:
    """The compiled content in that folder."""
    return compiled_build() / "content.sqlite"


def open_app(settings: Settings) -> FastAPI:
    """The web process with these settings; what is only read is opened once a test process.

    What a site counts and remembers is its own. A test that changes compiled content calls `create_app`.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name, reader in _READERS.items():
            patch.setattr(state, name, reader)
        patch.setattr(Directory, "open", _OPEN_DIRECTORY)
        return create_app(settings)
