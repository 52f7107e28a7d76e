"""One record of the directory, with where it comes from and how sure it is."""

from pydantic import BaseModel, ConfigDict

from actions.routing.directory import Directory
from actions.routing.models import HealthCentre, Municipality, Side, SupportLine
from actions.routing.phones import swedish_form


class ContactRecord(BaseModel):
    """What is known of a contact. `file` is where it is corrected; `as_of` is a year, a month or empty."""

    model_config = ConfigDict(frozen=True)
    id: str
    file: str
    name: str
    side: Side
    place: str = ""
    phone: str | None
    hours: str = ""
    url: str
    source: str
    as_of: str
    confidence: str
    verified: bool
    note: str = ""


def record_of(directory: Directory, key: str) -> ContactRecord | None:
    """The municipality (code), health centre or support line (id); None when there is none to show."""
    municipality = directory.municipality(key)
    if municipality:
        return _municipality(municipality)
    found = directory.health_centre(key) or directory.support_line(key)
    if isinstance(found, HealthCentre):
        town = directory.municipalities[found.municipality_code]
        return _record(found, "health_centres.csv", "region", place=found.place or town.name)
    return _record(found, "support_lines.csv", "annan", hours=found.hours) if found else None


def _municipality(row: Municipality) -> ContactRecord:
    sure = row.verified if row.phone else row.website_verified
    return ContactRecord(
        id=row.code,
        file="municipalities.csv",
        name=row.official_name,
        side="kommun",
        phone=swedish_form(row.phone),
        url=row.website,
        source=row.source,
        as_of=row.as_of,
        confidence=row.confidence if row.phone else row.website_confidence,
        verified=sure,
    )


def _record(
    row: HealthCentre | SupportLine, file: str, side: Side, *, place: str = "", hours: str = ""
) -> ContactRecord:
    return ContactRecord(
        id=row.id,
        file=file,
        name=row.name,
        side=side,
        place=place,
        phone=swedish_form(row.phone),
        hours=hours,
        url=row.url,
        source=row.source,
        as_of=row.as_of,
        confidence=row.confidence,
        verified=row.verified,
        note=row.note,
    )
