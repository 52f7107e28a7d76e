"""What a message leads to while a task waits for an answer: that answer, a wish, or the rest of the chat."""

from actions.replies.cared_for import is_protected, words_of_care
from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.questions import asked_behind, is_surely_asked, told_before
from actions.replies.reply import Reply
from actions.replies.spoken import Spoken, task_kept
from actions.replies.stopping import CONTACT, agrees, stays, stopped
from actions.replies.task_turns import LISTEN, TALKS
from actions.replies.tasking import why_reply
from actions.replies.told import number_fails, number_fails_said
from actions.replies.turn import Turn
from actions.replies.wishing import holding, wished
from actions.tasks import engine
from actions.tasks.asking import only_opens
from actions.tasks.buttons import HELD
from actions.tasks.interruption import is_free, is_option
from actions.tasks.message import Message
from actions.tasks.models import FieldKind, Task, TaskState
from actions.tasks.taking import PRESSED, calmed, take, told_if_in_doubt
from actions.tasks.wishes import asks_plainly, claims_answer
from actions.thresholds import LEAVES_STEP, STEERS_STEP

_WHY = "varfor"
_DANGER = "kris"
_SENTENCE_ENDS = (".", "!", "?", "…")
_LONGEST_QUESTION = 14  # words; a longer text tells something
_FEWEST = 3  # words that tell something, before a question
_FEWEST_SAID = 4  # words that say something of their own, and not which of the options is meant


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
    if task_id == CONTACT and number_fails(known, turn, conversation):
        said = number_fails_said(known, turn, conversation)
        return Spoken((*words_of_care(turn), said), task_kept(task, state))
    return (
        _settled(known, task, kept, turn)
        or _from_a_page_left(task, state, turn)
        or wished(known, task, state, turn, conversation)
        or _surely_asked(known, task, kept, state, turn)
        or _told_and_asked(known, task, state, turn)
        or _taken(known, task, state, turn)
        or _handed_on(task, kept, holding(task, state, turn))
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


def _from_a_page_left(task: Task, state: TaskState, turn: Turn) -> Spoken | None:
    """Takes no answer from a page of an earlier step, sent again after "back"; None for any other message."""
    here = f"{task.id}.{engine.current(task, state).id}"
    if turn.step_seen in ("", here) or turn.is_payload or asks_plainly(turn.words):
        return None
    return _heard(task, state.model_copy(update={"error": "page_left"}))


def _taken(known: Knowledge, task: Task, state: TaskState, turn: Turn) -> Spoken | None:
    """The message as an answer or as steering; None when it is neither."""
    if turn.intent == _WHY:
        return Spoken((why_reply(task, state),), task_kept(task, holding(task, state, turn)))
    moved = take(task, state, turn, begins=task.topic, answering=TALKS[task.id].answers(known))
    if moved is None:
        return None
    if _says_something_else(known, task, state, moved, turn):
        return None
    care = words_of_care(turn)
    moved = calmed(state, moved) if care else moved
    return _heard(task, told_if_in_doubt(task, state, moved, turn), care)


def _says_something_else(
    known: Knowledge, task: Task, state: TaskState, moved: TaskState, turn: Turn
) -> bool:
    """True for a sentence that is no answer to what a contact needs: it is answered, and the step waits.

    Where a place is asked for, the sentence must be understood as something about SIP.
    """
    missed = bool(moved.error) and moved.step == state.step
    says = missed and task.id == CONTACT and len(turn.words.split()) >= _FEWEST_SAID
    understood = turn.confidence >= STEERS_STEP and known.store.topics.is_about_sip(turn.intent)
    return says and (understood or not is_free(engine.current(task, state)))


def _surely_asked(
    known: Knowledge, task: Task, kept: TaskState, state: TaskState, turn: Turn
) -> Spoken | None:
    """Hands a question to the rules that opens as one and that the model is sure of; None for other words.

    "Måste habiliteringen komma förresten" and "ja undrade vad det kostar" are no goals.
    """
    step, meant = engine.current(task, state), known.followups.meant(turn.words)
    sure = turn.confidence >= LEAVES_STEP and known.store.topics.is_about_sip(turn.intent)
    if not sure or not is_free(step) or step.takes_questions or told_before(turn.words):
        return None
    asked = (
        is_surely_asked(meant)
        and not is_option(step, turn.words)
        and len(turn.words.split()) <= _LONGEST_QUESTION
    )
    return _handed_on(task, kept, holding(task, state, turn)) if asked else None


def _told_and_asked(known: Knowledge, task: Task, state: TaskState, turn: Turn) -> Spoken | None:
    """Keeps an answer that has a question behind it, says so, and hands the question to the rules.

    A question that is a sentence of its own is no part of the answer. A longer text that runs into one is
    kept whole, in the person's own words; in a list the question would be a row of its own. A word or two of
    a longer text may be anything: they are offered as the answer instead.
    """
    step, before = engine.current(task, state), told_before(turn.words)
    told = before if step.field is FieldKind.LONG_TEXT else before.rstrip(".")
    fewest = _FEWEST if step.field is FieldKind.LONG_TEXT else 1
    tells = is_option(step, told) or (len(told.split()) >= fewest and not only_opens(told))
    if not (told and tells and is_free(step)) or step.takes_questions or task.id == CONTACT:
        return None
    if state.waiting or is_option(step, turn.words):
        return None
    apart = _asks_apart(turn.words, before)
    whole = step.field is FieldKind.LONG_TEXT and not apart
    if not (whole or apart or turn.words.rstrip().endswith("?")):
        return None
    answering = TALKS[task.id].answers(known)
    moved = answering(task, state, Message(text=turn.words if whole else told))
    if moved.answers == state.answers:
        return None
    said = task.phrases["kept_with_question" if whole else "kept_before_question"].format(answer=told)
    return Spoken((Reply(said, (), {"topic": task.topic}),), task_kept(task, moved), "others")


def _asks_apart(words: str, told: str) -> bool:
    """True where the question after what is told is a sentence of its own, and surely a question."""
    return told.endswith(_SENTENCE_ENDS) and asks_plainly(asked_behind(words))


def _heard(task: Task, moved: TaskState, care: tuple[Reply, ...] = ()) -> Spoken:
    return Spoken(care, {**task_kept(task, moved), task.id: moved.done or None})


def _handed_on(task: Task, kept: TaskState, state: TaskState) -> Spoken:
    """The message is for the rules; what changed is remembered."""
    return Spoken((), {} if state == kept else task_kept(task, state), "others")


def _is_pressed(task: Task, state: TaskState, turn: Turn, value: str | None) -> bool:
    """True for a button of the step under way that carries this value."""
    here = turn.intent == PRESSED and turn.entities.get("steg") == f"{task.id}.{state.step}"
    return here and turn.entities.get("val") == value
