"""What a message asks in the light of the message and the answer before it."""

from collections.abc import Mapping
from dataclasses import replace

from actions.content.topics import Kind, Topics
from actions.crisis.texts import care_words
from actions.publishing.store import Store
from actions.replies.asked import Asked
from actions.replies.followups import bare
from actions.replies.leaning import Readings, weighed
from actions.replies.light import Light
from actions.replies.objecting import beside_blame, corrects, objects
from actions.replies.passages import Question, topic_of
from actions.replies.turn import Turn
from actions.thresholds import ANSWERED_TOO, IN_DOUBT, PLAIN_AFTER_CORRECTION, STEERS_STEP

_FEWEST_TELLING = 3  # words: "ja, det vill jag" steers
_LONGEST_LEANING = 600  # signs, with what it leans on: the encoder reads no more


async def asked_in_talk(turn: Turn, light: Light, least: float) -> Asked | None:
    """What a message asks after the message and the answer before it; None when they tell nothing.

    least: how sure the likeliest must be, 0 to 1. What comes after a correction is read by itself where that
    is plain. Who objects does not get the same answer again: it was the wrong one. A long message stands by
    itself: three readings of it would keep the others waiting.
    """
    meant = _meant(turn, light)
    if len(meant) >= _LONGEST_LEANING:
        return None
    conversation, store, reader = light.conversation, light.store, light.reader
    wrong = conversation.answered if objects(turn.words) else frozenset()
    last = "" if wrong else conversation.last_passage
    passage = store.passages.get(last)
    leant_on = (conversation.antecedent, passage.question if passage else "")
    opened = meant != turn.words
    the_same = light.followups.asks_the_same_of_another(turn.words)
    if not any(leant_on) or (_steers(turn, light) and not (opened or the_same)):
        return None
    wrong |= light.not_theirs | (frozenset() if conversation.task else store.topics.in_step("moves"))
    if the_same:
        wrong |= store.topics.of(Kind.TALK, Kind.STEERING) | care_words().never_before
    corrected = corrects(turn.words)

    def left(likely: Mapping[str, float]) -> Mapping[str, float]:
        """All but what is wrong; what corrects is no small talk, however it sounds."""
        return {
            name: sure for name, sure in but(wrong, likely).items() if not corrected or light.is_answer(name)
        }

    by_itself = left((await reader.read([meant]))[0].likely if opened else turn.likely)
    fresh = but(conversation.answered, by_itself)
    if opened and max(fresh.values(), default=0.0) >= PLAIN_AFTER_CORRECTION:
        question = likeliest(fresh, store)
        return Asked((question,), corrected=corrected) if question else None
    after = (read.likely for read in await reader.read([_after(one, meant) for one in leant_on]))
    # Danger was weighed before this: a faint sound of it is no reason not to answer.
    wrong |= store.topics.of(Kind.CRISIS)
    ranked = left(weighed(Readings(by_itself, *after), last, conversation.answered))
    found = _of_ranked(ranked, light, least)
    return replace(found, corrected=corrected) if found else None


def but(wrong: frozenset[str], likelihoods: Mapping[str, float]) -> dict[str, float]:
    """All that is not wrong, in the same order."""
    return {name: sure for name, sure in likelihoods.items() if name not in wrong}


def likeliest(likelihoods: Mapping[str, float], store: Store) -> Question | None:
    """The first question, or topic as a whole, that content has an answer to."""
    known = (name for name in likelihoods if name in store.passages or name in store.answers)
    return _question(next(known, ""))


def _question(name: str) -> Question | None:
    return Question(topic_of(name), name if "#" in name else "") if name else None


def _meant(turn: Turn, light: Light) -> str:
    """What is asked behind thanks, blame and correction; who only blames asks the same as before."""
    asked = beside_blame(turn.words) or light.conversation.antecedent
    return light.followups.meant(light.followups.behind_thanks(asked) or asked)


def _after(before: str, words: str) -> str:
    """The words after what they lean on; empty where that is nothing."""
    return f"{before[len(words) - _LONGEST_LEANING :]} {words}" if before else ""


def _of_ranked(ranked: Mapping[str, float], light: Light, least: float) -> Asked | None:
    """The likeliest, where content answers it; the second, unless just answered, and the others beside it."""
    best, sure = next(iter(ranked.items()), ("", 0.0))
    if sure < IN_DOUBT and topic_of(best) in light.store.topics.of(Kind.OUTSIDE):
        # Beside the subject once more, and in doubt: it is about SIP again.
        best, sure = next(iter(but(light.conversation.answered, ranked).items()), (best, sure))
    question = _question(best) if sure >= least and light.is_answer(best) else None
    if question is None:
        return None
    likely = tuple(name for name in ranked if name in light.store.passages)
    in_doubt = sure < IN_DOUBT
    least_too = 0.0 if in_doubt else ANSWERED_TOO
    just_said = (best, *light.conversation.answered)
    second = next((name for name in likely if name not in just_said and ranked[name] >= least_too), "")
    return Asked((question,), likely=likely, second=second, in_doubt=in_doubt)


def _steers(turn: Turn, light: Light) -> bool:
    """True for small talk, and for a few words that steer; "ja men hon är ju dement" tells something."""
    topics = light.store.topics
    astray = not light.conversation.task and turn.intent in topics.in_step("moves")
    if astray or not is_of_the_chat(turn.intent, turn.confidence, topics):
        return False
    return len(bare(turn.words).split()) <= _FEWEST_TELLING or turn.intent in topics.of(Kind.TALK)


def is_of_the_chat(intent: str, confidence: float, topics: Topics) -> bool:
    """True for what is surely small talk, or steers."""
    return confidence >= STEERS_STEP and intent in topics.of(Kind.STEERING, Kind.TALK)
