"""What a message can be about, and of what kind that is: `content/topics.yml`, the one definition of both."""

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import ValidationError

from actions.content.explaining import explain
from actions.content.frozen import Frozen
from actions.content.problems import ContentError
from actions.content.yaml_files import CONTENT, read_yaml

_FILE = "topics.yml"


Age = Literal["barn", "vuxen"]


class Kind(StrEnum):
    """What can come of a message about it; each is explained at the head of the file."""

    QUESTION = "question"
    TASK = "task"
    TALK = "talk"
    CRISIS = "crisis"
    OUTSIDE = "outside"
    STEERING = "steering"
    SIGNAL = "signal"
    UNCLEAR = "unclear"


class Topic(Frozen):
    """One row. `begins` is the id of a task; `carries` are the entities that a button may send along.

    in_step: what the words do in the middle of a task: leave the step, perhaps answer it, or move to another,
    and mean nothing elsewhere. of: whom it is
    about, where it holds only of a child, or only of somebody grown.
    """

    kind: Kind
    guessed: bool = True
    pressed: bool = True
    begins: str = ""
    topic: str = ""
    carries: tuple[str, ...] = ()
    in_step: Literal["", "leaves", "answers", "moves"] = ""
    of: Age | None = None


class Offered(Frozen):
    """Topics that are offered: at the start of a talk, after a miss, beside another language, on pages."""

    starts: tuple[str, ...]
    exits: tuple[str, ...]
    in_swedish: tuple[str, ...]
    popular: tuple[str, ...]
    poster: tuple[str, str, str]


class Topics(Frozen):
    """All rows by id, what is offered, and the groups of answers in the order of their page."""

    topics: dict[str, Topic]
    offered: Offered
    groups: tuple[str, ...]

    def of(self, *kinds: Kind) -> frozenset[str]:
        """The ids of these kinds."""
        return frozenset(key for key, row in self.topics.items() if row.kind in kinds)

    def in_step(self, what: Literal["leaves", "answers", "moves"]) -> frozenset[str]:
        """The ids of those whose words do this in the middle of a task."""
        return frozenset(key for key, row in self.topics.items() if row.in_step == what)

    def is_about_sip(self, topic: str) -> bool:
        """True for a question about SIP or a task."""
        return self._is(topic, Kind.QUESTION, Kind.TASK)

    def is_task(self, topic: str) -> bool:
        """True for what begins a task."""
        return self._is(topic, Kind.TASK)

    def is_small_talk(self, topic: str) -> bool:
        """True for what is said in any conversation, and for what is not about SIP."""
        return self._is(topic, Kind.TALK, Kind.OUTSIDE)

    def may_be_guessed(self, topic: str) -> bool:
        """True for a topic that somebody may have meant without having been understood."""
        return topic in self.topics and self.topics[topic].guessed

    def may_be_pressed(self, topic: str) -> bool:
        """True for what a button may send."""
        return topic in self.topics and self.topics[topic].pressed

    def not_of(self, age: Age) -> frozenset[str]:
        """The ids of those that hold only at the other age."""
        return frozenset(key for key, row in self.topics.items() if row.of not in (None, age))

    @property
    def misses(self) -> frozenset[str]:
        """The topics of replies that answered nothing."""
        return self.of(Kind.OUTSIDE, Kind.UNCLEAR)

    def beginning(self) -> dict[str, str]:
        """Task id → what begins it."""
        return {row.begins: key for key, row in self.topics.items() if row.begins}

    def belongs_to(self) -> dict[str, str]:
        """Task id → the topic that the task belongs to."""
        return {row.begins: row.topic or key for key, row in self.topics.items() if row.begins}

    def _is(self, topic: str, *kinds: Kind) -> bool:
        return topic in self.topics and self.topics[topic].kind in kinds


@cache
def topics() -> Topics:
    """The project's own file."""
    return read_topics(CONTENT)


def read_topics(content: Path) -> Topics:
    """The file of a content folder. Raises ContentError when it is not as it should be."""
    try:
        return Topics.model_validate(read_yaml(content / _FILE))
    except (ValidationError, yaml.YAMLError, OSError) as error:
        raise ContentError([*explain(_FILE, error)]) from error
