"""Who only tells something is listened to, and offered what may help."""

from actions.content.models import Passage, Role
from actions.crisis.texts import care_words
from actions.replies.answers import Asker, own_words, sources
from actions.replies.asked import Asked
from actions.replies.cared_for import words_of_care
from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.objecting import corrects
from actions.replies.questions import has_question
from actions.replies.questions_offered import one_a_topic, question_button
from actions.replies.reply import Reply
from actions.replies.spoken import Spoken
from actions.replies.theirs import asker_of, fits_beside
from actions.replies.told import heard_kept
from actions.replies.turn import Turn
from actions.replies.ways_on import open_question
from actions.thresholds import ANSWERED_ANYHOW, MAY_HELP, ONLY_TELLS

_OFFERED = 3
_LOOKED_AT = 6
_TOPIC = "hjalp"


def listened(known: Knowledge, turn: Turn, conversation: Conversation, asked: Asked) -> Spoken | None:
    """That it was heard, with what may help below and other questions as buttons; None where one is asked.

    A message that was surely understood keeps its answer, and a first one any that it was understood to want.
    What was answered before is still what half a sentence leans on.
    """
    goes_on = known.followups.meant(turn.words) != turn.words  # "jaha men jag är ju hennes mamma"
    if goes_on or asked.corrected or corrects(turn.words) or not _only_tells(turn, conversation, asked):
        return None
    asker = asker_of(known, turn, conversation)
    kept = {"misses": 0, **heard_kept(known, turn, conversation, asker)}
    return Spoken((*words_of_care(turn), _heard(known, turn, conversation, asked, asker)), kept, "turn")


def _heard(known: Knowledge, turn: Turn, conversation: Conversation, asked: Asked, asker: Asker) -> Reply:
    """What may help whoever tells this; where that is not clear, what can be asked."""
    likely = [*(question.passage for question in asked.questions), *turn.likely]
    fresh = (key for key in likely if key not in conversation.answered)
    near = [one for one in one_a_topic(known.store, fresh, _LOOKED_AT) if _may_help(one, asker)]
    if likely[:1] and likely[0] in care_words().never_before:
        near = []
    best = next(iter(near), None)
    helps = best is not None and turn.likely.get(best.id, 0.0) >= MAY_HELP
    if not helps and not conversation.last_topic:
        aside = open_question(known, phrase="heard_aside")
        if aside.text not in conversation.said:
            return aside
    again = any(text.startswith(known.phrases("heard")) for text in conversation.said)
    heard = known.phrases("heard_again" if again else "heard")
    if best is None or not helps:
        buttons = tuple(question_button(known.store, passage) for passage in near[:_OFFERED])
        return Reply(f"{heard} {known.phrases('ask_when')}", buttons, {"topic": _TOPIC})
    text = own_words(best, known.phrases, asker, alone=False)
    below = known.phrases("about_topic", title=best.question, text=text)
    buttons = tuple(question_button(known.store, passage) for passage in near[1 : 1 + _OFFERED])
    custom = {"topic": _TOPIC, "passages": [best.id], **sources(known.store, best)}
    return Reply(f"{heard}\n\n{below}", buttons, custom)


def _may_help(passage: Passage, asker: Asker) -> bool:
    """False for what does not fit beside, and for what only staff ask unless they may be staff."""
    staff = asker.role is Role.STAFF or asker.perhaps_staff
    return fits_beside(passage, asker) and (staff or passage.reader is not Role.STAFF)


def _only_tells(turn: Turn, conversation: Conversation, asked: Asked) -> bool:
    in_distress = asked.in_doubt and turn.danger is not None and turn.danger.level in ("urgent", "heavy")
    if conversation.task or not turn.words or not (in_distress or turn.tells >= ONLY_TELLS):
        return False
    begun = bool(conversation.antecedent or conversation.last_topic)
    passages = [question.passage for question in asked.questions]
    understood = bool(passages) and passages[0] not in care_words().never_before
    if understood and (not begun or turn.confidence >= ANSWERED_ANYHOW):
        return False
    return "?" not in turn.words and not has_question(turn.words)
