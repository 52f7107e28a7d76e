"""What a guided task says in the chat."""

from actions.content.store import Store
from actions.conversation.reply import Button, Reply
from actions.tasks.models import Task, TaskState
from actions.tasks.viewing import StepView, view

TOPICS = {"draft": "skriva-begaran", "prepare": "forbereda-mote", "contact": "hitta-kontakt"}


def opening_reply(store: Store, task: Task) -> Reply:
    """What the task is, how long it takes and that nothing is sent."""
    topic = TOPICS[task.id]
    return Reply(store.answers[topic].short, (), {"topic": topic, "minutes": task.minutes})


def step_reply(task: Task, state: TaskState) -> Reply:
    """The step now asked, with its buttons; first what was wrong with the last answer, if anything."""
    shown = view(task, state)
    parts = [
        shown.error,
        shown.question,
        *shown.help,
        *_examples(shown),
        shown.answer,
        *shown.notes,
        *_summary(shown),
    ]
    index, total = shown.progress
    custom = {
        "topic": TOPICS[task.id],
        "step": shown.step_id,
        "progress": {"index": index, "total": total},
        "examples": list(shown.examples),
        "why": shown.why,
    }
    buttons = tuple(Button(title, payload) for title, payload in shown.buttons)
    return Reply("\n\n".join(part for part in parts if part), buttons, custom)


def why_reply(task: Task, state: TaskState) -> Reply:
    """Why the step is asked."""
    return Reply(view(task, state).why, (), {"topic": TOPICS[task.id]})


def done_reply(task: Task, text: str, draft: dict[str, object]) -> Reply:
    """The finished draft, handed back to the person."""
    return Reply(text, (), {"topic": TOPICS[task.id], "step": f"{task.id}.done", "draft": draft})


def _examples(shown: StepView) -> list[str]:
    return ["\n".join(f"- {example}" for example in shown.examples)] if shown.examples else []


def _summary(shown: StepView) -> list[str]:
    return [f"**{title}:** {answer}" for title, answer in shown.summary]
