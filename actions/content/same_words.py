"""Different ways to write one and the same word, read as that word: `content/same_words.yml`.

Used in Rasa's environment too.
"""

import re
from functools import lru_cache
from pathlib import Path

from actions.content.yaml_files import CONTENT, read_yaml


def with_one_name(text: str) -> str:
    """The text with each of the written forms replaced by the word they stand for."""
    for name, pattern in read_same_words(CONTENT).items():
        text = pattern.sub(name, text)
    return text


@lru_cache(maxsize=1)
def read_same_words(content: Path) -> dict[str, "re.Pattern[str]"]:
    """The written forms by the word they stand for. Raises re.error for a broken pattern."""
    rows: dict[str, list[str]] = read_yaml(content / "same_words.yml")
    return {
        name: re.compile(rf"\b(?:{'|'.join(forms)})\b(?:\W{{1,3}}{name}\b\)?)?", re.IGNORECASE)
        for name, forms in rows.items()
    }
