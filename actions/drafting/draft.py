"""The draft a person keeps in the browser: what may stand in it, and how much."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, RootModel

from actions.content.models import Side
from actions.tasks.models import MAX_ITEMS, MAX_NAME, MAX_TEXT, Invite

LetterName = Literal["request", "reminder", "reasons", "followup", "withdrawal"]
LetterId = Literal[LetterName, "prepare"]  # with the sheet to prepare a meeting

# Characters that XML 1.0 (and so Word) cannot hold; tab and line feed are kept.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def _clean(text: str) -> str:
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n")).strip()


Text = Annotated[str, Field(max_length=MAX_TEXT), AfterValidator(_clean)]
Name = Annotated[str, Field(max_length=MAX_NAME), AfterValidator(_clean)]
Key = Annotated[str, Field(max_length=60, pattern=r"^[a-z0-9_-]+$")]
Texts = Annotated[list[Text], Field(max_length=MAX_ITEMS)]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Choices(_Strict):
    """Chosen option ids, and what was written beside them."""

    chosen: Annotated[list[Key], Field(max_length=MAX_ITEMS)] = []
    other: Text = ""


class Goal(_Strict):
    """One goal in the person's own words."""

    goal: Text
    subgoals: Texts = []
    when: Name = ""


class Actor(_Strict):
    """Somebody who helps, and whether to invite them."""

    name: Name
    side: Side
    invite: Invite


class Recipient(_Strict):
    """Who gets the letter; `id` and `kind` come from the directory."""

    id: Annotated[str, Field(max_length=120)] | None = None
    name: Name
    kind: Annotated[str, Field(max_length=60)] | None = None


class Occasion(_Strict):
    """The day of the meeting or of its follow-up; `time` is `HH:MM`, or empty when it is not known."""

    what: Literal["meeting", "followup"]
    date: date
    time: Annotated[str, Field(pattern=r"^(([01]\d|2[0-3]):[0-5]\d)?$")] = ""


Relation = Literal[
    "mother", "father", "wife", "husband", "partner", "adult_child", "sister", "brother", "friend", "other"
]


class LetterAnswers(_Strict):
    """Answers to the steps of `content/tasks/draft.yml`; what is missing was skipped."""

    who: Literal["self", "guardian", "relative", "trustee", "staff"] = "self"
    relation: Relation | None = None
    situation: Text = ""
    important: Text = ""
    goals: Annotated[list[Goal], Field(max_length=MAX_ITEMS)] = []
    actors: Annotated[list[Actor], Field(max_length=MAX_ITEMS)] = []
    support: Text = ""
    language: Choices = Choices()
    adaptations: Choices = Choices()
    meeting: Choices = Choices()
    avoid: Text = ""
    consent: Choices = Choices()
    writer: Literal["daughter", "son"] | None = None
    recipient: Recipient | None = None


class SheetAnswers(_Strict):
    """Answers to the steps of `content/tasks/prepare.yml`; what is missing was skipped."""

    who: Literal["person", "relative", "young"] = "person"
    relation: Relation | Literal["child"] | None = None
    matters: Text = ""
    works: Texts = []
    questions: Texts = []
    avoid: Text = ""
    people: Texts = []
    needs: Choices = Choices()
    digital: Choices = Choices()
    decide: Choices = Choices()
    dates: Annotated[list[Occasion], Field(max_length=2)] = []


class LetterDraft(_Strict):
    """A draft of one of the letters."""

    version: Literal[1]
    letter: LetterName
    answers: LetterAnswers


class SheetDraft(_Strict):
    """A draft of the paper to bring to the meeting."""

    version: Literal[1]
    letter: Literal["prepare"]
    answers: SheetAnswers


class Draft(RootModel[Annotated[LetterDraft | SheetDraft, Field(discriminator="letter")]]):
    """A draft as it is kept: `{"version": 1, "letter": …, "answers": {step: value}}`."""

    model_config = ConfigDict(
        frozen=True,
        json_schema_extra={"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Draft"},
    )

    @property
    def letter(self) -> LetterId:
        """Which letter or sheet it is."""
        return self.root.letter

    @property
    def answers(self) -> LetterAnswers | SheetAnswers:
        """The answers by step."""
        return self.root.answers
