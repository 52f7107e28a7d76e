"""What a letter says of the answers: "nej" and "vet inte" answer a question, and are nothing to write."""

from typing import Any, TypeVar

from actions.drafting.draft import Actor, Choices, Goal, LetterAnswers, Recipient, SheetAnswers
from actions.tasks.asking import says_nothing

Answers = TypeVar("Answers", LetterAnswers, SheetAnswers, LetterAnswers | SheetAnswers)


def told(answers: Answers) -> Answers:
    """The answers without those in the person's own words that say nothing."""
    return answers.model_copy(update={name: _told(value) for name, value in answers})


def _told(value: Any) -> Any:
    match value:
        case Choices():
            return value.model_copy(update={"other": _told(value.other)})
        case Recipient():
            return value if _told(value.name) else None
        case list():
            return [row for row in value if not says_nothing(_own_words(row))]
        case str():
            return "" if says_nothing(value) else value
        case _:
            return value


def _own_words(row: Any) -> str:
    match row:
        case Goal():
            return row.goal
        case Actor():
            return row.name
        case _:
            return str(row)
