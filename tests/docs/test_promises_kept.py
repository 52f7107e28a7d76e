"""Every promise about privacy in the texts is kept by the code: each test reads the words, then tries."""

import dataclasses
import logging
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from actions.privacy import mask
from actions.saved_questions import SavedQuestions
from actions.settings import ROOT, Settings
from bot.quiet_logging import PlaceOnly
from bot.web.forgetting import forget_old
from bot.web.http.rate_limit import RateLimiter
from bot.web.known_conversations import Conversations
from bot.web.state import Site
from tests.site import TestClient, compiled_build, open_app

PRIVACY, SAVED = "content/pages/integritet.md", "content/pages/integritet-sparade-fragor.md"
MAP, README = "docs/data-map.md", "README.md"


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """The site with the settings that the texts call default."""
    settings = Settings(build=compiled_build(), rasa_port=9, actions_port=9)
    with TestClient(open_app(settings), raise_server_exceptions=False) as client:
        yield client


WRITTEN = "Zebran Zackarias"
ENTRIES = [
    ("GET", "/", None), ("GET", "/integritet", None), ("GET", "/chatta", None), ("GET", "/drift", None),
    ("GET", f"/sok?q={WRITTEN}", None), ("GET", f"/hitta?plats={WRITTEN}", None), ("GET", "/finns-ej", None),
    ("POST", "/sok/forslag", {"q": WRITTEN}),
    ("POST", "/webhooks/rest/webhook", {"sender": "s" * 32, "message": WRITTEN}),
    ("DELETE", "/api/conversations/" + "s" * 32, None),
]  # fmt: skip


@pytest.mark.parametrize(("method", "path", "body"), ENTRIES)
def test_no_cookies_and_no_third_parties(client: TestClient, method: str, path: str, body: Any) -> None:
    assert "inga kakor" in read(PRIVACY) and "cookies, third parties | none" in read(MAP)
    assert re.search(r"No\s+cookies, no third parties", read(README))
    reply = client.request(method, path, json=body)
    assert "set-cookie" not in reply.headers
    sources = re.findall(r"(\S+)-src ([^;]+);?", reply.headers["content-security-policy"])
    assert sources and all(set(allowed.split()) <= {"'self'", "'none'", "data:"} for _, allowed in sources)
    loaded = re.findall(
        r"<(?:script|img|iframe|source)[^>]*\bsrc=\"([^\"]+)|<link[^>]*href=\"([^\"]+)", reply.text
    )
    addresses = [src or href for src, href in loaded]
    assert [one for one in addresses if not one.startswith(("/", "data:", "http://testserver/"))] == []


def test_nothing_in_the_browser_but_the_tab() -> None:
    assert "the browser tab" in read(MAP) and "i den flik du har öppen" in read(PRIVACY)
    scripts = [*(ROOT / "web_widget/src").rglob("*.ts"), *(ROOT / "bot/web").rglob("*.js")]
    lasting = re.compile(r"localStorage|indexedDB|document\.cookie|cookieStore|caches\.open|sendBeacon")
    assert scripts and [one.name for one in scripts if lasting.search(one.read_text(encoding="utf-8"))] == []


def test_a_log_line_is_time_level_place_and_kind() -> None:
    assert "time, level, place in the code, kind of exception" in read(MAP)
    try:
        raise ValueError(WRITTEN)
    except ValueError:
        raised = sys.exc_info()
    record = logging.LogRecord(
        "httpx", logging.ERROR, "/x/y.py", 7, f"GET /sok?q={WRITTEN} %s", (WRITTEN,), raised
    )
    line = PlaceOnly().format(record)
    place = r"\S*/?test_promises_kept\.py:\d+"
    assert re.fullmatch(rf"[\d-]+ [\d:,]+ ERROR httpx:7 ValueError {place}", line)


def test_counts_have_topics_and_reasons_and_nothing_else(client: TestClient) -> None:
    assert "topics answered, counts" in read(MAP) and "Vi räknar aldrig vad någon skrev" in read(PRIVACY)
    registry = client.app.state.site.metrics.registry  # type: ignore[attr-defined]
    labels = {name for family in registry.collect() for sample in family.samples for name in sample.labels}
    assert labels <= {"topic", "reason", "le"}


def test_questions_are_saved_only_where_it_is_chosen_and_then_only_words_and_day(
    client: TestClient, tmp_path: Path
) -> None:
    assert re.search(r"## What it stores\s+Nothing by default", read(README)) and "off by default" in read(
        MAP
    )
    assert not Settings().saved_questions
    assert client.post("/api/questions", json={"message": WRITTEN}).status_code in (404, 405)
    assert "Vi sparar orden och vilken dag" in read(SAVED) and "readable by the service's user only" in read(
        MAP
    )
    SavedQuestions(tmp_path / "questions.sqlite").save(WRITTEN)
    with closing(sqlite3.connect(tmp_path / "questions.sqlite")) as database:
        (row,) = database.execute("select * from questions").fetchall()
    assert {type(one) for one in row} == {str} and len(row) == 3 and row[2] == WRITTEN
    assert (tmp_path / "questions.sqlite").stat().st_mode & 0o777 == 0o600


def test_what_is_hidden_before_the_chat_reads_it() -> None:
    assert "e-postadress, en gatuadress eller ditt telefonnummer döljs" in read(PRIVACY)
    assert re.search(r"e-mail and street addresses and personal phone\s+numbers are hidden", read(MAP))
    for hidden in ("anna@example.org", "Storgatan 12", "070-174 06 35"):
        assert hidden not in mask(f"Jag heter Anna, {hidden}, och vill ha en SIP")


def test_no_core_is_written() -> None:
    assert "core dumps | none: switched off" in read(MAP)
    code = "from bot.launch.__main__ import leave_no_core; import resource as r; leave_no_core();"
    code += "print(*r.getrlimit(r.RLIMIT_CORE))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {int(limit) for limit in run.stdout.split()} <= {0, 1}


def test_hashes_are_forgotten_in_time_though_nobody_comes_by(client: TestClient) -> None:
    assert "at most one hour in memory" in read(MAP) and "minns den i högst en timme" in read(PRIVACY)
    site: Site = client.app.state.site  # type: ignore[attr-defined]
    now = [0.0]
    site.limiter, site.known = RateLimiter(30, lambda: now[0]), Conversations(lambda: now[0])
    site.limiter.wait_seconds("192.0.2.1")
    site.known.heard("a key")
    assert "a key" not in repr(vars(site.known)), "the key itself is not kept"
    now[0] = 3600.0
    forget_old(site)
    assert not site.limiter._buckets and not site.known._heard


def test_a_conversation_that_is_cleared_is_forgotten_by_the_web_process_too(client: TestClient) -> None:
    assert "at once with *Rensa allt*; at most" in read(MAP)
    site: Site = client.app.state.site  # type: ignore[attr-defined]
    site.known.heard("k" * 32)
    client.delete("/api/conversations/" + "k" * 32)
    assert site.known.is_new("k" * 32)


def test_buttons_that_texts_name_are_called_so() -> None:
    labels = read("content/interface/widget.sv.json")
    named = set(re.findall(r"\*\*(Rensa[^*]*|Spara)\*\*", read(PRIVACY) + read(SAVED)))
    named |= set(re.findall(r"\*(Rensa[^*]*|Spara)\*", read(MAP))) | set(
        re.findall(r'"(Rensa[^"]*)"', read(README))
    )
    assert named and [name for name in named if f'"{name}"' not in labels] == []


# Each thing that the web process holds while it runs, and the row of the data map that tells of it.
HELD = {
    "limiter": "the client's address", "shared_limiter": "the client's address",
    "known": "that a conversation is known", "metrics": "topics answered, counts",
    "questions": "a question somebody agreed to save",
    "rasa": "the key of a conversation", "letters": "a letter made as a file",
}  # fmt: skip
OF_NOBODY = {
    "settings", "store", "directory", "rules", "tasks", "public_phones", "errors", "phrases",
    "contact_reader", "notice", "operators", "operator_texts", "pages",
}  # fmt: skip


def test_whatever_the_web_process_holds_of_people_stands_in_the_data_map() -> None:
    assert {field.name for field in dataclasses.fields(Site)} == HELD.keys() | OF_NOBODY
    rows = re.findall(r"^\| ([^|]+) \|", read(MAP), re.M)
    assert [row for row in HELD.values() if not any(one.startswith(row) for one in rows)] == []
