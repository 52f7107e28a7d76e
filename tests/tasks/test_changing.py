"""At the review an answer is changed in the words that a person has for it, and nothing else goes with it."""

from typing import Any

import pytest

from actions.tasks import engine
from actions.tasks.models import Task, TaskState

SCHOOL = "vänta ja ångrar mej, ändra de om jobb till att han får gå i skolan"
GOAL = {"goal": "att han får jobb", "subgoals": [], "when": ""}
ANSWERS = {
    "who": "self",
    "situation": "Det är rörigt. Ingen tar ansvar.",
    "important": "Att få sova",
    "goals": [GOAL],
    "support": "Min syster",
    "language": {"chosen": ["interpreter"], "other": "finska"},
    "recipient": {"name": "Socialtjänsten"},
}


def at_review(**changed: Any) -> TaskState:
    return TaskState(task="draft", step="review", answers={**ANSWERS, **changed})


@pytest.mark.parametrize(
    ("text", "step", "answer"),
    [
        ("ändra målet till att kunna sova", "goals", [{**GOAL, "goal": "att kunna sova"}]),
        ("ändra mitt mål från att han får jobb till att gå ut", "goals", [{**GOAL, "goal": "att gå ut"}]),
        (SCHOOL, "goals", [{**GOAL, "goal": "att han får gå i skolan"}]),
        ("ändra det svåra till: Hon ramlar. Ofta.", "situation", "Hon ramlar. Ofta."),
        ("ÄNDRA DET VIKTIGASTE TILL Att bo\nhemma", "important", "Att bo\nhemma"),
        ("byt mottagare till Vårdcentralen Björken", "recipient", {"name": "Vårdcentralen Björken"}),
        ("ändra vem brevet går till till BUP", "recipient", {"name": "BUP"}),
        ("ändra samtycket till ja till allt", "consent", {"chosen": ["plan", "share"], "other": ""}),
        ("ändra stödpersonen till ingen", "support", None),
    ],
)  # fmt: skip
def test_the_new_answer_stands_in_the_place_of_the_old_one(
    draft: Task, text: str, step: str, answer: Any
) -> None:
    changed = engine.answer(draft, at_review(), text)
    assert (changed.step, changed.error, changed.answers.get(step)) == ("review", "changed", answer)
    rest = {key: kept for key, kept in ANSWERS.items() if key != step}
    assert {key: kept for key, kept in changed.answers.items() if key != step} == rest


def test_whom_it_is_about_is_changed_with_what_the_words_tell_beside(draft: Task) -> None:
    changed = engine.answer(draft, at_review(), "ändra vem det gäller till min mamma")
    assert (changed.answers["who"], changed.answers["relation"]) == ("relative", "mother")


def test_an_answer_of_several_things_is_added_to_and_not_overwritten(draft: Task) -> None:
    two = [GOAL, {**GOAL, "goal": "att sova"}]
    added = engine.answer(draft, at_review(goals=two), "ändra målet till att orka gå ut")
    assert added.answers["goals"] == [*two, {**GOAL, "goal": "att orka gå ut"}]
    assert (added.step, engine.view(draft, added).error) == ("goals", draft.phrases["added_here"])
    assert any(title == "Ta bort: att sova" for title, _ in engine.view(draft, added).buttons)
    language = engine.answer(draft, at_review(), "ändra tolken till teckenspråk").answers["language"]
    assert language == {"chosen": ["interpreter", "sign"], "other": "finska"}


def test_words_about_a_part_of_a_text_never_take_the_whole_text_away(draft: Task) -> None:
    opened = engine.answer(draft, at_review(), "ändra det om ansvar till att BUP inte svarar")
    assert (opened.step, opened.error, opened.answers) == ("situation", "change_whole", ANSWERS)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("ändra det svåra till exempel", "situation"),
        ("ändra på målet, lägg till att sova", "goals"),
        ("ändra vem brevet går till", "recipient"),
        ("ändra vem det gäller till någon helt annan", "who"),
    ],
)
def test_words_that_are_no_new_answer_open_the_step_and_change_nothing(
    draft: Task, text: str, step: str
) -> None:
    opened = engine.answer(draft, at_review(), text)
    assert (opened.step, opened.back_to, opened.answers) == (step, "review", ANSWERS)
