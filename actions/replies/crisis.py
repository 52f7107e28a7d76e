"""The crisis answer, 112 first and what fits the situation and the person; and the words of care."""

from actions.crisis import CrisisSignal, detect, is_known_as_harmless
from actions.crisis.situations import GENERAL, situation_of
from actions.crisis.texts import care_words, crisis_texts
from actions.publishing.store import Store
from actions.replies.answers import source_row
from actions.replies.reply import Button, Reply
from actions.thresholds import SURELY_NO_DANGER

TOPIC = "kris"
_PAGE = "/akut"
DARK = ("suicide", "self-harm")  # situations of who may think of dying


def crisis_reply(store: Store, text: str, danger: CrisisSignal | None = None, foreign: str = "") -> Reply:
    """The crisis answer for the danger the words tell of; the general one when they do not say.

    danger: what the model made of the words, used before the pattern that was found in them.
    foreign: the most important in the person's own language, said first.
    """
    texts = crisis_texts()
    situation, person = told(text, danger)
    parts = [part for part in (foreign, texts.answer(situation, person)) if part]
    answer = store.answers[TOPIC]
    sources = [source_row(source, answer.reviewed) for source in store.sources_of(answer)]
    custom = {"topic": TOPIC, "care": "acute", "sources": sources, "url": _PAGE}
    return Reply("\n\n".join(parts), tuple(Button(title, title) for title in texts.buttons), custom)


def told(text: str, danger: CrisisSignal | None = None) -> tuple[str, str]:
    """Situation and person that the words tell of; written words of suicide or self-harm before the model."""
    texts, signal = crisis_texts(), detect(text)
    written = signal is not None and situation_of(signal.category) in DARK
    modelled = danger is not None and danger.category not in ("", GENERAL) and not written
    found = danger if modelled else signal or danger
    situation = situation_of(found.category) if found else GENERAL
    named = texts.situation_named(text, danger.before if danger else "")
    situation = named or (situation if texts.believed(situation, text) else GENERAL)
    return situation, _person(text, danger, by_another=texts.is_by_another(situation))


def concern_reply(text: str, danger: CrisisSignal | None = None) -> Reply | None:
    """Words of care before the ordinary answer: for what is heavy, or cannot wait, without being acute.

    Where the words name what cannot wait, that situation's own text is said.
    """
    if danger is None or danger.level == "acute":
        return None
    person = _person(text, danger)
    if danger.level == "upset":
        return Reply(care_words().text("upset", person), (), {})
    harmless = is_known_as_harmless(text) or danger.acute < SURELY_NO_DANGER
    mild = danger.level == "heavy" and harmless
    dark = danger.level == "urgent" and situation_of(danger.category) in DARK
    words = care_words().text("mild" if mild else "dark" if dark else danger.level, person)
    named = crisis_texts().situation_named(text, danger.before) if danger.level == "urgent" else ""
    return Reply(crisis_texts().answer(named, person) if named else words, (), {"care": danger.level})


def _person(text: str, danger: CrisisSignal | None, *, by_another: bool = True) -> str:
    """Who writes, as far as the words, the talk and the model tell."""
    guess, known = (danger.person, danger.known) if danger else ("", "")
    return crisis_texts().person_of(text, guess, known, by_another=by_another)
