"""Whether a reply answers the very question: messages with keys, patterns that a full answer holds."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from actions.content.yaml_files import read_yaml
from actions.settings import ROOT

_FLAGS = re.IGNORECASE | re.DOTALL
_OUTSIDE = ROOT / "nlu_data" / "tests" / "goals" / "outside.yml"
SHORT, LONG = 6, 15  # words


@dataclass(frozen=True)
class Keyed:
    """A message and what a full answer to it must hold, and must not: regular expressions.

    `expect`: `answer`; `outside`, not about SIP; `care`, a warm line; `kris`. `before`: what the same person
    wrote just before; empty for the first message of a conversation.
    """

    text: str
    role: str
    topic: str
    expect: str
    must: tuple[str, ...]
    must_not: tuple[str, ...]
    before: str = ""

    @property
    def length(self) -> str:
        """Short, middling or long."""
        words = len(self.text.split())
        return "short" if words < SHORT else "long" if words > LONG else "middling"

    @property
    def register(self) -> str:
        """A question as it stands on a page, or in somebody's own words."""
        return "page" if self.text[:1].isupper() and self.text.rstrip().endswith("?") else "own words"


def read_keyed(path: Path) -> list[Keyed]:
    """The rows of a JSONL file: `fraga`, `roll`, `amne`, `expect`, `must`, `must_not`, and maybe `before`."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Keyed(
            row["fraga"],
            row["roll"],
            row["amne"],
            row["expect"],
            tuple(row["must"]),
            tuple(row["must_not"]),
            row.get("before", ""),
        )
        for row in rows
    ]


def has_keys(path: Path) -> bool:
    """True for a file whose rows tell what an answer must hold."""
    with path.open(encoding="utf-8") as lines:
        return "must" in json.loads(next(lines, "{}"))


def is_answered(row: Keyed, texts: Sequence[str], topics: Sequence[str]) -> bool:
    """True when the reply holds all that it must and nothing that it must not.

    texts: those of the reply, without buttons; topics: those its `custom` names.
    """
    text = "\n".join(texts)
    if any(re.search(pattern, text, _FLAGS) for pattern in row.must_not):
        return False
    if row.expect == "outside":
        return is_outside(text)
    if row.expect == "kris" and "kris" not in topics:
        return False
    return bool(row.must) and all(re.search(pattern, text, _FLAGS) for pattern in row.must)


def is_outside(text: str) -> bool:
    """True when a reply says that it is not about SIP, or points elsewhere without speaking of SIP."""
    signs = _signs()
    if re.search(signs["says"], text, _FLAGS):
        return True
    return bool(re.search(signs["points"], text, _FLAGS)) and not re.search(signs["about_sip"], text, _FLAGS)


@cache
def _signs() -> dict[str, str]:
    found: dict[str, str] = read_yaml(_OUTSIDE)
    return found
