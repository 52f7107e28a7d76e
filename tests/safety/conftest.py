from collections.abc import Iterator

import pytest

from actions.settings import Settings
from bot.web.state import Site
from tests.site import TestClient, compiled_build, open_app


@pytest.fixture(scope="session")
def settings() -> Settings:
    """The site's settings with compiled content, a pace of five a minute and an open staff page."""
    return Settings(
        build=compiled_build(),
        rate_limit=5,
        metrics_token="hemlig-nyckel",
        rasa_port=9,
        actions_port=9,
    )


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    """A web process whose Rasa is away, with no pace used up yet."""
    with TestClient(open_app(settings), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def inside(client: TestClient) -> Site:
    """What that web process holds."""
    state: Site = client.app.state.site  # type: ignore[attr-defined]
    return state
