"""Turns a door of the rule table into contacts, with the directory's address, number and certainty."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from babel.dates import format_date

from actions.routing.certainty import certainty, sentence
from actions.routing.directory import Directory
from actions.routing.hours import is_open, next_opening
from actions.routing.models import (
    Contact,
    HealthCentre,
    Municipality,
    Region,
    RegionalContact,
    RegionalKind,
    SupportLine,
)
from actions.routing.phones import swedish_form
from actions.routing.rules import Door, DoorInSituation, Rules


@dataclass(frozen=True)
class Where:
    """The place and the chosen health centres; `municipality` is None while the place is unknown.

    `region` is the municipality's, or the one named when no municipality is.
    """

    directory: Directory
    rules: Rules
    municipality: Municipality | None
    region: Region | None
    centres: tuple[HealthCentre, ...]
    now: datetime


@dataclass(frozen=True)
class _Fact:
    """A number or a page, as one line of the directory has it."""

    phone: str | None
    verified: bool
    as_of: str
    confidence: str


def contact_of(listed: DoorInSituation, where: Where) -> Iterator[Contact]:
    """The contacts behind one door: none for a municipal door without a municipality."""
    door = where.rules.doors[listed.door]
    if door.kind == "vardcentral" and where.centres:
        yield from (_centre(centre, where) for centre in where.centres)
    elif door.url == "municipality":
        if where.municipality:
            yield _municipal(listed, door, where, where.municipality)
    else:
        row = _row(door, where)
        if row or door.url != "line":
            yield _by_row(listed, door, where, row) if row else _regional(listed, door, where)


def page_of(record: str) -> str:
    """The address here of a record's own page."""
    return f"/kontakt/{record}"


def _row(door: Door, where: Where) -> RegionalContact | SupportLine | None:
    """The line of the directory with the door's number, if any."""
    found: RegionalContact | SupportLine | None = None
    for kind in get_args(RegionalKind):
        if door.phone == kind and where.region:
            found = where.directory.regional(kind, where.region.code, where.municipality)
    for line in (door.phone, door.else_phone):
        found = found or where.directory.support_line(line or "")
    return found


def _municipal(listed: DoorInSituation, door: Door, where: Where, place: Municipality) -> Contact:
    calls = door.phone == "switchboard"
    phone = swedish_form(place.phone) if calls else None
    region = where.directory.regions[place.region_code]
    fact = (
        _Fact(phone, place.verified, place.as_of, place.confidence)
        if phone
        else _Fact(None, place.website_verified, region.as_of, place.website_confidence)
    )
    missing = "disputed_phone" if place.confidence == "källor oense" else "website_only"
    return _card(
        fact,
        where,
        id=f"{door.id}-{place.code}",
        kind=door.kind,
        name=door.name.format(official=place.official_name),
        addressed=door.addressed.format(official=place.official_name) if door.addressed else None,
        side="kommun",
        municipality_code=place.code,
        url=place.website,
        why=listed.why,
        note=where.rules.phrases[missing] if calls and not phone else None,
        page=page_of(place.code),
    )


def _by_row(listed: DoorInSituation, door: Door, where: Where, row: RegionalContact | SupportLine) -> Contact:
    regional = isinstance(row, RegionalContact)
    # A door to care that shows 1177's number has not 1177's hours.
    own = regional or door.url == "line"
    open_now = _is_open(row, where) if own else None
    closed = _closed(row, where) if open_now is False else None
    hours = where.rules.phrases["hours"].format(hours=row.hours) if row.hours and own else None
    shared = isinstance(row, RegionalContact) and row.kind == "switchboard"
    name = row.name if regional and row.kind == "child_psychiatry" else _in_region(door.name, where)
    if shared and door.ask_for:
        name = where.rules.phrases["through_switchboard"].format(switchboard=row.name, ask=door.ask_for)
    notes = (
        closed,
        (where.rules.phrases["region_switchboard"] if shared else None) if own else door.note,
        hours,
    )
    return _card(
        _Fact(swedish_form(row.phone), row.verified, row.as_of, row.confidence),
        where,
        id=f"{door.id}-{row.id}",
        kind=door.kind,
        name=name.format(line=row.name),
        addressed=_in_region(door.addressed, where) if door.addressed else None,
        side=door.side,
        municipality_code=where.municipality.code if where.municipality and door.side == "region" else None,
        url=row.url if own else _region_url(door, where),
        why=listed.why,
        note=" ".join(part for part in notes if part) or None,
        page=page_of(row.id),
        choose=_choosing(door, where),
        nearby=_nearby(door, where),
        open_now=open_now,
    )


def _regional(listed: DoorInSituation, door: Door, where: Where) -> Contact:
    region = next(iter(where.directory.regions.values()))
    return _card(
        _Fact(None, region.verified, region.as_of, region.confidence),
        where,
        id=f"{door.id}-{where.region.code}" if where.region else door.id,
        kind=door.kind,
        name=_in_region(door.name, where),
        addressed=_in_region(door.addressed, where) if door.addressed else None,
        side=door.side,
        municipality_code=where.municipality.code if where.municipality else None,
        url=_region_url(door, where),
        why=listed.why,
        note=door.note,
    )


def _centre(centre: HealthCentre, where: Where) -> Contact:
    return _card(
        _Fact(swedish_form(centre.phone), centre.verified, centre.as_of, centre.confidence),
        where,
        id=centre.id,
        kind="vardcentral",
        name=centre.name,
        side="region",
        municipality_code=centre.municipality_code,
        url=centre.url,
        why=where.rules.phrases["health_centre_why"],
        page=page_of(centre.id),
    )


def _card(fact: _Fact, where: Where, **shown: object) -> Contact:
    sure = certainty(verified=fact.verified, as_of=fact.as_of, phone=fact.phone, today=where.now.date())
    return Contact.model_validate(
        {
            **shown,
            "phone": fact.phone,
            "verified": sure == "confirmed",
            "certainty": sure,
            "sure": sentence(where.rules.phrases, sure, fact.as_of),
            "as_of": fact.as_of,
            "confidence": fact.confidence,
        }
    )


def _is_open(row: RegionalContact | SupportLine, where: Where) -> bool | None:
    """None when no source tells the hours."""
    if row.hours.startswith(where.rules.phrases["always_open"]):
        return True
    hours = where.rules.hours.get(row.id)
    return is_open(hours, where.now) if hours else None


def _closed(row: RegionalContact | SupportLine, where: Where) -> str | None:
    opening = next_opening(where.rules.hours[row.id], where.now)
    if opening is None:
        return None
    day = format_date(opening, "EEEE d MMMM", locale="sv")
    return where.rules.phrases["closed"].format(day=day, hour=opening.hour)


def _choosing(door: Door, where: Where) -> str | None:
    """Where the person's own health centre is picked, in municipalities whose centres are listed."""
    place = where.municipality
    if door.kind != "vardcentral" or place is None or not where.directory.health_centres(place.code):
        return None
    return f"/hitta/vardcentraler?plats={place.code}"


def _nearby(door: Door, where: Where) -> str | None:
    """The search on 1177 for the health centres around the municipality's main town."""
    place, search = where.municipality, where.rules.care_search
    if door.kind != "vardcentral" or place is None:
        return None
    return search.url.format(latitude=place.latitude, longitude=place.longitude)


def _in_region(name: str, where: Where) -> str:
    """A door's name with its region's; that is left out while the place is unknown."""
    if "{region}" not in name:
        return name
    if where.region is None:
        return name.split(",")[0]
    return name.format(region=where.region.name)


def _region_url(door: Door, where: Where) -> str:
    region = where.region or next(iter(where.directory.regions.values()))
    checked = _nearby(door, where) if where.rules.care_search.checked else None
    return checked or (region.complaint_url if door.url == "complaint" else region.care_url)
