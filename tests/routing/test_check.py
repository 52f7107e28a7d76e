"""The directory is whole, and a wrong record is stopped before anyone reads it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlite_utils

from actions.publishing.directory_build import DirectoryError, build_directory
from actions.publishing.directory_check import main, wrong_rows
from actions.routing.directory import Directory
from actions.routing.phones import is_phone, swedish_form
from actions.routing.rules import RoutingError, load_rules
from actions.settings import ROOT

CONTENT = ROOT / "content"
Change = Callable[[str, str, str], Path]


@pytest.fixture
def change(tmp_path: Path) -> Change:
    """A copy of the content where, in one file, the first `old` is `new`."""

    def changed(name: str, old: str, new: str) -> Path:
        shutil.copytree(CONTENT / "directory", tmp_path / "directory")
        for file in ("routing.yml", "sources.yml"):
            shutil.copy(CONTENT / file, tmp_path / file)
        path = tmp_path / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return tmp_path

    return changed


def test_the_published_directory_has_no_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(CONTENT) == 0
    printed = capsys.readouterr().out
    assert "municipalities" in printed
    assert "no errors" in printed


def test_who_checks_the_words_is_told_of_a_wrong_row_too(change: Change) -> None:
    assert wrong_rows(CONTENT) == []
    (told,) = wrong_rows(change("directory/municipalities.csv", "031-365 00 00", "031-36"))
    assert "phone '031-36'" in told


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("directory/municipalities.csv", "031-365 00 00", "031-36", "phone '031-36'"),
        ("directory/municipalities.csv", "031-365 00 00", "0313650000", "is written '031-365 00 00'"),
        ("directory/municipalities.csv", "https://www.harryda.se/", "harryda", "address 'harryda'"),
        ("directory/municipalities.csv", "\n0114,", "\n0115,", "0115 stands twice"),
        ("directory/postcodes.csv", ",0180,", ",9999,", "unknown municipality code 9999"),
        (
            "directory/support_lines.csv",
            "källor oense,no,no",
            "källor oense,no,yes",
            "jourhavande-medmanniska",
        ),
        ("routing.yml", "sources: [sala,", "sources: [hittepa,", "unknown source hittepa"),
        ("routing.yml", "phone: bris", "phone: mas", "mas is used but not shown"),
        (
            "directory/municipalities.csv",
            "vaxellista,2022,en källa,no",
            "vaxellista,2022,källor oense,no",
            "sources disagree",
        ),
    ],
)
def test_a_wrong_record_is_named(
    change: Change, capsys: pytest.CaptureFixture[str], file: str, old: str, new: str, message: str
) -> None:
    assert main(change(file, old, new)) == 1
    assert message in capsys.readouterr().out


def test_what_is_uncertain_can_be_listed_with_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    main(CONTENT, listing=True)
    printed = capsys.readouterr().out
    assert "municipalities.csv 1470 Vara: 0512-310 00, 2022, en källa" in printed
    assert "1480 Göteborg" not in printed


def test_a_record_that_is_no_record_is_named_with_its_line(change: Change) -> None:
    content = change("directory/regions.csv", ",yes", ",kanske")
    with pytest.raises(DirectoryError, match=r"regions.csv, line 2"):
        build_directory(sqlite_utils.Database(memory=True), content)


def test_a_rule_that_hides_one_side_is_refused(change: Change) -> None:
    old = "      - {door: vardcentral, why: Vårdcentralen är ofta första vägen in i vården.}\n"
    with pytest.raises(RoutingError, match="both kommun and region"):
        load_rules(change("routing.yml", old, ""))


def test_lines_that_sources_disagree_on_are_never_shown(directory: Directory) -> None:
    shown = directory.support_lines()
    assert {"112", "1177", "90101", "116 111"} <= {line.phone for line in shown}
    assert not [line for line in shown if line.confidence in ("källor oense", "ej funnen") or not line.phone]
    assert directory.support_line("jourhavande-medmanniska") is None


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("0313650000", "031-365 00 00"),
        ("0200-239 500", "0200-239 500"),
        ("112", "112"),
        ("116 111", "116 111"),
        ("", None),
    ],
)
def test_a_number_is_shown_in_swedish_form(written: str, shown: str | None) -> None:
    assert swedish_form(written) == shown


@pytest.mark.parametrize("text", ["hej", "12", "031-36", "+1 202 555 0100 99"])
def test_what_is_no_swedish_number_is_refused(text: str) -> None:
    assert not is_phone(text)
