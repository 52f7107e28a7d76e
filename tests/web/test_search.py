"""One field finds everything, stops what should never be sent, and meets danger first."""

import re

import pytest

from tests.site import TestClient


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("kostar", "/fragor/kostnad"),
        ("samtycke", "/begrepp/samtycke"),
        ("vem ringer jag i Skövde", "/hitta?plats=1496"),
        ("541 30", "/hitta?plats=1496"),
        ("personuppgifter", "/integritet"),
        ("skärmläsare", "/tillganglighet"),
        ("västbus patientkontrakt", "/begrepp/jamfor?a=vastbus&amp;b=patientkontrakt"),
        ("iframe", "/badda-in"),
    ],
)
def test_one_field_finds_answers_concepts_places_comparisons_and_pages(
    client: TestClient, words: str, path: str
) -> None:
    assert f'href="{path}"' in client.get("/sok", params={"q": words}).text


def test_words_of_danger_meet_help_before_the_results(client: TestClient) -> None:
    html = client.get("/sok", params={"q": "jag vill inte leva längre"}).text
    assert html.index('href="tel:112"') < html.index('role="search"')


def test_an_identity_number_is_not_searched_for_nor_repeated(client: TestClient) -> None:
    html = client.get("/sok", params={"q": "19811228-9874"}).text
    assert "personnummer" in html and "9874" not in html


def test_a_search_without_hits_shows_ways_on(client: TestClient) -> None:
    html = client.get("/sok", params={"q": "qqqqzzzz"}).text
    assert "0 träffar" in html and 'href="tel:1177"' in html


@pytest.mark.parametrize(("words", "part"), [("kol", "skola"), ("iva", "skriva")])
def test_a_short_word_is_not_found_within_another(client: TestClient, words: str, part: str) -> None:
    found = re.findall(
        r'<article class="hit"><h3><a href="[^"]+">([^<]+)', client.get("/sok", params={"q": words}).text
    )
    assert not any(part in title for title in found), found
