"""How wishes in the middle of a task are worded, as patterns: `content/wishes.yml`."""

import re
from functools import cache, cached_property
from pathlib import Path

from actions.content.recognition import Folded, Phrases, Recognised, Written
from actions.content.text import fold
from actions.content.yaml_files import CONTENT, read_yaml
from actions.tasks.asking import asking_words


class WishWords(Recognised):
    """The file, as patterns over folded text."""

    spoken: dict[str, str]
    before: Folded
    after: Folded
    stop: Folded
    perhaps_stop: Folded
    gives_up: Folded
    the_letter: Folded
    because: Written
    call_ways: Folded
    call_asks: Folded
    call_can: Folded
    call_before: Folded
    call_whom: Folded
    rather: Folded
    waits: Folded
    small_talk: Folded
    small_talk_around: Folded
    puzzled: Folded
    puzzled_after: Folded
    asks_leave: Folded
    human: Folded
    shows: Folded
    how_far: Folded
    my_answer: Phrases
    stop_for_sure: Phrases
    go_on: Phrases
    wants: Folded
    between: Folded
    writes: Folded
    write_now: Folded
    instead: Folded
    any_letter: Folded
    tasks: dict[str, Folded]
    ask_how: Folded
    ask_whom: Folded
    ask_first: Folded
    ask_first_whom: Folded
    asker_first: Folded
    never_asker: Folded
    verbs: Folded
    not_verb: Folded
    wonders: Folded
    then: Folded

    def is_whole(self, wish: re.Pattern[str], text: str, after: re.Pattern[str] | None = None) -> bool:
        """True when the text is nothing but this, and small words around it.

        after: the small words that may follow, where they are not the usual ones.
        """
        around = rf"(?:{self.before.pattern} )*{wish.pattern}(?: {(after or self.after).pattern})*"
        return re.fullmatch(around, self.plain(text)) is not None

    def plain(self, text: str) -> str:
        """The folded words, spelt as the lists spell them."""
        return " ".join(self._spelt.get(word, word) for word in fold(text).split())

    @cached_property
    def calls_rather(self) -> re.Pattern[str]:
        """A whole folded message: another way than to write is wanted."""
        return re.compile(rf"{self._before_call}{self._call} {self.rather.pattern}{self._after}")

    @cached_property
    def gives_up_and_calls(self) -> re.Pattern[str]:
        """A whole folded message: to stop or to give up, and then another way than to write."""
        first = rf"(?:{self.stop.pattern}|{self.perhaps_stop.pattern}|{self.gives_up.pattern})"
        gives_up = rf"(?:{self.before.pattern} )*{first}{self._after}"
        asks = (
            rf"(?:{self.call_asks.pattern}|{self.call_can.pattern} {self._call})(?: {self.rather.pattern})?"
        )
        calls = rf"(?:{asks}|{self._call} {self.rather.pattern})"
        return re.compile(rf"(?:{gives_up} ){{1,3}}{self._before_call}{calls}{self._after}")

    @cached_property
    def begins_reason(self) -> re.Pattern[str]:
        """Where the reason begins in text as it is written."""
        return re.compile(rf"[.!?;,\n]|\s(?={self.because.pattern}\b)", re.IGNORECASE)

    @property
    def _before_call(self) -> str:
        return rf"(?:(?:{self.call_can.pattern}|{self.call_before.pattern}|{self.before.pattern}) )*"

    @property
    def _call(self) -> str:
        return rf"{self.call_ways.pattern}(?: {self.call_whom.pattern})*"

    @property
    def _after(self) -> str:
        return rf"(?: {self.after.pattern})*"

    @cached_property
    def _spelt(self) -> dict[str, str]:
        return {fold(said): fold(written) for said, written in self.spoken.items()}

    @cached_property
    def wishes(self) -> re.Pattern[str]:
        """The beginning of a wish for something else."""
        return self._wish_that_begins(self._wanting)

    @cached_property
    def wishes_to_write(self) -> re.Pattern[str]:
        """The beginning of a wish for another letter that is no answer anywhere."""
        return self._wish_that_begins(rf"(?:{self._wanting} )?{self.writes.pattern}\b")

    @cached_property
    def asks_too(self) -> re.Pattern[str]:
        """The beginning of a question that the list of the browser does not know."""
        how = rf"{self.ask_how.pattern} {self.ask_whom.pattern}"
        first = rf"(?!{self.not_verb.pattern} ){self.ask_first.pattern} {self.ask_first_whom.pattern}"
        return re.compile(rf"(?:{how}|{first})\b")

    @cached_property
    def asks_by_order(self) -> re.Pattern[str]:
        """A verb before the one it is about: the order of a question, and of a condition."""
        inverted = "|".join(map(fold, asking_words().inverted))
        return re.compile(rf"(?:{inverted}) (?P<whom>\w+)")

    @cached_property
    def goes_on_as_condition(self) -> re.Pattern[str]:
        """A second verb before the one it is about, as the main clause after a condition has it."""
        verb = rf"(?!{self.not_verb.pattern} ){self.verbs.pattern}"
        main = rf"{verb} {self.asker_first.pattern}|{self.then.pattern} {verb} {self.ask_whom.pattern}"
        return re.compile(rf"\b(?:{main})\b")

    def is_condition(self, said: str) -> bool:
        """True for folded words that begin with a verb and have a main clause after it."""
        begins = re.match(rf"(?!{self.not_verb.pattern} ){self.verbs.pattern} \w+", said)
        return begins is not None and self.goes_on_as_condition.search(said, begins.end()) is not None

    def task_wish(self, task: str) -> re.Pattern[str]:
        """A whole folded message that asks for a task."""
        around = rf"(?:{self.before.pattern} )*(?:{self._wanting} )?{self.tasks[task].pattern}"
        return re.compile(rf"{around}{self._after}")

    def _wish_that_begins(self, wanting: str) -> re.Pattern[str]:
        return re.compile(rf"(?:{self.before.pattern} )*(?:{wanting}|{self.write_now.pattern}\b)")

    @property
    def _wanting(self) -> str:
        return rf"{self.wants.pattern}(?: {self.between.pattern})*"


def read_wishes(content: Path) -> WishWords:
    """Raises ValidationError naming the field that is missing, unknown, or no pattern."""
    return WishWords.model_validate(read_yaml(content / "wishes.yml"))


@cache
def wish_words() -> WishWords:
    """Read once."""
    return read_wishes(CONTENT)
