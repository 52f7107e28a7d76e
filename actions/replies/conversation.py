"""What holds from the messages before, and the day it is: plain values, whoever keeps them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from actions.content.models import Role
from actions.replies.after_crisis import Care
from actions.replies.passages import Question, topic_of
from actions.replies.reply import Button
from actions.routing.models import VASTRA_GOTALAND
from actions.routing.query import ContactQuery
from actions.tasks.models import TaskState


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """A conversation up to the message now read.

    last_topic, last_passage: what was answered last, empty when nothing was. own: who asks has told that they
    are grown and ask for themselves. municipality: a code, or that of a county alone. misses: messages in a
    row that were not understood. told: about whom a contact is for. task: id of the task under way, else
    empty. states: of the tasks that were begun, by id. offered: the buttons of the reply before. said: the
    texts of that reply. answered: its passages. by_staff: of each message before, how surely its manner of
    writing is that of staff, 0 to 1. antecedent: the latest message before that is more than a few words of
    small talk; empty when a button came after it. says_i: who writes has spoken of themselves before.
    """

    today: date
    last_topic: str = ""
    last_passage: str = ""
    role: Role | None = None
    own: bool = False
    easy: bool = False
    municipality: str = ""
    misses: int = 0
    told: ContactQuery = field(default_factory=ContactQuery)
    care: Care | None = None
    task: str = ""
    states: Mapping[str, TaskState] = field(default_factory=dict)
    offered: tuple[Button, ...] = ()
    said: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()
    by_staff: tuple[float, ...] = ()
    antecedent: str = ""
    says_i: bool = False

    @property
    def in_vastra_gotaland(self) -> bool:
        """True when the person has named a municipality in Västra Götaland (county 14)."""
        return self.municipality.startswith(VASTRA_GOTALAND)

    @property
    def last(self) -> Question:
        """What was answered last."""
        return Question(self.last_topic, self.last_passage)

    def last_about(self, topic: str) -> Question:
        """The topic, with the passage just answered when it is of that topic."""
        return Question(topic, self.last_passage if topic_of(self.last_passage) == topic else "")
