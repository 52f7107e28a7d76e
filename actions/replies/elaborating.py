"""Says more about what was just answered, says it easier, or says why."""

from typing import Literal

from actions.replies.answering import answer
from actions.replies.asked import Asked, asks_only
from actions.replies.conversation import Conversation
from actions.replies.followups import bare
from actions.replies.knowledge import Knowledge
from actions.replies.passages import Question, easier_reply, more_reply, topic_of
from actions.replies.reply import Reply
from actions.replies.spoken import Spoken
from actions.replies.theirs import asker_of
from actions.replies.turn import Turn
from actions.replies.ways_on import open_question

Wish = Literal["more", "easier", "why"]
_ALONE = 2  # words
_EASIER = "forklara-enklare"


def asked_beside(known: Knowledge, turn: Turn, wish: Wish) -> Asked | None:
    """A question of its own that a "why" holds beside the word; None when it holds none."""
    if wish != "why" or len(bare(turn.words).split()) <= _ALONE:
        return None
    found = next((key for key in turn.likely if key in known.store.passages), None)
    return Asked((Question(topic_of(found), found),)) if found else None


def elaborate(known: Knowledge, turn: Turn, conversation: Conversation, asked: Asked, wish: Wish) -> Spoken:
    """What else the message asks, else another form of the answer before.

    The longer form gives the reasons, so it is also the why.
    """
    if asked.questions and not asks_only(asked, turn.intent):
        return answer(known, turn, conversation, asked)
    return Spoken((_reply(known, turn, conversation, wish),), {}, "turn")


def _reply(known: Knowledge, turn: Turn, conversation: Conversation, wish: Wish) -> Reply:
    store, phrases = known.store, known.phrases
    if conversation.last_topic:
        form = easier_reply if wish == "easier" else more_reply
        asker = asker_of(known, turn, conversation)
        return form(store, phrases, conversation.last, asker)
    if wish == "easier":
        return open_question(known, phrase="easier_none", topic=_EASIER)
    return open_question(known)
