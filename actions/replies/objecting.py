"""Hears that an answer was wrong, by the words of `content/objections.yml`."""

import re
from functools import cache, cached_property
from pathlib import Path

from actions.content.recognition import Lenient, Recognised
from actions.content.yaml_files import CONTENT, read_yaml

_SIGNS = " \t\n.,;:!?"
_FEWEST = 2  # words that say something besides the blame


class ObjectingWords(Recognised):
    """The file, over words as they are written: what only blames, how somebody corrects, and disagrees."""

    blames: Lenient
    corrects: Lenient
    disagrees: Lenient

    @cached_property
    def blame(self) -> re.Pattern[str]:
        """A piece that only says that it was wrong, with the signs after it."""
        return re.compile(rf"\b{self.blames.pattern}\b[\s.,;:!?]*", re.IGNORECASE)

    @cached_property
    def correction(self) -> re.Pattern[str]:
        """Anything that tells that the answer was wrong."""
        return re.compile(rf"\b{self.blames.pattern}\b|{self.corrects.pattern}", re.IGNORECASE)

    @cached_property
    def disagreement(self) -> re.Pattern[str]:
        """The beginning of a message that says no to something."""
        return re.compile(self.disagrees.pattern, re.IGNORECASE)


def read_objecting(content: Path) -> ObjectingWords:
    """Raises ValidationError naming the field that is missing, unknown, or no pattern."""
    return ObjectingWords.model_validate(read_yaml(content / "objections.yml"))


def corrects(text: str) -> bool:
    """True when the text says that the answer before was wrong, or that nobody listens."""
    return bool(_words().correction.search(text))


def objects(text: str) -> bool:
    """True when the text corrects, or begins by disagreeing."""
    return corrects(text) or bool(_words().disagreement.search(text))


def beside_blame(text: str) -> str:
    """What the text says besides the blame; empty when that is all it says."""
    rest = _words().blame.sub(" ", text).strip(_SIGNS)
    return rest if len(rest.split()) >= _FEWEST or rest == text.strip(_SIGNS) else ""


@cache
def _words() -> ObjectingWords:
    return read_objecting(CONTENT)
