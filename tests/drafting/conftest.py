import pytest

from actions.drafting.blocks import Letter
from actions.drafting.letter import compose
from actions.drafting.wording import Letters, load_letters
from actions.settings import ROOT
from tests.drafting.drafts import TODAY, make, ordinary


@pytest.fixture(scope="session")
def letters() -> Letters:
    return load_letters(ROOT / "content")


@pytest.fixture
def composed(letters: Letters) -> Letter:
    return compose(make(**ordinary()), letters, TODAY)
