"""What one turn of a conversation tells: the message, and what was made of it before any reply."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from actions.crisis import CrisisSignal
from actions.replies.contract import Context
from actions.tasks.message import Message


@dataclass(frozen=True, kw_only=True)
class Turn(Message):
    """The person's latest message.

    ranked: topics, likeliest first. passage: the very question, when that is sure or was pressed
    (`topic#name`). second: what may have been asked instead, when the question is a little doubtful.
    likely: passages, and topics as a whole, that may be meant, and how probable each is, 0 to 1, likeliest
    first.
    heavy: how probable danger or distress is by the words themselves, 0 to 1.
    cared_for: words of care as strong as its danger asks for were said a few messages ago.
    goes_on: the message before told of danger; this one tells of none and asks something of its own.
    tells: how surely it only tells something, 0 to 1. by_staff: how surely the manner of writing is that of
    staff, 0 to 1; None for a button. context: what the client tells of its cards. step_seen: the step
    (`task.step`) on the page where it was written; empty when the client does not tell.
    """

    ranked: tuple[str, ...] = ()
    danger: CrisisSignal | None = None
    heavy: float = 0.0
    cared_for: bool = False
    goes_on: bool = False
    language: str = ""
    passage: str = ""
    second: str = ""
    likely: Mapping[str, float] = field(default_factory=dict)
    tells: float = 0.0
    by_staff: float | None = None
    context: Context | None = None
    step_seen: str = ""

    @property
    def has_cards(self) -> bool:
        """True when the client owns the guided tasks: no form is begun or moved for it."""
        return self.context is not None

    @property
    def card_open(self) -> bool:
        """True when the client's card has the floor, whatever form was under way here."""
        return self.context is not None and self.context.task is not None
