"""The signs of content/language_signs.yml, read once. Used in Rasa's environment too."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from actions.content.yaml_files import CONTENT, read_yaml

_FILE = CONTENT / "language_signs.yml"


@dataclass(frozen=True)
class Signs:
    """Common words by language, words that suffice alone, and letters by script and language."""

    nordic: frozenset[str]
    words: dict[str, frozenset[str]]
    alone: dict[str, str]
    script_words: dict[str, frozenset[str]]
    letters: dict[str, dict[str, str]]


@lru_cache
def signs(path: Path = _FILE) -> Signs:
    """The signs in `path`. Raises KeyError when a part is missing."""
    data: dict[str, Any] = read_yaml(path)
    return Signs(
        nordic=frozenset(data["nordic"].split()),
        words={code: frozenset(words.split()) for code, words in data["words"].items()},
        alone={phrase: code for code, phrases in data["alone"].items() for phrase in phrases},
        script_words={code: frozenset(words.split()) for code, words in data["script_words"].items()},
        letters=data["letters"],
    )
