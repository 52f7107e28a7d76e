"""The plain form, a question a page. What is written travels along in the form; nothing is kept here."""

import json
from dataclasses import dataclass, field, replace
from typing import Self

from pydantic import ValidationError

from actions.drafting.draft import Draft
from actions.privacy import has_identity_number
from actions.tasks.models import Step, Task
from bot.web.errors import Refused
from bot.web.pages.form_answers import Answers, known_letter, known_option, read_step, steps_for
from bot.web.pages.posted import Fields, first

AT, KEPT, GO, GOTO = "at", "kept", "go", "goto"


@dataclass(frozen=True)
class FormWalk:
    """Where somebody is in the form. `errors` are messages by the name of the field they concern."""

    task: Task
    letter: str
    answers: Answers
    at: str
    errors: dict[str, str] = field(default_factory=dict)

    @classmethod
    def begun(cls, task: Task, letter: str, answers: Answers, at: str = "") -> Self:
        """The form at a question, or at its first: whom it is about."""
        return cls(task, letter, answers, at or task.steps[0].id)

    @classmethod
    def posted(cls, task: Task, fields: Fields) -> Self:
        """The form as it was sent: what it carried, and what was written at its question. Raises Refused."""
        carried = first(fields, KEPT)
        try:
            draft = Draft.model_validate_json(carried) if carried else None
        except ValidationError as error:
            raise Refused(422, "bad-draft") from error
        kept = draft.answers.model_dump(mode="json", exclude_defaults=True) if draft else {}
        who, at = task.steps[0], first(fields, AT)
        letter = known_letter(task, first(fields, "letter") or (draft.letter if draft else ""))
        answers = {**kept, who.id: known_option(who, first(fields, who.id) or kept.get(who.id, ""))}
        walk = cls(task, letter, answers, at if task.step(at) else who.id)
        return walk if walk.at == who.id else walk._written(fields)

    @property
    def steps(self) -> list[Step]:
        """The questions of this letter for this person, in order."""
        who = self.task.steps[0]
        return [who, *steps_for(self.task, self.answers, self.letter)]

    @property
    def step(self) -> Step:
        """The question now asked; the first when it does not belong to the letter."""
        return next((step for step in self.steps if step.id == self.at), self.steps[0])

    @property
    def number(self) -> int:
        """Of the question, from 1."""
        return self.steps.index(self.step) + 1

    @property
    def draft(self) -> Draft:
        """All answers. Raises ValidationError when one is too long."""
        return Draft.model_validate({"version": 1, "letter": self.letter, "answers": self.answers})

    @property
    def kept(self) -> str:
        """What the form carries along, all but what stands in its own fields."""
        others = {key: value for key, value in self.answers.items() if key != self.at}
        return json.dumps({"version": 1, "letter": self.letter, "answers": others}, ensure_ascii=False)

    def moved(self, by: int) -> Self | None:
        """The form at another question; None after the last."""
        steps, index = self.steps, self.number - 1 + by
        return replace(self, at=steps[max(index, 0)].id) if index < len(steps) else None

    def went_to(self, step: str) -> Self:
        """The form at the question that was chosen."""
        return replace(self, at=step if self.task.step(step) else self.at)

    def _written(self, fields: Fields) -> Self:
        value = read_step(self.step, fields)
        rest = {key: kept for key, kept in self.answers.items() if key != self.at}
        return replace(self, answers={**rest, self.at: value} if value else rest)

    def checked(self, fields: Fields, message: str) -> Self:
        """The form with `message` at every field that holds an identity number."""
        named = [
            name for name, values in fields.items() if name != KEPT and any(map(has_identity_number, values))
        ]
        return replace(self, errors=dict.fromkeys(named, message))
