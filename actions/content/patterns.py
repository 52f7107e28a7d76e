"""Lists of words that people may write, kept by editors in `content/`, as patterns.

Rasa's environment reads it too.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from actions.content.text import fold

_GAP = r"(?:\w+ ){0,3}"
_LENIENT = str.maketrans({"å": "[åa]", "ä": "[äa]", "ö": "[öo]"})
_NAME = re.compile(r"\{([a-z_]+)\}")


def any_of(patterns: Iterable[str]) -> str:
    """One choice of all patterns, in their order."""
    return f"(?:{'|'.join(patterns)})"


def longest_first(phrases: Iterable[str]) -> list[str]:
    """In the order in which none hides behind another that it begins with."""
    return sorted(phrases, key=len, reverse=True)


def filled(pattern: str, groups: Mapping[str, str]) -> str:
    """The pattern with each `{name}` replaced by that group. Raises KeyError for a group there is none of."""
    return _NAME.sub(lambda name: groups[name[1]], pattern)


def as_written(phrase: str) -> str:
    """A phrase over text that is not folded; a space stands for any white space."""
    return r"\s+".join(phrase.split())


def over_folded(phrase: str) -> str:
    """A phrase in plain Swedish over folded text: `*` is the rest of a word, `..` at most three words."""
    plain = phrase.casefold().translate(str.maketrans("åäöé", "aaoe")).replace("-", " ")
    return plain.replace(" .. ", f" {_GAP}").replace(" .*", "").replace("*", r"\w*")


def without_dots(phrase: str) -> str:
    """A phrase over text as it is written, where a dot left out over a letter makes no other word."""
    return phrase.translate(_LENIENT).replace("*", r"\w*")


def signs(phrases: Iterable[str]) -> str:
    """Any of the phrases, as whole words of folded text."""
    return rf"\b{any_of(map(over_folded, phrases))}\b"


@cache
def whole_words(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the patterns, with no letter or digit before or after; of none, nothing is found."""
    return re.compile(rf"(?<!\w){any_of(patterns)}(?!\w)" if patterns else r"(?!)")


def folded(phrases: Iterable[str]) -> frozenset[str]:
    """Phrases to be compared with a whole folded text."""
    return frozenset(map(fold, phrases))
