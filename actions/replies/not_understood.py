"""When it is not clear what was meant: what the context tells, care where it is needed, good guesses else."""

from dataclasses import replace

from actions.content.models import Concept
from actions.content.topics import Kind
from actions.crisis.texts import care_words
from actions.replies import clarify
from actions.replies.answering import answer, explain
from actions.replies.answers import Asker
from actions.replies.asked import Asked, asks_only
from actions.replies.cared_for import words_of_care
from actions.replies.conversation import Conversation
from actions.replies.defining import defined
from actions.replies.knowledge import Knowledge
from actions.replies.language import language_reply
from actions.replies.questions import has_question
from actions.replies.reply import Button, Reply
from actions.replies.spoken import Spoken
from actions.replies.stopping import ask_to_stop, begun, stop_reply, stopped
from actions.replies.telling import listened
from actions.replies.theirs import asker_of
from actions.replies.told import heard_kept
from actions.replies.turn import Turn
from actions.replies.ways_on import open_question
from actions.tasks.wishes import wants_to_stop
from actions.thresholds import FAR_FROM_OUTSIDE, NEAR_IN_SWEDISH, SURE_TO_FORGET

_NONE_FITTED = "inget-av-detta"


def not_understood(known: Knowledge, turn: Turn, conversation: Conversation, asked: Asked) -> Spoken:
    """What the context makes clear after all; else a question back, with care first for who sounds worn out.

    Who sounds worn out and asks nothing is not asked what they meant, but gets ways on; who is only angry is.
    """
    heard = listened(known, turn, conversation, asked)
    if heard:
        return heard
    concept = _defined(known, turn, asked)
    if concept:
        return explain(known, turn, conversation, concept)
    if asked.questions and turn.words:
        return answer(known, turn, conversation, asked)
    named = known.store.concept_called(turn.words) if turn.words else None
    if named:
        return explain(known, turn, conversation, named)
    care = words_of_care(turn)
    if not care or not care[0].custom:
        back = ask_back(known, turn, conversation)
        return replace(back, replies=(*care, *back.replies))
    asker = asker_of(known, turn, conversation)
    after = () if conversation.task else (_after_care(known, turn, asker),)
    return Spoken((*care, *after), {"misses": 0, **heard_kept(known, turn, conversation, asker)}, "turn")


def answer_or_ask_back(known: Knowledge, turn: Turn, conversation: Conversation, asked: Asked) -> Spoken:
    """What was asked; a question back where the content has no answer to it, as an older model may find."""
    concept = _defined(known, turn, asked)
    if concept:
        spoken = explain(known, turn, conversation, concept)
        return replace(spoken, replies=(*words_of_care(turn), *spoken.replies))
    heard = listened(known, turn, conversation, asked)
    if not heard and _is_unfit(turn, asked):
        return not_understood(known, turn, conversation, Asked(()))
    if heard or asked.questions:
        return heard or answer(known, turn, conversation, asked)
    back = ask_back(known, turn, conversation)
    return replace(back, replies=(*words_of_care(turn), *back.replies))


def ask_back(known: Knowledge, turn: Turn, conversation: Conversation) -> Spoken:
    """Asks what was meant, and counts how many times in a row."""
    asker, misses = asker_of(known, turn, conversation), conversation.misses
    kept = {"misses": misses + 1, **heard_kept(known, turn, conversation, asker)}
    return Spoken((_clarify(known, turn, asker, misses),), kept, "turn")


def wishes_to_start_over(turn: Turn) -> bool:
    """True for a button, for words that are nothing else, and for others that are surely meant so.

    "Måste jag börja om där" asks about something.
    """
    return not turn.words or wants_to_stop(turn.words) or turn.confidence >= SURE_TO_FORGET


def start_over(known: Knowledge, turn: Turn, conversation: Conversation, asked: Asked) -> Spoken:
    """Forgets all that is remembered; asks first when something is written.

    asked: what the words ask, where they are no plain wish. A task under way asks by itself; one that waits,
    or was left, is asked about here.
    """
    if not wishes_to_start_over(turn):
        asks = Asked(()) if asks_only(asked, turn.intent) else asked
        return not_understood(known, turn, conversation, asks)
    written = begun(conversation)
    if not written or not turn.words:
        return replace(stopped(known), next="rules")
    task, state = known.tasks[written], conversation.states[written]
    if conversation.task == written:
        return replace(ask_to_stop(task, state), next="turn")
    stay = Button(task.phrases["stop_no"], f"/{task.begun_by}")
    return Spoken((stop_reply(task, stay),), {}, "turn")


def another_language(known: Knowledge, turn: Turn) -> Spoken:
    """Meets another language with fixed texts, and what the message may be about in Swedish."""
    near = [topic for topic in turn.ranked[:NEAR_IN_SWEDISH] if clarify.may_be_guessed(known.store, topic)]
    reply = language_reply(known.store, known.phrases, known.languages, turn.language, near)
    return Spoken((reply,), {"misses": 0}, "turn")


def _clarify(known: Knowledge, turn: Turn, asker: Asker, misses: int) -> Reply:
    """Good guesses; the first time, a question surely about SIP gets the likeliest answers at once."""
    refused = turn.intent == _NONE_FITTED
    guessed = [] if refused else clarify.guesses(known.store, turn.likely, turn.words)
    if misses or refused or not _is_surely_about_sip(known, turn):
        return clarify.clarify_reply(known.store, known.phrases, guessed, misses=misses, refused=refused)
    return clarify.likely_answers(known.store, known.phrases, tuple(turn.likely), guessed, asker)


def _after_care(known: Knowledge, turn: Turn, asker: Asker) -> Reply:
    if turn.likely and (has_question(turn.words) or _is_surely_about_sip(known, turn)):
        return _clarify(known, turn, asker, misses=0)
    return open_question(known, phrase="after_care")


def _is_surely_about_sip(known: Knowledge, turn: Turn) -> bool:
    """True for words that name SIP, or of whose likeliest meanings none is something else."""
    if clarify.names_sip(turn.words):
        return True
    topics = [name for name in turn.ranked if name in known.store.answers]
    outside = known.store.topics.of(Kind.OUTSIDE)
    return bool(turn.words and topics) and outside.isdisjoint(topics[:FAR_FROM_OUTSIDE])


def _defined(known: Knowledge, turn: Turn, asked: Asked) -> Concept | None:
    """The concept that the words ask the meaning of, where no text understood says the same."""
    return defined(known.store, turn.words, asked.questions[0] if asked.questions else None)


def _is_unfit(turn: Turn, asked: Asked) -> bool:
    """True where words of care would be followed by an answer that is none: "that is not about SIP"."""
    passage = asked.questions[0].passage if asked.questions else ""
    return passage in care_words().never_before and bool(words_of_care(turn))
