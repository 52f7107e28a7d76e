"""What the same words told is not asked for again, and nothing else is passed; the browser does alike."""

import json
from pathlib import Path
from typing import Any

import pytest

from actions.tasks import engine
from actions.tasks.models import Task, TaskState

VECTORS = json.loads((Path(__file__).parent / "also_told.json").read_text(encoding="utf-8"))
TASK = Task(id="draft", title="-", minutes=1, intro="-", letter="request", steps=VECTORS["steps"], phrases={})


@pytest.mark.parametrize("row", VECTORS["rows"], ids=lambda row: row["text"])
def test_words_answer_the_questions_that_follow_from_them(row: dict[str, Any]) -> None:
    before = row.get("before", {})
    told = engine.answer(TASK, TaskState(task="draft", step=row["step"], answers=before), row["text"])
    assert told.answers == before | row["answers"]
    assert told.step == row["next"]


def test_a_number_answers_its_own_question_alone(draft: Task) -> None:
    told = engine.answer(draft, engine.start(draft), "3")
    assert (told.answers, told.step) == ({"who": "relative"}, "relation")


def test_the_daughter_who_says_so_is_asked_all_the_rest(draft: Task) -> None:
    told = engine.answer(draft, engine.start(draft), "det gäller min mamma, jag är dotter")
    assert told.answers == {"who": "relative", "relation": "mother", "writer": "daughter"}
    assert told.step == "situation"
