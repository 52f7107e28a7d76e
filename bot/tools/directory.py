"""How old and how sure the directory is, by county: `make directory`.

Usage: `python -m bot.tools.directory [--table]`; with `--table` as a table in Markdown.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from actions.publishing.directory_check import Records, read_records
from actions.routing.certainty import certainty
from actions.routing.models import Certainty, HealthCentre, Municipality, RegionalContact, RegionalKind
from actions.settings import ROOT
from actions.swedish_day import swedish_day

HEAD = (
    "county",
    "municipalities",
    "confirmed",
    "may have changed",
    "one source",
    "no number",
    "oldest",
    "switchboard of the region",
    "patient board",
    "child psychiatry",
    "health centres",
    "SIP routine",
)
_NONE = "-"


def rows(records: Records, today: date) -> list[tuple[str, ...]]:
    """One row a county, as in `HEAD`; the last is the whole country."""
    counties = [_row(region.county, [region.code], records, today) for region in records.regions]
    return [*counties, _row("Sverige", [region.code for region in records.regions], records, today)]


def _row(name: str, codes: list[str], records: Records, today: date) -> tuple[str, ...]:
    places = [row for row in records.municipalities if row.region_code in codes]
    centres = [row for row in records.health_centres if row.municipality_code[:2] in codes]
    regional = [row for row in records.regional_contacts if row.region_code in codes]
    sure = Counter(_sure(row, today) for row in places)
    years = [row.as_of[:4] for row in places if row.phone]
    return (
        name,
        str(len(places)),
        *(str(sure[kind]) for kind in ("confirmed", "may_have_changed", "one_source", None)),
        min(years, default=_NONE),
        _numbers(regional, "switchboard", today),
        _numbers(regional, "patient_board", today),
        str(sum(_served(place, regional) for place in places)),
        str(len(centres)) if centres else _NONE,
        str(sum(row.kind == "sip_routine" for row in regional)),
    )


def _sure(row: Municipality | RegionalContact | HealthCentre, today: date) -> Certainty | None:
    if not row.phone:
        return None
    return certainty(verified=row.verified, as_of=row.as_of, phone=row.phone, today=today)


def _numbers(regional: Iterable[RegionalContact], kind: RegionalKind, today: date) -> str:
    """How many have a number, and how many of them are confirmed."""
    found = [_sure(row, today) for row in regional if row.kind == kind and row.phone]
    return f"{len(found)} ({found.count('confirmed')})" if found else _NONE


def _served(place: Municipality, regional: Iterable[RegionalContact]) -> bool:
    """True when a number to child psychiatry is known for the municipality."""
    return any(
        row.kind == "child_psychiatry"
        and row.municipality_code in ("", place.code)
        and row.subregion in ("", place.subregion)
        for row in regional
        if row.region_code == place.region_code
    )


def as_markdown(table: Sequence[Sequence[str]]) -> str:
    """The table as Markdown."""
    lines = [HEAD, ["---"] * len(HEAD), *table]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def as_columns(table: Sequence[Sequence[str]]) -> str:
    """The table in columns."""
    lines = [HEAD, *table]
    widths = [max(len(line[index]) for line in lines) for index in range(len(HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines
    )


def main(*, markdown: bool) -> None:
    """Prints the report."""
    table = rows(read_records(ROOT / "content"), swedish_day())
    print(as_markdown(table) if markdown else as_columns(table))


if __name__ == "__main__":
    main(markdown="--table" in sys.argv)
