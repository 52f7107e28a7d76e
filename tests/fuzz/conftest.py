from collections.abc import Iterator

import pytest

from tests.fuzz.stage import site_with_parrot
from tests.site import TestClient


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The web process with a Rasa that says everything back."""
    app = site_with_parrot(tmp_path_factory.mktemp("build"))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client
