"""While somebody writes in the search field: what they may be about to ask for, and help first."""

import re
from html import unescape

import pytest

from bot.web.http.rate_limit import TYPING_PATH as PATH
from bot.web.http.rate_limit import RateLimiter
from bot.web.state import Site
from tests.site import TestClient


def offered(client: TestClient, typed: str) -> list[tuple[str, str]]:
    """Address and title of each suggestion, in order."""
    html = client.post(PATH, data={"q": typed}).text
    return [(path, unescape(title)) for path, title in re.findall(r'data-path="([^"]+)">([^<]+)</li>', html)]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("kos", "Vad kostar en SIP?"),
        ("samty", "samtycke"),
        ("vem best", "Vem bestämmer om jag får en SIP?"),
        ("jag har inte fått sv", "Vad gör jag när de inte svarar på min begäran om SIP?"),
        ("FVK", "fast vårdkontakt"),
        ("huvudansvarg", "huvudansvarig"),
        ("skövd", "Kontakter för Skövde"),
        ("vem ringer jag i Skövde", "Kontakter för Skövde"),
        ("tillgäng", "Tillgänglighetsredogörelse"),
    ],
)
def test_half_a_word_is_enough_and_so_is_a_misspelt_one(client: TestClient, typed: str, title: str) -> None:
    assert title in [one for _, one in offered(client, typed)]


def test_every_suggestion_leads_to_a_page(client: TestClient) -> None:
    for typed in ("samtycke", "tolk", "Skara", "personuppgifter"):
        for path, _ in offered(client, typed):
            assert client.get(path.partition("#")[0]).status_code == 200, path


@pytest.mark.parametrize("typed", ["jag vill inte leva", "mamma andas inte", "jag tänker på självmo"])
def test_danger_is_met_with_help_and_with_nothing_else(client: TestClient, typed: str) -> None:
    ((path, title),) = offered(client, typed)
    assert path == "/akut" and "112" in title


@pytest.mark.parametrize("typed", ["", "v", "si", "qqqqzzzz", " " * 50])
def test_where_there_is_nothing_to_suggest_nothing_is_said(client: TestClient, typed: str) -> None:
    reply = client.post(PATH, data={"q": typed})
    assert (reply.status_code, reply.text.strip()) == (200, "")


def test_what_is_typed_is_never_sent_back(client: TestClient) -> None:
    assert "alert" not in client.post(PATH, data={"q": "<script>alert(1)</script> samtycke"}).text


def test_they_are_few_and_long_words_are_cut(client: TestClient) -> None:
    assert 0 < len(offered(client, "plan")) <= 8
    assert client.post(PATH, data={"q": "samtycke " * 5000}).status_code == 200


def test_an_identity_number_is_refused_and_not_repeated(client: TestClient) -> None:
    reply = client.post(PATH, data={"q": "mamma 19811218-9876"})
    assert reply.status_code == 422 and "9876" not in reply.text


def test_what_is_typed_stands_in_no_address_and_is_not_stored(client: TestClient) -> None:
    assert client.get(PATH, params={"q": "samtycke"}).status_code == 405
    assert client.post(PATH, data={"q": "samtycke"}).headers["cache-control"] == "no-store"


def test_typing_has_an_allowance_of_its_own(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    state: Site = client.app.state.site  # type: ignore[attr-defined]
    monkeypatch.setattr(state, "limiter", RateLimiter(2, clock=lambda: 0.0))
    statuses = [client.post(PATH, data={"q": "samtycke"}).status_code for _ in range(9)]
    assert statuses == [200] * 8 + [429]
    assert client.post("/chatta", data={"text": "hej"}, follow_redirects=False).status_code != 429


def test_without_javascript_the_field_is_an_ordinary_search(client: TestClient) -> None:
    for page in ("/", "/sok"):
        html = client.get(page).text
        assert 'action="/sok" method="get"' in html and "combobox" not in html and "listbox" not in html
