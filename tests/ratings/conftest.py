from collections.abc import Iterator

import pytest

from actions.settings import Settings
from bot.web.state import Site
from tests.saved_questions.conftest import Stage
from tests.site import TestClient, compiled_build, open_app


@pytest.fixture(scope="session")
def compiled() -> Settings:
    return Settings(build=compiled_build(), rate_limit=0, metrics_token="hemlig-nyckel")


@pytest.fixture
def client(compiled: Settings) -> Iterator[TestClient]:
    """A web process whose Rasa gives the reply it is told to give."""
    app = open_app(compiled)
    app.state.site.rasa = Stage()
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def inside(client: TestClient) -> Site:
    state: Site = client.app.state.site  # type: ignore[attr-defined]
    return state
