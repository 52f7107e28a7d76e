"""What a message asks about, once its context and its parts are looked at."""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from actions.content.topics import Kind, Topics
from actions.publishing.store import Store
from actions.replies.choosing import chosen, question_of
from actions.replies.conversation import Conversation
from actions.replies.followups import Followups, Form, bare
from actions.replies.leaning import Readings, weighed
from actions.replies.objecting import beside_blame, corrects, objects
from actions.replies.passages import Question, topic_of
from actions.replies.several import Reader, parts_asked
from actions.replies.turn import Turn
from actions.thresholds import (
    ANSWERED_TOO,
    IN_DOUBT,
    PLAIN_AFTER_CORRECTION,
    STEERS_STEP,
    SURELY_OUTSIDE,
    UNANSWERED_BEFORE,
)

_HELP = "hjalp"
_THANKS = "tack"
_BYE = "hejda"
_OUTSIDE = "utanfor-amnet"
_BRIEF = 2
_FEWEST_TELLING = 3  # words: "ja, det vill jag" steers
_LONGEST_LEANING = 600  # signs, with what it leans on: the encoder reads no more


@dataclass(frozen=True)
class Asked:
    """The questions to answer, in order, and the form of a single answer.

    likely: where what was said before was looked at, the passages that may be meant, likeliest first. second:
    the one of them to answer too. in_doubt: none of them is at all sure. corrected: the one before was wrong.
    """

    questions: tuple[Question, ...]
    form: Form = "short"
    likely: tuple[str, ...] = ()
    second: str = ""
    in_doubt: bool = False
    corrected: bool = False


async def asked_about(
    turn: Turn,
    conversation: Conversation,
    store: Store,
    followups: Followups,
    reader: Reader,
    not_theirs: frozenset[str] = frozenset(),
) -> Asked:
    """Questions from a button, from what was just said, from each part, or from the whole message.

    A message without a letter or digit is a question mark in the air: what the chat can do. What was just
    answered is answered longer, not in the same words again.
    Empty questions: nothing answerable was found. not_theirs: what the one who asks cannot mean.
    """
    picked = _picked(turn, conversation, store)
    if picked:
        return Asked((picked,))
    if turn.words and (_is_wordless(turn) or corrects(turn.words) or not _is_surely_outside(turn)):
        found = await _by_words(turn, conversation, store, followups, reader, not_theirs)
        if found:
            return found
    return Asked(_whole(turn, store, not_theirs))


async def _by_words(
    turn: Turn,
    conversation: Conversation,
    store: Store,
    followups: Followups,
    reader: Reader,
    not_theirs: frozenset[str],
) -> Asked | None:
    """What the words ask in the light of the answer before, or part by part; None when the whole decides."""
    about_sip = store.topics.is_about_sip(conversation.last_topic)
    last = conversation.last_topic if about_sip or conversation.last_topic == _OUTSIDE else ""
    followed = followups.of(turn.words, last) if last else None
    if followed:
        return Asked((conversation.last_about(followed.topic),), followed.form)
    if _is_wordless(turn):
        return Asked((Question(_HELP),))
    if followups.closes(turn.words) and not _is_brief_steering(turn, store):
        return Asked((Question(_BYE if turn.intent == _BYE else _THANKS),))
    parts = await parts_asked(turn, store, followups, reader, conversation.antecedent, not_theirs)
    if parts:
        return Asked(tuple(parts))
    goes_on = last or conversation.misses == 1  # after two nothing is left to lean on
    least = 0.0 if last else UNANSWERED_BEFORE
    if goes_on:
        together = await _with_before(turn, conversation, store, followups, reader, least, not_theirs)
        if together:
            return together
    again = about_sip and turn.intent == last and not turn.passage
    return Asked((conversation.last_about(last),), "long") if again else None


def asks_only(asked: Asked, topic: str) -> bool:
    """True when the topic as a whole is all that is asked."""
    return asked.questions == (Question(topic),)


def _picked(turn: Turn, conversation: Conversation, store: Store) -> Question | None:
    """The question chosen in words among the buttons just shown."""
    offered = conversation.offered if turn.words else ()
    button = chosen(turn.words, offered) if offered else None
    picked = question_of(button) if button else None
    return picked if picked and picked.topic in store.answers else None


def _whole(turn: Turn, store: Store, not_theirs: frozenset[str]) -> tuple[Question, ...]:
    """What the message as a whole asks: its very question, else its topic.

    A model may know a question that content no longer has; then its topic is answered.
    """
    if (turn.passage or turn.intent) in not_theirs:
        found = _likeliest(_but(not_theirs, turn.likely), store)
        return found.questions if found else ()
    if topic_of(turn.passage) in store.answers:
        known = turn.passage if turn.passage in store.passages else ""
        return (Question(topic_of(turn.passage), known),)
    return (Question(turn.intent),) if turn.intent in store.answers else ()


async def _with_before(
    turn: Turn,
    conversation: Conversation,
    store: Store,
    followups: Followups,
    reader: Reader,
    least: float,
    not_theirs: frozenset[str],
) -> Asked | None:
    """What a message asks in the light of the message and the answer before it; None when they tell nothing.

    least: how sure the likeliest must be, 0 to 1. What comes after a correction is read by itself where that
    is plain. Who objects does not get the same answer again: it was the wrong one. A long message stands by
    itself: three readings of it would keep the others waiting.
    """
    meant = _meant(turn, conversation, followups)
    if len(meant) >= _LONGEST_LEANING:
        return None
    wrong = conversation.answered if objects(turn.words) else frozenset()
    last = "" if wrong else conversation.last_passage
    passage = store.passages.get(last)
    leant_on = (conversation.antecedent, passage.question if passage else "")
    opened = meant != turn.words
    if not any(leant_on) or (_steers(turn, store) and not opened):
        return None
    wrong |= not_theirs
    corrected = corrects(turn.words)  # then it is no small talk, however it sounds
    by_itself = _left(wrong, await reader.passages(meant) if opened else turn.likely, store, corrected)
    fresh = _but(conversation.answered, by_itself)
    if opened and max(fresh.values(), default=0.0) >= PLAIN_AFTER_CORRECTION:
        found = _likeliest(fresh, store)
    else:
        after = await asyncio.gather(*(_read_after(one, meant, reader) for one in leant_on))
        readings = Readings(by_itself, *after)
        # Danger was weighed before this: a faint sound of it is no reason not to answer.
        wrong |= store.topics.of(Kind.CRISIS)
        ranked = _left(wrong, weighed(readings, last, conversation.answered), store, corrected)
        found = _of_ranked(ranked, conversation.answered, store, least)
    return replace(found, corrected=corrected) if found else None


def _meant(turn: Turn, conversation: Conversation, followups: Followups) -> str:
    """What is asked behind thanks, blame and correction; who only blames asks the same as before."""
    asked = beside_blame(turn.words) or conversation.antecedent
    return followups.meant(followups.behind_thanks(asked) or asked)


def _but(wrong: frozenset[str], likelihoods: Mapping[str, float]) -> Mapping[str, float]:
    return {name: sure for name, sure in likelihoods.items() if name not in wrong}


def _left(
    wrong: frozenset[str], likelihoods: Mapping[str, float], store: Store, corrected: bool
) -> Mapping[str, float]:
    """All but what is wrong, and but small talk after a correction."""
    left = _but(wrong, likelihoods)
    return {name: sure for name, sure in left.items() if not corrected or _is_answer(name, store)}


async def _read_after(before: str, words: str, reader: Reader) -> Mapping[str, float]:
    room = _LONGEST_LEANING - len(words)
    return await reader.passages(f"{before[-room:]} {words}") if before else {}


def _of_ranked(
    ranked: Mapping[str, float], answered: Collection[str], store: Store, least: float
) -> Asked | None:
    """The likeliest, where content answers it; the second, unless just answered, and the others beside it."""
    best, sure = next(iter(ranked.items()), ("", 0.0))
    if sure < least or not _is_answer(best, store):
        return None
    likely = tuple(name for name in ranked if name in store.passages)
    in_doubt = sure < IN_DOUBT
    question = Question(topic_of(best), best if best in store.passages else "")
    least_too = 0.0 if in_doubt else ANSWERED_TOO
    second = next(
        (name for name in likely if name not in (best, *answered) and ranked[name] >= least_too), ""
    )
    return Asked((question,), likely=likely, second=second, in_doubt=in_doubt)


def _is_answer(name: str, store: Store) -> bool:
    """True for a passage, and for a topic about SIP."""
    return name in store.passages or store.topics.is_about_sip(name)


def _likeliest(likelihoods: Mapping[str, float], store: Store) -> Asked | None:
    """The likeliest question, or topic as a whole, that content has an answer to."""
    known = (name for name in likelihoods if name in store.passages or name in store.answers)
    best = next(known, "")
    return Asked((Question(topic_of(best), best if "#" in best else ""),)) if best else None


def _steers(turn: Turn, store: Store) -> bool:
    """True for small talk, and for a few words that steer; "ja men hon är ju dement" tells something."""
    if not is_of_the_chat(turn.intent, turn.confidence, store.topics):
        return False
    return len(bare(turn.words).split()) <= _FEWEST_TELLING or turn.intent in store.topics.of(Kind.TALK)


def is_of_the_chat(intent: str, confidence: float, topics: Topics) -> bool:
    """True for what is surely small talk, or steers."""
    return confidence >= STEERS_STEP and intent in topics.of(Kind.STEERING, Kind.TALK)


def _is_brief_steering(turn: Turn, store: Store) -> bool:
    """True for "ja tack" and "nej tack"."""
    return turn.intent in store.topics.of(Kind.STEERING) and len(turn.words.split()) <= _BRIEF


def _is_wordless(turn: Turn) -> bool:
    """True for a message of signs alone."""
    return not any(char.isalnum() for char in turn.words)


def _is_surely_outside(turn: Turn) -> bool:
    return turn.intent == _OUTSIDE and turn.confidence >= SURELY_OUTSIDE
