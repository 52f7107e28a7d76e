"""Words around those to invite, from `content/interface/inviting.json`, and the patterns made of them.

The browser reads the same list (`web_widget/src/tasks/inviting.ts`), so that both judge alike.
"""

import re
from functools import cache, cached_property
from pathlib import Path

from pydantic import Field

from actions.content.json_files import read_interface
from actions.content.patterns import any_of, as_written, longest_first
from actions.content.recognition import Recognised
from actions.content.yaml_files import CONTENT

Words = tuple[str, ...]


class InvitingWords(Recognised):
    """The file, in plain Swedish, and patterns over words as they are written."""

    note: str = Field(alias="_")
    within: Words
    first: Words
    after: Words
    no: Words
    never: Words
    unsure: Words
    and_: Words = Field(alias="and")
    or_: Words = Field(alias="or")
    has: Words

    @cached_property
    def uninvites(self) -> re.Pattern[str]:
        return _pattern(rf"^{_one(self.within + self.first)}[\s:]+")

    @cached_property
    def uninvites_within(self) -> re.Pattern[str]:
        """The white space before words that say no to who comes after them, and those words."""
        return _pattern(rf"[,;]?\s+(?P<no>{_one(self.within)})(?=\s)")

    @cached_property
    def refuses(self) -> re.Pattern[str]:
        """The end of words that say no to who was named before."""
        return _pattern(rf"\s+{_one(self.after)}[\s.!]*$")

    @cached_property
    def negates(self) -> re.Pattern[str]:
        """A no to somebody or something."""
        return _pattern(rf"\b{_one(self.no)}\b")

    @cached_property
    def never_negates(self) -> re.Pattern[str]:
        """Words that hold such a no, and say no to nobody."""
        return _pattern(rf"\b{_one(self.never)}\b")

    @cached_property
    def doubts(self) -> re.Pattern[str]:
        return _pattern(rf"^{_one(self.unsure)}[\s:]+")

    @cached_property
    def helped_by(self) -> re.Pattern[str]:
        """Before who already helps: "hon har hemtjänst"."""
        return _pattern(rf"^{_one(self.has)}\s+")

    @cached_property
    def between_actors(self) -> re.Pattern[str]:
        return _pattern(rf"\s+(?:{_one(self.and_)}|[&+])\s+")

    @cached_property
    def between_uninvited(self) -> re.Pattern[str]:
        return _pattern(rf"\s+(?:{_one(self.and_ + self.or_)}|[&+])\s+")

    @cached_property
    def numbers(self) -> re.Pattern[str]:
        """Nothing but numbers, and what binds them."""
        return _pattern(rf"[\d\s,;.&]+(?:{_one(self.and_)}[\d\s,;.&]+)*")


def read_inviting(content: Path) -> InvitingWords:
    """Raises ValidationError naming the field that is missing, unknown, or no list."""
    return InvitingWords.model_validate(read_interface(content, "inviting"))


@cache
def inviting_words() -> InvitingWords:
    """Read once."""
    return read_inviting(CONTENT)


def _one(words: Words) -> str:
    return any_of(map(as_written, longest_first(words)))


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
