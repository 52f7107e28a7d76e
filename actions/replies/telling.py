"""Who only tells something in the midst of a talk is listened to, and offered what may help."""

from actions.replies.asked import Asked
from actions.replies.cared_for import words_of_care
from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.objecting import corrects
from actions.replies.questions import has_question
from actions.replies.questions_offered import one_a_topic, question_button
from actions.replies.reply import Reply
from actions.replies.spoken import Spoken
from actions.replies.told import heard_kept
from actions.replies.turn import Turn
from actions.replies.who_asks import who_asks
from actions.thresholds import ONLY_TELLS

_OFFERED = 3
_TOPIC = "hjalp"


def listened(known: Knowledge, turn: Turn, conversation: Conversation, asked: Asked) -> Spoken | None:
    """That it was heard, with the likeliest questions as buttons; None where something is asked.

    Not twice in the same words. What was answered before is still what half a sentence leans on.
    """
    goes_on = known.followups.meant(turn.words) != turn.words  # "jaha men jag är ju hennes mamma"
    if goes_on or corrects(turn.words) or not _only_tells(turn, conversation):
        return None
    first = known.phrases("heard")
    likely = [*(question.passage for question in asked.questions), *turn.likely]
    offered = one_a_topic(known.store, likely, _OFFERED)
    if first in conversation.said or not offered:
        reply = Reply(known.phrases("heard_again"), (), {"topic": _TOPIC})
    else:
        buttons = tuple(question_button(known.store, passage) for passage in offered)
        reply = Reply(first, buttons, {"topic": _TOPIC})
    asker = who_asks(turn, conversation, known.places)
    kept = {"misses": 0, **heard_kept(known, turn, conversation, asker)}
    return Spoken((*words_of_care(turn), reply), kept, "turn")


def _only_tells(turn: Turn, conversation: Conversation) -> bool:
    begun = bool(conversation.antecedent or conversation.last_topic) and not conversation.task
    if not begun or not turn.words or turn.tells < ONLY_TELLS:
        return False
    return "?" not in turn.words and not has_question(turn.words)
