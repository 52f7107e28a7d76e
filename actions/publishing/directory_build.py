"""Compiles `content/directory/` into tables. Every row is checked against its model first."""

import csv
from collections.abc import Iterator
from pathlib import Path

import sqlite_utils
from pydantic import BaseModel

from actions.content.yaml_files import read_yaml
from actions.routing.models import (
    HealthCentre,
    Link,
    Municipality,
    Place,
    Postcode,
    Region,
    RegionalContact,
    RegionName,
    SupportLine,
)

TABLES: dict[str, tuple[type[BaseModel], str | None, tuple[str, ...]]] = {
    "municipalities": (Municipality, "code", ()),
    "regions": (Region, "code", ()),
    "regional_contacts": (RegionalContact, "id", ("region_code",)),
    "region_names": (RegionName, "name", ()),
    "places": (Place, None, ("name", "municipality_code")),
    "postcodes": (Postcode, "postcode", ("municipality_code",)),
    "health_centres": (HealthCentre, "id", ("municipality_code",)),
    "support_lines": (SupportLine, "id", ()),
    "links": (Link, "url", ()),
}


class DirectoryError(ValueError):
    """A record that cannot be published; the message names file and line."""


def build_directory(db: sqlite_utils.Database, content: Path) -> None:
    """Writes the directory's tables. Raises DirectoryError naming file and line of the first wrong record."""
    folder = content / "directory"
    for table, (model, key, indexes) in TABLES.items():
        records = list(read_table(folder / f"{table}.csv", model))
        db.table(table).create({name: str for name in model.model_fields}, pk=key)
        db.table(table).insert_all(record.model_dump() for record in records)
        for column in indexes:
            db.table(table).create_index([column])
    with (folder / "everyday_words.csv").open(encoding="utf-8", newline="") as file:
        db.table("everyday_words").insert_all(csv.DictReader(file), pk="word")
    signs: dict[str, list[str]] = read_yaml(folder / "place_signs.yml")
    rows = ({"sign": sign, "word": word} for sign, words in signs.items() for word in words)
    db.table("place_signs").insert_all(rows)


def read_table(path: Path, model: type[BaseModel]) -> Iterator[BaseModel]:
    """The rows of one CSV file as models. Raises DirectoryError naming file and line."""
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            try:
                yield model.model_validate(row)
            except ValueError as error:
                raise DirectoryError(f"{path.name}, line {number}: {error}") from error
