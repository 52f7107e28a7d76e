"""After words of danger the next messages are read in their light; cries for help are answered anywhere."""

from dataclasses import replace
from typing import get_args

from actions.crisis import CrisisSignal
from actions.crisis.detection import Level, detect, is_written
from actions.crisis.situations import GENERAL, situation_of
from actions.crisis.texts import care_words, crisis_texts
from actions.publishing.store import Store
from actions.replies.after_crisis import HEAVY, Care, after_crisis
from actions.replies.answers import source_row
from actions.replies.clarify import names_sip
from actions.replies.conversation import Conversation
from actions.replies.crisis import DARK, TOPIC, concern_reply, crisis_reply
from actions.replies.questions import has_question, only_question
from actions.replies.reply import Button, Reply
from actions.replies.spoken import Spoken
from actions.replies.told import told_kept
from actions.replies.turn import Turn
from actions.routing.query import ContactQuery
from actions.thresholds import (
    ACUTE_IN_TALK,
    ASKS_BESIDE_DANGER,
    CARRIED_ON,
    GROWN_HEAVY,
    HEAVY_ALL_THE_SAME,
    HEAVY_BESIDE_QUESTION,
    HEAVY_IN_TALK,
    LIKELY_PART,
    ONLY_ASKS,
    REMEMBERS_CARE,
    REMEMBERS_DANGER,
    SURE_AFTER_DANGER,
    SURE_AT_WORK,
    URGENT_IN_TALK,
)

_HELP = "hjalp"
_ASKS_PLACE = "contact"
_STAFF = "staff"
_PROTECTED = "skyddad-identitet"  # the situation
_FEW = 8  # words
_LEAST_CARRIED = 0.05
_LEVELS = tuple(reversed(get_args(Level)))  # from heavy to acute


def met_with_care(store: Store, turn: Turn, conversation: Conversation) -> Spoken | None:
    """What is said when the message leans on words of danger, or asks for help; None when it does neither."""
    if is_protected(turn.words):
        asks_place = conversation.task in ("", _ASKS_PLACE)
        told = conversation.told.with_newer(ContactQuery(situation=_PROTECTED))
        kept = {"misses": 0, **told_kept(conversation, told)}
        beside = not conversation.task and _asks_beside(store, turn)
        return Spoken((_protected(store),), kept, "others" if beside else "card" if asks_place else "turn")
    care = conversation.care
    row = after_crisis().row(turn.words, care)
    if care and (care.is_danger or care.said) and _denies(turn) and not (row and row.firm):
        return None if _denies_and_asks(store, turn) else _gone_on(turn, care)
    reply = _reply(store, turn, care)
    if reply is None:
        return None
    return Spoken((reply,), {"misses": 0, **_kept(turn, care)}, "turn")


def said_again(turn: Turn, conversation: Conversation) -> Reply | None:
    """What the table has for short words after the crisis answer, in which danger is heard once more."""
    care = conversation.care
    row = after_crisis().row(turn.words, care) if care and care.is_danger else None
    return None if row is None or row.danger else _from_table(row.text, care)


def weighed_danger(
    words: str,
    danger: CrisisSignal | None,
    care: Care | None,
    *,
    closes: bool,
    asks_sip: float,
    in_talk: bool,
) -> CrisisSignal | None:
    """What the model made of the words, in the light of what was said before.

    Who says that nobody is in danger, or only thanks for now, is taken at their word but for words that are
    written down as danger, and for what is surely heavy all the same; what sounds acute to
    the model alone still gets a number beside the answer. So does a message that surely asks about SIP, and
    what staff ask of the rules where danger is less sure. In a calm talk half a sentence easily sounds heavy,
    and the model must be surer; what is a little heavy again and again adds up, though, and what is dark and
    heavier still, or surely heavy after words of care, is urgent. closes: the words thank or say goodbye.
    asks_sip: how probable its likeliest topic is, where that is SIP. in_talk: something was said before, and
    no task waits.
    """
    if danger is None or is_written(words):
        return danger
    told = care is not None and care.denied
    denies = closes or after_crisis().denied.is_said_in(words)
    calm_talk = in_talk and not (care is not None and (care.situation or care.lately))
    if danger.level == "acute":
        doubted = (
            denies or told or asks_sip >= ASKS_BESIDE_DANGER or (calm_talk and danger.acute < ACUTE_IN_TALK)
        )
        doubted = doubted or (asks_at_work(words, danger) and danger.acute < SURE_AT_WORK)
        return replace(danger, level="urgent") if doubted else danger
    if danger.level == "urgent" and asks_sip >= ASKS_BESIDE_DANGER and danger.acute < URGENT_IN_TALK:
        danger = replace(danger, level="heavy")
    heavy = danger.heavy + (care.carried if care else 0.0)
    enough = HEAVY_IN_TALK if calm_talk else HEAVY_BESIDE_QUESTION
    light = danger.acute < URGENT_IN_TALK and heavy < enough
    only_asks = danger.level == "heavy" and asks_sip >= ONLY_ASKS
    if denies and danger.heavy >= HEAVY_ALL_THE_SAME and not closes:
        return replace(danger, level="heavy")
    if denies or (told and danger.heavy < HEAVY_ALL_THE_SAME) or (light and (calm_talk or only_asks)):
        return None
    again = care is not None and care.said == "heavy" and danger.heavy >= HEAVY_ALL_THE_SAME
    grown = danger.level == "heavy" and (heavy >= GROWN_HEAVY or again)
    return replace(danger, level="urgent") if grown and situation_of(danger.category) in DARK else danger


def asks_at_work(words: str, danger: CrisisSignal | None) -> bool:
    """True when staff ask of the rules around somebody in danger."""
    by_staff = danger is not None and danger.known == _STAFF
    return by_staff and has_question(words) and care_words().is_at_work(words)


def in_light_of(words: str, danger: CrisisSignal | None, care: Care | None) -> CrisisSignal | None:
    """The danger in a few words after others: the same as before, where the words name none of their own."""
    before = (care.situation if care.is_danger else care.lately) if care else ""
    if danger is None or care is None or before in ("", GENERAL) or len(words.split()) > _FEW:
        return danger
    if detect(words) or crisis_texts().situation_named(words):
        return danger
    return replace(danger, category=before, person=care.person, known=danger.known or care.person)


def by_words_alone(words: str) -> CrisisSignal | None:
    """What words that are enough by themselves tell of, where nothing else was heard in them; no danger."""
    level = care_words().level_said(words) if words else None
    return CrisisSignal("", level, acute=0.0) if level else None


def goes_on(words: str, heard: CrisisSignal | None, care: Care | None, *, about_sip: float) -> bool:
    """True when a message after words of danger hardly sounds like any, and asks about something else.

    A statement must be the surer. A question that nobody understands is taken for one of its own from the
    second in a row on. heard: what the model and the patterns made of the words. about_sip: how probable its
    topic is, where that is SIP.
    """
    quiet = heard is None or (heard.level != "acute" and heard.acute < URGENT_IN_TALK)
    if (
        not words
        or not quiet
        or care is None
        or not care.is_danger
        or after_crisis().denied.is_said_in(words)
    ):
        return False
    asks = has_question(words)
    return about_sip >= (LIKELY_PART if asks or care.asked else SURE_AFTER_DANGER) or (asks and care.asked)


def still_urgent(care: Care) -> CrisisSignal:
    """The danger told of just before, as it counts for who goes on: 112 stands above the answer."""
    return CrisisSignal(category=care.situation, level="urgent", person=care.person, known=care.person)


def is_cared_for(danger: CrisisSignal | None, care: Care | None) -> bool:
    """True when words of care as strong as these were said a few messages ago."""
    if danger is None or care is None or care.said is None or care.ago > REMEMBERS_CARE:
        return False
    return _LEVELS.index(care.said) >= _LEVELS.index(danger.level)


def care_after(turn: Turn, before: Care | None) -> Care | None:
    """What to remember of a message answered as any other: what was heavy in it, and what was said of it."""
    care = before or Care()
    heavy = turn.danger is not None and turn.danger.level in ("urgent", "heavy")
    upset = turn.danger is not None and turn.danger.level == "upset"
    said_now = turn.danger.level if turn.danger and (heavy or upset) and not turn.cared_for else None
    denied = (care.denied and turn.heavy < HEAVY_ALL_THE_SAME) or (before is not None and _denies(turn))
    urgent = turn.danger is not None and turn.danger.level == "urgent" and not turn.goes_on
    since = 1 if care.is_danger or urgent else care.since + 1
    told = care.situation if care.is_danger else care.lately
    told = situation_of(turn.danger.category) if urgent and turn.danger else told
    lately = told if since <= REMEMBERS_DANGER and not denied else ""
    carried = 0.0 if denied else CARRIED_ON * (care.carried + turn.heavy)
    kept = Care(
        situation=HEAVY if heavy else "",
        person=(turn.danger.known if turn.danger else "") or care.person,
        denied=denied,
        said=said_now or care.said,
        ago=0 if said_now else care.ago + 1,
        lately=lately,
        since=since if lately else 0,
        carried=carried,
    )
    remembered = heavy or denied or lately or carried >= _LEAST_CARRIED
    return kept if remembered or (kept.said and kept.ago <= REMEMBERS_CARE) else None


def is_protected(words: str) -> bool:
    """True when the words tell of a protected identity: never a step's answer, and no place is asked for."""
    return bool(words) and after_crisis().protected.named_in(words)


def words_of_care(turn: Turn) -> tuple[Reply, ...]:
    """A word of care first, when someone sounds worn out but not in danger; else nothing."""
    if turn.goes_on and turn.danger:
        before = Care(situation=turn.danger.category, person=turn.danger.person)
        return (Reply(after_crisis().words(after_crisis().beside, before), (), {"care": "urgent"}),)
    care = concern_reply(turn.words, turn.danger) if turn.words and not turn.cared_for else None
    return (care,) if care else ()


def _reply(store: Store, turn: Turn, care: Care | None) -> Reply | None:
    """What the table says; after words of danger also what to say when the message is not understood."""
    if not turn.words:
        return None
    table = after_crisis()
    row = table.row(turn.words, care)
    if row and row.danger:
        before = CrisisSignal(care.situation, "acute", care.person) if care and care.is_danger else None
        return crisis_reply(store, turn.words, turn.danger or before)
    if row and row.safe and only_question(turn.words):
        return None
    if row is None and table.leaving.is_announced(turn.intent, turn.words):
        return Reply(table.leaving.text.strip(), (), {"topic": _HELP, "care": "urgent"})
    in_danger = care is not None and care.is_danger
    least = LIKELY_PART if care and care.asked else SURE_AFTER_DANGER
    asks = turn.goes_on or names_sip(turn.words) or _asks_something(store, turn, least)
    if row is None and (not in_danger or asks):
        return None
    if row and row.calm and not in_danger:
        return Reply(table.words(row.text, care), (), {"topic": _HELP})
    again = care is not None and care.asked
    return _from_table(row.text if row else table.otherwise_again if again else table.otherwise, care)


def _from_table(text: str, care: Care | None) -> Reply:
    in_danger = care is not None and care.is_danger
    buttons = tuple(Button(title, title) for title in crisis_texts().buttons)
    custom = {"topic": TOPIC, "care": "acute"} if in_danger else {"topic": _HELP, "care": "urgent"}
    return Reply(after_crisis().words(text, care), buttons, custom)


def _denies(turn: Turn) -> bool:
    """True when the words say that nobody is in danger, and nothing else in them tells of any."""
    in_danger = turn.danger is not None and turn.danger.level == "acute"
    return not in_danger and after_crisis().denied.is_said_in(turn.words)


def _denies_and_asks(store: Store, turn: Turn) -> bool:
    """True when the words go on to a question, or to what was meant."""
    asks = _asks_something(store, turn) or bool(only_question(turn.words))
    return asks or after_crisis().denied.goes_on_in(turn.words)


def _gone_on(turn: Turn, care: Care) -> Spoken:
    """The conversation goes on as before what was taken for danger; care first where it is heavy."""
    reply = Reply(after_crisis().words(after_crisis().denied.text, care), (), {"topic": _HELP})
    kept = {"misses": 0, "care": Care(denied=True, person=care.person).model_dump()}
    return Spoken((*words_of_care(turn), reply), kept, "turn")


def _kept(turn: Turn, care: Care | None) -> dict[str, object]:
    """Remembers that a message was not understood: the next is easier taken for a question."""
    if care is None or not care.is_danger or after_crisis().row(turn.words, care):
        return {}
    return {"care": care.model_copy(update={"asked": True}).model_dump()}


def _protected(store: Store) -> Reply:
    """First of all what keeps a protected person safe; no place is asked for."""
    name = after_crisis().protected.passage
    passage = store.passages[name]
    sources = [source_row(source, passage.reviewed) for source in store.sources_of(passage)]
    return Reply(passage.short, (), {"topic": passage.topic, "passage": name, "sources": sources})


def _asks_beside(store: Store, turn: Turn) -> bool:
    """True when the message has a question of its own, which needs no place: it is answered too."""
    protected = store.passages[after_crisis().protected.passage]
    asked = store.passages.get(turn.passage)
    return asked is not None and asked.topic != protected.topic and store.topics.is_about_sip(asked.topic)


def _asks_something(store: Store, turn: Turn, least: float = LIKELY_PART) -> bool:
    """True when the message asks about something of its own, by at least this confidence."""
    answered = turn.intent in store.answers and not store.topics.is_small_talk(turn.intent)
    return answered and turn.confidence >= least
