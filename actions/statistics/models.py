"""Figures about SIP as they are published: with year, place, source and known flaws."""

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from actions.content.frozen import Frozen
from actions.content.models import Status


class Row(Frozen):
    """One bar of a chart and one row of a table. `notes` are words beside the numbers."""

    name: str
    values: tuple[float, ...] = Field(min_length=1)
    total: float | None = None
    notes: tuple[str, ...] = ()


class Series(Frozen):
    """Numbers of one kind. `adds_up`: a row's values are its `total`, and the rows together are `whole`."""

    id: str
    title: str
    place: str
    period: str
    status: Status
    facts: tuple[str, ...] = Field(min_length=1)
    sources: tuple[str, ...] = Field(min_length=1)
    summary: str
    unit: str
    rows_are: str
    columns: tuple[str, ...]
    notes: tuple[str, ...] = ()
    adds_up: bool
    decimals: int = 0
    rows: tuple[Row, ...] = Field(min_length=2)
    whole: Row | None = None
    flaws: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        for row in self.every_row:
            if len(row.values) != len(self.columns) or len(row.notes) != len(self.notes):
                raise ValueError(f"{self.id} / {row.name}: ett tal eller en anteckning saknas")
            if self.adds_up and sum(row.values) != row.total:
                raise ValueError(f"{self.id} / {row.name}: talen blir {sum(row.values):g}, inte {row.total}")
        if self.adds_up and self.whole and self.whole.values != self._sums:
            raise ValueError(f"{self.id}: raderna blir {self._sums}, inte {self.whole.values}")
        return self

    @property
    def every_row(self) -> tuple[Row, ...]:
        """The rows, and the whole last."""
        return (*self.rows, *((self.whole,) if self.whole else ()))

    @property
    def _sums(self) -> tuple[float, ...]:
        return tuple(sum(column) for column in zip(*(row.values for row in self.rows), strict=True))


class Figure(Frozen):
    """A single figure that makes no chart."""

    what: str
    value: str
    period: str
    place: str
    facts: tuple[str, ...] = Field(min_length=1)
    sources: tuple[str, ...] = Field(min_length=1)
    flaw: str


class Statistics(Frozen):
    """All figures, and when they were last read through."""

    reviewed: date
    review_after: date
    series: tuple[Series, ...] = Field(min_length=1)
    figures: tuple[Figure, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of all sources, each once, in the order they are met."""
        every = [*(one.sources for one in self.series), *(one.sources for one in self.figures)]
        return tuple(dict.fromkeys(key for sources in every for key in sources))

    def is_unconfirmed(self, today: date) -> bool:
        """True when the next review date has passed without a new review."""
        return today > self.review_after
