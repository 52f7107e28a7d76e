"""Buttons choose, add and remove; they never do anything behind the person's back."""

import json
from typing import Any

from actions.tasks import engine
from actions.tasks.models import Task, TaskState


def press(task: Task, state: TaskState, step: str, value: str | None = None) -> TaskState:
    pressed = engine.apply_payload(task, state, {"steg": f"{task.id}.{step}", "val": value})
    assert pressed
    return pressed


def begun(task: Task, step: str, **answers: object) -> TaskState:
    return TaskState(task=task.id, step=step, answers={"who": "self", **answers})


def test_a_button_of_another_task_or_step_is_refused(draft: Task) -> None:
    state = engine.start(draft)
    assert engine.apply_payload(draft, state, {"steg": "prepare.who", "val": "young"}) is None
    assert engine.apply_payload(draft, state, {"steg": "draft.nothing"}) is None
    assert engine.apply_payload(draft, state, {}) is None


def test_the_chat_follows_a_card_that_keeps_its_answers_to_itself(draft: Task) -> None:
    there = press(draft, engine.start(draft), "recipient", "open")
    assert (there.step, there.answers, there.error) == ("recipient", {}, None)


def test_a_choice_goes_on_to_the_next_step(draft: Task) -> None:
    assert press(draft, engine.start(draft), "who", "guardian").step == "situation"


def test_a_forged_choice_is_refused(draft: Task) -> None:
    state = press(draft, engine.start(draft), "who", "admin")
    assert (state.answers, state.error) == ({}, "error_choice")


def test_choices_toggle_and_stay_until_next(draft: Task) -> None:
    state = press(draft, begun(draft, "adaptations"), "adaptations", "breaks")
    state = press(draft, press(draft, state, "adaptations", "quiet"), "adaptations", "breaks")
    assert state.answers["adaptations"] == {"chosen": ["quiet"], "other": ""}
    assert state.step == "adaptations"
    assert press(draft, state, "adaptations", "next").step == "meeting"


def test_toggling_the_last_choice_off_leaves_no_answer(draft: Task) -> None:
    state = press(draft, begun(draft, "meeting"), "meeting", "home")
    assert "meeting" not in press(draft, state, "meeting", "home").answers


def test_actors_are_added_removed_and_not_invited_by_button(draft: Task) -> None:
    state = press(draft, press(draft, begun(draft, "actors"), "actors", "bup"), "actors", "hemtjanst")
    state = press(draft, state, "actors", "bup")
    assert [row["name"] for row in state.answers["actors"]] == ["BUP", "Hemtjänsten"]
    state = press(draft, press(draft, state, "actors", "invite:0"), "actors", "remove:1")
    assert state.answers["actors"] == [{"name": "BUP", "side": "region", "invite": "nej"}]
    assert press(draft, state, "actors", "remove:7") == state


def test_goals_are_removed_one_at_a_time(draft: Task) -> None:
    goals: list[dict[str, Any]] = [{"goal": g, "subgoals": [], "when": ""} for g in ("Sova", "Äta")]
    state = press(draft, begun(draft, "goals", goals=goals), "goals", "remove:0")
    assert [goal["goal"] for goal in state.answers["goals"]] == ["Äta"]


def test_every_button_shown_works(tasks: dict[str, Task]) -> None:
    for task in tasks.values():
        who = task.steps[0].options[0].id if task.steps[0].options else "-"
        for step in task.steps:
            state = TaskState(task=task.id, step=step.id, answers={"who": who})
            for title, payload in engine.view(task, state).buttons:
                assert title
                if payload.startswith("/steg"):
                    assert engine.apply_payload(task, state, _entities(payload)) is not None


def _entities(payload: str) -> dict[str, str]:
    found = json.loads(payload.removeprefix("/steg"))
    assert isinstance(found, dict)
    return found
