"""What a guided task says in the chat."""

from collections.abc import Iterator, Mapping

from actions.publishing.store import Store
from actions.replies.reply import Button, Reply
from actions.tasks.fitting import also_told, filled, people
from actions.tasks.models import Task, TaskState
from actions.tasks.parsing import mentioned_option
from actions.tasks.viewing import StepView, view


def opening_reply(store: Store, task: Task, *, letter: str | None = None, after: str = "") -> Reply:
    """What the task is, how long it takes, that nothing is sent, and which other letters there are.

    `letter` is one that was asked for; `after` is the topic answered before, whose letter is offered first.
    """
    topic = task.topic
    text = task.intro if letter or task.topics else store.answers[topic].short
    if letter and letter != task.letter:
        text = task.phrases["letter_opening"].format(letter=_label(task, letter))
    others = [row for row in task.letters if row.id != (letter or task.letter)]
    others.sort(key=lambda row: after not in row.topics)
    buttons = tuple(Button(row.label, letter_payload(task, row.id)) for row in others)
    custom = {"topic": topic, "minutes": task.minutes} | ({"letter": letter} if letter else {})
    return Reply(text.strip(), buttons, custom)


def which_letter_reply(task: Task, state: TaskState) -> Reply:
    """Asks which letter is wanted instead."""
    others = [row for row in task.letters if row.id != (state.letter or task.letter)]
    buttons = tuple(Button(row.label, letter_payload(task, row.id)) for row in others)
    return Reply(task.phrases["which_letter"], buttons, {"topic": task.topic})


def card_reply(store: Store, task: Task, told: Mapping[str, str], *, letter: str | None = None) -> Reply:
    """The task to open as a card, with the answers already told; the card offers the other letters."""
    opening = opening_reply(store, task, letter=letter)
    facts = {"task": task.id} | ({"prefilled": dict(told)} if told else {})
    return Reply(opening.text, (), opening.custom | facts)


def told_answers(task: Task, words: str, named: str) -> dict[str, str]:
    """Answers already told: "för min mamma" says whom it is about, and what she is to the writer.

    named: how messages before named that person; the words now come first.
    """
    who = task.steps[0]
    for said in (words, named):
        option = mentioned_option(who, said)
        if option:
            told = {who.id: option.id}
            return {**told, **also_told(task, told, who, said)}
    return {}


def begun_reply(task: Task, told: Mapping[str, str]) -> tuple[Reply, ...]:
    """Whom the paper is about, where that is another than the writer and was told before the task began."""
    words = people(task, told)
    said = filled(task.phrases["begun_for"], words)
    return (Reply(said, (), {"topic": task.topic}),) if "yours" in words else ()


def for_card_reply() -> Reply:
    """Hands the message back: it answers the open card's question."""
    return Reply("", (), {"for_card": True})


def _label(task: Task, letter: str) -> str:
    return next(row.label for row in task.letters if row.id == letter)


def letter_payload(task: Task, letter: str) -> str:
    """What a button sends to write one of a task's letters."""
    return f'/{task.begun_by}{{"val":"{letter}"}}'


def offers(tasks: Mapping[str, Task], topic: str, words: str = "") -> tuple[Button, ...]:
    """The letter and the task that fit after an answer; of the letters, the one that the words ask for."""
    fits = tasks["draft"].letter_after(topic)
    letter = fits and (tasks["draft"].letter_named(words) or fits)
    written = [Button(letter.label, letter_payload(tasks["draft"], letter.id))] if letter else []
    fitting = [task for task in tasks.values() if topic in task.topics]
    return (*(Button(task.title, f"/{task.begun_by}") for task in fitting), *written)


def step_reply(task: Task, state: TaskState) -> Reply:
    """The step now asked, with its buttons; first what was wrong with the last answer, if anything."""
    shown = view(task, state)
    parts = [shown.error, shown.question, *_help(shown), shown.answer, *shown.notes, *_summary(shown)]
    index, total = shown.progress
    custom = {
        "topic": task.topic,
        "step": shown.step_id,
        "progress": {"index": index, "total": total},
        "examples": list(shown.examples),
        "why": shown.why,
    }
    buttons = tuple(Button(title, payload) for title, payload in shown.buttons)
    return Reply("\n\n".join(part for part in parts if part), buttons, custom)


def waiting_reply(task: Task, state: TaskState) -> Reply:
    """The task waits, and says how to come back to it."""
    step = f"{task.id}.{state.step}"
    back = Button(task.phrases["resume"], f'/steg{{"steg":"{step}"}}')
    return Reply(task.phrases["waiting"], (back,), {"topic": task.topic, "step": step})


def why_reply(task: Task, state: TaskState) -> Reply:
    """Why the step is asked."""
    return Reply(view(task, state).why, (), {"topic": task.topic})


def done_reply(task: Task, text: str, paper: str, draft: dict[str, object]) -> Reply:
    """The finished paper and the draft it is made of, handed back to the person."""
    custom = {"topic": task.topic, "step": f"{task.id}.done", "draft": draft}
    return Reply(f"{text.strip()}\n\n{paper.strip()}", (), custom)


def advice_reply(tasks: Mapping[str, Task], advice: tuple[str, ...]) -> Reply:
    """What to do after the meeting, and the letter that may be needed."""
    task = tasks["after"]
    letter = tasks["draft"].letter_after(task.topic)
    buttons = (Button(letter.label, letter_payload(tasks["draft"], letter.id)),) if letter and advice else ()
    lead = task.phrases["after_some" if advice else "after_none"]
    return Reply("\n".join([lead, *(f"- {text}" for text in advice)]), buttons, {"topic": task.topic})


def _help(shown: StepView) -> Iterator[str]:
    """Examples and questions that help, when they were asked for."""
    if shown.helping:
        for lines in (shown.help, shown.examples):
            yield "\n".join(f"- {line}" for line in lines)


def _summary(shown: StepView) -> list[str]:
    return [f"**{title.rstrip('?')}:** {answer}" for title, answer in shown.summary]
