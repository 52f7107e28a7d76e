import pytest

from actions.publishing.store import Store
from actions.settings import Settings
from tests.site import compile_content


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The concept bank as it is published."""
    settings = Settings(build=tmp_path_factory.mktemp("content"))
    compile_content(settings)
    return Store(settings.database)
