"""What a message leads to while a task waits for an answer: that answer, a wish, or the rest of the chat."""

from dataclasses import replace

from actions.replies.cared_for import is_protected, words_of_care
from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.questions import told_before
from actions.replies.reply import Reply
from actions.replies.spoken import Next, Spoken, task_kept
from actions.replies.stopping import CONTACT, agrees, ask_to_stop, begun, stays, stopped
from actions.replies.task_turns import LISTEN, TALKS, begin
from actions.replies.tasking import opening_reply, which_letter_reply, why_reply
from actions.replies.turn import Turn
from actions.tasks import engine
from actions.tasks.asking import is_command, is_return
from actions.tasks.buttons import HELD
from actions.tasks.interruption import is_free, is_option, is_steering, is_wish_to_stop, may_be_wish_to_stop
from actions.tasks.message import Message
from actions.tasks.models import FieldKind, Task, TaskState
from actions.tasks.taking import PRESSED, calmed, take, told_if_in_doubt
from actions.tasks.wishes import (
    asks_leave,
    claims_answer,
    is_puzzled,
    wants_human,
    wished_letter,
    wished_task,
    wishes_some_letter,
)

_WHY = "varfor"
_DANGER = "kris"
_HUMAN = "prata-med-manniska"
_WRITES = "draft"
_FEWEST = 3  # words that tell something, before a question
_ASKS: dict[str, Next] = {"draft": "ask_draft", "prepare": "ask_prepare", "contact": "ask_contact"}


def hear(known: Knowledge, task_id: str, turn: Turn, conversation: Conversation, before: str) -> Spoken:
    """Takes a message as the step's answer, as steering, or as a wish; hands anything else back to the rules.

    before: the action run before this; a message is heard once, right after it was waited for.
    """
    task, kept = known.tasks[task_id], conversation.states.get(task_id)
    if kept is None or before != LISTEN:
        return Spoken()
    state = kept.model_copy(update={"asked": "", "held": ""})
    if turn.card_open or is_protected(turn.words) or turn.intent == _DANGER:
        return _handed_on(task, kept, state)
    return (
        _settled(known, task, kept, turn)
        or _wished(known, task, state, turn, conversation)
        or _told_and_asked(known, task, state, turn)
        or _taken(known, task, state, turn)
        or _handed_on(task, kept, _holding(task, state, turn))
    )


def _settled(known: Knowledge, task: Task, kept: TaskState, turn: Turn) -> Spoken | None:
    """What the answer to a question about the task itself leads to; None when it was not answered."""
    open_again = kept.model_copy(update={"asked": "", "waiting": False})
    if kept.asked and (stays(turn) or _is_pressed(task, kept, turn, None)):
        return Spoken((), task_kept(task, open_again))
    if kept.asked and agrees(turn):
        return stopped(known)
    if kept.held and (claims_answer(turn.words) or _is_pressed(task, kept, turn, HELD)):
        answering = TALKS[task.id].answers(known)
        state = open_again.model_copy(update={"held": ""})
        return _heard(task, answering(task, state, Message(text=kept.held)))
    return None


def _taken(known: Knowledge, task: Task, state: TaskState, turn: Turn) -> Spoken | None:
    """The message as an answer or as steering; None when it is neither."""
    if turn.intent == _WHY:
        return Spoken((why_reply(task, state),), task_kept(task, _holding(task, state, turn)))
    moved = take(task, state, turn, begins=task.topic, answering=TALKS[task.id].answers(known))
    if moved is None:
        return None
    care = words_of_care(turn)
    moved = calmed(state, moved) if care else moved
    return _heard(task, told_if_in_doubt(task, state, moved, turn), care)


def _told_and_asked(known: Knowledge, task: Task, state: TaskState, turn: Turn) -> Spoken | None:
    """Keeps an answer that has a question behind it, says so, and hands the question to the rules.

    A text is kept whole, in the person's own words. In a list the question would be a row of its own.
    """
    step, told = engine.current(task, state), told_before(turn.words)
    whole = step.field is FieldKind.LONG_TEXT
    tells = len(told.split()) >= _FEWEST or is_option(step, told)
    asks = whole or turn.words.rstrip().endswith("?")
    if not (told and tells and asks and is_free(step)) or step.takes_questions or task.id == CONTACT:
        return None
    if state.waiting or is_option(step, turn.words):
        return None
    answering = TALKS[task.id].answers(known)
    moved = answering(task, state, Message(text=turn.words if whole else told))
    if moved.answers == state.answers:
        return None
    said = task.phrases["kept_with_question" if whole else "kept_before_question"].format(answer=told)
    return Spoken((Reply(said, (), {"topic": task.topic}),), task_kept(task, moved), "others")


def _heard(task: Task, moved: TaskState, care: tuple[Reply, ...] = ()) -> Spoken:
    return Spoken(care, {**task_kept(task, moved), task.id: moved.done or None})


def _handed_on(task: Task, kept: TaskState, state: TaskState) -> Spoken:
    """The message is for the rules; what changed is remembered."""
    return Spoken((), {} if state == kept else task_kept(task, state), "others")


def _is_pressed(task: Task, state: TaskState, turn: Turn, value: str | None) -> bool:
    """True for a button of the step under way that carries this value."""
    here = turn.intent == PRESSED and turn.entities.get("steg") == f"{task.id}.{state.step}"
    return here and turn.entities.get("val") == value


def _wished(
    known: Knowledge, task: Task, state: TaskState, turn: Turn, conversation: Conversation
) -> Spoken | None:
    """What words lead to that want something else than to answer the step; None for any others."""
    if not turn.words or state.waiting or is_option(engine.current(task, state), turn.words):
        return None
    return (
        _stopping(known, task, state, turn, conversation)
        or _helped(task, state, turn)
        or _another(known, task, state, turn, conversation)
    )


def _stopping(
    known: Knowledge, task: Task, state: TaskState, turn: Turn, conversation: Conversation
) -> Spoken | None:
    """The question about stopping, for who wants to; where nothing is written yet there is nothing to ask."""
    step, care = engine.current(task, state), words_of_care(turn)
    if is_wish_to_stop(step, turn.intent, turn.confidence, turn.words):
        if not begun(conversation):
            return stopped(known)
        return ask_to_stop(task, state if is_command(turn.words) else _holding(task, state, turn), care)
    return ask_to_stop(task, state) if may_be_wish_to_stop(step, turn.words) and not care else None


def _helped(task: Task, state: TaskState, turn: Turn) -> Spoken | None:
    """What helps who wants to go on, does not understand, has a question, or wants a human."""
    holding = _holding(task, state, turn)
    if is_return(turn.words) and not is_steering(turn.intent, turn.confidence, turn.words):
        return Spoken((), task_kept(task, holding.model_copy(update={"error": None})))
    if is_puzzled(turn.words):
        return Spoken((why_reply(task, state),), task_kept(task, engine.show_help(holding)))
    if asks_leave(turn.words):
        reply = Reply(task.phrases["ask_away"], (), {"topic": task.topic})
        return Spoken((reply,), task_kept(task, state))
    if wants_human(turn.words) and turn.intent == _HUMAN:
        return Spoken((), task_kept(task, holding), "others")
    return None


def _another(
    known: Knowledge, task: Task, state: TaskState, turn: Turn, conversation: Conversation
) -> Spoken | None:
    """Another letter or task that is asked for; what was answered stays."""
    free = is_free(engine.current(task, state))
    letter = wished_letter(known.tasks[_WRITES], turn.words, free=free)
    if letter and task.id == _WRITES:
        return _other_letter(known, task, state, letter, conversation)
    if task.id == _WRITES and wishes_some_letter(turn.words, free=free):
        return Spoken((which_letter_reply(task, state),), task_kept(task, state))
    other = _WRITES if letter else wished_task(known.tasks, task.id, turn.words)
    if not other:
        return None
    begun_there = begin(known, other, turn, conversation, ())
    kept = {**task_kept(task, state), **begun_there.kept}
    asks = _ASKS[other] if begun_there.next == "rules" else begun_there.next
    return replace(begun_there, kept=kept, next=asks)


def _other_letter(
    known: Knowledge, task: Task, state: TaskState, letter: str, conversation: Conversation
) -> Spoken:
    if letter == (state.letter or task.letter):
        return Spoken((), task_kept(task, state.model_copy(update={"error": None})))
    opening = opening_reply(known.store, task, letter=letter, after=conversation.last_topic)
    return Spoken((opening,), task_kept(task, engine.change_letter(task, state, letter)))


def _holding(task: Task, state: TaskState, turn: Turn) -> TaskState:
    """The task with the words just written, where they may have been its answer after all."""
    takes_words = is_free(engine.current(task, state)) and task.id != CONTACT and not state.waiting
    asks = turn.words.strip().endswith("?")
    told = told_before(turn.words) if asks else turn.words
    may_answer = takes_words and (not asks or len(told.split()) > 1)
    return state.model_copy(update={"held": told if may_answer else ""})
