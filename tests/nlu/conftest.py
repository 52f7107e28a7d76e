import pytest

from actions.settings import ROOT
from bot.rasa.components.danger_examples import Example, read_examples


@pytest.fixture(scope="session")
def danger() -> list[Example]:
    """The messages that danger is learnt from."""
    return read_examples(ROOT / "nlu_data" / "danger")
