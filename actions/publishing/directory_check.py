"""Checks the directory and prints what it holds.

Usage: `python -m actions.publishing.directory_check [folder] [--list]`
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast, get_args
from urllib.parse import urlsplit

from pydantic import BaseModel

from actions.content.yaml_files import read_yaml
from actions.publishing.directory_build import DirectoryError, read_table
from actions.routing.models import (
    HealthCentre,
    Link,
    Municipality,
    Place,
    Postcode,
    Region,
    RegionalContact,
    RegionalKind,
    SupportLine,
)
from actions.routing.phones import is_phone, swedish_form
from actions.routing.rules import RoutingError, Rules, load_rules
from actions.settings import ROOT

MUNICIPALITIES, IN_VASTRA_GOTALAND, REGIONS = 290, 49, 21
OLD_BEFORE = "2022"
DATED = (
    "municipalities",
    "regions",
    "regional_contacts",
    "places",
    "postcodes",
    "health_centres",
    "support_lines",
)
WITH_PHONE = ("municipalities", "regional_contacts", "health_centres", "support_lines")
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Records:
    """All records of the directory, and the rule table."""

    municipalities: list[Municipality]
    regions: list[Region]
    regional_contacts: list[RegionalContact]
    places: list[Place]
    postcodes: list[Postcode]
    health_centres: list[HealthCentre]
    support_lines: list[SupportLine]
    links: list[Link]
    rules: Rules


def read_records(content: Path) -> Records:
    """Reads everything. Raises DirectoryError or RoutingError at the first unreadable record."""

    def rows(table: str, kind: type[M]) -> list[M]:
        return cast(list[M], list(read_table(content / "directory" / f"{table}.csv", kind)))

    return Records(
        rows("municipalities", Municipality),
        rows("regions", Region),
        rows("regional_contacts", RegionalContact),
        rows("places", Place),
        rows("postcodes", Postcode),
        rows("health_centres", HealthCentre),
        rows("support_lines", SupportLine),
        rows("links", Link),
        load_rules(content),
    )


def errors(records: Records, source_ids: set[str]) -> Iterator[str]:
    """Everything that must not be published, one line each."""
    yield from _codes(records)
    yield from _ways_in(records)
    yield from _hidden(records)
    yield from _references(records, source_ids)


def report(records: Records) -> str:
    """A table: per file the number of records, verified, unverified, before 2022, and without a phone."""
    lines = [f"{'file':<16}{'records':>9}{'verified':>10}{'unverified':>12}{'old':>7}{'no phone':>10}"]
    for table in DATED:
        rows = getattr(records, table)
        unverified = sum(not row.verified for row in rows)
        old = sum(is_old(row.as_of) for row in rows)
        silent = sum(not row.phone for row in rows) if table in WITH_PHONE else "-"
        lines.append(
            f"{table:<16}{len(rows):>9}{len(rows) - unverified:>10}{unverified:>12}{old:>7}{silent:>10}"
        )
    answered = {link.url for link in records.links}
    lines.append(f"addresses that have answered when visited: {len(answered)}")
    lines.append(f"situations: {len(records.rules.situations)}")
    return "\n".join(lines)


def uncertain(records: Records) -> Iterator[str]:
    """Each contact that is unverified or old, one line each: file, id, name, date and what is known."""
    for table in WITH_PHONE:
        for row in getattr(records, table):
            if row.phone and (not row.verified or is_old(row.as_of)):
                key = getattr(row, "code", "") or row.id
                yield f"{table}.csv {key} {row.name}: {row.phone}, {row.as_of or '-'}, {row.confidence}"


def is_old(as_of: str) -> bool:
    """True for a date before 2022."""
    return bool(as_of) and as_of[:4] < OLD_BEFORE


def _codes(records: Records) -> Iterator[str]:
    codes = [row.code for row in records.municipalities]
    west = [row for row in records.municipalities if row.in_vastra_gotaland]
    counts = (
        ("municipalities", len(set(codes)), MUNICIPALITIES),
        ("municipalities in county 14", len(west), IN_VASTRA_GOTALAND),
        ("regions", len({row.code for row in records.regions}), REGIONS),
    )
    yield from (f"{name}: {found}, expected {wanted}" for name, found, wanted in counts if found != wanted)
    for table, keys in (
        ("municipalities", codes),
        ("postcodes", [row.postcode for row in records.postcodes]),
        ("health_centres", [row.id for row in records.health_centres]),
        ("regional_contacts", [row.id for row in records.regional_contacts]),
        ("support_lines", [row.id for row in records.support_lines]),
    ):
        yield from _repeated(table, keys)
    used = {row.municipality_code for row in records.places}
    used |= {row.municipality_code for row in records.health_centres}
    used |= {row.municipality_code for row in records.regional_contacts}
    used |= {code for row in records.postcodes for code in (row.municipality_code, row.alternative_code)}
    unknown = used - {*codes, ""}
    yield from (f"unknown municipality code {code}" for code in sorted(unknown))
    yield from (f"postcode {row.postcode!r}" for row in records.postcodes if not _is_postcode(row.postcode))


def _ways_in(records: Records) -> Iterator[str]:
    for row in records.municipalities:
        if not _is_url(row.website) and not row.phone:
            yield f"{row.code} {row.name}: no way in"
    addressed = [(row.code, row.website) for row in records.municipalities]
    addressed += [(row.code, url) for row in records.regions for url in (row.care_url, row.complaint_url)]
    services: list[HealthCentre | SupportLine | RegionalContact] = [
        *records.health_centres,
        *records.support_lines,
        *records.regional_contacts,
    ]
    addressed += [(row.id, row.url) for row in services]
    yield from (f"{key}: address {url!r}" for key, url in addressed if not _is_url(url))
    numbered = [(row.code, row.phone) for row in records.municipalities]
    numbered += [(row.id, row.phone) for row in services]
    yield from (f"{key}: phone {phone!r}" for key, phone in numbered if phone and not is_phone(phone))
    written = ((key, phone, swedish_form(phone)) for key, phone in numbered if phone and is_phone(phone))
    yield from (
        f"{key}: phone {phone!r} is written {form!r}" for key, phone, form in written if phone != form
    )


def _hidden(records: Records) -> Iterator[str]:
    numbered: list[Municipality | HealthCentre | RegionalContact] = [
        *records.municipalities,
        *records.health_centres,
        *records.regional_contacts,
    ]
    for contact in numbered:
        if contact.confidence == "källor oense" and contact.phone:
            yield f"{contact.name}: sources disagree, so no number may be shown"
    for row in records.support_lines:
        doubtful = row.confidence in ("källor oense", "ej funnen") or not row.phone
        if doubtful and (row.show or row.verified):
            yield f"{row.id}: must be neither shown nor verified"


def _references(records: Records, source_ids: set[str]) -> Iterator[str]:
    shown = {row.id for row in records.support_lines if row.show}
    known = {row.id for row in records.support_lines if row.hours}
    known |= {row.id for row in records.regional_contacts if row.hours}
    kinds = {"switchboard", *get_args(RegionalKind)}
    doors = records.rules.doors.values()
    wanted = {key for door in doors for key in (door.phone, door.else_phone) if key} - kinds
    for name, situation in records.rules.situations.items():
        yield from (f"{name}: unknown source {key}" for key in situation.sources if key not in source_ids)
    contacts = [
        *records.municipalities,
        *records.health_centres,
        *records.support_lines,
        *records.regional_contacts,
    ]
    unnamed = {row.source for row in contacts} - set(records.rules.record_sources)
    yield from (f"source {key} has no words in routing.yml" for key in sorted(unnamed))
    yield from (f"opening hours of unknown line {key}" for key in sorted(set(records.rules.hours) - known))
    yield from (f"support line {key} is used but not shown" for key in sorted(wanted - shown))


def _repeated(table: str, keys: Sequence[str]) -> Iterator[str]:
    yield from (f"{table}: {key} stands twice" for key, count in Counter(keys).items() if count > 1)


def _is_postcode(text: str) -> bool:
    return len(text) == 5 and text.isdecimal()


def _is_url(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme == "https" and "." in parts.netloc and " " not in text


def wrong_rows(content: Path) -> list[str]:
    """What must be mended before the directory can be shown, a line for each."""
    try:
        records = read_records(content)
    except (DirectoryError, RoutingError) as error:
        return [str(error)]
    return _errors(content, records)


def _errors(content: Path, records: Records) -> list[str]:
    return list(errors(records, set(read_yaml(content / "sources.yml"))))


def main(content: Path, *, listing: bool = False) -> int:
    """Prints the report and the errors, and with `listing` all that is uncertain. 1 when there are errors."""
    try:
        records = read_records(content)
    except (DirectoryError, RoutingError) as error:
        print(error)
        return 1
    wrong = _errors(content, records)
    print(report(records))
    if listing:
        print("\n".join(uncertain(records)))
    print("\n".join(wrong) if wrong else "no errors")
    return 1 if wrong else 0


if __name__ == "__main__":
    folders = [Path(argument) for argument in sys.argv[1:] if argument != "--list"]
    sys.exit(main(folders[0] if folders else ROOT / "content", listing="--list" in sys.argv))
