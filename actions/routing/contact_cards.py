"""Turns a door of the rule table into contacts, with the directory's address, number and certainty."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from babel.dates import format_date

from actions.routing.directory import Directory
from actions.routing.hours import is_open, next_opening
from actions.routing.models import Contact, HealthCentre, Municipality, SupportLine
from actions.routing.phones import swedish_form
from actions.routing.rules import Door, DoorInSituation, Rules


@dataclass(frozen=True)
class Where:
    """The place and the chosen health centres; `municipality` is None while the place is unknown."""

    directory: Directory
    rules: Rules
    municipality: Municipality | None
    centres: tuple[HealthCentre, ...]
    now: datetime


def contact_of(listed: DoorInSituation, where: Where) -> Iterator[Contact]:
    """The contacts behind one door: none for a municipal door without a municipality."""
    door = where.rules.door(listed)
    if door.kind == "vardcentral" and where.centres:
        yield from (_centre(centre, where) for centre in where.centres)
        return
    line = _line(listed, door, where)
    if door.url == "municipality":
        if where.municipality:
            yield _municipal(listed, door, where, where.municipality)
    elif line:
        yield _by_line(listed, door, where, line)
    elif door.url != "line":
        yield _regional(listed, door, where)


def _line(listed: DoorInSituation, door: Door, where: Where) -> SupportLine | None:
    wanted = listed.line or door.phone
    if door.kind == "patientnamnd" and where.municipality:
        wanted = where.rules.complaint_lines.get(where.municipality.region_code)
    return where.directory.support_line(wanted) if wanted else None


def _municipal(listed: DoorInSituation, door: Door, where: Where, municipality: Municipality) -> Contact:
    calls = door.phone == "switchboard"
    phone = swedish_form(municipality.phone) if calls else None
    note = _doubt(where.rules, municipality.verified, municipality.as_of) if phone else None
    if calls and not phone:
        note = where.rules.phrases["website_only"]
    website_as_of = where.directory.regions[municipality.region_code].as_of
    return Contact(
        id=f"{door.kind}-kommun-{municipality.code}",
        kind=door.kind,
        name=(listed.name or door.name).format(official=municipality.official_name),
        addressed=door.addressed.format(official=municipality.official_name) if door.addressed else None,
        side="kommun",
        municipality_code=municipality.code,
        url=municipality.website,
        phone=phone,
        verified=municipality.verified if phone else municipality.website_verified,
        as_of=municipality.as_of if phone else website_as_of,
        why=listed.why,
        note=note,
        confidence=municipality.confidence if phone else municipality.website_confidence,
        page=page_of(municipality.code),
    )


def _by_line(listed: DoorInSituation, door: Door, where: Where, line: SupportLine) -> Contact:
    # A door to care shows 1177's number, whose hours are not the door's own.
    own_hours = door.url != "care"
    hours = where.rules.phrases["hours"].format(hours=line.hours) if line.hours and own_hours else None
    open_now = _is_open(line, where) if own_hours else None
    closed = _closed(line, where) if open_now is False else None
    doubt = _doubt(where.rules, line.verified, line.as_of)
    return Contact(
        id=f"{door.kind}-{line.id}",
        kind=door.kind,
        name=_in_region(listed.name or door.name, where).format(line=line.name),
        addressed=door.addressed,
        side=door.side,
        municipality_code=where.municipality.code if where.municipality and door.side == "region" else None,
        url=line.url if door.url == "line" else _region_url(door, where),
        phone=swedish_form(line.phone),
        verified=line.verified,
        as_of=line.as_of,
        why=listed.why,
        note=" ".join(part for part in (closed, door.note, doubt, hours) if part) or None,
        confidence=line.confidence,
        page=page_of(line.id),
        choose=_choosing(door, where),
        open_now=open_now,
    )


def _is_open(line: SupportLine, where: Where) -> bool | None:
    """None when no source tells the hours."""
    if line.hours.startswith(where.rules.phrases["always_open"]):
        return True
    hours = where.rules.hours.get(line.id)
    return is_open(hours, where.now) if hours else None


def _closed(line: SupportLine, where: Where) -> str | None:
    opening = next_opening(where.rules.hours[line.id], where.now)
    if opening is None:
        return None
    day = format_date(opening, "EEEE d MMMM", locale="sv")
    return where.rules.phrases["closed"].format(day=day, hour=opening.hour)


def _choosing(door: Door, where: Where) -> str | None:
    """Where the person's own health centre is picked, in municipalities whose centres are listed."""
    place = where.municipality
    listed = door.kind == "vardcentral" and place is not None and place.in_west_sweden
    return f"/hitta/vardcentraler?plats={place.code}" if place and listed else None


def page_of(record: str) -> str:
    """The address here of a record's own page."""
    return f"/kontakt/{record}"


def _regional(listed: DoorInSituation, door: Door, where: Where) -> Contact:
    region = next(iter(where.directory.regions.values()))
    return Contact(
        id=f"{door.kind}-{door.side}",
        kind=door.kind,
        name=_in_region(listed.name or door.name, where),
        addressed=_in_region(door.addressed, where) if door.addressed else None,
        side=door.side,
        municipality_code=where.municipality.code if where.municipality else None,
        url=_region_url(door, where),
        verified=region.verified,
        as_of=region.as_of,
        why=listed.why,
        note=door.note,
        confidence=region.confidence,
    )


def _centre(centre: HealthCentre, where: Where) -> Contact:
    return Contact(
        id=centre.id,
        kind="vardcentral",
        name=centre.name,
        side="region",
        municipality_code=centre.municipality_code,
        url=centre.url,
        phone=swedish_form(centre.phone),
        verified=centre.verified,
        as_of=centre.as_of,
        why=where.rules.phrases["health_centre_why"],
        note=_doubt(where.rules, centre.verified, centre.as_of) if centre.phone else None,
        confidence=centre.confidence,
        page=page_of(centre.id),
    )


def _in_region(name: str, where: Where) -> str:
    """A door's name with its region's; that is left out while the place is unknown."""
    if "{region}" not in name:
        return name
    if where.municipality is None:
        return name.split(",")[0]
    return name.format(region=where.directory.regions[where.municipality.region_code].name)


def _region_url(door: Door, where: Where) -> str:
    code = where.municipality.region_code if where.municipality else next(iter(where.directory.regions))
    region = where.directory.regions[code]
    return region.complaint_url if door.url == "complaint" else region.care_url


def _doubt(rules: Rules, verified: bool, as_of: str) -> str | None:
    if verified:
        return None
    if not as_of:
        return rules.phrases["unverified_undated"]
    return rules.phrases["unverified_phone"].format(year=as_of)
