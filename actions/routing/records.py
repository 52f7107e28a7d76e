"""One record of the directory, with where it comes from and how sure it is."""

from collections.abc import Mapping
from datetime import date

from pydantic import BaseModel, ConfigDict

from actions.content.models import Side
from actions.routing.certainty import certainty, sentence
from actions.routing.directory import Directory
from actions.routing.models import (
    Certainty,
    HealthCentre,
    Municipality,
    RegionalContact,
    SupportLine,
)
from actions.routing.phones import swedish_form


class ContactRecord(BaseModel):
    """What is known of a contact. `file` is where it is corrected; `as_of` is a year, a month or empty.

    `sources_agree` is what the directory says; `certainty` is what that is worth today, `sure` in words.
    """

    model_config = ConfigDict(frozen=True)
    id: str
    file: str
    name: str
    side: Side
    municipality_code: str = ""
    place: str = ""
    phone: str | None
    hours: str = ""
    url: str
    source: str
    as_of: str
    confidence: str
    sources_agree: bool
    certainty: Certainty
    sure: str
    verified: bool
    note: str = ""


Row = Municipality | HealthCentre | RegionalContact | SupportLine


def record_of(
    directory: Directory, phrases: Mapping[str, str], key: str, today: date
) -> ContactRecord | None:
    """The municipality (code), health centre, region's contact or line (id); None when none may be shown."""
    found: Row | None = (
        directory.municipality(key)
        or directory.health_centre(key)
        or directory.regional_contacts.get(key)
        or directory.support_line(key)
    )
    return as_record(directory, phrases, found, today) if found else None


def as_record(directory: Directory, phrases: Mapping[str, str], row: Row, today: date) -> ContactRecord:
    """A row of any table in the one shape."""
    agree = row.verified
    if isinstance(row, Municipality) and not row.phone:
        agree = row.website_verified
    phone = swedish_form(row.phone)
    sure = certainty(verified=agree, as_of=row.as_of, phone=phone, today=today)
    return ContactRecord.model_validate(
        {
            **_own(directory, row),
            "phone": phone,
            "source": row.source,
            "as_of": row.as_of,
            "confidence": row.confidence,
            "sources_agree": agree,
            "certainty": sure,
            "sure": sentence(phrases, sure, row.as_of),
            "verified": sure == "confirmed",
            "note": row.note,
        }
    )


def _own(directory: Directory, row: Row) -> dict[str, str]:
    """What differs between the tables."""
    if isinstance(row, Municipality):
        own = {"id": row.code, "file": "municipalities.csv", "side": "kommun", "municipality_code": row.code}
        return {**own, "name": row.official_name, "url": row.website}
    shown = {"id": row.id, "name": row.name, "url": row.url}
    if isinstance(row, HealthCentre):
        town = directory.municipalities[row.municipality_code].name
        own = {"municipality_code": row.municipality_code, "place": row.place or town}
        return {**shown, **own, "file": "health_centres.csv", "side": "region"}
    if isinstance(row, RegionalContact):
        own = {"municipality_code": row.municipality_code, "hours": row.hours}
        return {**shown, **own, "file": "regional_contacts.csv", "side": "region"}
    return {**shown, "file": "support_lines.csv", "side": "annan", "hours": row.hours}
