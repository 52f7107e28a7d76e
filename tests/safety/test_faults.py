"""Faults of the world around: clocks that jump, bodies that never end."""

import asyncio
import re
import secrets
import time
from collections.abc import AsyncIterator
from datetime import date
from functools import partial

import httpx
import pytest

from actions.settings import ROOT, Settings
from bot.web import metrics
from bot.web.http import body_limit
from bot.web.http.rate_limit import RateLimiter
from bot.web.metrics import Metrics
from bot.web.state import Site
from tests.fuzz.stage import Parrot
from tests.site import TestClient, open_app

pytestmark = pytest.mark.slow

WEBHOOK = "/webhooks/rest/webhook"
YEARS = 10 * 365 * 24 * 3600.0


@pytest.mark.parametrize("path", [WEBHOOK, "/api/documents?format=pdf", "/chatta", "/begar-sip", "/forbered"])
def test_a_body_that_stops_coming_is_not_waited_for(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setattr(body_limit, "BODY_SECONDS", 0.05)

    async def drip() -> AsyncIterator[bytes]:
        yield b'{"sender": '
        await asyncio.sleep(60)

    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(open_app(settings))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.post(path, content=drip(), headers={"content-type": "application/json"})

    reply = asyncio.run(send())
    assert (reply.status_code, reply.headers["connection"]) == (408, "close")
    assert "Det tog för lång tid" in reply.text


@pytest.mark.parametrize("jump", [YEARS, -YEARS])
def test_a_clock_that_jumps_lets_nobody_hurry_and_locks_nobody_out(
    client: TestClient, inside: Site, monkeypatch: pytest.MonkeyPatch, jump: float
) -> None:
    inside.rasa, inside.limiter = Parrot(), RateLimiter(5)  # type: ignore[assignment]
    wall = time.time

    def say() -> httpx.Response:
        reply: httpx.Response = client.post(WEBHOOK, json={"sender": secrets.token_hex(16), "message": "hej"})
        return reply

    assert [say().status_code for _ in range(5)] == [200] * 5
    monkeypatch.setattr(time, "time", lambda: wall() + jump)
    reply = say()
    assert reply.status_code == 429 and int(reply.headers["retry-after"]) <= 60


def test_waiting_and_forgetting_never_look_at_a_clock_that_can_be_set() -> None:
    files = [*(ROOT / "bot").rglob("*.py"), *(ROOT / "actions").rglob("*.py")]
    assert len(files) > 100
    looking = [
        path.name for path in files if re.search(r"\btime\.time\(|\btime import time\b", path.read_text())
    ]
    assert looking == []


def test_the_counts_of_days_survive_a_calendar_that_jumps(
    inside: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A day far ahead does not push out the present ones."""

    days = (date(2026, 11, 26), date(2036, 1, 1), date(1999, 1, 1), date(2026, 11, 27))
    for day in days:
        monkeypatch.setattr(metrics, "swedish_day", partial(min, day, day))
        with inside.metrics.turn("a", None):
            pass
    assert set(inside.metrics.days) >= {date(2026, 11, 26), date(2026, 11, 27)}


def test_counts_are_forgotten_after_92_days_though_nobody_comes_by(inside: Site) -> None:
    now = [0.0]
    counts = Metrics(inside.store.topics, inside.settings, lambda: now[0])
    with counts.turn("a", None):
        pass
    counts.rated("kostnad", True)
    now[0] = 92 * 24 * 3600 - 1.0
    counts.forget_old()
    assert counts.days and counts.rated_days
    now[0] += 1
    counts.forget_old()
    assert (counts.days, counts.rated_days) == ({}, {})
