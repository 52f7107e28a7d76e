"""Tells another language from Swedish, also from Swedish written in haste; a doubtful message is Swedish."""

import unicodedata
from collections import Counter

from actions.content.text import fold
from actions.languages.signs import signs

_SCRIPTS = {"CYRILLIC": "cyrillic", "ARABIC": "arabic", "ETHIOPIC": "ethiopic"}
_FEWEST_WORDS = 3
_FEWEST_HITS = 2
_SHARE = 0.4  # of the words, at least, are common words of the language
_LEAD = 1.5  # times as many as are common in Swedish, Norwegian or Danish


def detect_language(text: str) -> str | None:
    """The language's code in content/languages.yml; None for Swedish, its neighbours, and when in doubt."""
    ring = sum("å" in word for word in text.casefold().split())
    return _by_script(text) or _by_words(fold(text.replace("ı", "i")).split(), ring)


def _by_script(text: str) -> str | None:
    letters = [char for char in text if char.isalpha()]
    scripts = Counter(_script(char) for char in letters)
    script, count = scripts.most_common(1)[0] if scripts else ("latin", 0)
    if script == "latin" or count < max(2, len(letters) // 2):
        return None
    known = dict(signs().letters[script])
    fallback = known.pop("")
    words = set(text.casefold().split())
    own = {
        code: sum(text.casefold().count(letter) for letter in letters)
        + 2 * len(words & signs().script_words.get(code, frozenset()))
        for code, letters in known.items()
    }
    best = max(own, key=lambda code: own[code], default="")
    return best if best and own[best] else fallback


def _script(char: str) -> str:
    name = unicodedata.name(char, "").split(" ")[0]
    return "latin" if name in ("LATIN", "FEMININE", "MASCULINE", "") else _SCRIPTS.get(name, "other")


def _by_words(words: list[str], ring: int) -> str | None:
    """ring: how many words were written with å, which only Nordic languages have."""
    known = signs()
    alone = known.alone.get(" ".join(words))
    if alone or len(words) < _FEWEST_WORDS:
        return alone
    different = set(words)
    hits = {code: len(different & common) for code, common in known.words.items()}
    best = max(hits, key=lambda code: hits[code])
    nordic = len(different & known.nordic) + ring
    certain = hits[best] >= max(_FEWEST_HITS, _SHARE * len(different)) and hits[best] >= _LEAD * nordic
    return best if certain else None
