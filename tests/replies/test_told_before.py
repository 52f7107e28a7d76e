"""An answer that has a question behind it is told from the question, in the service as in the browser."""

import json

import pytest

from actions.replies.questions import told_before
from actions.settings import ROOT

ROWS = json.loads((ROOT / "tests" / "tasks" / "asking.json").read_text(encoding="utf-8"))["toldBefore"]


@pytest.mark.parametrize(("text", "told"), ROWS)
def test_what_is_told_before_a_question_is_the_answer(text: str, told: str) -> None:
    assert told_before(text) == told
