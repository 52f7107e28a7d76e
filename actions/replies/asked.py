"""What a message was found to ask."""

from dataclasses import dataclass

from actions.replies.followups import Form
from actions.replies.passages import Question


@dataclass(frozen=True)
class Asked:
    """The questions to answer, in order, and the form of a single answer.

    likely: where what was said before was looked at, the passages that may be meant, likeliest first. second:
    the one of them to answer too. in_doubt: none of them is at all sure. corrected: the one before was wrong.
    """

    questions: tuple[Question, ...]
    form: Form = "short"
    likely: tuple[str, ...] = ()
    second: str = ""
    in_doubt: bool = False
    corrected: bool = False


def asks_only(asked: Asked, topic: str) -> bool:
    """True when the topic as a whole is all that is asked."""
    return asked.questions == (Question(topic),)
