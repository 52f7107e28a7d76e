"""Content is tried out before anybody sees it: what is broken, cut off or half saved never goes live."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from actions.publishing.build import build
from actions.settings import ROOT, Settings
from bot.launch import content as launched
from bot.launch.content import publish
from bot.web.app import create_app
from tests.site import TestClient

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A service whose content has gone live once."""
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(ROOT / "content", home / "content")
    settings = Settings(content=home / "content", build=home / "build")
    assert publish(settings, lambda _: None)
    return settings


@pytest.fixture
def edited(live: Settings) -> Iterator[Path]:
    """The content folder, to be broken; whole again afterwards."""
    kept = live.content.with_name("kept")
    shutil.copytree(live.content, kept)
    yield live.content
    shutil.rmtree(live.content)
    kept.rename(live.content)


def half(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])


@pytest.mark.parametrize(
    "name",
    [
        "answers/aldre.md", "errors.yml", "routing.yml", "tasks/draft.yml", "letters/words.yml",
        "directory/postcodes.csv", "directory/place_signs.yml", "interface/widget.sv.json", "phrases.yml",
    ],
)  # fmt: skip
def test_a_half_written_file_leaves_what_was_there(live: Settings, edited: Path, name: str) -> None:
    said: list[str] = []
    before = live.database.read_bytes()
    half(edited / name)
    published = publish(live, said.append)
    assert published and "keeping the last good version" in said[-1]
    assert live.database.read_bytes() == before
    assert (published.content / name).read_bytes() != (edited / name).read_bytes()
    assert TestClient(create_app(published)).get("/begar-sip").status_code == 200


def test_a_file_that_says_something_else_than_it_should_leaves_what_was_there(
    live: Settings, edited: Path
) -> None:
    said: list[str] = []
    (edited / "letters" / "words.yml").write_text("a: b\n")
    assert publish(live, said.append) and "keeping the last good version" in said[-1]


def test_what_is_being_edited_is_not_served_until_the_next_start(live: Settings, edited: Path) -> None:
    published = publish(live, lambda _: None)
    assert published
    half(edited / "errors.yml")
    with TestClient(create_app(published)) as client:
        assert client.get("/finns-inte").status_code == 404


def test_the_notice_is_followed_all_the_same(live: Settings, edited: Path) -> None:
    half(edited / "routing.yml")
    published = publish(live, lambda _: None)
    assert published
    (edited / "notice.yml").write_text('notice: "Stängt i dag."\n')
    with TestClient(create_app(published)) as client:
        assert "Stängt i dag." in client.get("/fragor").text


def test_a_full_disk_leaves_what_was_there(
    live: Settings, edited: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (edited / "facts.yml").write_text((edited / "facts.yml").read_text() + "\n")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(launched.shutil, "copytree", full)
    said: list[str] = []
    assert publish(live, said.append) and "No space left" in said[-1]


def test_without_anything_good_it_says_what_is_wrong(tmp_path: Path) -> None:
    said: list[str] = []
    (tmp_path / "content").mkdir()
    assert publish(Settings(content=tmp_path / "content", build=tmp_path / "build"), said.append) is None
    assert "cannot be published" in said[-1] and "Traceback" not in said[-1]


def test_a_database_that_is_cut_off_is_made_anew(live: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launched, "_rehearsed", lambda _: "")
    half(live.database)
    said: list[str] = []
    assert publish(live, said.append) and said == ["compiling content …"]
    with closing(sqlite3.connect(live.database)) as database:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)


def test_a_database_that_somebody_locks_is_read_all_the_same(live: Settings) -> None:
    published = publish(live, lambda _: None)
    assert published
    with TestClient(create_app(published)) as client, closing(sqlite3.connect(live.database)) as other:
        other.execute("begin exclusive")
        assert client.get("/sok?q=samtycke").status_code == 200
        assert client.get("/hitta?plats=Skara").status_code == 200


def test_what_was_compiled_by_another_way_goes_live_too(live: Settings, edited: Path) -> None:
    notes = edited / "errors.yml"
    notes.write_text(notes.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    build(edited, live.database)
    published = publish(live, lambda _: None)
    assert published and (published.content / "errors.yml").read_bytes() == notes.read_bytes()


def test_a_disk_without_room_leaves_what_was_there_and_is_told_in_one_line(
    live: Settings, edited: Path
) -> None:
    """No file may grow over 100 kB in that process: a real refusal to write, wherever the test runs."""
    before = live.database.read_bytes()
    (edited / "errors.yml").write_text((edited / "errors.yml").read_text() + "\n# changed\n")
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "from actions.settings import Settings; from bot.launch.content import publish\n"
        "assert publish(Settings(), print)"
    )
    places = {"SIP_CONTENT": str(live.content), "SIP_BUILD": str(live.build), "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **places}, capture_output=True, text=True, check=True
    )
    assert "keeping the last good version:\n[Errno" in run.stdout and len(run.stdout.splitlines()) == 3
    assert live.database.read_bytes() == before
    assert not [path for path in live.build.iterdir() if path.name.startswith("next-")]


def test_what_a_killed_launcher_left_is_cleared_away_and_what_another_works_on_is_not(
    live: Settings, edited: Path
) -> None:
    ended = subprocess.Popen(["true"])
    ended.wait()
    left, others = (live.build / f"next-{pid}" for pid in (ended.pid, os.getppid()))
    for folder in (left, others):
        (folder / "content").mkdir(parents=True)
    half(edited / "errors.yml")
    assert publish(live, lambda _: None)
    assert not left.exists() and others.exists()
    shutil.rmtree(others)
