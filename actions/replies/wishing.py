"""What leads elsewhere while a task waits for an answer: a change, a stop, a pause, help, or another task."""

from dataclasses import replace

from actions.replies.cared_for import words_of_care
from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.passages import Question, question_reply, topic_of
from actions.replies.questions import told_before
from actions.replies.reply import Reply
from actions.replies.spoken import Spoken, task_kept
from actions.replies.stopping import CONTACT, ask_to_stop, begun, stopped
from actions.replies.task_turns import begin_beside
from actions.replies.tasking import opening_reply, which_letter_reply, why_reply
from actions.replies.theirs import asker_of
from actions.replies.turn import Turn
from actions.tasks import engine
from actions.tasks.asking import is_command, is_return
from actions.tasks.interruption import is_free, is_option, is_steering, is_wish_to_stop, may_be_wish_to_stop
from actions.tasks.models import Task, TaskState
from actions.tasks.wishes import (
    asks_how_far,
    asks_leave,
    gives_up,
    is_about_writing,
    is_puzzled,
    is_small_talk,
    waits,
    wants_human,
    wants_to_call,
    wants_to_see,
    wished_letter,
    wished_task,
    wishes_some_letter,
)

_HUMAN = "prata-med-manniska"
_WRITES = "draft"
_INSTEAD_OF_WRITING = "skriva-begaran#maste-vara-brev"


def wished(
    known: Knowledge, task: Task, state: TaskState, turn: Turn, conversation: Conversation
) -> Spoken | None:
    """What words lead to that want something else than to answer the step; None for any others."""
    if not turn.words or state.waiting or is_option(engine.current(task, state), turn.words):
        return None
    return (
        _changing(task, state, turn)
        or _looking(task, state, turn)
        or _stopping(known, task, state, turn, conversation)
        or _pausing(task, state, turn, conversation)
        or _helped(task, state, turn)
        or _another(known, task, state, turn, conversation)
    )


def holding(task: Task, state: TaskState, turn: Turn) -> TaskState:
    """The task with the words just written, where they may have been its answer after all."""
    takes_words = is_free(engine.current(task, state)) and task.id != CONTACT and not state.waiting
    asks = turn.words.strip().endswith("?")
    told = told_before(turn.words) if asks else turn.words
    may_answer = takes_words and (not asks or len(told.split()) > 1)
    return state.model_copy(update={"held": told if may_answer else ""})


def _changing(task: Task, state: TaskState, turn: Turn) -> Spoken | None:
    """An earlier answer that is to be changed; the person comes back to the step they were at."""
    moved = engine.reopen(task, state, turn.words) if task.id != CONTACT else None
    if moved is None:
        return None
    asks_which = moved.step == state.step and moved.answers == state.answers
    held = holding(task, state, turn).held if asks_which else ""
    return Spoken(words_of_care(turn), task_kept(task, moved.model_copy(update={"held": held})))


def _looking(task: Task, state: TaskState, turn: Turn) -> Spoken | None:
    """What is written so far, for who wants to see it or is ready; how much is left, for who asks that."""
    if asks_how_far(turn.words):
        step, of = engine.progress(task, state)
        reply = Reply(task.phrases["how_far"].format(step=step, of=of), (), {"topic": task.topic})
        return Spoken((reply,), task_kept(task, state.model_copy(update={"error": None})))
    if not (wants_to_see(turn.words) or engine.is_ready(turn.words)):
        return None
    moved = engine.review_early(task, state)
    return Spoken((), task_kept(task, moved)) if moved else None


def _stopping(
    known: Knowledge, task: Task, state: TaskState, turn: Turn, conversation: Conversation
) -> Spoken | None:
    """The question about stopping, for who wants to; where nothing is written yet there is nothing to ask.

    What was asked in the same breath is answered first.
    """
    step, care = engine.current(task, state), words_of_care(turn)
    stops = is_wish_to_stop(step, turn.intent, turn.confidence, turn.words)
    gives = gives_up(turn.words) and (not care or is_about_writing(turn.words))
    if stops or (gives and task.id != CONTACT):
        beside = () if stops else _answered_beside(known, turn, conversation)
        if not begun(conversation):
            return replace(stopped(known), replies=(*beside, *stopped(known).replies))
        kept = state if is_command(turn.words) else holding(task, state, turn)
        return ask_to_stop(task, kept, (*care, *beside))
    return ask_to_stop(task, state) if may_be_wish_to_stop(step, turn.words) and not care else None


def _answered_beside(known: Knowledge, turn: Turn, conversation: Conversation) -> tuple[Reply, ...]:
    """The answer to what was asked by who gives up: whether one may call instead, or a sure question."""
    asked = _INSTEAD_OF_WRITING if wants_to_call(turn.words) else turn.passage
    if asked not in known.store.passages:
        return ()
    asker = asker_of(known, turn, conversation)
    reply = question_reply(known.store, known.phrases, Question(topic_of(asked), asked), asker)
    return (replace(reply, buttons=()),)


def _pausing(task: Task, state: TaskState, turn: Turn, conversation: Conversation) -> Spoken | None:
    """The same step once more, for who asks the chat to wait or only makes small talk."""
    waiting = waits(turn.words)
    if not waiting and not is_small_talk(turn.words):
        return None
    said = {"error": "waits" if waiting else "still_here", "held": conversation.states[task.id].held}
    return Spoken(words_of_care(turn), task_kept(task, state.model_copy(update=said)))


def _helped(task: Task, state: TaskState, turn: Turn) -> Spoken | None:
    """What helps who wants to go on, does not understand, has a question, or wants a human."""
    kept = holding(task, state, turn)
    if is_return(turn.words) and not is_steering(turn.intent, turn.confidence, turn.words):
        return Spoken((), task_kept(task, kept.model_copy(update={"error": None})))
    if is_puzzled(turn.words):
        return Spoken((why_reply(task, state),), task_kept(task, engine.show_help(kept)))
    if asks_leave(turn.words):
        reply = Reply(task.phrases["ask_away"], (), {"topic": task.topic})
        return Spoken((reply,), task_kept(task, state))
    if wants_human(turn.words) and turn.intent == _HUMAN:
        return Spoken((), task_kept(task, kept), "others")
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
    begun_there = begin_beside(known, other, turn, conversation)
    return replace(begun_there, kept={**task_kept(task, state), **begun_there.kept})


def _other_letter(
    known: Knowledge, task: Task, state: TaskState, letter: str, conversation: Conversation
) -> Spoken:
    if letter == (state.letter or task.letter):
        return Spoken((), task_kept(task, state.model_copy(update={"error": None})))
    opening = opening_reply(known.store, task, letter=letter, after=conversation.last_topic)
    return Spoken((opening,), task_kept(task, engine.change_letter(task, state, letter)))
