"""Nobody named after a no is invited, and known names in a row are read one by one; the browser too."""

import json
from pathlib import Path
from typing import Any

import pytest

from actions.tasks import engine
from actions.tasks.models import FieldKind, Step, Task
from actions.tasks.parsing import parse
from actions.tasks.viewing import missing_sides

VECTORS = json.loads((Path(__file__).parent / "inviting.json").read_text(encoding="utf-8"))
STEP = Step(id="x", title="-", question="-", why="-", field=FieldKind.ACTORS, options=VECTORS["options"])


def by_invite(rows: list[dict[str, Any]]) -> dict[str, list[str]]:
    return {
        invite: [row["name"] for row in rows if row["invite"] == invite]
        for invite in dict.fromkeys(row["invite"] for row in rows)
    }


@pytest.mark.parametrize("row", VECTORS["rows"], ids=lambda row: row["text"])
def test_who_is_to_be_invited_and_who_is_not(row: dict[str, Any]) -> None:
    before = [{"name": name, "side": "kommun", "invite": "ja"} for name in row.get("before", [])]
    expected = {invite: names for invite, names in row.items() if invite not in ("text", "before")}
    assert by_invite(parse(STEP, row["text"], before)) == expected


def test_numbers_are_read_one_by_one(draft: Task) -> None:
    step = draft.step("actors")
    assert step
    named = {"ja": ["Socialtjänsten", "Biståndshandläggare", "Boendestöd"]}
    assert by_invite(parse(step, "1, 2 å 4")) == named


def test_nobody_hears_that_health_care_is_missing_when_it_was_named(draft: Task) -> None:
    start = engine.goto(draft, engine.answer(draft, engine.start(draft), "mej"), "actors")
    told = engine.answer(draft, start, "psykiatrin soc å vårdcentralen, inte försäkringskassan")
    assert missing_sides(told.answers["actors"]) == []


def test_a_very_long_row_of_words_is_read_at_once() -> None:
    words = ("af " * 90).strip()
    assert by_invite(parse(STEP, words)) == {"ja": [words]}
