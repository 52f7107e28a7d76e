"""A model is only good when a Rasa has answered with it; the last good one stays, the oldest go."""

import gzip
import os
from pathlib import Path

import pytest

from bot.launch import shelf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def a_model(folder: Path, name: str, age: float = 0.0, answered: float | None = None) -> Path:
    """A whole model, made `age` seconds after the first; Rasa answered with it at `answered`."""
    model = folder / f"{name}{shelf.ENDING}"
    model.write_bytes(gzip.compress(name.encode()))
    os.utime(model, (age, age))
    if answered is not None:
        shelf.note_answer(model)
        os.utime(shelf._mark(model), (answered, answered))
    return model


def test_a_model_is_good_once_a_rasa_has_answered_with_it(folder: Path) -> None:
    model = a_model(folder, "new")
    assert not shelf.has_answered(model)
    shelf.note_answer(model)
    assert shelf.has_answered(model)
    model.write_bytes(gzip.compress(b"another file of that name"))
    assert not shelf.has_answered(model), "that file has not answered"


def test_the_spare_is_the_last_other_one_that_answered(folder: Path) -> None:
    a_model(folder, "old", age=3, answered=10)
    good = a_model(folder, "good", age=1, answered=20)
    a_model(folder, "untried", age=90)
    fresh = a_model(folder, "fresh", age=99)
    assert shelf.spare(fresh) == good
    good.write_bytes(b"half")
    assert shelf.spare(fresh) == folder / f"old{shelf.ENDING}"


def test_one_that_has_answered_needs_no_spare_and_the_first_of_all_has_none(folder: Path) -> None:
    first = a_model(folder, "first")
    assert shelf.spare(first) is None
    a_model(folder, "earlier", answered=1)
    assert shelf.spare(first)
    shelf.note_answer(first)
    assert shelf.spare(first) is None


def test_when_training_fails_one_that_has_answered_goes_before_a_newer_one_that_has_not(folder: Path) -> None:
    good = a_model(folder, "good", age=1, answered=20)
    newer = a_model(folder, "newer", age=99)
    assert shelf.last_good(folder) == good
    good.write_bytes(b"half")
    assert shelf.last_good(folder) == newer


def test_the_oldest_go_when_another_has_answered_and_never_before(folder: Path) -> None:
    for number in range(5):
        a_model(folder, f"untried{number}", age=number)
    good = a_model(folder, "good", age=0, answered=20)
    fresh = a_model(folder, "fresh", age=99)
    assert {path.name for path in folder.iterdir()} >= {good.name, fresh.name}
    shelf.note_answer(fresh)
    assert {path.name for path in folder.glob(f"*{shelf.ENDING}")} == {
        fresh.name,
        good.name,
        f"untried4{shelf.ENDING}",
    }


@pytest.mark.parametrize("content", [b"", b"half", gzip.compress(b"x" * 10_000)[:-4]])
def test_what_is_empty_or_cut_off_is_not_whole(folder: Path, content: bytes) -> None:
    (folder / "a.tar.gz").write_bytes(content)
    assert not shelf.is_whole(folder / "a.tar.gz")
