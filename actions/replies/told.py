"""What a person has told, in any message, about whom a contact is for; kept as long as the conversation."""

from dataclasses import replace
from typing import Any

from actions.asker.reading import read_asker
from actions.content.topics import Kind
from actions.replies.answers import Asker
from actions.replies.contacting import SHOWN_EARLY, number_fails_reply, query_of, told_by
from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.questions import asks
from actions.replies.reply import Reply
from actions.replies.turn import Turn
from actions.replies.who_asks import asker_kept, asks_for_self, read_in_talk
from actions.routing.contacts import region_is_enough
from actions.routing.query import ContactQuery
from actions.routing.resolving import resolve
from actions.routing.rules import DEFAULT_SITUATION
from actions.tasks.models import TaskState
from actions.thresholds import NEAR_OUTSIDE


def told_so_far(known: Knowledge, turn: Turn, conversation: Conversation) -> ContactQuery:
    """All that was told, with this message's facts last. A place is kept as the code of its municipality."""
    under_way = _under_way(conversation)
    told = query_of(under_way.answers) if under_way else conversation.told
    if turn.context and turn.context.place is not None:
        told = told.moved_to(turn.context.place or None)
    if not turn.words:
        return told
    newer = told_by(known.contact_reader, known.directory, turn.words, told)
    asker = read_in_talk(turn, conversation)
    if not asker.own and read_asker(turn.words).own_age:
        return told
    beside = not asker.role and read_asker(turn.words).role
    if beside or (asker.role and asks_for_self(asker, conversation)):
        newer = newer.model_copy(update={"role": None, "whom": None})
    return told.with_newer(newer)


def wants_contact(known: Knowledge, turn: Turn, conversation: Conversation) -> bool:
    """True when whom to call, or what to say then, is asked and can be said, or only the place is missing."""
    if not turn.words or turn.card_open or conversation.task not in ("", "contact"):
        return False
    if wants_script(known, turn, conversation) or known.contact_reader.asks_number(turn.words):
        return True
    if number_fails(known, turn, conversation):
        return True
    told = told_so_far(known, turn, conversation)
    if told.wants and (says_where(known, turn.words) or known.contact_reader.names_number(turn.words)):
        return True
    if _changes_doors(known, turn, conversation, told):
        return True
    if not known.contact_reader.asks_whom(turn.words) and not _says_where_to_act(known, turn.words):
        return False
    situation = known.rules.situations.get(told.situation)
    where = told.place or told.region or (situation and situation.without_place)
    return bool(where) or says_where(known, turn.words)


def says_where(known: Knowledge, words: str) -> bool:
    """True when the words name a place, or a region or country about which more has to be asked."""
    place = resolve(known.directory, words)
    return bool(place.codes or place.region_code or place.abroad)


def says_where_only(known: Knowledge, turn: Turn, conversation: Conversation) -> bool:
    """True for words that ask nothing and of which only the place was understood, and not about the weather.

    The doors of the place say more than a question back.
    """
    free = not turn.card_open and conversation.task in ("", "contact")
    outside = known.store.topics.of(Kind.OUTSIDE)
    near = outside.isdisjoint(turn.ranked[:NEAR_OUTSIDE])
    return free and bool(turn.words) and near and not asks(turn.words) and says_where(known, turn.words)


def wants_script(known: Knowledge, turn: Turn, conversation: Conversation) -> bool:
    """True when the message asks what to say on the phone, after it was told what that is about."""
    before = told_so_far(known, replace(turn, text=""), conversation)
    told = before.place or before.situation != DEFAULT_SITUATION
    return bool(told) and known.contact_reader.asks_what_to_say(turn.words)


def number_fails(known: Knowledge, turn: Turn, conversation: Conversation) -> bool:
    """True when doors were the last that was said, and the words tell that a number leads nowhere."""
    told = told_so_far(known, turn, conversation)
    state = _under_way(conversation)
    shown = state is None or state.step != "place" or SHOWN_EARLY in state.answers
    return (
        bool(told.place or told.region)
        and shown
        and _doors_were_last(known, conversation)
        and known.contact_reader.fails_number(turn.words)
    )


def number_fails_said(known: Knowledge, turn: Turn, conversation: Conversation) -> Reply:
    """What to do when a number leads nowhere."""
    told = told_so_far(known, turn, conversation)
    return number_fails_reply(known.directory, known.rules, known.phrases, told)


def told_kept(conversation: Conversation, told: ContactQuery) -> dict[str, Any]:
    """The facts as they are kept; nothing when they are kept already."""
    facts = told.model_copy(update={"wants": None}).told()
    return {} if facts == conversation.told.told() else {"told": facts, "municipality": told.place}


def heard_kept(known: Knowledge, turn: Turn, conversation: Conversation, asker: Asker) -> dict[str, Any]:
    """What is kept of any message that was read: who asks, and what it tells about whom a contact is for."""
    told = told_kept(conversation, told_so_far(known, turn, conversation))
    return {**asker_kept(turn, conversation, asker, known.places), **told}


def named(known: Knowledge, turn: Turn, conversation: Conversation) -> str:
    """How the person it is about was named, now or before; empty for a child who may be grown."""
    told = told_so_far(known, turn, conversation)
    may_be_grown = read_asker(told.whom or "").voice == "parent" and not known.rules.is_child(told.age_group)
    return "" if may_be_grown else told.whom or ""


def _says_where_to_act(known: Knowledge, words: str) -> bool:
    """A situation in which somebody has to act, with its place: the doors are the answer."""
    told = told_by(known.contact_reader, known.directory, words)
    where = bool(told.place) or region_is_enough(known.directory, known.rules, told)
    asked = asks(words)
    two_homes = not asked and known.contact_reader.tells_two_homes(words) and says_where(known, words)
    return two_homes or (where and known.contact_reader.at_once(told.situation, asks=asked))


def _changes_doors(known: Knowledge, turn: Turn, conversation: Conversation, told: ContactQuery) -> bool:
    """True when the doors were the last that was said, and the words tell what changes them."""
    if not _doors_were_last(known, conversation):
        return False
    before = told_so_far(known, replace(turn, text=""), conversation)
    same_place = told.place in (before.place, resolve(known.directory, before.place).code)
    same_doors = (told.situation, told.refused_by) == (before.situation, before.refused_by)
    changed = not (same_place and same_doors and told.region == before.region)
    return bool(told.place or told.region) and changed and not asks(turn.words)


def _under_way(conversation: Conversation) -> TaskState | None:
    """The contact task, where it is under way."""
    return conversation.states.get("contact") if conversation.task == "contact" else None


def _doors_were_last(known: Knowledge, conversation: Conversation) -> bool:
    """True in the task, and after the doors; not after an answer to a question about whom to call."""
    doors = conversation.last_topic == known.tasks["contact"].topic and not conversation.last_passage
    return conversation.task == "contact" or doors
