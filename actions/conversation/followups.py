"""Short messages that lean on the answer before them; data in `content/followups.yml`."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter
from rapidfuzz import fuzz

from actions.content.normalise import fold
from actions.content.yaml_files import read_yaml

Form = Literal["short", "long", "easy"]
_PUZZLED = "vad menar du"  # a lone question mark
_LONGEST = 8  # words; a longer message says by itself what it is about
_ALIKE = 90.0
_LONG_ENOUGH = 12  # letters; in a shorter message one letter makes another question
_SPOKEN = (
    (r"\bja (?=(?:e|ar|har|vill|kan)\b)", "jag "),
    (r"\be\b", "ar"),
    (r"\bdom\b", "de"),
    (r"\bva\b(?= )", "vad"),
)
_BEFORE = re.compile(
    r"^(?:(?:och|a|o|men|jaha|aha|ja|jo|nej|nah|ok|okej|okay|mm|hm|sa|fast|da|alltsa|eller) )+"
)
_AFTER = re.compile(r"(?: (?:da|ju|va|vad|tack|alltsa|egentligen|nu|eller|forresten|liksom))+$")


class Row(BaseModel):
    """One row of the table: what is said, and where it leads after which answer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    says: tuple[str, ...] = Field(min_length=1)
    after: dict[str, tuple[str, ...]] = {}
    same: tuple[str, ...] = ()
    otherwise: str = ""


@dataclass(frozen=True)
class Followup:
    """What is meant: a topic, and in which form it should be answered."""

    topic: str
    form: Form


class Followups:
    """Reads a short message in the light of the last answer."""

    def __init__(self, content: Path) -> None:
        """Raises ValidationError when a row is malformed."""
        rows = read_yaml(content / "followups.yml")
        self.rows = TypeAdapter(tuple[Row, ...]).validate_python(rows)
        self._said = {_bare(phrase): row for row in self.rows for phrase in row.says}

    def of(self, text: str, last_topic: str | None) -> Followup | None:
        """The topic meant; None without an answer to lean on, or when the message stands by itself."""
        row = self._row(text) if last_topic else None
        if row is None or last_topic is None:
            return None
        for topic, before in row.after.items():
            if last_topic in before:
                return Followup(topic, "short")
        if last_topic in row.same or row.otherwise == "long":
            return Followup(last_topic, "long")
        if row.otherwise == "easy":
            return Followup(last_topic, "easy")
        if row.otherwise:
            return Followup(row.otherwise, "long" if row.otherwise == last_topic else "short")
        return None

    def _row(self, text: str) -> Row | None:
        said = _bare(text) or (_PUZZLED if "?" in text else "")
        if not said or len(said.split()) > _LONGEST:
            return None
        if said in self._said:
            return self._said[said]
        best = max(self._said, key=lambda phrase: fuzz.ratio(said, phrase))
        close = len(said) >= _LONG_ENOUGH and fuzz.ratio(said, best) >= _ALIKE
        return self._said[best] if close else None


def _bare(text: str) -> str:
    """The words that carry the meaning: folded, without small words at either end."""
    folded = fold(text)
    for said, written in _SPOKEN:
        folded = re.sub(said, written, folded)
    shorter = _AFTER.sub("", _BEFORE.sub("", folded))
    return shorter or folded
