from pathlib import Path

import pytest

from actions.content.build import build
from actions.content.store import Store
from actions.settings import ROOT

CONTENT = ROOT / "content"


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The concept bank as it is published."""
    path: Path = tmp_path_factory.mktemp("content") / "content.sqlite"
    build(CONTENT, path)
    return Store(path)
