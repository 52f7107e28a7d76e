"""A draft is read strictly: what does not belong is refused, what is too much is refused."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from actions.drafting.draft import Draft, LetterAnswers, SheetAnswers
from actions.drafting.schema import schema_text
from actions.settings import ROOT
from actions.tasks.models import load_tasks
from tests.drafting.drafts import make, ordinary


def test_an_empty_draft_is_a_draft() -> None:
    assert make().answers == LetterAnswers()
    assert make("prepare").answers == SheetAnswers()


def test_a_draft_saved_to_file_can_be_opened_again() -> None:
    draft = make(**ordinary())
    assert Draft.model_validate_json(draft.model_dump_json()) == draft


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": 2, "letter": "request", "answers": {}},
        {"version": 1, "letter": "poem", "answers": {}},
        {"version": 1, "letter": "request", "answers": {}, "extra": 1},
        {"version": 1, "letter": "request", "answers": {"personnummer": "x"}},
        {"version": 1, "letter": "request", "answers": {"matters": "x"}},
        {"version": 1, "letter": "prepare", "answers": {"goals": []}},
        {"version": 1, "letter": "request", "answers": {"who": "young"}},
        {"version": 1, "letter": "request", "answers": {"situation": "a" * 4001}},
        {"version": 1, "letter": "request", "answers": {"goals": [{"goal": "x"}] * 31}},
        {"version": 1, "letter": "request", "answers": {"meeting": {"chosen": ["<b>"], "other": ""}}},
        {"version": 1, "letter": "request", "answers": {"situation": ["not", "text"]}},
    ],
)
def test_what_does_not_belong_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Draft.model_validate(wrong)


def test_characters_no_document_can_hold_are_taken_out() -> None:
    answers = make(situation="\x00a\x0b\x1fb\ufffe\r\nc").answers
    assert isinstance(answers, LetterAnswers) and answers.situation == "ab\nc"


def test_the_published_schema_is_the_one_in_use() -> None:
    published = (ROOT / "content" / "schemas" / "draft.schema.json").read_text(encoding="utf-8")
    assert json.loads(published) == json.loads(schema_text())


def test_draft_and_tasks_have_the_same_steps_and_roles() -> None:
    tasks = load_tasks(ROOT / "content")
    for task, answers in (("draft", LetterAnswers), ("prepare", SheetAnswers)):
        assert list(answers.model_fields) == [step.id for step in tasks[task].steps[:-1]]
        options = {option.id for option in tasks[task].steps[0].options}
        assert options == set(answers.model_fields["who"].annotation.__args__)  # type: ignore[union-attr]
