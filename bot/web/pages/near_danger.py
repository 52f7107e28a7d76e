"""Which part of the page about what is urgent everyday words of illness, threat or need lead to."""

import re
from dataclasses import dataclass
from functools import cache

from actions.content.text import fold
from actions.crisis.spelling import normalise
from bot.web.pages.fixed import FixedPage
from bot.web.rendering import anchor

_SHORTEST_BEGUN = 5  # letters


@dataclass(frozen=True)
class Help:
    """A section of the page: where it is, and its heading."""

    path: str
    title: str


def help_named(page: FixedPage, words: str) -> list[Help]:
    """The sections of /akut that the words lead to, a slip of the finger forgiven, in the page's order."""
    known = _Known.of(page)
    said = normalise(words, known.vocabulary)
    return [
        Help(f"/akut#{anchor(title)}", title) for title, pattern in known.patterns if pattern.search(said)
    ]


def help_begun(page: FixedPage, typed: str) -> list[Help]:
    """The same for words somebody is still writing, the last one perhaps half written."""
    *before, last = fold(typed).split() or [""]
    ends = [word for word in _Known.of(page).vocabulary if word.startswith(last)]
    whole = [" ".join([*before, word]) for word in ends if len(last) >= _SHORTEST_BEGUN]
    return list(dict.fromkeys(one for text in (typed, *whole) for one in help_named(page, text)))


@dataclass(frozen=True)
class _Known:
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    vocabulary: frozenset[str]

    @staticmethod
    @cache
    def of(page: FixedPage) -> "_Known":
        spelt = {title: [fold(one) for one in ways] for title, ways in page.found_by}
        patterns = tuple((title, _any_of(ways)) for title, ways in spelt.items())
        return _Known(
            patterns, frozenset(word for ways in spelt.values() for one in ways for word in one.split())
        )


def _any_of(ways: list[str]) -> re.Pattern[str]:
    """The words of a way in their order, with room for one more between two: "äter inte", "äter hon inte"."""
    gap = r" (?:\w+ )?"
    return re.compile("|".join(rf"\b{gap.join(one.split())}\b" for one in ways))
