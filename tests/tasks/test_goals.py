"""A vague goal is met with a question, once; no word is put in anyone's mouth."""

import pytest

from actions.tasks import engine
from actions.tasks.models import Task, TaskState


def at_goals(**answers: object) -> TaskState:
    return TaskState(task="draft", step="goals", letter="request", answers={"who": "self", **answers})


@pytest.mark.parametrize("goal", ["Må bättre", "jag vill må bra", "Att det ska fungera", "Få mer hjälp"])
def test_a_vague_goal_is_kept_and_asked_about(draft: Task, goal: str) -> None:
    state = engine.answer(draft, at_goals(), goal)
    assert (state.step, state.error) == ("goals", "concrete")
    assert state.answers["goals"][0]["goal"] == goal
    shown = engine.view(draft, state)
    assert shown.helping and all(question.endswith("?") for question in shown.help)


def test_the_answer_becomes_a_step_on_the_way_in_the_persons_own_words(draft: Task) -> None:
    state = engine.answer(draft, engine.answer(draft, at_goals(), "Må bättre"), "Att jag sover hela natten")
    assert state.step == "actors"
    assert state.answers["goals"] == [
        {"goal": "Må bättre", "subgoals": ["Att jag sover hela natten"], "when": ""}
    ]


@pytest.mark.parametrize("way", ["nej tack", "skip", "next"])
def test_the_question_can_be_left_and_the_goal_stays_as_it_was(draft: Task, way: str) -> None:
    asked = engine.answer(draft, at_goals(), "Må bättre")
    ways = {
        "nej tack": engine.answer(draft, asked, "nej tack"),
        "skip": engine.skip(draft, asked),
        "next": engine.apply_payload(draft, asked, {"steg": "draft.goals", "val": "next"}),
    }
    state = ways[way]
    assert state and state.step == "actors"
    assert state.answers["goals"] == [{"goal": "Må bättre", "subgoals": [], "when": ""}]


def test_nobody_is_asked_twice(draft: Task) -> None:
    once = engine.skip(draft, engine.answer(draft, at_goals(), "Må bättre"))
    again = engine.answer(draft, engine.goto(draft, once, "goals"), "Få hjälp")
    assert again.step == "actors"


def test_a_goal_that_can_be_noticed_is_left_alone(draft: Task) -> None:
    assert engine.answer(draft, at_goals(), "Gå till affären själv").step == "actors"


@pytest.mark.parametrize("words", ["exempel", "Ge mig ett exempel", "jag vet inte", "visa exempel"])
def test_examples_come_when_they_are_asked_for(draft: Task, words: str) -> None:
    assert not engine.view(draft, at_goals()).helping
    state = engine.answer(draft, at_goals(), words)
    assert (state.step, state.answers) == ("goals", {"who": "self"})
    assert engine.view(draft, state).helping
