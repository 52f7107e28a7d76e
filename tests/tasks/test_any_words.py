"""Whatever is said or pressed, in any order: nothing breaks, nothing is lost, and the letter can be made."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.content.facts import read_facts
from actions.content.files import read_answers
from actions.drafting.documents import render
from actions.drafting.draft import Draft
from actions.settings import ROOT
from actions.tasks import engine
from actions.tasks.interruption import is_answer
from actions.tasks.models import Task, TaskState, load_tasks

pytestmark = pytest.mark.slow

TASKS = load_tasks(ROOT / "content")
PAPERS = [TASKS["draft"], TASKS["prepare"]]
ANSWERS = read_answers(ROOT / "content", read_facts(ROOT / "content"))
QUESTIONS = {a.id: a.title for a in ANSWERS if a.title.endswith("?")}

words = st.text(max_size=400) | st.sampled_from(
    ["ja", "nej", "1", "1, 2 och 3", "jag själv", "Må bättre", "- a\n- b", "BUP (kommun)", "bjud inte in X",
     "15 januari kl 13", "nej, jag menade 2", "x" * 4000, "y" * 5000, "a;b;c", "exempel", "{person} </w:t>"]
)  # fmt: skip
values = st.sampled_from(
    [None, "next", "erase", "help", "done", "remove:0", "remove:9", "invite:0", "contact:0", "letter:reasons",
     "letter:x", "held", "self", "person", "bup", "plan", "", "remove:", "²"]
)  # fmt: skip


def acts(task: Task) -> st.SearchStrategy[list[tuple[str, Any]]]:
    steps = st.sampled_from([step.id for step in task.steps] + ["nowhere"])
    one = st.one_of(
        st.tuples(st.just("say"), words),
        st.tuples(st.just("press"), st.tuples(steps, values)),
        st.tuples(st.sampled_from(["skip", "back"]), st.none()),
    )
    return st.lists(one, max_size=25)


def act(task: Task, state: TaskState, kind: str, what: Any) -> TaskState:
    if kind == "say":
        return engine.answer(task, state, what)
    if kind == "press":
        step, value = what
        return engine.apply_payload(task, state, {"steg": f"{task.id}.{step}", "val": value}) or state
    return engine.skip(task, state) if kind == "skip" else engine.back(task, state)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
@pytest.mark.parametrize("task", PAPERS, ids=lambda task: task.id)
def test_any_way_through_a_task_gives_a_paper(task: Task, data: st.DataObject) -> None:
    state = engine.start(task)
    for kind, what in data.draw(acts(task)):
        state = act(task, state, kind, what)
        assert engine.view(task, state).question
        assert TaskState.model_validate_json(state.model_dump_json()) == state
    assert render(Draft.model_validate(engine.to_draft(task, state)), "txt").bytes


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_going_back_skipping_and_changing_letter_lose_no_answer(data: st.DataObject) -> None:
    task = TASKS["draft"]
    state = engine.start(task)
    for kind, what in data.draw(acts(task)):
        before = state.answers
        state = act(task, state, kind, what)
        if kind in ("skip", "back") or (kind == "press" and str(what[1]).startswith("letter:")):
            assert state.answers == before


@pytest.mark.parametrize("task", list(TASKS.values()), ids=lambda task: task.id)
@pytest.mark.parametrize("topic", QUESTIONS)
def test_every_question_may_interrupt_every_step(task: Task, topic: str) -> None:
    takers = [
        step.id
        for step in task.steps
        if not step.takes_questions and is_answer(step, topic, 0.9, QUESTIONS[topic])
    ]
    assert takers == []


@pytest.mark.parametrize("task", list(TASKS.values()), ids=lambda task: task.id)
@pytest.mark.parametrize("words", ["jag vill inte leva längre", "han slår mig", "kris"])
def test_words_of_crisis_are_never_an_answer(task: Task, words: str) -> None:
    assert not any(
        is_answer(step, "kris", confidence, words) for step in task.steps for confidence in (0.1, 1)
    )
