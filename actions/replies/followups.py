"""Short messages that lean on the answer before them; data in `content/followups.yml`."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field
from rapidfuzz import fuzz

from actions.content.recognition import Folded, Recognised
from actions.content.text import fold
from actions.content.yaml_files import CONTENT, read_yaml
from actions.thresholds import SAME_FOLLOWUP, SHORTEST_FOLLOWUP

Form = Literal["short", "long", "easy"]
_FEWEST_MEANT, _FEWEST_AFTER = 1, 3  # words after a correction, and after "ja men"
_LONGEST = 8  # words; a longer message says by itself what it is about


class Row(Recognised):
    """One row of the table: what is said, and where it leads after which answer."""

    says: tuple[str, ...] = Field(min_length=1)
    after: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    same: tuple[str, ...] = ()
    otherwise: str = ""
    form: Literal["", "long", "easy"] = ""
    names: bool = False


class Closing(Recognised):
    """How people thank and say goodbye; `rest`: what else may stand there."""

    thanks: Folded
    bye: Folded
    rest: tuple[str, ...]

    @cached_property
    def word(self) -> re.Pattern[str]:
        """A word of thanks or goodbye, over folded text."""
        return re.compile(rf"\b(?:{self.thanks.pattern}|{self.bye.pattern})\b")

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """All of a folded message, piece by piece."""
        pieces = "|".join((self.thanks.pattern, self.bye.pattern, *self.rest))
        return re.compile(rf"(?:(?:{pieces})(?: |$))+")


class Correcting(Recognised):
    """How people say what they did not mean, and what they did; over words as they are written."""

    not_meant: re.Pattern[str]
    but_meant: re.Pattern[str]
    opening: re.Pattern[str]


class _Words(Recognised):
    """`content/followups.yml`."""

    before: Folded
    after: Folded
    pointing: Folded
    spoken: dict[re.Pattern[str], str]
    puzzled: str
    closing: Closing
    corrects: Correcting
    rows: tuple[Row, ...]

    @cached_property
    def leading(self) -> re.Pattern[str]:
        return re.compile(rf"^(?:{self.before.pattern} )+")

    @cached_property
    def points(self) -> re.Pattern[str]:
        return re.compile(rf"{self.points_itself.pattern}|^{self.before.pattern}\b")

    @cached_property
    def points_itself(self) -> re.Pattern[str]:
        return re.compile(rf"\b{self.pointing.pattern}\b")

    @cached_property
    def trailing(self) -> re.Pattern[str]:
        return re.compile(rf"(?: {self.after.pattern})+$")


@dataclass(frozen=True)
class Followup:
    """What is meant: a topic, and in which form it should be answered.

    sure: the words ask for another form, or name the topic, and need not be read with what came before.
    """

    topic: str
    form: Form
    sure: bool = False


class Followups:
    """Reads a short message in the light of the last answer."""

    def __init__(self, content: Path) -> None:
        """Raises ValidationError when a row is malformed."""
        words = _read(content)
        self.rows, self._puzzled = words.rows, fold(words.puzzled)
        self._closing, self._corrects = words.closing, words.corrects
        self._said = {bare(phrase): row for row in self.rows for phrase in row.says}

    def of(self, text: str, last_topic: str | None) -> Followup | None:
        """The topic meant; None without an answer to lean on, or when the message stands by itself."""
        row = self._row(text) if last_topic else None
        if row is None or last_topic is None:
            return None
        if row.form:
            return Followup(last_topic, row.form, sure=True)
        if row.names and row.otherwise != last_topic:
            return Followup(row.otherwise, "short", sure=True)
        for topic, before in row.after.items():
            if last_topic in before:
                return Followup(topic, "short")
        if last_topic in row.same or row.otherwise == "long":
            return Followup(last_topic, "long")
        if row.otherwise:
            return Followup(row.otherwise, "long" if row.otherwise == last_topic else "short")
        return None

    def closes(self, text: str) -> bool:
        """True when somebody thanks or says goodbye, and asks nothing."""
        words, said = fold(text), self._closing
        closes = "?" not in text and said.word.search(words) is not None
        return closes and said.whole.fullmatch(words) is not None

    def meant(self, text: str) -> str:
        """What a message says after a correction, or small words that open it; else all of it."""
        low, said = text.lower(), self._corrects
        ways = (
            (said.but_meant, _FEWEST_MEANT),
            (said.not_meant, _FEWEST_MEANT),
            (said.opening, _FEWEST_AFTER),
        )
        for opening, least in ways:
            found = list(opening.finditer(low))
            rest = text[found[-1].end() :].strip() if found else ""
            if len(rest.split()) >= least:
                return rest
        return text

    def _row(self, text: str) -> Row | None:
        said = bare(text) or (self._puzzled if "?" in text else "")
        if not said or len(said.split()) > _LONGEST:
            return None
        if said in self._said:
            return self._said[said]
        best = max(self._said, key=lambda phrase: fuzz.ratio(said, phrase))
        close = len(said) >= SHORTEST_FOLLOWUP and fuzz.ratio(said, best) >= SAME_FOLLOWUP
        return self._said[best] if close else None


def points_back(text: str) -> bool:
    """True for words that point at what was just said ("måste jag det", "och hon då")."""
    return bool(_read(CONTENT).points.search(fold(text)))


def points_at_something(text: str) -> bool:
    """The same, for a word that does so by itself: "och" and "ja men" only open."""
    return bool(_read(CONTENT).points_itself.search(fold(text)))


def bare(text: str) -> str:
    """The words that carry the meaning: folded, without small words at either end."""
    words, folded = _read(CONTENT), fold(text)
    for said, written in words.spoken.items():
        folded = said.sub(fold(written), folded)
    return words.trailing.sub("", words.leading.sub("", folded)) or folded


@cache
def _read(content: Path) -> _Words:
    return _Words.model_validate(read_yaml(content / "followups.yml"))
