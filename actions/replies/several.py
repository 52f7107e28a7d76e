"""The questions of a message that asks several things, or the one inside a story."""

from collections.abc import Sequence

from actions.content.topics import Kind
from actions.publishing.store import Store
from actions.replies.clarify import names_sip
from actions.replies.defining import defined, told_apart
from actions.replies.leaning import Likelihoods, Readings, weighed
from actions.replies.light import Light, Understood
from actions.replies.passages import Question, topic_of
from actions.replies.questions import asked_behind, only_question, split_questions, told_before
from actions.replies.turn import Turn
from actions.thresholds import IN_DOUBT, LIKELY_PART, NEAR_OUTSIDE, SURE_PART, SURE_STORY

_LONGEST_BEFORE = 300  # signs
_CONCEPTS = "begrepp"
_HELLO = "halsning"
_THANKS = "tack"
_BYE = "hejda"


async def parts_asked(turn: Turn, light: Light) -> list[Question]:
    """The parts worth reading by themselves: all of several questions, or the one in a story.

    A story that was understood keeps its answer, unless its question says something else more surely. Behind
    a word of thanks or a greeting the question is what is meant.
    """
    several = await several_asked(turn, light)
    if several:
        return several
    store = light.store
    courteous = turn.intent in (_HELLO, _THANKS, _BYE)
    behind = light.followups.behind_thanks(turn.words) or asked_behind(turn.words) if courteous else ""
    question = behind or only_question(turn.words)
    if not question or (_may_be_outside(turn, store) and not names_sip(question)):
        return []
    understood = store.topics.is_about_sip(turn.intent) and not courteous
    least = max(SURE_PART, turn.confidence) if understood else LIKELY_PART
    (found,) = await _read([question], light)
    asked, sure = found.question, found.sure
    if asked.concept and understood and told_apart(store, question):
        return []  # a text says how two words differ, one of them alone does not
    return [asked] if sure >= least and store.topics.is_about_sip(asked.topic) else []


async def several_asked(turn: Turn, light: Light) -> list[Question]:
    """The questions of a message that asks several things; empty when it asks one.

    Each that is unclear by itself leans on the one before it, the first on the message before: "måste mamma
    vara med, och får hon läsa den".

    What follows something else and names no SIP is about that too: "vem rättar till det?" Questions at the
    end of a story that was surely understood as a whole lean on it.
    """
    parts = split_questions(turn.words)
    if len(parts) < 2:
        return []
    asked: dict[Question, None] = {}
    elsewhere, topics = False, light.store.topics
    found = await _read(parts, light)
    clear = [_is_clear(one, light) for one in found]
    after = await _read_after(parts, clear, light)
    for part, one, is_clear in zip(parts, found, clear, strict=True):
        question, likely = one.question, _is_likely(one, light)
        if not is_clear:
            last = next(reversed(asked), Question("")).passage
            leaning = _leaning(one.likely, after.get(part, {}), last, light)
            question, likely = leaning or question, likely or leaning is not None
        outside = likely and question.topic in topics.of(Kind.OUTSIDE)
        elsewhere = (elsewhere or outside) and not names_sip(part)
        if outside or (likely and not elsewhere and topics.is_about_sip(question.topic)):
            asked[question] = None
    whole = Question(topic_of(turn.passage), turn.passage)
    leans = turn.passage and turn.confidence >= SURE_STORY and whole not in asked and told_before(turn.words)
    return list(asked) if len(asked) > 1 and not leans else []


def _is_likely(found: Understood, light: Light) -> bool:
    return found.sure >= LIKELY_PART and found.question.passage not in light.not_theirs


def _is_clear(found: Understood, light: Light) -> bool:
    """True for a part that needs nothing before it to be understood."""
    named = bool(found.question.passage or found.question.concept)
    return named and found.sure >= SURE_STORY and _is_likely(found, light)


async def _read_after(parts: Sequence[str], clear: Sequence[bool], light: Light) -> dict[str, Likelihoods]:
    """Each unclear part as it reads after the part before it, the first after the message before."""
    before = (light.conversation.antecedent, *parts)
    leaning = {
        part: f"{told[-_LONGEST_BEFORE:]} {part}"
        for part, told, is_clear in zip(parts, before, clear, strict=False)
        if told and not is_clear
    }
    if not leaning:
        return {}
    read = await light.reader.read(list(leaning.values()))
    return {part: after.likely for part, after in zip(leaning, read, strict=True)}


def _leaning(by_itself: Likelihoods, after: Likelihoods, last: str, light: Light) -> Question | None:
    """What a part asks together with what stands before it; None where that tells nothing.

    last: the passage that the part before was understood to ask for.
    """
    if not after:
        return None
    ranked = weighed(Readings(by_itself, after, {}), last, {last})
    best = next((name for name in ranked if name not in light.not_theirs), "")
    known = best in light.store.passages and ranked[best] >= IN_DOUBT
    return Question(topic_of(best), best) if known else None


async def _read(parts: Sequence[str], light: Light) -> list[Understood]:
    """What each part asks: what a word means where that is all, else as it was understood."""
    found = zip(parts, await light.reader.read(parts), strict=True)
    return [_asked_in_part(light.store, part, understood) for part, understood in found]


def _asked_in_part(store: Store, part: str, understood: Understood) -> Understood:
    concept = defined(
        store, part, understood.question if understood.question.topic in store.answers else None
    )
    return Understood(Question(_CONCEPTS, concept=concept.id), 1.0) if concept else understood


def _may_be_outside(turn: Turn, store: Store) -> bool:
    """True for a story that may be about something else: its question, read alone, would mislead."""
    return not store.topics.of(Kind.OUTSIDE).isdisjoint(turn.ranked[:NEAR_OUTSIDE])
