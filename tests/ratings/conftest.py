from collections.abc import Iterator

import pytest

from actions.settings import Settings
from bot.web.app import create_app
from bot.web.state import Site
from tests.saved_questions.conftest import Stage
from tests.site import TestClient, compile_content


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = Settings(build=tmp_path_factory.mktemp("build"), rate_limit=0, metrics_token="hemlig-nyckel")
    compile_content(settings)
    return settings


@pytest.fixture
def door(compiled: Settings) -> Iterator[TestClient]:
    """A web process whose Rasa gives the reply it is told to give."""
    app = create_app(compiled)
    app.state.site.rasa = Stage()
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def inside(door: TestClient) -> Site:
    state: Site = door.app.state.site  # type: ignore[attr-defined]
    return state
