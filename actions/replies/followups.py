"""Short messages that lean on the answer before them; data in `content/followups.yml`."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from rapidfuzz import fuzz

from actions.content.recognition import Folded, Recognised
from actions.content.text import fold
from actions.content.yaml_files import CONTENT, read_yaml
from actions.thresholds import SAME_FOLLOWUP, SHORTEST_FOLLOWUP

Form = Literal["short", "long", "easy"]
_FEWEST_MEANT, _FEWEST_AFTER = 1, 3  # words after a correction, and after "ja men"
_LONGEST = 8  # words; a longer message says by itself what it is about


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
    spoken: dict[re.Pattern[str], str]
    same_of_another: re.Pattern[str]
    puzzled: str
    closing: Closing
    corrects: Correcting
    forms: dict[Literal["easy", "long"], tuple[str, ...]]
    topics: dict[str, tuple[str, ...]]

    @cached_property
    def leading(self) -> re.Pattern[str]:
        return re.compile(rf"^(?:{self.before.pattern} )+")

    @cached_property
    def trailing(self) -> re.Pattern[str]:
        return re.compile(rf"(?: {self.after.pattern})+$")

    @cached_property
    def folded(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """What is said as it sounds, and the folded words that it stands for."""
        return tuple((said, fold(written)) for said, written in self.spoken.items())


@dataclass(frozen=True)
class Followup:
    """What is meant: a topic, and in which form it should be answered."""

    topic: str
    form: Form


class Followups:
    """Reads a short message in the light of the last answer."""

    def __init__(self, content: Path) -> None:
        """Raises ValidationError when the file is malformed."""
        words = _read(content)
        self._puzzled, self._closing, self._corrects = fold(words.puzzled), words.closing, words.corrects
        self._same_of_another = words.same_of_another
        self._forms = {bare(said): form for form, phrases in words.forms.items() for said in phrases}
        self._topics = {bare(said): topic for topic, phrases in words.topics.items() for said in phrases}

    def of(self, text: str, last_topic: str) -> Followup | None:
        """Another form of the last answer, or the topic named; None where the words say neither."""
        said = self._known(text)
        if said in self._forms:
            return Followup(last_topic, self._forms[said])
        topic = self._topics.get(said, last_topic)
        return None if topic == last_topic else Followup(topic, "short")

    def closes(self, text: str) -> bool:
        """True when somebody thanks or says goodbye, and asks nothing."""
        words, said = fold(text), self._closing
        closes = "?" not in text and said.word.search(words) is not None
        return closes and said.whole.fullmatch(words) is not None

    def asks_the_same_of_another(self, text: str) -> bool:
        """True for "ok och farmorn då", which neither thanks nor says yes."""
        return self._same_of_another.search(fold(text)) is not None and not self.closes(text)

    def behind_thanks(self, text: str) -> str:
        """What a message goes on with after its thanks; empty when it only thanks, or does not begin so."""
        words, said = text.split(), self._closing
        ends = range(min(len(words), _LONGEST), 0, -1)
        opens = (end for end in ends if self.closes(" ".join(words[:end])))
        rest = " ".join(words[next(opens, len(words)) :])
        return "" if said.whole.fullmatch(fold(rest)) else rest

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

    def _known(self, text: str) -> str:
        """The phrase of the file that the text is, but for a slip of the finger; empty for any other."""
        said = bare(text) or (self._puzzled if "?" in text else "")
        phrases = (*self._forms, *self._topics)
        if not said or len(said.split()) > _LONGEST or said in phrases:
            return said
        best = max(phrases, key=lambda phrase: fuzz.ratio(said, phrase))
        close = len(said) >= SHORTEST_FOLLOWUP and fuzz.ratio(said, best) >= SAME_FOLLOWUP
        return best if close else ""


def bare(text: str) -> str:
    """The words that carry the meaning: folded, without small words at either end."""
    words, folded = _read(CONTENT), fold(text)
    for said, written in words.folded:
        folded = said.sub(written, folded)
    return words.trailing.sub("", words.leading.sub("", folded)) or folded


@cache
def _read(content: Path) -> _Words:
    return _Words.model_validate(read_yaml(content / "followups.yml"))
