from pathlib import Path

import pytest

from actions.replies.knowledge import Knowledge, open_knowledge
from actions.settings import Settings
from tests.site import compile_content


@pytest.fixture(scope="session")
def known(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """All that replies are made of, from the content as it is."""
    settings = Settings(build=Path(tmp_path_factory.mktemp("replies")))
    compile_content(settings)
    return open_knowledge(settings)
