"""Saving questions: off by default, and when it is on it keeps only what the person agreed to."""

import asyncio
import logging
import secrets
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from actions.saved_questions import MOST, SavedQuestions
from actions.settings import Settings
from actions.swedish_day import swedish_day
from bot.quiet_logging import PlaceOnly
from bot.web.http.rate_limit import RateLimiter
from bot.web.staff.saved_questions import keep_short
from bot.web.state import Site
from tests.saved_questions.conftest import ask
from tests.site import TestClient, open_app

pytestmark = pytest.mark.slow

QUESTIONS = "/api/questions"
IDENTITY_NUMBER = "19811228-9874"  # Skatteverket's published test number


def kept(file: Path) -> list[tuple[str, str]]:
    return [(one.day.isoformat(), one.text) for one in SavedQuestions(file).newest(100)]


def test_by_default_nothing_of_it_exists(closed: TestClient) -> None:
    assert closed.post(QUESTIONS, json={"message": "vem betalar taxin?"}).status_code == 404
    path = f"/drift/fragor/{secrets.token_hex(16)}/radera"
    assert closed.post(path, auth=("personal", "hemlig-nyckel")).status_code == 404
    assert QUESTIONS not in closed.get("/openapi.json").json()["paths"]
    assert "Sparade frågor" not in closed.get("/drift", auth=("personal", "hemlig-nyckel")).text


def test_nothing_is_written_before_the_person_agrees(client: TestClient, file: Path) -> None:
    for words in ("qzx vem betalar taxin?", "qzx alltså resan", "/inget-av-detta"):
        ask(client, words)
    assert kept(file) == [] and b"qzx" not in file.read_bytes()


def test_what_the_person_agreed_to_is_kept_with_the_day_and_nothing_else(
    client: TestClient, file: Path
) -> None:
    headers = {"X-Forwarded-For": "192.0.2.77", "User-Agent": "qzxbrowser", "Referer": "https://qzx.example/"}
    body = {"message": " vem betalar taxin? ", "sender": "qzxsender0123456789", "time": "qzxtime"}
    reply = client.post(QUESTIONS, json=body, headers=headers)
    assert (reply.status_code, reply.json(), reply.headers["cache-control"]) == (200, [], "no-store")
    assert kept(file) == [(swedish_day().isoformat(), "vem betalar taxin?")]
    written = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert b"taxin" in written
    for trace in (b"qzx", b"192.0.2.77", b"testclient"):
        assert trace not in written


def test_it_is_masked_again_at_the_door(client: TestClient, file: Path) -> None:
    client.post(QUESTIONS, json={"message": "ring 070-174 06 05 eller eva@example.org, Storgatan 12"})
    assert [text for _, text in kept(file)] == ["ring ••• eller •••, •••"]


def test_an_identity_number_is_refused_with_a_kind_word(client: TestClient, file: Path) -> None:
    reply = client.post(QUESTIONS, json={"message": f"jag har {IDENTITY_NUMBER}"})
    assert (reply.status_code, reply.json()["error"]) == (422, "identifier")
    assert kept(file) == []


@pytest.mark.parametrize("words", ["jag vill inte leva längre", f"jag vill dö {IDENTITY_NUMBER}"])
def test_words_of_danger_are_not_kept_but_answered(client: TestClient, file: Path, words: str) -> None:
    (answer,) = client.post(QUESTIONS, json={"message": words}).json()
    assert answer["custom"]["topic"] == "kris" and "112" in answer["text"]
    assert kept(file) == []


def test_too_much_on_a_short_time_is_told_to_wait_but_words_of_danger_are_answered(
    client: TestClient, inside: Site
) -> None:
    inside.limiter = RateLimiter(2)
    statuses = [client.post(QUESTIONS, json={"message": "hej"}).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]
    answer = client.post(QUESTIONS, json={"message": "jag vill inte leva längre"})
    assert answer.json()[0]["custom"]["topic"] == "kris"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b'{"message": ""}', "message-empty"),
        (b'{"message": "  "}', "message-empty"),
        (b'{"message": "' + b"a" * 2001 + b'"}', "message-too-long"),
        (b'{"message": 7}', "message-empty"),
        (b'{"message": "\\ud800"}', "message-empty"),
        (b"{}", "message-empty"),
        (b"[", "not-json"),
    ],
)
def test_what_is_no_question_is_refused(client: TestClient, file: Path, content: bytes, error: str) -> None:
    reply = client.post(QUESTIONS, content=content, headers={"Content-Type": "application/json"})
    assert (reply.status_code, reply.json()["error"]) == (422, error)
    assert kept(file) == []


def test_when_there_are_enough_it_says_thank_you(client: TestClient, file: Path) -> None:
    day = swedish_day().isoformat()
    with sqlite3.connect(file) as database:
        rows = ((f"{number:032x}", day, "hej") for number in range(MOST))
        database.executemany("insert into questions values (?, ?, ?)", rows)
    database.close()
    reply = client.post(QUESTIONS, json={"message": "en till"})
    assert (reply.status_code, reply.json()["error"]) == (409, "enough-questions")
    assert "Tack" in reply.json()["message"]
    page = client.get("/drift", auth=("personal", "hemlig-nyckel")).text
    assert "500 av 10\xa0000" in page and len(page) < 500_000


def locked(file: Path) -> Callable[[], None]:
    holder = sqlite3.connect(file, check_same_thread=False)
    holder.execute("begin exclusive")
    return holder.close


def spoiled(file: Path) -> Callable[[], None]:
    other = file.with_name("annat")
    other.write_bytes(b"inte en databas" * 100)
    other.replace(file)
    return file.unlink


@pytest.mark.parametrize("broken", [locked, spoiled])
def test_when_the_file_cannot_be_used_it_is_said_and_all_else_stands(
    client: TestClient,
    file: Path,
    broken: Callable[[Path], Callable[[], None]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("actions.saved_questions.storage._WAIT_SECONDS", 0.05)
    mend = broken(file)
    reply = client.post(QUESTIONS, json={"message": "vem betalar taxin?"})
    assert (reply.status_code, reply.json()["error"]) == (503, "not-saved")
    assert "kvar i rutan" in reply.json()["message"] and int(reply.headers["retry-after"]) > 0
    staff = ("personal", "hemlig-nyckel")
    page = client.get("/drift", auth=staff)
    assert page.status_code == 200 and "går inte att läsa just nu" in page.text
    assert client.post(f"/drift/fragor/{'a' * 32}/radera", auth=staff).status_code == 503
    assert ask(client, "vem betalar taxin?")[0]["custom"]["topic"] == "oklart"
    assert client.get("/integritet").status_code == 200
    mend()
    assert client.post(QUESTIONS, json={"message": "vem betalar taxin?"}).status_code == 200


def test_what_is_old_goes_when_the_process_starts_and_while_it_lives(
    file: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Every hour, so that ninety days hold also when nobody saves anything; trouble does not end it."""
    monkeypatch.setattr("bot.web.staff.saved_questions._HOUR_SECONDS", 0.01)
    old = SavedQuestions(file, today=lambda: date(2020, 1, 1))

    async def live() -> None:
        file.mkdir()
        deleting = asyncio.create_task(keep_short(SavedQuestions(file)))
        while not caplog.records:
            await asyncio.sleep(0.01)
        file.rmdir()
        for _ in range(2):
            old.save("qzx gammal")
            while b"qzx" in file.read_bytes():
                await asyncio.sleep(0.01)
        deleting.cancel()

    with caplog.at_level(logging.ERROR):
        asyncio.run(live())
    assert kept(file) == []
    assert "NotStored saved_questions/storage.py" in PlaceOnly().format(caplog.records[0])


def test_a_start_deletes_what_is_old(compiled: Settings, file: Path) -> None:
    SavedQuestions(file, today=lambda: date(2020, 1, 1)).save("qzx gammal")
    with TestClient(open_app(compiled.model_copy(update={"saved_questions": str(file)}))) as client:
        client.get("/healthz")
        for _ in range(200):
            if b"qzx" not in file.read_bytes():
                return
            client.get("/healthz")
    raise AssertionError("it is still there")
