"""Visits every address of the directory, for a person to run online: `make check-links`.

Prints what has moved or does not answer. With `--write`, addresses that have moved for good are rewritten,
and `links.csv` gets the day each page answered. Phone numbers are not checked: only a person can.
"""

import asyncio
import csv
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import httpx

from actions.settings import ROOT
from actions.swedish_day import swedish_day

COLUMNS = {
    "municipalities.csv": ("website",),
    "regions.csv": ("care_url", "complaint_url"),
    "regional_contacts.csv": ("url",),
    "health_centres.csv": ("url",),
    "support_lines.csv": ("url",),
}
LOG = "links.csv"
_AT_ONCE = 8
_TIMEOUT_SECONDS = 20.0
_FOR_GOOD = frozenset({httpx.codes.MOVED_PERMANENTLY, httpx.codes.PERMANENT_REDIRECT})
_NO_HEAD = frozenset({httpx.codes.METHOD_NOT_ALLOWED, httpx.codes.FORBIDDEN, httpx.codes.NOT_IMPLEMENTED})


@dataclass(frozen=True)
class Visit:
    """How a page answered. `address` is where it is now; `detail` a status or what went wrong."""

    url: str
    outcome: Literal["ok", "moved", "broken"]
    address: str
    detail: str


def addresses(folder: Path) -> list[str]:
    """Every address of the directory, once, in order."""
    found = (
        row[column] for name, columns in COLUMNS.items() for row in _rows(folder / name) for column in columns
    )
    return list(dict.fromkeys(url for url in found if url))


async def visit_all(client: httpx.AsyncClient, urls: Iterable[str]) -> list[Visit]:
    """Visits the pages, a few at once."""
    gate = asyncio.Semaphore(_AT_ONCE)

    async def guarded(url: str) -> Visit:
        async with gate:
            return await visit(client, url)

    return list(await asyncio.gather(*(guarded(url) for url in urls)))


async def visit(client: httpx.AsyncClient, url: str) -> Visit:
    """Asks for one page, following where it leads. Never raises for a page that does not answer."""
    try:
        response = await client.head(url)
        if response.status_code in _NO_HEAD:
            response = await client.get(url)
    except httpx.HTTPError as error:
        return Visit(url, "broken", url, type(error).__name__)
    if response.is_error:
        return Visit(url, "broken", url, str(response.status_code))
    moved = bool(response.history) and all(step.status_code in _FOR_GOOD for step in response.history)
    return Visit(
        url, "moved" if moved else "ok", str(response.url) if moved else url, str(response.status_code)
    )


def write(folder: Path, visits: list[Visit], today: date) -> None:
    """Rewrites moved addresses and dates the pages that answered; the others keep their old date."""
    now_at = {one.url: one.address for one in visits if one.outcome == "moved"}
    for name, columns in COLUMNS.items():
        rows = _rows(folder / name)
        for row in rows:
            row.update({column: now_at.get(row[column], row[column]) for column in columns})
        _save(folder / name, rows)
    dated = {row["url"]: row["answered"] for row in _rows(folder / LOG)}
    dated |= {one.address: today.isoformat() for one in visits if one.outcome != "broken"}
    known = addresses(folder)
    _save(
        folder / LOG,
        [{"url": url, "answered": dated[url]} for url in known if url in dated],
        ("url", "answered"),
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _save(path: Path, rows: list[dict[str, str]], columns: tuple[str, ...] = ()) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns or tuple(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


async def main(folder: Path, *, keep: bool) -> int:
    """Prints what moved and what is broken. Returns 1 when a page does not answer."""
    async with httpx.AsyncClient(follow_redirects=True, timeout=_TIMEOUT_SECONDS) as client:
        visits = await visit_all(client, addresses(folder))
    for one in visits:
        if one.outcome != "ok":
            print(
                f"{one.outcome:<8}{one.detail:<16}{one.url}"
                + (f" → {one.address}" if one.address != one.url else "")
            )
    counts = {kind: sum(one.outcome == kind for one in visits) for kind in ("ok", "moved", "broken")}
    print(", ".join(f"{count} {kind}" for kind, count in counts.items()))
    if keep:
        write(folder, visits, swedish_day())
    return 1 if counts["broken"] else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(ROOT / "content" / "directory", keep="--write" in sys.argv)))
