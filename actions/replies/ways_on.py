"""Ways on when nothing in particular was asked."""

from actions.replies.answering import answer
from actions.replies.asked import Asked
from actions.replies.cared_for import words_of_care
from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.passages import Question, topic_of
from actions.replies.reply import Button, Reply
from actions.replies.spoken import Spoken
from actions.replies.turn import Turn

_HELP = "hjalp"
_WRITES = "draft"


def go_on(known: Knowledge, turn: Turn, conversation: Conversation, asked: Asked) -> Spoken:
    """What a yes, no or skip leads to when there is nothing to steer: what else it asks, else ways on."""
    found = letter_needed(known, turn) or asked
    if found.questions:
        return answer(known, turn, conversation, found)
    return Spoken((*words_of_care(turn), ways_on_from(known, conversation.last_topic)))


def letter_needed(known: Knowledge, turn: Turn) -> Asked | None:
    """What words ask that a letter is known by: "jag har inte fått svar" is no wish to skip."""
    letter = known.tasks[_WRITES].letter_named(turn.words) if turn.words else None
    if letter is None:
        return None
    likely = next((key for key in turn.likely if key in known.store.passages), "")
    question = Question(topic_of(likely), likely) if likely else Question(letter.topics[0])
    return Asked((question,))


def open_question(known: Knowledge, *, phrase: str = "nothing_more", topic: str = _HELP) -> Reply:
    """Asks what the person wants to know, with the most common ways in."""
    store = known.store
    buttons = tuple(Button(store.answers[key].title, f"/{key}") for key in store.topics.offered.starts)
    return Reply(known.phrases(phrase), buttons, {"topic": topic})


def ways_on_from(known: Knowledge, topic: str) -> Reply:
    """What may be asked next after a topic; the open question where there is none."""
    store = known.store
    if topic not in store.answers:
        return open_question(known)
    followups = store.answers[topic].followups
    buttons = tuple(Button(store.answers[key].title, f"/{key}") for key in followups)
    return Reply(known.phrases("what_next"), buttons, {"topic": _HELP})
