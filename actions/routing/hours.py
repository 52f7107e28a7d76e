"""When a line answers. Red days and the eves that are days off come from the `holidays` library."""

from datetime import datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import model_validator

from actions.content.frozen import Frozen
from actions.content.yaml_files import read_yaml
from actions.swedish_day import SWEDEN

if TYPE_CHECKING:
    from holidays import HolidayBase

_DAYS = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")
_SATURDAY = 5
_OFFICE = (time(8), time(16))
_LOOK_AHEAD_DAYS = 14


class Span(Frozen):
    """From one full hour to another, the same day."""

    days: tuple[str, ...]
    opens: int
    closes: int
    red_days: bool = False

    @model_validator(mode="after")
    def _possible(self) -> "Span":
        if set(self.days) - set(_DAYS) or not 0 <= self.opens < self.closes <= 24:
            raise ValueError(f"no opening hours: {self}")
        return self

    def covers(self, moment: datetime) -> bool:
        """True while the line answers."""
        return self.on(moment) and self.opens <= moment.hour < self.closes

    def on(self, moment: datetime) -> bool:
        """True on the days of the span."""
        return _DAYS[moment.weekday()] in self.days and (self.red_days or not is_red_day(moment))


OpeningHours = tuple[Span, ...]


def read_hours(content: Path) -> dict[str, OpeningHours]:
    """The sourced opening hours by support line. Raises ValueError for hours that cannot be."""
    rows = read_yaml(content / "directory" / "opening_hours.yml")
    return {key: tuple(Span.model_validate(span) for span in spans) for key, spans in rows.items()}


def now_in_sweden() -> datetime:
    """This moment, as clocks in Sweden show it."""
    return datetime.now(SWEDEN)


def is_open(hours: OpeningHours, moment: datetime) -> bool:
    """True while one of the spans covers the moment."""
    return any(span.covers(moment) for span in hours)


def next_opening(hours: OpeningHours, moment: datetime) -> datetime | None:
    """When the line opens next, within two weeks."""
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    days = (midnight + timedelta(days=ahead) for ahead in range(_LOOK_AHEAD_DAYS))
    openings = (day.replace(hour=span.opens) for day in days for span in hours if span.on(day))
    return min((opening for opening in openings if opening > moment), default=None)


def is_office_time(moment: datetime) -> bool:
    """True on working days between eight and four, when a switchboard can be expected to answer."""
    working = moment.weekday() < _SATURDAY and not is_red_day(moment)
    return working and _OFFICE[0] <= moment.time() < _OFFICE[1]


def is_red_day(moment: datetime) -> bool:
    """True on public holidays and on the eves that most people have off."""
    return moment.date() in _days_off()


@lru_cache
def _days_off() -> "HolidayBase":
    from holidays import country_holidays  # at first need: it is a tenth of the site's start

    return country_holidays("SE", categories=("public", "de_facto"))
