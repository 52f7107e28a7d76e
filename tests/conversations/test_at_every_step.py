"""At every step of every paper a question is answered, crisis comes first, and the step is still there."""

import pytest

from actions.settings import ROOT
from actions.tasks.models import load_tasks
from tests.talking import Talk

pytestmark = pytest.mark.running

TASKS = load_tasks(ROOT / "content")
START = {"draft": "/skriva-begaran", "prepare": "/forbereda-mote"}
OF_A_RELATIVE = {
    ("draft", "relation"): ["en närstående"],
    ("prepare", "relation"): ["anhörig"],
    ("draft", "writer"): ["en närstående", "min mamma"],
}
STEPS = [(task, step.id) for task in START for step in TASKS[task].steps if not step.takes_questions]


def open_step(talk: Talk, task: str, step: str) -> str:
    talk.say(START[task])
    for answer in OF_A_RELATIVE.get((task, step), ["1"]):
        talk.say(answer)
    if step != "who":
        talk.say(f'/steg{{"steg": "{task}.{step}"}}')
    else:
        talk.say("tillbaka")
    asked = talk.turns[-1].last("step")
    assert asked == f"{task}.{step}"
    return str(asked)


@pytest.mark.parametrize(("task", "step"), STEPS)
def test_a_question_is_answered_and_the_step_is_asked_again(talk: Talk, task: str, step: str) -> None:
    asked = open_step(talk, task, step)
    question = talk.turns[-1].messages[-1]["text"]
    turn = talk.say("Vad kostar en SIP?")
    assert turn.all("topic")[0] == "kostnad"
    assert turn.last("step") == asked
    assert turn.messages[-1]["text"] == question


@pytest.mark.parametrize(("task", "step"), STEPS)
def test_crisis_comes_first_and_the_paper_can_be_taken_up_again(talk: Talk, task: str, step: str) -> None:
    asked = open_step(talk, task, step)
    turn = talk.say("jag vill inte leva längre")
    assert turn.all("topic") == ["kris"] and "112" in turn.text
    assert talk.say("Vad kostar en SIP?").last("step") == asked


@pytest.mark.parametrize(("task", "step"), STEPS)
def test_a_question_that_is_not_understood_is_no_answer_either(talk: Talk, task: str, step: str) -> None:
    asked = open_step(talk, task, step)
    assert talk.say("vem bestämmer det").last("step") == asked


@pytest.mark.parametrize(("task", "step"), STEPS)
def test_stopping_is_asked_about_first_and_a_no_leads_back(talk: Talk, task: str, step: str) -> None:
    asked = open_step(talk, task, step)
    question = talk.turns[-1].messages[-1]["text"]
    turn = talk.say("jag vill sluta nu")
    assert turn.last("step") == asked and len(turn.buttons) == 2
    assert talk.say("nej").messages[-1]["text"] == question
    talk.say("avbryt")
    assert talk.say("ja").last("step") is None


@pytest.mark.parametrize("step", [step for task, step in STEPS if task == "draft"])
def test_another_letter_may_be_asked_for_at_every_step(talk: Talk, step: str) -> None:
    open_step(talk, "draft", step)
    turn = talk.say("nej jag ville skriva en påminnelse")
    assert turn.last("letter") == "reminder" and turn.last("step").startswith("draft.")
