"""Folding and light spelling repair, so that patterns meet one form of each word."""

import re
from collections.abc import Collection

from actions.content.text import fold

_LONG_RUN = re.compile(r"(.)\1{2,}")
_NORDIC = str.maketrans({"ø": "ö", "æ": "ä", "Ø": "ö", "Æ": "ä"})
_MIN_LENGTH = 7


def normalise(text: str, vocabulary: Collection[str]) -> str:
    """Folded words, stretched letters shortened, words one slip from `vocabulary` put right."""
    words = _LONG_RUN.sub(r"\1", fold(text.translate(_NORDIC))).split()
    return " ".join(_repaired(word, vocabulary) for word in words)


def _repaired(word: str, vocabulary: Collection[str]) -> str:
    if len(word) < _MIN_LENGTH - 1 or word in vocabulary:
        return word
    return next((known for known in vocabulary if is_one_slip(word, known)), word)


def is_one_slip(word: str, known: str) -> bool:
    """True when one letter is missing, added, wrong, or has changed places with its neighbour."""
    if word[:1] != known[:1] or abs(len(word) - len(known)) > 1:
        return False
    start = 0
    while start < min(len(word), len(known)) and word[start] == known[start]:
        start += 1
    rest, wanted = word[start:], known[start:]
    if rest[1:2] == wanted[:1] and rest[:1] == wanted[1:2] and rest[2:] == wanted[2:]:
        return True
    return rest[1:] == wanted[1:] or rest[1:] == wanted or rest == wanted[1:]
