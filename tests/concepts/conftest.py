import pytest

from actions.publishing.store import Store
from tests.site import compiled_content


@pytest.fixture(scope="session")
def store() -> Store:
    """The concept bank as it is published."""
    return Store(compiled_content())
