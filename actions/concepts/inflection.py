"""Swedish endings of folded words. Used in Rasa's environment too."""

import re

_SHORTEST_STEM, _SHORTEST_FORM = 4, 3
_ENDINGS = re.compile(r"(arnas|ernas|ornas|arna|erna|orna|ens|ets|na|en|et|ar|er|or|as|n|t|s|a|e)$")


def forms(phrase: str) -> list[str]:
    """Forms of the phrase without one or more endings, longest first."""
    found: list[str] = []
    shorter = _ENDINGS.sub("", phrase)
    while shorter != phrase and len(shorter) >= _SHORTEST_FORM:
        found += [shorter, shorter + "e", shorter + "a"]
        phrase, shorter = shorter, _ENDINGS.sub("", shorter)
    return found


def stem(word: str) -> str:
    """A folded word without one common Swedish ending; short words as they are."""
    shorter = _ENDINGS.sub("", word)
    return shorter if len(shorter) >= _SHORTEST_STEM else word
