import pytest

from actions.replies.knowledge import Knowledge, open_knowledge
from actions.settings import Settings
from tests.site import compiled_build


@pytest.fixture(scope="session")
def known() -> Knowledge:
    """All that replies are made of, from the content as it is."""
    return open_knowledge(Settings(build=compiled_build()))
