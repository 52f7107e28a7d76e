"""The whole directory as open data, so that a municipality or a region can see and correct its own lines."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

from fastapi import APIRouter, Request, Response

from actions.routing.hours import now_in_sweden
from actions.routing.records import ContactRecord, Row, as_record
from bot.web.http.attachment import attachment
from bot.web.state import Site, site

router = APIRouter(prefix="/api", tags=["data"])
# GeoNames asks to be named where its data is used: the postcodes and the places of the towns.
LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/deed.sv"
SOURCES = (
    {"name": "GeoNames", "url": "https://www.geonames.org/", "licence": "CC BY 4.0"},
    {"name": "Wikidata", "url": "https://www.wikidata.org/", "licence": "CC0 1.0"},
)


@router.get("/directory.json", summary="The whole directory, with how old and how sure each line is")
async def as_json(request: Request) -> dict[str, Any]:
    """`{"licence", "sources", "source_names", "contacts"}`; each contact is a line of a file in the project.

    `certainty` is `confirmed` (two sources, at most two years), `may_have_changed` or `one_source`; a contact
    whose sources disagree has no number. The page `/kontakt/{id}` says how a mistake is reported.
    """
    state = site(request)
    return {
        "licence": LICENCE,
        "licence_url": LICENCE_URL,
        "sources": SOURCES,
        "source_names": state.rules.record_sources,
        "contacts": [record.model_dump(mode="json") for record in records(state)],
    }


@router.get("/directory.csv", summary="The same as a table")
async def as_csv(request: Request) -> Response:
    """UTF-8 with commas and a line of names; the licence stands in the `Link` header."""
    written = StringIO()
    table = csv.DictWriter(written, [*ContactRecord.model_fields], lineterminator="\r\n")
    table.writeheader()
    table.writerows(record.model_dump(mode="json") for record in records(site(request)))
    return Response(
        written.getvalue(),
        media_type="text/csv; charset=utf-8",
        headers={"Link": f'<{LICENCE_URL}>; rel="license"', **attachment("sip-guiden-kontakter.csv")},
    )


def records(state: Site) -> Iterator[ContactRecord]:
    """Every line that may be shown: municipalities, regions' contacts, health centres, support lines."""
    directory, today = state.directory, now_in_sweden().date()
    tables: list[list[Row]] = [
        [*directory.municipalities.values()],
        [*directory.regional_contacts.values()],
        [*directory.all_health_centres()],
        [*directory.support_lines()],
    ]
    for table in tables:
        for row in table:
            yield as_record(directory, state.rules.phrases, row, today)
