"""Measures of plain Swedish: LIX and sentence length (Björnsson 1968)."""

import re
from collections.abc import Set
from dataclasses import dataclass

# A full stop inside "10 kap. 8 §" or "t.ex." is followed by a digit or a small letter, and ends nothing.
_SENTENCE_END = re.compile(r"[.!?][\"”)*]*\s+(?=[\"”(*]*[A-ZÅÄÖ])|[.!?][\"”)*]*\s*$|\n", re.MULTILINE)
_CLAUSE_END = re.compile(r":(?:\s|$)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
_MARKUP = re.compile(r"[*_#|`>]|^\s*(?:[-–]|\d+\.)\s+", re.MULTILINE)
_LONG_WORD = 6


@dataclass(frozen=True)
class Readability:
    """LIX (words a sentence + percent of words over six letters) and what it is made of.

    `long_words` is a share, 0 to 1. LIX counts a colon as an end, `sentences` does not.
    """

    lix: float
    longest_sentence: int
    long_words: float
    sentences: int


def measure(text: str, names: Set[str] = frozenset()) -> Readability:
    """Readability of a Markdown text. `names`: casefolded words not counted as long. No words measure 0."""
    found = sentences(text)
    clauses = [words for part in found for clause in _CLAUSE_END.split(part) if (words := words_of(clause))]
    words = [word for clause in clauses for word in clause]
    if not words:
        return Readability(0.0, 0, 0.0, 0)
    long = sum(1 for word in words if len(word) > _LONG_WORD and word.casefold() not in names) / len(words)
    return Readability(len(words) / len(clauses) + 100 * long, max(map(len, clauses)), long, len(found))


def sentences(text: str) -> list[str]:
    """The sentences, list items and table rows of a Markdown text, without markup."""
    parts = _SENTENCE_END.split(_MARKUP.sub(" ", text))
    return [part.strip() for part in parts if _WORD.search(part)]


def words_of(text: str) -> list[str]:
    """Words and numbers, in order; a hyphenated word is one."""
    return _WORD.findall(text)
