import warnings
from collections.abc import Iterator

import pytest

from actions.content.build import build
from actions.settings import Settings
from bot.web.app import create_app

with warnings.catch_warnings():  # Starlette wants another HTTP client than the one this project uses
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The site without Rasa."""
    settings = Settings(build=tmp_path_factory.mktemp("build"))
    build(settings.content, settings.database)
    with TestClient(create_app(settings)) as running:
        yield running
