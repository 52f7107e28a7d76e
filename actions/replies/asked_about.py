"""What a message asks about, once its context and its parts are looked at."""

from actions.content.topics import Kind, Topics
from actions.replies.asked import Asked
from actions.replies.asked_in_talk import asked_in_talk, but, likeliest
from actions.replies.choosing import chosen, question_of
from actions.replies.light import Light
from actions.replies.objecting import corrects
from actions.replies.passages import Question, topic_of
from actions.replies.several import parts_asked
from actions.replies.turn import Turn
from actions.replies.who_asks import says_only_who
from actions.thresholds import SURELY_OUTSIDE, UNANSWERED_BEFORE

_HELP = "hjalp"
_THANKS = "tack"
_BYE = "hejda"
_OUTSIDE = "utanfor-amnet"
_BRIEF = 2


async def asked_about(turn: Turn, light: Light) -> Asked:
    """Questions from a button, from what was just said, from each part, or from the whole message.

    A message without a letter or digit is a question mark in the air: what the chat can do. What was just
    answered is answered longer, not in the same words again.
    Empty questions: nothing answerable was found.
    """
    picked = _picked(turn, light)
    if picked:
        return Asked((picked,))
    if turn.words and (_is_wordless(turn) or corrects(turn.words) or not _is_surely_outside(turn)):
        found = await _by_words(turn, light)
        if found:
            return found
    return Asked(_whole(turn, light))


async def _by_words(turn: Turn, light: Light) -> Asked | None:
    """What the words ask in the light of the answer before, or part by part; None when the whole decides."""
    conversation, store, followups = light.conversation, light.store, light.followups
    about_sip = store.topics.is_about_sip(conversation.last_topic)
    last = conversation.last_topic if about_sip or conversation.last_topic == _OUTSIDE else ""
    followed = followups.of(turn.words, last) if last else None
    if followed:
        return Asked((conversation.last_about(followed.topic),), followed.form)
    if _is_wordless(turn):
        return Asked((Question(_HELP),))
    if about_sip and says_only_who(turn, conversation):
        return Asked((conversation.last,), corrected=True)
    if followups.closes(turn.words) and not _is_brief_steering(turn, store.topics):
        return Asked((Question(_BYE if turn.intent == _BYE else _THANKS),))
    parts = await parts_asked(turn, light)
    if parts:
        return Asked(tuple(parts))
    goes_on = last or conversation.misses == 1  # after two nothing is left to lean on
    least = 0.0 if last else UNANSWERED_BEFORE
    if goes_on:
        together = await asked_in_talk(turn, light, least)
        if together:
            return together
    again = about_sip and turn.intent == last and not turn.passage
    return Asked((conversation.last_about(last),), "long") if again else None


def _picked(turn: Turn, light: Light) -> Question | None:
    """The question chosen in words among the buttons just shown."""
    offered = light.conversation.offered if turn.words else ()
    button = chosen(turn.words, offered) if offered else None
    picked = question_of(button) if button else None
    return picked if picked and picked.topic in light.store.answers else None


def _whole(turn: Turn, light: Light) -> tuple[Question, ...]:
    """What the message as a whole asks: its very question, else its topic.

    A model may know a question that content no longer has; then its topic is answered.
    """
    store = light.store
    of_the_chat = turn.intent in store.topics.of(Kind.TALK, Kind.STEERING)
    if of_the_chat and light.followups.asks_the_same_of_another(turn.words):
        return ()
    if (turn.passage or turn.intent) in light.not_theirs:
        found = likeliest(but(light.not_theirs, turn.likely), store)
        return (found,) if found else ()
    if topic_of(turn.passage) in store.answers:
        known = turn.passage if turn.passage in store.passages else ""
        return (Question(topic_of(turn.passage), known),)
    return (Question(turn.intent),) if turn.intent in store.answers else ()


def _is_brief_steering(turn: Turn, topics: Topics) -> bool:
    """True for "ja tack" and "nej tack"."""
    return turn.intent in topics.of(Kind.STEERING) and len(turn.words.split()) <= _BRIEF


def _is_wordless(turn: Turn) -> bool:
    """True for a message of signs alone."""
    return not any(char.isalnum() for char in turn.words)


def _is_surely_outside(turn: Turn) -> bool:
    return turn.intent == _OUTSIDE and turn.confidence >= SURELY_OUTSIDE
