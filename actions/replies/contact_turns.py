"""The contact task in the chat: whom to ask is shown as soon as it can be; then comes what may change it."""

from typing import Any
from zlib import crc32

from actions.replies import contacting
from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.reply import Reply
from actions.replies.spoken import Spoken, task_kept
from actions.replies.tasking import opening_reply
from actions.replies.told import (
    number_fails,
    number_fails_said,
    says_where,
    told_kept,
    told_so_far,
    wants_script,
)
from actions.replies.turn import Turn
from actions.routing.query import ContactQuery
from actions.routing.resolving import resolve, without_places
from actions.tasks import engine
from actions.tasks.message import Message
from actions.tasks.models import Task, TaskState
from actions.tasks.taking import Answering, plain_answer


def begin_contact(known: Knowledge, task: Task, turn: Turn, conversation: Conversation) -> Spoken:
    """What the task is, where nothing is known; whom to ask at once, where there is nothing to ask.

    What was told in any earlier message is not asked; a chosen place goes on where it was asked. Who asks
    what to say gets the words, and who doubts a number is told whose it is.
    """
    if wants_script(known, turn, conversation):
        return _script(known, task, turn, conversation)
    if number_fails(known, turn, conversation):
        said = number_fails_said(known, turn, conversation)
        return Spoken((said,), {"last_topic": task.topic, "misses": 0}, "person")
    state = _begun(known, task, turn, conversation)
    first = _whose_number(known, turn, state)
    if state.done:
        shown = show_contacts(known, task, state, conversation)
        kept = {"contact": None, "misses": 0, **shown.kept}
        return Spoken((*first, *shown.replies), kept, "person" if shown.next == "rules" else shown.next)
    nothing_told = state.step == "place" and not state.answers
    facts = contacting.query_of(state.answers)
    if state.error:
        facts = facts.model_copy(update={"place": None})
    kept = {"contact": None, "misses": 0, **told_kept(conversation, facts), **task_kept(task, state)}
    opening = (opening_reply(known.store, task),) if nothing_told else ()
    return Spoken((*opening, *first), kept, "ask_contact")


def ask_contact(known: Knowledge, task: Task, state: TaskState) -> tuple[tuple[Reply, ...], TaskState]:
    """The contacts once, before the first question after the place; then the question. And the new state.

    Those that are known without the place, or by its region, stand before the question of it.
    """
    first: tuple[Reply, ...] = ()
    asks_place = state.step == "place"
    early = asks_place and contacting.has_doors_without_place(state, known.directory, known.rules)
    shown = contacting.SHOWN_EARLY if early else contacting.SHOWN
    if (early or not asks_place) and not state.answers.get(shown):
        first = _contacts(known, state)
        state = contacting.filled(state, {shown: _mark(first)})
    return (*first, contacting.ask_reply(task, state, known.directory, known.rules, known.phrases)), state


def answering_contact(known: Knowledge) -> Answering:
    """How the task takes an answer: the place is looked up, and what else the words tell is kept too."""

    def answered(task: Task, state: TaskState, message: Message) -> TaskState:
        before = contacting.query_of(state.answers)
        read = known.contact_reader.read(message.words, before=before)
        if known.contact_reader.is_another(before, read):
            return _of_another(known, task, before, message)
        if engine.current(task, state).id != "place":
            return _chosen(known, task, state, message, read.told())
        moved = contacting.answer_place(task, state, known.directory, known.rules, message.text)
        if moved.error:
            return contacting.give_up(moved, state)
        return contacting.past_known(task, contacting.filled(moved, read.told()))

    return answered


def _chosen(
    known: Knowledge, task: Task, state: TaskState, message: Message, told: dict[str, Any]
) -> TaskState:
    """The state with one of the options; or with another place, news, or a wish to see the contacts."""
    before, moved = contacting.query_of(state.answers), plain_answer(task, state, message)
    only_where = _says_only_where(known, message)
    named = contacting.told_by(known.contact_reader, known.directory, message.words, before)
    if (moved.error or only_where) and _is_elsewhere(known, before, named):
        return _of_another(known, task, before, message)
    if moved.error and only_where:
        return contacting.to_be_shown(state)
    names_home = bool(moved.error and named.place)
    if moved.error and contacting.is_news(state, told):
        moved = contacting.told_instead(task, state, told)
    if names_home or known.contact_reader.asks_to_be_shown(message.words):
        return contacting.to_be_shown(contacting.filled(state if moved.error else moved, told))
    if moved.error:
        return contacting.give_up(moved, state)
    return contacting.past_known(task, contacting.filled(moved, told))


def _says_only_where(known: Knowledge, message: Message) -> bool:
    rest = without_places(known.directory, message.words)
    return known.contact_reader.is_only_beside(rest) and says_where(known, message.words)


def _is_elsewhere(known: Knowledge, before: ContactQuery, named: ContactQuery) -> bool:
    """True when the place named is another than the one known."""
    here = (None, before.place, resolve(known.directory, before.place).code)
    return bool(named.region) or named.place not in here


def _of_another(known: Knowledge, task: Task, before: ContactQuery, message: Message) -> TaskState:
    """The task at the first thing that is not known of the one it is about now."""
    newer = contacting.told_by(known.contact_reader, known.directory, message.words, before)
    told = before.with_place_asked() if newer.region else before
    told = told.with_newer(newer)
    return contacting.begin(task, known.rules, known.directory, told, message.words)


def show_contacts(known: Knowledge, task: Task, state: TaskState, conversation: Conversation) -> Spoken:
    """The contacts; a letter under way then asks its step again, with them to choose from."""
    doors, after = replies = _contacts(known, state)
    if state.answers.get(contacting.SHOWN) == _mark(replies):
        replies = (contacting.same_reply(known.phrases, doors, after),)
    stuck = (contacting.stuck_reply(known.phrases),) if state.error else ()
    kept = {
        "last_topic": task.topic,
        "last_passage": None,
        **told_kept(conversation, contacting.query_of(state.answers)),
        **task_kept(task, None),
    }
    letter = _letter_with(known, conversation, doors.custom["contacts"])
    return Spoken((*stuck, *replies), kept | letter, "ask_draft" if letter else "rules")


def _whose_number(known: Knowledge, turn: Turn, state: TaskState) -> tuple[Reply, ...]:
    """Whose number was shown, for who doubts that it is the right one."""
    if not known.contact_reader.doubts_number(turn.words):
        return ()
    return contacting.whose_number(known.directory, known.rules, contacting.query_of(state.answers))


def _script(known: Knowledge, task: Task, turn: Turn, conversation: Conversation) -> Spoken:
    """What to say, for what is known by now; a question that was asked stays."""
    told = told_so_far(known, turn, conversation)
    _, words = contacting.contact_replies(known.directory, known.rules, known.store, known.phrases, told)
    kept = {"last_topic": task.topic, "misses": 0, **told_kept(conversation, told)}
    return Spoken((words,), kept, "ask_contact" if conversation.task == task.id else "person")


def _begun(known: Knowledge, task: Task, turn: Turn, conversation: Conversation) -> TaskState:
    """The task at the first thing that is not told yet, with the place that a button chose."""
    before = conversation.states.get(task.id)
    chosen = str(turn.entities.get("plats") or "")
    if chosen and before and before.step == "place":
        state = contacting.answer_place(task, before, known.directory, known.rules, chosen)
    else:
        told = told_so_far(known, turn, conversation)
        if chosen:
            other = chosen == contacting.OTHER_PLACE
            told = told.with_place_asked() if other else told.model_copy(update={"place": chosen})
        state = contacting.begin(task, known.rules, known.directory, told, turn.words)
    if known.contact_reader.has_no_contact(turn.words):
        state = contacting.past_known(task, contacting.filled(state, {"has_contact": "none"}))
    return state


def _contacts(known: Knowledge, state: TaskState) -> tuple[Reply, ...]:
    query, assumed = contacting.query_of(state.answers), contacting.assumed_in(state)
    return contacting.contact_replies(
        known.directory, known.rules, known.store, known.phrases, query, assumed
    )


def _mark(replies: tuple[Reply, ...]) -> str:
    """What the contacts and the words are, to tell whether a later answer changes them."""
    return str(crc32("".join(reply.text for reply in replies).encode()))


def _letter_with(
    known: Knowledge, conversation: Conversation, contacts: list[dict[str, Any]]
) -> dict[str, Any]:
    """The letter under way with the contacts as its possible recipients; nothing when none is under way."""
    state = conversation.states.get("draft")
    if state is None or state.done:
        return {}
    found = tuple(
        {"id": row["id"], "kind": row["kind"], "name": row.get("addressed") or row["name"]}
        for row in contacts
    )
    return task_kept(known.tasks["draft"], state.model_copy(update={"contacts": found}))
