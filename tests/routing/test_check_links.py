"""A person can check that every address of the directory still answers, and have moved ones rewritten."""

import asyncio
import csv
import shutil
from datetime import date
from pathlib import Path

import httpx
import pytest

from actions.publishing.visit_directory_urls import COLUMNS, LOG, Visit, addresses, visit_all, write
from actions.settings import ROOT

DIRECTORY = ROOT / "content" / "directory"


def answer(request: httpx.Request) -> httpx.Response:
    """A small web: one page has moved for good, one for a while, one is gone, one refuses HEAD."""
    match request.url.path:
        case "/moved":
            return httpx.Response(301, headers={"Location": "/new"})
        case "/away":
            return httpx.Response(302, headers={"Location": "/new"})
        case "/gone":
            return httpx.Response(404)
        case "/get-only":
            return httpx.Response(405 if request.method == "HEAD" else 200)
        case "/silent":
            raise httpx.ConnectTimeout("no answer", request=request)
    return httpx.Response(200)


def visited(*paths: str) -> list[Visit]:
    async def visits() -> list[Visit]:
        transport = httpx.MockTransport(answer)
        async with httpx.AsyncClient(transport=transport, follow_redirects=True) as client:
            return await visit_all(client, [f"https://kommun.example{path}" for path in paths])

    return asyncio.run(visits())


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        ("/", "ok"),
        ("/get-only", "ok"),
        ("/away", "ok"),
        ("/moved", "moved"),
        ("/gone", "broken"),
        ("/silent", "broken"),
    ],
)
def test_a_page_answers_has_moved_or_is_broken(path: str, outcome: str) -> None:
    assert [one.outcome for one in visited(path)] == [outcome]


def test_a_page_that_moved_for_good_says_where(tmp_path: Path) -> None:
    (moved,) = visited("/moved")
    assert moved.address == "https://kommun.example/new"


def test_every_kind_of_contact_is_visited() -> None:
    found = addresses(DIRECTORY)
    assert len(found) > 500
    assert "https://www.vara.se/" in found


def test_what_moved_is_rewritten_and_the_rest_is_left_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "directory"
    shutil.copytree(DIRECTORY, folder)
    vara, mark = "https://www.vara.se/", "https://www.mark.se/"
    visits = [
        Visit(vara, "moved", "https://vara.example/", "200"),
        Visit(mark, "broken", mark, "404"),
    ]
    write(folder, visits, date(2026, 12, 1))
    for name in COLUMNS:
        before = (DIRECTORY / name).read_text(encoding="utf-8").replace(vara, "https://vara.example/")
        assert (folder / name).read_text(encoding="utf-8") == before
    with (folder / LOG).open(encoding="utf-8", newline="") as file:
        dated = {row["url"]: row["answered"] for row in csv.DictReader(file)}
    assert dated["https://vara.example/"] == "2026-12-01"
    assert mark not in dated
