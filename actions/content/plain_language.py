"""Measures of plain Swedish: LIX and sentence length (Björnsson 1968)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"[.!?:](?:\s|$)|\n")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
_MARKUP = re.compile(r"[*_#|`>]|^\s*[-–]\s+", re.MULTILINE)
_LONG_WORD = 6

# Names nobody can do without. They count as words, but not as long ones.
_TERMS = (
    "samordnad individuell plan",
    "socialtjänstlagen",
    "patientkontrakt",
    "patientkontraktet",
    "försäkringskassan",
    "arbetsförmedlingen",
    "personnummer",
    "kommunen",
    "regionen",
)


@dataclass(frozen=True)
class Readability:
    """LIX (words a sentence + percent of words over six letters) and the longest sentence in words."""

    lix: float
    longest_sentence: int


@dataclass(frozen=True)
class Limits:
    """The hardest a text may be."""

    lix: float
    longest_sentence: int

    def broken_by(self, found: Readability, name: str) -> Iterator[str]:
        """A line for each limit that is passed."""
        if found.lix > self.lix:
            yield f"{name}: LIX {found.lix:.1f}, at most {self.lix:.0f}"
        if found.longest_sentence > self.longest_sentence:
            yield f"{name}: {found.longest_sentence} words in a sentence, at most {self.longest_sentence}"


def short_terms() -> tuple[str, ...]:
    """Terms whose words are not counted as long, so that the allowance is open."""
    return _TERMS


def measure(text: str) -> Readability:
    """Readability of a Markdown text. An empty text measures 0."""
    plain = _MARKUP.sub(" ", text)
    sentences = [words for part in _SENTENCE_END.split(plain) if (words := _WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return Readability(0.0, 0)
    free = {part for term in _TERMS for part in term.split()}
    long = sum(1 for word in words if len(word) > _LONG_WORD and word.casefold() not in free)
    return Readability(len(words) / len(sentences) + 100 * long / len(words), max(map(len, sentences)))
