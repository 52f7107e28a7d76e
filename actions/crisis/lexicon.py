"""The phrases of content/crisis.yml, compiled once."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from actions.content.normalise import fold
from actions.content.yaml_files import read_yaml

CATEGORIES = ("överdos", "akut-sjukdom", "barn", "våld", "självskada", "självmord")
_FILE = Path(__file__).resolve().parents[2] / "content" / "crisis.yml"
_NAME = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True)
class Lexicon:
    """Patterns over folded text; those of danger go by category, the most urgent help first."""

    vocabulary: tuple[str, ...]
    harmless: re.Pattern[str]
    alone: dict[str, re.Pattern[str]]
    concern: dict[str, re.Pattern[str]]
    acute: dict[str, re.Pattern[str]]
    others: re.Pattern[str]
    own: re.Pattern[str]


@lru_cache
def lexicon(path: Path = _FILE) -> Lexicon:
    """The lexicon in `path`. Raises KeyError for an unknown word group, re.error for a broken pattern."""
    data: dict[str, Any] = read_yaml(path)
    groups: dict[str, str] = {}
    for name, members in data["groups"].items():
        groups[name] = f"(?:{'|'.join(_expand(member, groups) for member in members)})"
    return Lexicon(
        vocabulary=tuple(data["spelling"]),
        harmless=_compile(data["harmless"], groups),
        alone={name: _compile(data[name]["alone"], groups) for name in CATEGORIES if "alone" in data[name]},
        concern={name: _compile(data[name]["concern"], groups) for name in CATEGORIES},
        acute={
            name: _compile([*data[name]["acute"], *map(_plain, data["phrases"][name])], groups)
            for name in CATEGORIES
        },
        others=_compile(data["others"], groups),
        own=_compile(data["own"], groups),
    )


def _plain(phrase: str) -> str:
    return re.escape(fold(phrase))


def _compile(patterns: list[str], groups: dict[str, str]) -> re.Pattern[str]:
    choices = "|".join(_expand(pattern, groups) for pattern in patterns)
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)")


def _expand(pattern: str, groups: dict[str, str]) -> str:
    return _NAME.sub(lambda match: groups[match[1]], pattern)
