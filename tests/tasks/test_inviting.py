"""Whoever is named after a no is never among those to invite, and a row of known names is read one by one."""

import pytest

from actions.tasks import engine
from actions.tasks.models import Task
from actions.tasks.parsing import parse
from actions.tasks.viewing import missing_sides


def named(draft: Task, text: str) -> dict[str, list[str]]:
    step = draft.step("actors")
    assert step
    rows = parse(step, text)
    return {
        invite: [row["name"] for row in rows if row["invite"] == invite]
        for invite in dict.fromkeys(row["invite"] for row in rows)
    }


@pytest.mark.parametrize(
    ("text", "invited"),
    [
        ("psykiatrin soc å vårdcentralen", ["Psykiatrin", "Socialtjänsten", "Vårdcentral"]),
        ("bup o skolan och habiliteringen", ["BUP", "Skola eller elevhälsa", "Habiliteringen"]),
        ("hans bror å vårdcentralen", ["hans bror", "Vårdcentral"]),
        ("1, 2 å 4", ["Socialtjänsten", "Biståndshandläggare", "Boendestöd"]),
        ("skola eller elevhälsa", ["Skola eller elevhälsa"]),
        ("mamma och pappas läkare", ["mamma och pappas läkare"]),
        ("barn- och ungdomspsykiatrin", ["BUP"]),
        ("inte bara soc utan också bup", ["inte bara soc utan också bup"]),
    ],
)
def test_known_names_in_a_row_are_read_one_by_one(draft: Task, text: str, invited: list[str]) -> None:
    assert named(draft, text) == {"ja": invited}


@pytest.mark.parametrize(
    ("text", "invited", "refused"),
    [
        ("hemtjänsten å vårdcentralen, men inte hans syster",
         ["Hemtjänsten", "Vårdcentral"], ["hans syster"]),
        ("psykiatrin soc å vårdcentralen, inte försäkringskassan för dom e hemska",
         ["Psykiatrin", "Socialtjänsten", "Vårdcentral"], ["försäkringskassan för dom e hemska"]),
        ("hans bror men inte hans syster", ["hans bror"], ["hans syster"]),
        ("vårdcentralen ej skolan", ["Vårdcentral"], ["Skola eller elevhälsa"]),
        ("hemtjänsten utan hans syster", ["Hemtjänsten"], ["hans syster"]),
        ("soc inte skolan eller fk", ["Socialtjänsten"], ["Skola eller elevhälsa", "Försäkringskassan"]),
        ("bup, soc ska inte va me", ["BUP"], ["Socialtjänsten"]),
    ],
)  # fmt: skip
def test_who_is_named_after_a_no_is_not_invited(
    draft: Task, text: str, invited: list[str], refused: list[str]
) -> None:
    assert named(draft, text) == {"ja": invited, "nej": refused}


@pytest.mark.parametrize("text", ["inte mamma, pappa eller syrran", "ja vill inte ha me syrran"])
def test_a_no_alone_holds_for_all_of_it(draft: Task, text: str) -> None:
    assert list(named(draft, text)) == ["nej"]


def test_a_known_name_after_a_no_and_a_comma_is_neither_invited_nor_refused(draft: Task) -> None:
    assert named(draft, "BUP, inte FK, vårdcentralen") == {
        "ja": ["BUP"], "nej": ["Försäkringskassan"], "vet-inte": ["Vårdcentral"]}  # fmt: skip


@pytest.mark.parametrize("text", ["läkaren som inte lyssnar", "de klarar sig inte utan hemtjänsten"])
def test_words_that_say_no_in_another_way_are_kept_as_written_and_invite_nobody(
    draft: Task, text: str
) -> None:
    assert named(draft, text) == {"vet-inte": [text]}


def test_nobody_hears_that_health_care_is_missing_when_it_was_named(draft: Task) -> None:
    start = engine.goto(draft, engine.answer(draft, engine.start(draft), "mej"), "actors")
    told = engine.answer(draft, start, "psykiatrin soc å vårdcentralen, inte försäkringskassan")
    assert missing_sides(told.answers["actors"]) == []


def test_a_very_long_row_of_words_is_read_at_once(draft: Task) -> None:
    assert named(draft, "af " * 90) == {"ja": [("af " * 90).strip()]}
