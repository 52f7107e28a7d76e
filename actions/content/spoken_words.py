"""Words written as they sound, in ordinary spelling: `content/spoken_words.yml`.

Used in Rasa's environment too.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from actions.content.patterns import any_of, filled
from actions.content.yaml_files import CONTENT, read_yaml
from actions.once import once_a_message

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class SpokenWords:
    """Patterns with what they stand for, in order, and single words by how they sound."""

    phrases: tuple[tuple["re.Pattern[str]", str], ...]
    words: dict[str, str]


@once_a_message
def in_ordinary_spelling(text: str) -> str:
    """The text with "ja orkar inte" as "jag orkar inte"; the same text where nothing sounds so."""
    known = read_spoken_words(CONTENT)
    for pattern, meant in known.phrases:
        text = pattern.sub(meant, text)
    return _WORD.sub(lambda word: known.words.get(word[0].casefold(), word[0]), text)


@lru_cache(maxsize=1)
def read_spoken_words(content: Path) -> SpokenWords:
    """Raises KeyError for a part that is missing, re.error for a broken pattern."""
    data: dict[str, Any] = read_yaml(content / "spoken_words.yml")
    groups = {"verb": any_of(data["verb"]), "before": any_of(data["before"])}
    rows: list[list[str]] = data["phrases"]
    phrases = ((re.compile(filled(pattern, groups), re.IGNORECASE), meant) for pattern, meant in rows)
    return SpokenWords(tuple(phrases), data["words"])
