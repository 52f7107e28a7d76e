"""People change their mind in the middle of a sentence; what they meant is what stands."""

import pytest

from actions.tasks import engine
from actions.tasks.models import Task, TaskState


def at(step: str, **answers: object) -> TaskState:
    return TaskState(task="draft", step=step, answers=answers)


def test_no_i_meant_changes_the_answer_just_given_and_asks_on(draft: Task) -> None:
    state = engine.answer(draft, at("goals", who="self", important="Sova"), "Nej, jag menade bo hemma")
    assert (state.step, state.answers["important"]) == ("goals", "bo hemma")


def test_a_role_can_be_corrected_at_once(draft: Task) -> None:
    state = engine.answer(draft, at("situation", who="self"), "Nej, jag menade mitt barn")
    assert (state.step, state.answers["who"]) == ("situation", "guardian")


def test_i_mean_in_a_long_answer_is_part_of_the_answer(draft: Task) -> None:
    state = engine.answer(
        draft, at("important", who="self", situation="Svårt"), "Jag menar att få vara ifred"
    )
    assert state.answers == {"who": "self", "situation": "Svårt", "important": "Jag menar att få vara ifred"}


def test_a_list_is_opened_and_added_to_and_not_overwritten(draft: Task) -> None:
    actors = [{"name": "BUP", "side": "region", "invite": "ja"}]
    state = engine.answer(draft, at("support", who="self", actors=actors), "jag menade habiliteringen")
    names = [actor["name"] for actor in state.answers["actors"]]
    assert (state.step, names, state.error) == ("actors", ["BUP", "Habiliteringen"], "added_here")


def test_a_story_corrected_keeps_what_was_told(draft: Task) -> None:
    told = "Hon sover inte. Hon äter inte."
    before = at("important", who="self", situation=told)
    state = engine.answer(draft, before, "nej fel ja menade hon äter lite")
    assert (state.step, state.answers["situation"]) == ("situation", f"{told}\nhon äter lite")
    assert state.error == "added_here"


@pytest.mark.parametrize(
    "words",
    [
        "nej fel ja menade bo hemma",
        "oj förlåt jag skulle skriva bo hemma",
        "fel, jag menade bo hemma",
        "ändra det: bo hemma",
        "ändra förra svaret till bo hemma",
        "nä det blev fel, bo hemma",
    ],
)
def test_a_correction_in_any_everyday_words_changes_the_answer_before(draft: Task, words: str) -> None:
    state = engine.answer(draft, at("goals", who="self", important="Sova"), words)
    assert (state.step, state.answers["important"]) == ("goals", "bo hemma")


def test_who_only_says_that_it_was_wrong_is_asked_again(draft: Task) -> None:
    state = engine.answer(draft, at("goals", who="self", important="Sova"), "nej fel")
    assert (state.step, state.answers) == ("important", {"who": "self", "important": "Sova"})
    assert engine.answer(draft, at("who"), "det blev fel").step == "who"


def test_no_thanks_skips_and_yes_alone_is_asked_about(draft: Task) -> None:
    assert engine.answer(draft, at("support", who="self"), "Nej tack!").step == "language"
    assert engine.answer(draft, at("support", who="self"), "ja").error == "error_which"


def test_a_second_task_starts_empty_and_the_last_words_are_not_reused(draft: Task) -> None:
    done = engine.answer(draft, at("review", who="self", important="Sova"), "klar")
    assert done.done
    fresh = engine.start(draft)
    assert (fresh.step, fresh.answers, fresh.done) == ("who", {}, False)


def test_a_question_in_between_leaves_the_step_as_it_was(draft: Task) -> None:
    state = at("goals", who="guardian")
    assert engine.view(draft, state) == engine.view(draft, state)
    assert engine.current(draft, state).id == "goals"


def test_words_that_only_begin_like_a_correction_overwrite_nothing(draft: Task) -> None:
    for words in (
        "jag menar allvar med att hon ska få gå i skolan igen",
        "fel, det är två saker: sova bättre och hitta ut",
    ):
        state = engine.answer(draft, at("goals", who="guardian", important="Att hon får sova"), words)
        assert state.answers["important"] == "Att hon får sova"
        assert state.answers["goals"][0]["goal"] == words


def test_a_correction_is_told(draft: Task) -> None:
    state = engine.answer(draft, at("goals", who="self", important="Sova"), "Nej, jag menade bo hemma")
    assert engine.view(draft, state).error == draft.phrases["corrected"]
