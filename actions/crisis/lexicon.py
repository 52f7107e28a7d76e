"""The phrases of content/crisis.yml, compiled once."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from actions.content.patterns import filled, whole_words
from actions.content.text import fold
from actions.content.yaml_files import CONTENT, read_yaml

CATEGORIES = ("överdos", "akut-sjukdom", "barn", "våld", "självskada", "självmord")
_FILE = CONTENT / "crisis.yml"


@dataclass(frozen=True)
class Lexicon:
    """Patterns over folded text; those of danger go by category, the most urgent help first."""

    vocabulary: tuple[str, ...]
    harmless: re.Pattern[str]
    alone: dict[str, re.Pattern[str]]
    concern: dict[str, re.Pattern[str]]
    acute: dict[str, re.Pattern[str]]
    certain: re.Pattern[str]
    small: re.Pattern[str]
    past: re.Pattern[str]
    present: re.Pattern[str]


@lru_cache
def lexicon(path: Path = _FILE) -> Lexicon:
    """The lexicon in `path`. Raises KeyError for an unknown word group, re.error for a broken pattern."""
    data: dict[str, Any] = read_yaml(path)
    groups: dict[str, str] = {}
    for name, members in data["groups"].items():
        groups[name] = f"(?:{'|'.join(filled(member, groups) for member in members)})"
    return Lexicon(
        vocabulary=tuple(data["spelling"]),
        harmless=_compile(data["harmless"], groups),
        alone={name: _compile(data[name]["alone"], groups) for name in CATEGORIES if "alone" in data[name]},
        concern={name: _compile(data[name]["concern"], groups) for name in CATEGORIES},
        acute={
            name: _compile([*data[name]["acute"], *map(_plain, data["phrases"][name])], groups)
            for name in CATEGORIES
        },
        certain=_compile(data["certain"], groups),
        small=_words(data["small"]),
        past=_compile(data["past"], groups),
        present=_compile(data["present"], groups),
    )


def _plain(phrase: str) -> str:
    return re.escape(fold(phrase))


def _words(patterns: list[str]) -> re.Pattern[str]:
    """A text of nothing but these words."""
    word = f"(?:{'|'.join(patterns)})"
    return re.compile(f"{word}(?: {word})*")


def _compile(patterns: list[str], groups: dict[str, str]) -> re.Pattern[str]:
    return whole_words(tuple(filled(pattern, groups) for pattern in patterns))
