"""The whole directory can be taken home, and each line says how old and how sure it is."""

import csv
from io import StringIO

from tests.site import TestClient


def test_every_municipality_finds_its_own_line(client: TestClient) -> None:
    data = client.get("/api/directory.json").json()
    assert data["licence"] == "CC BY 4.0"
    assert "GeoNames" in {source["name"] for source in data["sources"]}
    towns = [row for row in data["contacts"] if row["file"] == "municipalities.csv"]
    assert len(towns) == 290
    assert sum(row["phone"] is None for row in towns) == 3
    assert all(row["sure"] and row["certainty"] and row["source"] for row in data["contacts"])


def test_the_table_holds_the_same_lines(client: TestClient) -> None:
    answer = client.get("/api/directory.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert 'rel="license"' in answer.headers["link"]
    rows = list(csv.DictReader(StringIO(answer.text)))
    data = client.get("/api/directory.json").json()["contacts"]
    assert [row["id"] for row in rows] == [row["id"] for row in data]


def test_what_may_not_be_shown_is_not_given_away(client: TestClient) -> None:
    assert "jourhavande-medmanniska" not in client.get("/api/directory.csv").text
