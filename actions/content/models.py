"""Schemas of what citizens read. Each class mirrors one kind of file in `content/`."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from actions.content.frozen import Frozen
from actions.content.topics import Age

Year = Annotated[int, Field(strict=True, ge=1900, le=2100)]


# Whose a contact or a helper is: the municipality's, the region's, or neither's.
Side = Literal["kommun", "region", "annan"]


class Status(StrEnum):
    """How a fact stands today, as the fact base says it."""

    CURRENT = "gäller"
    REPLACED = "ersatt"
    UNCERTAIN = "osäker"


class Role(StrEnum):
    """Whose words an answer is put in. The value is the section's heading in an answer file."""

    RELATIVE = "Närstående"
    TRUSTEE = "God man"
    PARENT = "Förälder"
    MINOR = "Under 18 år"
    STAFF = "Personal"


def words_for(role: Role | None, variants: Mapping[Role, str]) -> str | None:
    """What is written for a role; for a trustee what is written for a relative, where they have none."""
    said = variants.get(role) if role else None
    return variants.get(Role.RELATIVE) if said is None and role is Role.TRUSTEE else said


class Source(Frozen):
    """A source as shown to the reader. `url` is left out where none is known to be right."""

    id: str
    title: str = Field(min_length=1)
    publisher: str
    url: str | None = None
    status: Status
    year: int | None = None
    note: str | None = None


class Reviewed(Frozen):
    """What is dated: its status, what it rests on, and when it must be read again."""

    id: str
    status: Status
    facts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    reviewed: date
    review_after: date

    def is_unconfirmed(self, today: date) -> bool:
        """True when the next review date has passed without a new review."""
        return today > self.review_after


class Answer(Reviewed):
    """One topic: its overview in the chat and on the page, the easy form and its variants.

    `long` is empty where passages hold what is more to say.
    """

    group: str
    title: str
    followups: tuple[str, ...] = Field(min_length=2, max_length=4)
    short: str
    long: str = ""
    easy: str
    variants: dict[Role, str] = Field(default_factory=dict)
    vastra_gotaland: str | None = None
    situations: dict[str, str] = Field(default_factory=dict)


class Passage(Reviewed):
    """The answer to one question under a topic. `id` is topic#name, as the chat contract has it.

    `asked_as` are other ways to put the question; `sources` are those of its facts. `order` is its place on
    the topic's page, the lowest first. `reader` is the one it is written to, where only they ask it. `of` is
    whom it is about, where it holds only of a child, or only of somebody grown.
    """

    topic: str
    question: str = Field(min_length=3)
    asked_as: tuple[str, ...] = ()
    order: int = 50
    reader: Role | None = None
    of: Age | None = None
    short: str
    long: str = ""
    easy: str = ""
    variants: dict[Role, str] = Field(default_factory=dict)
    vastra_gotaland: str | None = None

    @property
    def name(self) -> str:
        """The id within its topic, and the fragment of its address on the topic's page."""
        return self.id.partition("#")[2]

    @property
    def path(self) -> str:
        """Its permanent address on the site."""
        return f"/fragor/{self.topic}#{self.name}"


class Deprecated(Frozen):
    """A term that is no longer used, and the concept that took its place."""

    term: str
    replaced_by: str | None = None
    note: str | None = None


class Change(Frozen):
    """One line of a concept's change log."""

    date: date
    note: str


class Concept(Reviewed):
    """One concept of the concept bank.

    `synonyms` may be used instead of the term. `search_forms` are other ways to write or ask for it
    (misspelt, inflected, everyday words); they lead here and are never shown. Validity is a day, or a
    year where only that is known.
    """

    term: str
    abbreviation: str | None = None
    synonyms: tuple[str, ...] = ()
    search_forms: tuple[str, ...] = ()
    deprecated: tuple[Deprecated, ...] = ()
    group: str
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    topic: str | None = None
    valid_from: date | Year | None = None
    valid_to: date | Year | None = None
    replaced_by: str | None = None
    changes: tuple[Change, ...] = Field(min_length=1)
    short: str
    staff: str
    differs: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All that leads here, the preferred term first."""
        abbreviation = (self.abbreviation,) if self.abbreviation else ()
        old = (one.term for one in self.deprecated)
        return (self.term, *abbreviation, *self.synonyms, *old, *self.search_forms)

    @property
    def changed(self) -> date:
        """The day of the latest change."""
        return max(change.date for change in self.changes)


class ConceptScheme(Frozen):
    """The concept bank as a whole; `groups` is group id → name, in the order they are shown."""

    title: str
    description: str
    groups: dict[str, str]


class Comparison(Reviewed):
    """A written comparison of two or three concepts. `table` is a Markdown table, a column a concept."""

    concepts: tuple[str, ...] = Field(min_length=2, max_length=3)
    title: str
    short: str
    table: str

    @property
    def rows(self) -> list[list[str]]:
        """The table's cells; the first row holds the columns' names, the first column what is compared."""
        lines = [line.strip().strip("|").split("|") for line in self.table.splitlines()]
        return [[cell.strip() for cell in line] for number, line in enumerate(lines) if number != 1]

    @model_validator(mode="after")
    def _a_column_a_concept(self) -> Self:
        if any(len(row) != len(self.concepts) + 1 for row in self.rows):
            raise ValueError("tabellen ska ha en kolumn för varje begrepp")
        return self
