"""Finds words of danger in a message."""

import re
from dataclasses import dataclass
from typing import Literal

from actions.crisis.lexicon import lexicon
from actions.crisis.spelling import normalise

Level = Literal["acute", "urgent", "heavy", "upset"]
_CUT = " | "
_SHORTEST_BEGUN = 5  # letters
_CLAUSE = re.compile(r"[.,;:!?\n]+\s*")


@dataclass(frozen=True)
class CrisisSignal:
    """What kind of danger, how pressing, and who seems to write; `person` is empty when not known.

    Who is only upset is in no danger, and is met with one word of understanding.

    `category` is one of content/crisis.yml, or a situation of content/crisis/answers.yml. `acute`, `heavy`:
    how probable the model finds acute danger, and danger or distress, 0 to 1; 1 where it was not asked.
    known, before: who the talk has told that they are, and its message before this; empty where untold.
    """

    category: str
    level: Level
    person: str = ""
    acute: float = 1.0
    heavy: float = 1.0
    known: str = ""
    before: str = ""


def detect(text: str) -> CrisisSignal | None:
    """The strongest sign of danger in `text`, or None.

    Harmless idioms are cut out first, then the gentler phrases; what is left is searched for acute danger.
    A few words are acute when they are all that is said.
    """
    known = lexicon()
    left = known.harmless.sub(_CUT, normalise(text, known.vocabulary))
    for category, pattern in known.alone.items():
        if pattern.fullmatch(left):
            return CrisisSignal(category, "acute")
    gentle = None
    for category, pattern in known.concern.items():
        left, found = pattern.subn(_CUT, left)
        gentle = gentle or (category if found else None)
    for category, pattern in known.acute.items():
        if pattern.search(left):
            return CrisisSignal(category, "heavy" if _is_over(left) else "acute")
    return CrisisSignal(gentle, "heavy") if gentle else None


def is_written(text: str) -> bool:
    """True when a written pattern finds acute danger in the text, or in a clause of it."""
    return is_certain(text) or any(
        signal is not None and signal.level == "acute" for signal in map(detect, [text, *_CLAUSE.split(text)])
    )


def is_certain(text: str) -> bool:
    """True for words that are acute whatever else is written: somebody does not breathe now.

    Each of them stands among the acute patterns too, which the pages and the search read.
    """
    known = lexicon()
    words = normalise(text, known.vocabulary)
    return bool(known.certain.search(words)) and not _is_over(words)


def is_begun(typed: str) -> bool:
    """True when words somebody is still writing tell of acute danger, the last one perhaps half written."""
    *before, last = normalise(typed, lexicon().vocabulary).split() or [""]
    words = [word for word in lexicon().vocabulary if len(last) >= _SHORTEST_BEGUN and word.startswith(last)]
    signals = [detect(text) for text in (typed, *(" ".join([*before, word]) for word in words))]
    return any(signal is not None and signal.level == "acute" for signal in signals)


def is_known_as_harmless(text: str) -> bool:
    """True when the text holds a phrase that only sounds dangerous."""
    known = lexicon()
    return bool(known.harmless.search(normalise(text, known.vocabulary)))


def says_little(text: str) -> bool:
    """True for a text of nothing but small words: "för mig själv", "min fru", "hej då"."""
    known = lexicon()
    return bool(known.small.fullmatch(normalise(text, known.vocabulary)))


def is_over(text: str) -> bool:
    """True when the words tell of what happened long ago, and of nothing now."""
    return _is_over(normalise(text, lexicon().vocabulary))


def _is_over(words: str) -> bool:
    known = lexicon()
    return bool(known.past.search(words)) and not known.present.search(words)
