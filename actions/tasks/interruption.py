"""Decides whether a message inside a task answers the step or is a question or command of its own."""

import re

from actions.content.normalise import fold
from actions.tasks.models import FieldKind, Step
from actions.tasks.parsing import find_option, mentioned_option

SURE = 0.6
_VERY_SURE = 0.75
_SURE_ENOUGH_TO_LEAVE = 0.9
_LONG = 12
_SHORT = 3
_BRIEF = 7
# Inside free words only what cannot be anything else: "få mer stöd" and "ett enklare liv" are goals.
_COMMAND_WORDS = re.compile(
    r"\b(?:borja om|avbryt\w*|manniska|prata med nagon|ringa nagon|lattlast|forklara|forstar inte|inget av"
    r"|hej ?da|adjo|vi ses)\b"
    r"|\b(?:beratta|las|lasa|veta|visa|hora|saga?) (?:lite )?mera?\b"
    r"|\b(?:skriv|skriva|saga?|prata|lite|mycket) enklare\b|\benklare (?:svenska|ord|sprak)\b"
    r"|^(?:(?:jag )?vill )?(?:sluta|mera?|lite mera?|enklare)\W*$"
)
_ASKS = re.compile(
    r"^(?:(?:och|å|men|sen|så|okej|ok|hej)[,!]?\s+)?"
    r"(?:vad|va|vem|vems|vilka|vilken|vilket|hur|när|var|vart|varför|kan|får|måste|ska|finns|är|kostar|behöver|betyder)\b",
    re.IGNORECASE,
)
_COMMANDS = frozenset(
    {"borja-om", "prata-med-manniska", "mer", "forklara-enklare", "inget-av-detta", "hejda"}
)
_CHANGES = re.compile(r"(?:ändra|byt|rätta)\s+\w", re.IGNORECASE)
_STEERING_WORDS = {
    "hoppa-over": re.compile(r"\b(?:hoppar?|skippar?|passar?|vidare|nasta|inte svara|nej|inget)\b"),
    "tillbaka": re.compile(r"\b(?:tillbaka|backa|bakat|forra|foregaende|angra)\b"),
}
_CHOSEN = (FieldKind.CHOICE, FieldKind.CHOICES, FieldKind.ACTORS)
_AMBIGUOUS = frozenset({"ja", "nej", "tack", "ange-plats", "utanfor-amnet", "nlu_fallback", "halsning", ""})


def is_answer(step: Step, intent: str, confidence: float, text: str) -> bool:
    """True when the message answers the step. Words of crisis never do."""
    words = text.strip()
    if intent == "kris" or not words:
        return False
    if step.field in _CHOSEN and find_option(step, words.rstrip(".!")):
        return True
    if intent in _COMMANDS and confidence >= SURE and _is_command(step, words):
        return False
    if step.takes_questions or (step.field is FieldKind.REVIEW and _CHANGES.match(words)):
        return True
    if _is_long_answer(step, words):
        return True
    chosen = step.field in (FieldKind.CHOICE, FieldKind.REVIEW)
    if words.endswith("?") or (_ASKS.match(words) and (chosen or confidence >= SURE)):
        return False
    if step.field is FieldKind.CHOICE and mentioned_option(step, words):
        return True
    return not (chosen and _names_topic(intent, confidence, words))


def is_about_something_else(intent: str, confidence: float) -> bool:
    """True when words that do not fit the step surely ask for something: "skriv brevet" is no place."""
    return intent not in _AMBIGUOUS and confidence >= _SURE_ENOUGH_TO_LEAVE


def is_steering(intent: str, confidence: float, text: str) -> bool:
    """True when short words ask to skip or to go back, and say so themselves."""
    said = _STEERING_WORDS.get(intent)
    return bool(said and confidence >= SURE and len(text.split()) <= _BRIEF and said.search(fold(text)))


def _is_command(step: Step, words: str) -> bool:
    """Where a choice is asked, a guess is enough. Free words are a command only when they say so shortly."""
    if step.field in (FieldKind.CHOICE, FieldKind.REVIEW):
        return len(words.split()) < _LONG
    return len(words.split()) <= _BRIEF and bool(_COMMAND_WORDS.search(fold(words)))


def _is_long_answer(step: Step, words: str) -> bool:
    wide = step.field in (FieldKind.LONG_TEXT, FieldKind.GOALS, FieldKind.LIST)
    return wide and (len(words.split()) >= _LONG or "\n" in words)


def _names_topic(intent: str, confidence: float, words: str) -> bool:
    return intent not in _AMBIGUOUS and confidence >= _VERY_SURE and len(words.split()) >= _SHORT
