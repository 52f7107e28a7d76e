"""The letter in the browser and the letter of the service are one: both are held to the same rows.

`web_widget/tests/tasks/letter/both-engines.test.ts` reads the same file. After a change that is meant,
`python -m tests.drafting.test_both_engines` writes the expected letters anew; read the difference.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from actions.drafting.draft import Draft
from actions.drafting.letter import compose
from actions.drafting.wording import Letters, Wording, load_letters
from actions.settings import ROOT
from actions.tasks.fitting import fitted
from actions.tasks.goals import is_vague
from actions.tasks.models import Task
from actions.tasks.viewing import describe
from tests.drafting.drafts import TODAY

_FILE = Path(__file__).with_name("both_engines.json")
ROWS: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
_REAL = load_letters(ROOT / "content")
TASK = Task(**ROWS["task"], phrases=_REAL.tasks["draft"].phrases)


def composed(answers: dict[str, Any]) -> dict[str, Any]:
    common = type(_REAL.common).model_validate(ROWS["common"])
    letters = Letters(wordings={"request": Wording(**ROWS["wording"])}, common=common, tasks={"draft": TASK})
    draft = Draft.model_validate({"version": 1, "letter": "request", "answers": answers})
    letter = compose(draft, letters, TODAY).model_dump(mode="json")
    return {"blocks": letter["blocks"], "aside": letter["aside"]}


@pytest.mark.parametrize("case", ROWS["cases"], ids=lambda case: str(case["name"]))
def test_the_letter_is_the_one_both_engines_make(case: dict[str, Any]) -> None:
    assert composed(case["answers"]) == ROWS["letters"][case["name"]]


@pytest.mark.parametrize("row", ROWS["vague"], ids=str)
def test_a_vague_goal_is_the_same_for_both(row: dict[str, Any]) -> None:
    step = TASK.step("goals")
    assert step
    goals = [{"goal": goal, "subgoals": [], "when": ""} for goal in row["goals"]]
    assert any(is_vague(step, goal) for goal in goals) == row["vague"]


@pytest.mark.parametrize("row", ROWS["reviews"], ids=lambda row: str(row["step"]))
def test_an_answer_is_read_back_in_the_same_words(row: dict[str, Any]) -> None:
    step = TASK.step(row["step"])
    assert step
    assert describe(TASK, step, row["value"]).split("\n") == row["lines"]


@pytest.mark.parametrize("row", ROWS["questions"], ids=str)
def test_a_question_speaks_of_the_same_person(row: dict[str, Any]) -> None:
    step = TASK.step(row["step"])
    assert step
    assert fitted(TASK, step, row["answers"], "request").question == row["question"]


if __name__ == "__main__":
    ROWS["common"] = _REAL.common.model_dump(mode="json")
    ROWS["letters"] = {case["name"]: composed(case["answers"]) for case in ROWS["cases"]}
    _FILE.write_text(json.dumps(ROWS, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
