"""What short words mean after words of danger, and straight requests for help: `content/crisis/after.yml`."""

import re
from functools import cached_property, lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict
from rapidfuzz import fuzz

from actions.content.frozen import Frozen
from actions.content.patterns import whole_words
from actions.content.text import fold
from actions.content.yaml_files import read_yaml
from actions.crisis.detection import Level
from actions.crisis.situations import FOLDER
from actions.replies.followups import bare
from actions.thresholds import SAME_AFTER_DANGER, SHORTEST_AFTER_DANGER

HEAVY = "heavy"
_LONGEST = 10  # words
_PART = re.compile(r"[.,!?\n]+")


class Row(Frozen):
    """One row of the table: what is said, when it counts, and what is answered.

    patterns: over folded text, anywhere in a longer message. safe: it tells that help is there. later: it
    counts also after words of care, a few messages on. right_after: it no longer counts when something else
    has been answered since. firm: it is said although the words else deny danger. calm: where no danger was
    told of, it is said as any other answer.
    """

    says: tuple[str, ...]
    patterns: tuple[str, ...] = ()
    text: str
    always: bool = False
    danger: bool = False
    safe: bool = False
    later: bool = False
    right_after: bool = False
    firm: bool = False
    calm: bool = False
    only: tuple[str, ...] = ()

    def counts(self, care: "Care | None") -> bool:
        """True when the row is meant for where the conversation is."""
        if care is None or not care.is_danger:
            heavy = care is not None and care.situation == HEAVY
            cared_for = care is not None and (heavy or care.denied or care.said in ("urgent", "heavy"))
            lately = care is not None and care.lately and not self.right_after and self._fits_in(care.lately)
            return self.always or (self.danger and heavy) or (self.later and cared_for) or bool(lately)
        return self._fits_in(care.situation)

    @cached_property
    def phrases(self) -> tuple[str, ...]:
        return tuple(map(bare, self.says))

    def _fits_in(self, situation: str) -> bool:
        return not self.only or situation in self.only


class Care(BaseModel):
    """What was met with care in this conversation, and what was said of it.

    situation: of the message before, or HEAVY; empty when it was calm. person: who wrote it. asked: it has
    been said once that what was written then was not understood. denied: the person has said that nobody is
    in danger. said: the level of the words of care said last, and so many messages ago. lately: the situation
    told of before something else was answered, so many messages ago. carried: how heavy the messages before
    sounded together, less the longer ago.
    """

    model_config = ConfigDict(frozen=True)

    situation: str = ""
    person: str = ""
    asked: bool = False
    denied: bool = False
    said: Level | None = None
    ago: int = 0
    lately: str = ""
    since: int = 0
    carried: float = 0.0

    @property
    def is_danger(self) -> bool:
        """True when the message before told of danger."""
        return self.situation not in ("", HEAVY)


class Protected(Frozen):
    """Protected identity: how it is said, and the passage that is answered."""

    passage: str
    patterns: tuple[str, ...]

    def named_in(self, text: str) -> bool:
        """True when the words say that somebody's identity is protected."""
        return bool(whole_words(self.patterns).search(fold(text)))


class Denied(Frozen):
    """How it is said that nobody is in danger, and what is answered then."""

    patterns: tuple[str, ...]
    asks: str
    text: str

    def is_said_in(self, text: str) -> bool:
        """True when the words say that it is not as bad as it was taken for."""
        return bool(whole_words(self.patterns).search(fold(text)))

    def goes_on_in(self, text: str) -> bool:
        """True when the words go on to something else than that nobody is in danger."""
        parts = (whole_words(self.patterns).sub(" ", fold(part)) for part in _PART.split(text))
        return any(re.search(rf"\b(?:{self.asks})\b", part) for part in parts)


class Leaving(Frozen):
    """A farewell that announces something, and what is asked then."""

    intent: str
    announces: str
    polite: str
    text: str

    def is_announced(self, intent: str, text: str) -> bool:
        """True for a farewell in the first person that is more than polite words."""
        words = fold(text)
        announced = bool(re.search(self.announces, words)) and not re.search(self.polite, words)
        return intent == self.intent and announced


class AfterCrisis(Frozen):
    """The table. still: said where the crisis answer would be the same once more; beside: above an answer."""

    protected: Protected
    leaving: Leaving
    denied: Denied
    numbers: dict[str, str]
    otherwise: str
    otherwise_again: str
    still: str
    beside: str
    rows: tuple[Row, ...]

    def row(self, text: str, care: Care | None) -> Row | None:
        """The first row that fits the message; None when it says something of its own."""
        said, words = bare(text), fold(text)
        if not text.strip():
            return None
        brief = len(said.split()) <= _LONGEST
        for row in self.rows:
            if not row.counts(care):
                continue
            if (brief and _fits(row, said)) or whole_words(row.patterns).search(words):
                return row
        return None

    def words(self, text: str, care: Care | None) -> str:
        """A row's text, or `otherwise`, with the number that fits."""
        keys = (f"{care.situation}-{care.person}", care.person, care.situation, care.lately) if care else ()
        number = next((self.numbers[key] for key in keys if key in self.numbers), self.numbers["otherwise"])
        return text.strip().replace("{number}", number)


def _fits(row: Row, said: str) -> bool:
    return said in row.phrases or (
        len(said) >= SHORTEST_AFTER_DANGER
        and any(fuzz.ratio(said, phrase) >= SAME_AFTER_DANGER for phrase in row.phrases)
    )


@lru_cache
def after_crisis(folder: Path = FOLDER) -> AfterCrisis:
    """The table of `folder`. Raises ValidationError when a row is malformed."""
    return AfterCrisis.model_validate(read_yaml(folder / "after.yml"))
