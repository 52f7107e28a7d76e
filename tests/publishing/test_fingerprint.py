"""Content is compiled anew when a file changed, and only then."""

import sqlite3
from pathlib import Path

import pytest

from actions.publishing.fingerprint import fingerprint, is_current


def compiled(target: Path, mark: str) -> None:
    """A compiled file that says which content it is made from."""
    with sqlite3.connect(target) as database:
        database.execute("create table if not exists meta (fingerprint text)")
        database.execute("delete from meta")
        database.execute("insert into meta values (?)", (mark,))
    database.close()


def test_the_same_content_is_not_compiled_again_and_a_changed_word_is(tmp_path: Path) -> None:
    content, target = tmp_path / "content", tmp_path / "content.sqlite"
    content.mkdir()
    (content / "phrases.yml").write_text("hej: Hej\n", encoding="utf-8")
    assert not is_current(content, target)
    compiled(target, fingerprint(content))
    assert is_current(content, target)
    (content / "phrases.yml").write_text("hej: Hejsan\n", encoding="utf-8")
    assert not is_current(content, target)


def test_a_file_with_another_name_is_other_content(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("x", encoding="utf-8")
    before = fingerprint(tmp_path)
    (tmp_path / "a.yml").rename(tmp_path / "b.yml")
    assert fingerprint(tmp_path) != before


def test_a_file_of_another_kind_is_compiled_anew_and_a_damaged_one_is_told(tmp_path: Path) -> None:
    content, target = tmp_path / "content", tmp_path / "content.sqlite"
    content.mkdir()
    with sqlite3.connect(target) as database:
        database.execute("create table other (x)")
    database.close()
    assert not is_current(content, target)
    target.write_bytes(b"damaged " * 2000)
    with pytest.raises(sqlite3.Error):
        is_current(content, target)
