import os
from pathlib import Path

import pytest

from actions.publishing.checks.corpus import Corpus, read_corpus
from actions.publishing.checks.spelling import has_dictionary
from actions.settings import ROOT


@pytest.fixture(scope="session")
def content() -> Path:
    return ROOT / "content"


@pytest.fixture(scope="session")
def corpus(content: Path) -> Corpus:
    """All that is published, with the lists that judge it."""
    return read_corpus(content)


@pytest.fixture(scope="session")
def dictionary() -> None:
    """Hunspell with Swedish. The script fetches it, so in CI it must be there."""
    if not has_dictionary():
        assert "CI" not in os.environ, "hunspell and hunspell-sv are missing"
        pytest.skip("hunspell and hunspell-sv are not installed")
