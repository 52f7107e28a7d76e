"""The site without Rasa, for tests of pages and of the HTTP side."""

import shutil
import tempfile
import warnings
from functools import cache
from pathlib import Path

from actions.publishing.build import build
from actions.settings import Settings, get_settings

with warnings.catch_warnings():  # Starlette wants another HTTP client than the one this project uses
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

__all__ = ["TestClient", "compile_content", "compiled_content"]


@cache
def compiled_content() -> Path:
    """The content compiled once a test process; never written to."""
    database = Path(tempfile.mkdtemp(prefix="sip-tests-")) / "content.sqlite"
    build(get_settings().content, database)
    return database


def compile_content(settings: Settings) -> None:
    """Puts the compiled content where these settings look for it; compiled once a test process."""
    settings.database.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(compiled_content(), settings.database)
