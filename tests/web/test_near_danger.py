"""Everyday words of illness, threat or need have help before what they find, and ordinary ones have not."""

import re
from html import unescape

import pytest

from bot.web.http.rate_limit import TYPING_PATH
from tests.site import TestClient

NEAR = [
    ("mamma ramlar", "Råd om vård"),
    ("pappa har trillat", "Råd om vård"),
    ("mamma ramalr", "Råd om vård"),
    ("feber", "Råd om vård"),
    ("hon äter inte", "Råd om vård"),
    ("äter hon inte", "Råd om vård"),
    ("våld", "Våld, hot eller tvång"),
    ("hotad av grannen", "Våld, hot eller tvång"),
    ("socialjour", "Ett barn far illa"),
    ("hemtjänsten kommer inte", "Hjälpen kom inte"),
    ("jag är så ensam", "Någon att prata med"),
]
ORDINARY = [
    "vad kostar en sip",
    "samtycke",
    "sjukskriven",
    "sjuksköterska",
    "hemtjänst",
    "tvångsvård",
    "demens",
    "vem kommer på mötet",
    "hotell",
    "vården och kommunen",
    "yrke",
    "barn",
]


def box(client: TestClient, words: str) -> str:
    """The headings of what stands above the hits, where there is such a box."""
    html = unescape(client.get("/sok", params={"q": words}).text)
    found = re.search(r'<section class="at-hand urgent-help".*?</section>', html, re.DOTALL)
    return found[0] if found else ""


def offered(client: TestClient, typed: str) -> list[str]:
    html = unescape(client.post(TYPING_PATH, data={"q": typed}).text)
    return re.findall(r'class="urgent" data-path="[^"]+">([^<]+)<', html)


@pytest.mark.parametrize(("words", "title"), NEAR)
def test_help_stands_above_the_hits_and_leads_to_the_right_part(
    client: TestClient, words: str, title: str
) -> None:
    found = box(client, words)
    assert "tel:112" in found and "tel:1177" in found
    link = re.search(rf'href="/akut#([^"]+)">{title}<', found)
    # The advice line with 1177 is the whole of that part.
    assert bool(link) == (title != "Råd om vård")
    assert not link or f'id="{link[1]}"' in client.get("/akut").text


@pytest.mark.parametrize("words", ORDINARY)
def test_ordinary_words_have_no_such_box(client: TestClient, words: str) -> None:
    assert not box(client, words) and not offered(client, words)


@pytest.mark.parametrize(
    ("typed", "title"),
    [*NEAR, ("mamma svimm", "Råd om vård"), ("förvir", "Råd om vård"), ("han har magsj", "Råd om vård")],
)
def test_it_comes_first_among_the_suggestions_too(client: TestClient, typed: str, title: str) -> None:
    assert any(one.endswith(title) for one in offered(client, typed))


def test_danger_itself_is_answered_and_not_pointed_at(client: TestClient) -> None:
    html = client.get("/sok", params={"q": "pappa andas inte"}).text
    assert 'class="said crisis"' in html and not box(client, "pappa andas inte")
