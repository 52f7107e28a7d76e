from collections.abc import Iterator

import pytest

from actions.settings import Settings
from tests.site import TestClient, compiled_build, open_app


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    """The site without Rasa, and without a pace: all municipalities are looked up."""
    with TestClient(open_app(Settings(build=compiled_build(), rate_limit=0))) as running:
        yield running


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A letter may take its time on a busy machine; how long is tried in tests/safety/test_cost.py."""
    monkeypatch.setattr("bot.web.document_worker.MOST_SECONDS", 300.0)
