"""Staff can read the figures without JavaScript, by eye or by ear."""

import re

from starlette.testclient import TestClient

from tests.web.reading import Page


def test_every_chart_is_told_in_words_and_has_its_table_and_its_flaws(client: TestClient) -> None:
    html = client.get("/statistik").text
    page = Page(html)
    charts = [one for one in page.all("div") if one.get("role") == "img"]
    assert len(charts) == 4 and all(len(one["aria-label"]) > 40 for one in charts)
    assert len(page.all("table")) == len(page.all("caption")) == html.count("Kända fel") == len(charts)


def test_numbers_are_written_as_in_swedish(client: TestClient) -> None:
    html = client.get("/statistik").text.replace("\u00a0", " ")
    assert "7 205" in html and "10,2" in html and not re.search(r">\d+\.\d+<", html)


def test_the_figures_are_found_from_the_concepts_and_from_the_answer(client: TestClient) -> None:
    for path in ("/begrepp", "/fragor/statistik"):
        assert 'href="/statistik"' in client.get(path).text
