"""The compiled directory, opened once: small tables in memory, postcodes and health centres asked for."""

import re
import sqlite3
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from actions.content.text import fold
from actions.routing.models import (
    HealthCentre,
    Link,
    Municipality,
    Place,
    Postcode,
    Region,
    RegionalContact,
    RegionalKind,
    RegionName,
    SupportLine,
)

M = TypeVar("M", bound=BaseModel)


class Directory:
    """Municipalities, regions, places, postcodes, health centres and support lines. Safe between threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        connection.row_factory = sqlite3.Row
        self._db = connection
        self.municipalities = {row.code: row for row in self._rows(Municipality, "municipalities")}
        self.regions = {row.code: row for row in self._rows(Region, "regions order by code")}
        self.regional_contacts = {row.id: row for row in self._rows(RegionalContact, "regional_contacts")}
        self.region_names = self._rows(RegionName, "region_names")
        self.places = self._rows(Place, "places order by name, municipality_code")
        self._lines = {row.id: row for row in self._rows(SupportLine, "support_lines") if row.show}
        self.everyday_words: dict[str, str] = {
            row["word"]: row["needs"] for row in connection.execute("select word, needs from everyday_words")
        }
        self.place_signs: dict[str, list[str]] = defaultdict(list)
        for row in connection.execute("select sign, word from place_signs"):
            self.place_signs[row["sign"]].append(row["word"])

    @classmethod
    def open(cls, path: Path) -> "Directory":
        """Opens the compiled file read-only. Raises sqlite3.OperationalError when it is missing."""
        return cls(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False))

    def municipality(self, code: str) -> Municipality | None:
        """The municipality with this four-digit code, or None."""
        return self.municipalities.get(code)

    def postcode(self, postcode: str) -> Postcode | None:
        """The record of a postcode, written with or without a space, or None."""
        digits = re.sub(r"\D", "", postcode)
        found = self._rows(Postcode, "postcodes where postcode = ?", digits)
        return found[0] if found else None

    def by_postcode(self, postcode: str) -> list[Municipality]:
        """The municipality of a postcode; two, likeliest first, when sources disagree; empty when unknown."""
        record = self.postcode(postcode)
        codes = (record.municipality_code, record.alternative_code) if record else ()
        return [self.municipalities[code] for code in codes if code in self.municipalities]

    def health_centres(self, code: str, query: str = "") -> list[HealthCentre]:
        """Health centres of a municipality by name, those whose name or place holds all words of `query`."""
        words = fold(query).split()
        rows = self._rows(HealthCentre, "health_centres where municipality_code = ? order by name", code)
        return [row for row in rows if all(word in fold(f"{row.name} {row.place}") for word in words)]

    def health_centre(self, centre_id: str) -> HealthCentre | None:
        """The health centre with this id (HSA-id where known), or None."""
        found = self._rows(HealthCentre, "health_centres where id = ?", centre_id)
        return found[0] if found else None

    def regional(
        self, kind: RegionalKind, region: str, place: Municipality | None = None
    ) -> RegionalContact | None:
        """The contact that serves a municipality: its own, its sub-region's, the whole region's.

        While the municipality is unknown it is the whole region's, if there is one.
        """
        rows = [
            row for row in self.regional_contacts.values() if (row.kind, row.region_code) == (kind, region)
        ]
        own = [row for row in rows if place and row.municipality_code == place.code]
        near = [row for row in rows if place and row.subregion and row.subregion == place.subregion]
        whole = [row for row in rows if not row.municipality_code and not row.subregion]
        return next(iter([*own, *near, *whole]), None)

    def support_lines(self) -> list[SupportLine]:
        """The lines that may be shown."""
        return list(self._lines.values())

    def support_line(self, line_id: str) -> SupportLine | None:
        """The line with this id, or None when it is unknown or may not be shown."""
        return self._lines.get(line_id)

    def answered(self, url: str) -> date | None:
        """The day a page last answered, or None when nobody has checked."""
        found = self._rows(Link, "links where url = ?", url)
        return found[0].answered if found else None

    def phones(self) -> list[str]:
        """Every number of the directory: the public is told to call them."""
        tables = (self.municipalities.values(), self.regional_contacts.values(), self._lines.values())
        phones = [row.phone for table in tables for row in table]
        centres = [row.phone for row in self.all_health_centres()]
        return [phone for phone in (*phones, *centres) if phone]

    def all_health_centres(self) -> list[HealthCentre]:
        """Every health centre, by municipality and name."""
        return self._rows(HealthCentre, "health_centres order by municipality_code, name")

    def _rows(self, kind: type[M], table: str, *values: str) -> list[M]:
        # `table` is always a constant of this module; what people write only goes in as a bound value.
        return [kind.model_validate(dict(row)) for row in self._db.execute(f"select * from {table}", values)]  # noqa: S608
