"""Settings other than the default: the service is reached where it is bound, and nothing fails open."""

import re
import socket
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from actions import swedish_day
from actions.settings import ROOT, Settings
from bot.launch import alone
from bot.launch.content import _copy
from bot.launch.health_probe import own_address
from bot.launch.model import model_path
from bot.launch.processes import commands
from bot.launch.shutdown import Stop
from bot.launch.start_checks import listening_refused, problem, read_settings, unsafe
from bot.launch.watching import Child
from tests.site import TestClient, compiled_build, open_app

TOKEN = "a-token-of-the-tests"


@pytest.mark.parametrize(
    ("host", "reached"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000"), ("0.0.0.0", "http://127.0.0.1:8000"), ("::", "http://[::1]:8000"),
        ("127.0.0.2", "http://127.0.0.2:8000"), ("10.0.0.5", "http://10.0.0.5:8000"),
        ("::1", "http://[::1]:8000"), ("fd00::5", "http://[fd00::5]:8000"), ("localhost", "http://localhost:8000"),
    ],
)  # fmt: skip
def test_the_site_is_asked_where_it_listens(host: str, reached: str, tmp_path: Any) -> None:
    assert own_address(host, 8000) == reached
    settings = Settings(host=host, port=8000)
    assert commands(settings, tmp_path)["web"].health == f"{reached}/healthz"


def test_a_process_alone_needs_its_own_port_and_the_secret_of_the_others() -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        taken = Settings(port=8123, rasa_port=holder.getsockname()[1], actions_port=8125, rasa_token=TOKEN)
        assert problem(taken, ["actions"]) == "" and "is in use" in problem(taken, ["rasa"])
    assert "SIP_RASA_TOKEN" in problem(Settings(rasa_token=""), ["web"])


def test_a_process_alone_becomes_what_the_launcher_would_start(monkeypatch: pytest.MonkeyPatch) -> None:
    became: list[Any] = []
    monkeypatch.setattr(alone.os, "execvpe", lambda *call: became.append(call))
    settings = Settings(rasa_token=TOKEN)
    for name in ("web", "actions"):
        alone.become(settings, name, Stop())
        command = commands(settings, model_path(settings))[name]
        file, arguments, environment = became.pop()
        assert (file, arguments) == (command.arguments[0], list(command.arguments))
        assert environment.items() >= command.environment.items()


def test_a_port_that_is_taken_on_that_address_is_seen() -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.2", 0))
        holder.listen()
        port = holder.getsockname()[1]
        assert "is in use" in problem(Settings(host="127.0.0.2", port=port, rasa_token=TOKEN))
        assert listening_refused("127.0.0.1", port) is None


def test_an_operator_file_with_the_example_still_in_it_is_told_line_by_line_and_stops_the_start(
    tmp_path: Path,
) -> None:
    """A service that began with it would die and be started again, for ever."""
    example = ROOT / "docs" / "pilot" / "operator.example.yml"
    told = problem(Settings(rasa_token=TOKEN, operators=str(example)))
    assert "operators.0.name" in told and "byt det som står inom <>" in told
    filled = tmp_path / "operator.yml"
    filled.write_text(re.sub(r"<[^>]*>", "fyllt", example.read_text(encoding="utf-8")), encoding="utf-8")
    assert "SIP_OPERATORS" not in problem(Settings(rasa_token=TOKEN, operators=str(filled)))


@pytest.mark.parametrize(("token", "metrics"), [("", ""), ("a", ""), (TOKEN, "m"), ("x" * 15, TOKEN)])
def test_a_secret_that_is_empty_or_short_stops_the_start(token: str, metrics: str) -> None:
    assert "16" in unsafe(Settings(rasa_token=token, metrics_token=metrics))


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ({"host": "192.0.2.7"}, "192.0.2.7 port 8123: Cannot assign"),
        ({"rasa_port": 8123}, "three different ports"), ({"redis_url": "localhost:6379"}, "redis:// or rediss://"),
        ({"public_url": "sip.example"}, "http:// or https://"), ({"operators": "/no.yml"}, "SIP_OPERATORS"),
        ({"allowed_origins": "https://a.example, skara.se"}, "SIP_ALLOWED_ORIGINS"),
        ({"allowed_origins": "https://a.example/sip"}, "SIP_ALLOWED_ORIGINS"),
        ({"allowed_origins": "https://a.example;script-src"}, "SIP_ALLOWED_ORIGINS"),
        ({"saved_questions": "/no/folder/q.sqlite"}, "SIP_SAVED_QUESTIONS"),
    ],
)  # fmt: skip
def test_a_setting_that_cannot_work_is_told_before_anything_starts(setting: Any, told: str) -> None:
    ports = {"port": 8123, "rasa_port": 8124, "actions_port": 8125, "rasa_token": TOKEN}
    assert told in problem(Settings(**(ports | setting)))


def test_a_setting_that_cannot_be_read_is_one_line_without_its_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIP_PORT", "secret by mistake")
    told = read_settings()
    assert isinstance(told, str) and told.startswith("SIP_PORT: ") and "mistake" not in told


def test_content_that_nobody_may_write_is_copied_so_that_it_can_be_taken_away(tmp_path: Any) -> None:
    source, copy = tmp_path / "read only å", tmp_path / "copy"
    (source / "letters").mkdir(parents=True)
    (source / "letters" / "words.yml").write_text("a: b")
    for path in (source / "letters" / "words.yml", source / "letters", source):
        path.chmod(0o555 if path.is_dir() else 0o444)
    _copy(source, copy)
    made = [copy, copy / "letters", copy / "letters" / "words.yml"]
    assert [path for path in made if not path.stat().st_mode & stat.S_IWUSR] == []


def test_long_secrets_and_a_closed_staff_page_start() -> None:
    assert unsafe(Settings(rasa_token=TOKEN, metrics_token="")) == ""
    assert unsafe(Settings(rasa_token=TOKEN, metrics_token=TOKEN)) == ""


def test_only_the_listed_sites_may_show_the_chat_in_a_frame() -> None:
    settings = Settings(build=compiled_build(), allowed_origins="https://skara.example")
    policy = TestClient(open_app(settings)).get("/inbaddad").headers["content-security-policy"]
    assert "frame-ancestors https://skara.example" in policy and "*" not in policy


@pytest.mark.parametrize(
    ("moment", "day"), [("2026-07-01T22:30", "2026-07-02"), ("2026-12-31T22:30", "2026-12-31")]
)
def test_the_day_is_swedens_whatever_the_clock_of_the_machine(
    moment: str, day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> "Clock":
            return cls.fromisoformat(f"{moment}+00:00").astimezone(tz or UTC)

    monkeypatch.setattr(swedish_day, "datetime", Clock)
    assert str(swedish_day.swedish_day()) == day


def test_no_date_is_taken_from_the_machines_zone() -> None:
    from actions.settings import ROOT

    files = [*(ROOT / "bot").rglob("*.py"), *(ROOT / "actions").rglob("*.py")]
    assert [path.name for path in files if "date.today(" in path.read_text(encoding="utf-8")] == []


def test_a_watcher_that_fails_ends_the_service_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    stopping = Stop()
    child = Child("probe", commands(Settings(), Settings().build).values(), stopping, lambda _: None)  # type: ignore[arg-type]
    monkeypatch.setattr(child, "_watch_on", broken)
    child.start()
    assert stopping.wait(5) and stopping.failed
