"""Parts of words find the same texts in the same order as SQLite's FTS5 does, in a fraction of the time."""

import sqlite3
from collections.abc import Iterator

import pytest

from actions.concepts.inflection import stem
from actions.content.text import fold
from actions.publishing.full_text import FullText
from tests.concepts.recall import QUERIES
from tests.site import compiled_content

MOST = 40


@pytest.fixture(scope="module")
def texts() -> list[tuple[str, str]]:
    with sqlite3.connect(compiled_content()) as database:
        rows = database.execute("select title, body from texts order by rowid").fetchall()
    return [*rows, ("banana", "ananas")]


@pytest.fixture(scope="module")
def fts5(texts: list[tuple[str, str]]) -> Iterator[sqlite3.Connection]:
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table texts using fts5(title, body, tokenize=trigram)")
    database.executemany("insert into texts(title, body) values (?, ?)", texts)
    yield database
    database.close()


def found_by(fts5: sqlite3.Connection, parts: list[str]) -> list[int]:
    rows = fts5.execute(
        "select rowid - 1 from texts where texts match ? order by bm25(texts, 8.0, 1.0), rowid limit ?",
        (" OR ".join(f'"{part}"' for part in parts), MOST),
    )
    return [row for (row,) in rows]


def test_every_query_for_a_concept_finds_what_fts5_finds(
    texts: list[tuple[str, str]], fts5: sqlite3.Connection
) -> None:
    full_text = FullText(texts)
    queries = [
        [part for word in fold(query).split() if len(word) >= 3 for part in sorted({word, stem(word)})]
        for forms in QUERIES.values()
        for query in forms
    ]
    asked = [parts for parts in queries if parts]
    assert len(asked) > 500
    assert all(full_text.best(parts, MOST) == found_by(fts5, parts) for parts in asked)


@pytest.mark.parametrize(
    "parts", [["ana"], ["sip", "sip"], ["och"], ["zzz"], ["zzz", "plan"], ["a" * 200], ["ning", "ningen"]]
)
def test_odd_parts_too(texts: list[tuple[str, str]], fts5: sqlite3.Connection, parts: list[str]) -> None:
    assert FullText(texts).best(parts, MOST) == found_by(fts5, parts)


@pytest.mark.parametrize("texts_of_none", [[], [("", "")]])
def test_nothing_holds_nothing(texts_of_none: list[tuple[str, str]]) -> None:
    assert FullText(texts_of_none).best(["sip"], MOST) == []
