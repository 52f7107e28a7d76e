"""A guided task in the chat, turn by turn: it begins, asks its step and ends; `hearing` takes the answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from actions.drafting.documents import render
from actions.drafting.draft import Draft
from actions.replies.answering import answer_beside
from actions.replies.cared_for import words_of_care
from actions.replies.contact_turns import answering_contact, ask_contact, begin_contact, show_contacts
from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.offered_papers import offered_paper
from actions.replies.passages import Question
from actions.replies.reply import Reply
from actions.replies.spoken import Next, Spoken, task_kept
from actions.replies.stopping import CONTACT
from actions.replies.tasking import (
    advice_reply,
    begun_reply,
    card_reply,
    done_reply,
    for_card_reply,
    opening_reply,
    step_reply,
    told_answers,
    waiting_reply,
)
from actions.replies.told import named
from actions.replies.turn import Turn
from actions.tasks import engine
from actions.tasks.asking import agrees
from actions.tasks.interruption import is_answer, is_unclear_question
from actions.tasks.models import Task, TaskState
from actions.tasks.taking import Answering, plain_answer

_CRISIS = "action_crisis"
LISTEN = "action_listen"
_ASKS: dict[str, Next] = {"draft": "ask_draft", "prepare": "ask_prepare", "contact": "ask_contact"}


@dataclass(frozen=True)
class TaskTalk:
    """What differs between the tasks.

    begins: the first turn. asks: what is said at the step of a state, and the state after it. answers: how
    an answer is taken. ends: the last turn. several: what else the first message asks is answered first.
    """

    begins: Callable[[Knowledge, Task, Turn, Conversation], Spoken]
    asks: Callable[[Knowledge, Task, TaskState], tuple[tuple[Reply, ...], TaskState]]
    answers: Callable[[Knowledge], Answering]
    ends: Callable[[Knowledge, Task, TaskState, Conversation], Spoken]
    several: bool = True


def begin(
    known: Knowledge, task_id: str, turn: Turn, conversation: Conversation, several: Sequence[Question]
) -> Spoken:
    """Opens the task, or takes it up again where it was left.

    several: what the message asks, when it asks several things; what is not the task is answered first.
    Words of care come before all else.
    """
    task = known.tasks[task_id]
    first = answer_beside(known, turn, conversation, several, task.topic)
    spoken = TALKS[task_id].begins(known, task, turn, conversation)
    return replace(spoken, replies=(*words_of_care(turn), *first, *spoken.replies))


def begin_beside(known: Knowledge, task_id: str, turn: Turn, conversation: Conversation) -> Spoken:
    """The task begun by other words than its own, whose rules would ask its first step."""
    begun = begin(known, task_id, turn, conversation, ())
    return replace(begun, next=_ASKS[task_id]) if begun.next == "rules" else begun


def ask(known: Knowledge, task_id: str, conversation: Conversation, before: str) -> Spoken:
    """The step that is next; nothing when the crisis answer was just given.

    before: the action run before this. What was wrong with an answer is not said again after another reply.
    Whom to call is asked about once more after another reply, and then no more: it can be asked again.
    """
    task = known.tasks[task_id]
    state = conversation.states.get(task_id) or engine.start(task)
    if before == _CRISIS or state.asked:
        return Spoken()
    if state.waiting:
        return Spoken((waiting_reply(task, state),))
    if before not in ("", LISTEN, f"action_start_{task_id}"):
        if state.asked_again and task_id == CONTACT:
            return Spoken((), task_kept(task, None), "ended")
        state = state.model_copy(update={"error": None, "asked_again": True})
    replies, state = TALKS[task_id].asks(known, task, state)
    return Spoken(replies, task_kept(task, state))


def end(known: Knowledge, task_id: str, conversation: Conversation) -> Spoken:
    """Ends the task and hands over what came of it."""
    task = known.tasks[task_id]
    state = conversation.states.get(task_id) or engine.start(task)
    return TALKS[task_id].ends(known, task, state, conversation)


def for_card(known: Knowledge, turn: Turn) -> Spoken | None:
    """An answer to the client's open card, handed back and not kept; None for any other message."""
    if turn.context is None or turn.context.task is None or turn.context.step is None or not turn.words:
        return None
    step = known.tasks[turn.context.task].step(turn.context.step)
    if step is None or not is_answer(step, turn.intent, turn.confidence, turn.text):
        return None
    if is_unclear_question(step, turn.text):
        return None
    return Spoken((*words_of_care(turn), for_card_reply()), {}, "card")


def _begin_paper(known: Knowledge, task: Task, turn: Turn, conversation: Conversation) -> Spoken:
    """A task that ends in a paper: the card of a client that has cards, else the first step."""
    letter = _letter(known, task, turn, conversation)
    told = told_answers(task, turn.words, named(known, turn, conversation))
    if turn.has_cards:
        return Spoken((card_reply(known.store, task, told, letter=letter),), {"misses": 0}, "card")
    state = conversation.states.get(task.id)
    if state and letter:
        state = engine.change_letter(task, state, letter)
    first: tuple[Reply, ...] = ()
    if letter or state is None or state.done:
        first = (opening_reply(known.store, task, letter=letter, after=conversation.last_topic),)
    if state is None or (state.done and not letter):
        state = engine.start(task, letter, told)
        first = (*first, *begun_reply(task, told))
    return Spoken(first, {task.id: None, "misses": 0, **task_kept(task, state)})


def _begin_anew(known: Knowledge, task: Task, turn: Turn, conversation: Conversation) -> Spoken:
    kept = {task.id: None, "misses": 0, **task_kept(task, engine.start(task))}
    return Spoken((opening_reply(known.store, task),), kept)


def _letter(known: Knowledge, task: Task, turn: Turn, conversation: Conversation) -> str | None:
    """The letter that a button or the words ask for, or that was offered and is agreed to."""
    chosen = turn.entities.get("val") if turn.is_payload else None
    pressed = next((row for row in task.letters if row.id == chosen), None)
    named = pressed or task.letter_named(turn.words)
    if named:
        return named.id
    offered = offered_paper(known.tasks, conversation.offered) if agrees(turn.words) else None
    return offered.letter if offered and offered.task == task.id else None


def _ask_step(known: Knowledge, task: Task, state: TaskState) -> tuple[tuple[Reply, ...], TaskState]:
    return (step_reply(task, state),), state


def _end_with_paper(known: Knowledge, task: Task, state: TaskState, conversation: Conversation) -> Spoken:
    draft = engine.to_draft(task, state)
    paper = render(Draft.model_validate(draft), "txt").bytes.decode()
    reply = done_reply(task, known.phrases(f"{task.id}_done"), paper, draft)
    return Spoken((reply,), {"last_topic": task.topic, **task_kept(task, state)})


def _end_with_advice(known: Knowledge, task: Task, state: TaskState, conversation: Conversation) -> Spoken:
    reply = advice_reply(known.tasks, engine.advice(task, state))
    return Spoken((reply,), {"last_topic": task.topic, **task_kept(task, None)})


_PAPER = TaskTalk(_begin_paper, _ask_step, lambda known: plain_answer, _end_with_paper)
TALKS = {
    "draft": _PAPER,
    "prepare": _PAPER,
    "contact": TaskTalk(begin_contact, ask_contact, answering_contact, show_contacts),
    "after": TaskTalk(_begin_anew, _ask_step, lambda known: plain_answer, _end_with_advice, several=False),
}
