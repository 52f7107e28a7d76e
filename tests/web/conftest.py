from collections.abc import Iterator

import pytest

from actions.settings import Settings
from bot.web.app import create_app
from tests.site import TestClient, compile_content


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The site without Rasa."""
    settings = Settings(build=tmp_path_factory.mktemp("build"))
    compile_content(settings)
    with TestClient(create_app(settings)) as running:
        yield running


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A letter may take its time on a busy machine; how long is tried in tests/safety/test_cost.py."""
    monkeypatch.setattr("bot.web.document_worker.MOST_SECONDS", 300.0)
