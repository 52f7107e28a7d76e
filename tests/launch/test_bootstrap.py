"""The first command on a fresh machine works, or says in one line what is missing."""

import hashlib
import subprocess
import sys
import threading
from collections import namedtuple
from pathlib import Path

import pytest

from bot import bootstrap

Usage = namedtuple("Usage", "total used free")


def test_too_little_disk_is_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "ENVIRONMENTS", tmp_path)
    monkeypatch.setattr(bootstrap.shutil, "disk_usage", lambda _: Usage(10, 10, 0))
    monkeypatch.setattr(sys, "argv", ["bootstrap.py", "run"])
    with pytest.raises(SystemExit) as stopped:
        bootstrap.main()
    told = capsys.readouterr()
    assert stopped.value.code == 1
    assert told.err == "sip-guiden: Not enough disk: 3 GB are needed to install.\n"


def test_a_registry_out_of_reach_is_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object) -> str:
        raise subprocess.CalledProcessError(2, ["uv"])

    monkeypatch.setattr(bootstrap, "find_uv", fails)
    monkeypatch.setattr(sys, "argv", ["bootstrap.py", "run"])
    with pytest.raises(SystemExit):
        bootstrap.main()
    assert "Is the package registry reachable?" in capsys.readouterr().err


def test_no_python_found_or_fetched_is_one_clear_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "candidates", lambda version: [])
    monkeypatch.setattr(bootstrap.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 1))
    with pytest.raises(SystemExit):
        bootstrap.find_python("uv", ("3.10",))
    assert "No Python 3.10 was found" in capsys.readouterr().err


def test_installing_for_an_image_makes_the_two_that_serve_and_starts_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made: list[str] = []
    monkeypatch.setattr(bootstrap, "find_uv", lambda: "uv")
    monkeypatch.setattr(bootstrap, "NEEDED_BYTES", 0)
    whole: list[bool] = []

    def environment(_uv: str, name: str, *_: object, compiled: bool) -> None:
        made.append(name)
        whole.append(compiled)

    monkeypatch.setattr(bootstrap, "environment", environment)
    monkeypatch.setattr(sys, "argv", ["bootstrap.py", "install"])
    bootstrap.main()
    assert sorted(made) == ["rasa", "web"] and all(whole)
    assert capsys.readouterr().out == "sip-guiden: the environments are there\n"


def test_the_two_that_serve_are_made_at_the_same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    both = threading.Barrier(2, timeout=10)
    monkeypatch.setattr(bootstrap, "environment", lambda _uv, name, *_, **__: (both.wait(), Path(name))[1])
    assert bootstrap.prepare("uv", "run", needs_rasa=True) == Path("web")


def test_what_fails_beside_the_other_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def environment(_uv: str, name: str, *_: object, **__: object) -> Path:
        if name == "rasa":
            raise subprocess.CalledProcessError(2, ["uv"])
        return Path(name)

    monkeypatch.setattr(bootstrap, "environment", environment)
    with pytest.raises(subprocess.CalledProcessError):
        bootstrap.prepare("uv", "run", needs_rasa=True)


def test_an_environment_is_reused_until_its_lock_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("one")
    home = tmp_path / "web"
    (home / "bin").mkdir(parents=True)
    (home / "bin" / "python").touch()
    (home / "lock.sha256").write_text(hashlib.sha256(b"one").hexdigest())
    monkeypatch.setattr(bootstrap, "ENVIRONMENTS", tmp_path)
    monkeypatch.setattr(bootstrap, "find_python", lambda *_: "python")
    installs: list[list[str]] = []
    monkeypatch.setattr(bootstrap.subprocess, "run", lambda command, **_: installs.append(command))

    bootstrap.environment("uv", "web", ("3.12",), lock)
    assert installs == []

    lock.write_text("two")
    bootstrap.environment("uv", "web", ("3.12",), lock)
    bootstrap.environment("uv", "web", ("3.12",), lock)
    assert len(installs) == 1
    assert "--require-hashes" in installs[0]


def test_pyenvs_shims_are_never_handed_to_the_installer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/home/someone/.pyenv/shims/{name}")
    assert not any("shims" in candidate for candidate in bootstrap.candidates("3.10"))


def test_the_newest_python_of_pyenv_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for version in ("3.12.9", "3.12.10", "3.12.1"):
        (tmp_path / "versions" / version / "bin").mkdir(parents=True)
        (tmp_path / "versions" / version / "bin" / "python").touch()
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    found = [Path(one).parents[1].name for one in bootstrap.candidates("3.12")]
    assert found[:3] == ["3.12.10", "3.12.9", "3.12.1"]
