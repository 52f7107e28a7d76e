"""What a guided task says in the chat."""

from collections.abc import Iterator, Mapping

from actions.content.store import Store
from actions.conversation.reply import Button, Reply
from actions.tasks.models import Task, TaskState
from actions.tasks.viewing import StepView, view

TOPICS = {
    "draft": "skriva-begaran",
    "prepare": "forbereda-mote",
    "contact": "hitta-kontakt",
    "after": "efter-motet",
}
_STARTS = {"draft": "/skriva-begaran", "after": "/koll-efter-motet"}


def opening_reply(store: Store, task: Task, *, letter: str | None = None, after: str = "") -> Reply:
    """What the task is, how long it takes, that nothing is sent, and which other letters there are.

    `letter` is one that was asked for; `after` is the topic answered before, whose letter is offered first.
    """
    topic = TOPICS[task.id]
    text = task.intro if letter or task.topics else store.answers[topic].short
    if letter and letter != task.letter:
        text = task.phrases["letter_opening"].format(letter=_label(task, letter))
    others = [row for row in task.letters if row.id != (letter or task.letter)]
    others.sort(key=lambda row: after not in row.topics)
    buttons = tuple(Button(row.label, letter_payload(row.id)) for row in others)
    custom = {"topic": topic, "minutes": task.minutes} | ({"letter": letter} if letter else {})
    return Reply(text.strip(), buttons, custom)


def _label(task: Task, letter: str) -> str:
    return next(row.label for row in task.letters if row.id == letter)


def letter_payload(letter: str) -> str:
    """What a button sends to write one of the letters."""
    return f'{_STARTS["draft"]}{{"val":"{letter}"}}'


def offers(tasks: Mapping[str, Task], topic: str) -> tuple[Button, ...]:
    """The letter and the task that fit after an answer."""
    letter = tasks["draft"].letter_after(topic)
    written = [Button(letter.label, letter_payload(letter.id))] if letter else []
    fitting = [task for task in tasks.values() if topic in task.topics]
    return (*(Button(task.title, _STARTS[task.id]) for task in fitting), *written)


def step_reply(task: Task, state: TaskState) -> Reply:
    """The step now asked, with its buttons; first what was wrong with the last answer, if anything."""
    shown = view(task, state)
    parts = [shown.error, shown.question, *_help(shown), shown.answer, *shown.notes, *_summary(shown)]
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


def done_reply(task: Task, text: str, paper: str, draft: dict[str, object]) -> Reply:
    """The finished paper and the draft it is made of, handed back to the person."""
    custom = {"topic": TOPICS[task.id], "step": f"{task.id}.done", "draft": draft}
    return Reply(f"{text.strip()}\n\n{paper.strip()}", (), custom)


def advice_reply(tasks: Mapping[str, Task], advice: tuple[str, ...]) -> Reply:
    """What to do after the meeting, and the letter that may be needed."""
    task = tasks["after"]
    letter = tasks["draft"].letter_after(TOPICS["after"])
    buttons = (Button(letter.label, letter_payload(letter.id)),) if letter and advice else ()
    lead = task.phrases["after_some" if advice else "after_none"]
    return Reply("\n".join([lead, *(f"- {text}" for text in advice)]), buttons, {"topic": TOPICS["after"]})


def _help(shown: StepView) -> Iterator[str]:
    """Examples and questions that help, when they were asked for."""
    if shown.helping:
        for lines in (shown.help, shown.examples):
            yield "\n".join(f"- {line}" for line in lines)


def _summary(shown: StepView) -> list[str]:
    return [f"**{title}:** {answer}" for title, answer in shown.summary]
