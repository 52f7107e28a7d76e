"""The search takes a question for what the chat would, and does without the chat when it must."""

import re

import pytest

from actions.crisis import CrisisSignal
from bot.web.http.rate_limit import RateLimiter
from bot.web.rasa_client import RasaAway, Reading
from bot.web.state import Site
from tests.site import TestClient

LIKELY = {
    "utanfor-amnet#allmant-vader-sport-smaprat": 0.3,
    "aldre#kan-en-aldre-fa-sip": 0.6,
    "aldre": 0.1,
    "narstaende-begara#bestamma-at-mamma": 0.06,
    "tolk#annan-tolk": 0.04,
}


@pytest.fixture
def state(client: TestClient) -> Site:
    found: Site = client.app.state.site  # type: ignore[attr-defined]
    return found


@pytest.fixture
def asked(state: Site, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Rasa was asked; it answers LIKELY."""
    texts: list[str] = []

    async def read(text: str) -> Reading:
        texts.append(text)
        return Reading(LIKELY)

    monkeypatch.setattr(state.rasa, "read", read)
    return texts


def hits(client: TestClient, words: str) -> list[str]:
    html = client.get("/sok", params={"q": words}).text
    return re.findall(r'<article class="hit"><h3><a href="([^"]+)"', html)


def test_what_is_meant_comes_before_what_shares_words(client: TestClient, asked: list[str]) -> None:
    found = hits(client, "mamma ramlar jämt")
    assert found[:2] == ["/fragor/aldre#kan-en-aldre-fa-sip", "/fragor/narstaende-begara#bestamma-at-mamma"]
    assert "/fragor/tolk#annan-tolk" not in found and not any("smaprat" in path for path in found)
    assert len(found) == len(set(found))


def test_a_single_word_is_looked_up_as_a_word_unless_it_is_plain_what_it_asks(
    client: TestClient, state: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def read(text: str) -> Reading:
        return Reading({"psykisk-ohalsa-samsjuklighet": 0.9} if text == "missbruk" else {"aldre#demens": 0.4})

    monkeypatch.setattr(state.rasa, "read", read)
    assert hits(client, "missbruk")[0] == "/fragor/psykisk-ohalsa-samsjuklighet"
    assert hits(client, "huvudman")[0] == "/begrepp/huvudman"
    assert len(hits(client, "missbruk")) == len(set(hits(client, "missbruk")))


def test_small_talk_is_no_answer(client: TestClient, asked: list[str]) -> None:
    assert "/fragor/halsning" not in hits(client, "avlastning") and "/fragor/hejda" not in hits(client, "hej")


def test_the_model_sees_no_number_or_address(client: TestClient, asked: list[str]) -> None:
    hits(client, "/ring mig på 070-174 06 05")
    assert len(asked) == 1 and "174" not in asked[0] and not asked[0].startswith("/")
    hits(client, "mamma 19811218-9876")
    assert len(asked) == 1


def test_while_the_chat_is_away_words_alone_find(
    client: TestClient, state: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(text: str) -> Reading:
        raise RasaAway("starting")

    monkeypatch.setattr(state.rasa, "read", away)
    assert "/fragor/tolk" in hits(client, "kan jag få tolk")


def test_who_searches_very_often_still_finds_by_words(
    client: TestClient, state: Site, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "limiter", RateLimiter(1, clock=lambda: 0.0))
    found = [hits(client, "kan jag få tolk") for _ in range(4)]
    assert len(asked) == 2 and all("/fragor/tolk" in paths for paths in found)


def helped(client: TestClient, state: Site, monkeypatch: pytest.MonkeyPatch, reading: Reading) -> str:
    """What stands before the search field, and from it to the first hit, when the model reads so."""

    async def read(text: str) -> Reading:
        return reading

    monkeypatch.setattr(state.rasa, "read", read)
    html = client.get("/sok", params={"q": "hon är så konstig"}).text
    return html[html.index("<h1>") :].partition('<article class="hit"')[0]


def test_what_the_model_hears_as_danger_gets_the_crisis_answer_first(
    client: TestClient, state: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = helped(
        client, state, monkeypatch, Reading({}, CrisisSignal("illness", "acute", "other", 0.9, 0.9))
    )
    assert 'class="said crisis"' in html and html.index('href="tel:112"') < html.index('role="search"')


@pytest.mark.parametrize(
    "reading", [Reading({"kris": 0.2}), Reading({}, CrisisSignal("general", "heavy", "", 0.0, 0.9))]
)
def test_what_may_be_danger_has_the_way_to_help_above_the_hits(
    client: TestClient, state: Site, monkeypatch: pytest.MonkeyPatch, reading: Reading
) -> None:
    html = helped(client, state, monkeypatch, reading)
    assert "urgent-help" in html and 'class="said crisis"' not in html
    assert "urgent-help" not in helped(client, state, monkeypatch, Reading({"kris": 0.1}))
