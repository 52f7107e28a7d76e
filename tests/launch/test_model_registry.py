"""A model is only good when a Rasa has answered with it; the last good one stays, the oldest go."""

import gzip
import os
from pathlib import Path

import pytest

from bot.launch import model_registry


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def a_model(folder: Path, name: str, age: float = 0.0, answered: float | None = None) -> Path:
    """A whole model, made `age` seconds after the first; Rasa answered with it at `answered`."""
    model = folder / f"{name}{model_registry.ENDING}"
    model.write_bytes(gzip.compress(name.encode()))
    os.utime(model, (age, age))
    if answered is not None:
        model_registry.note_answer(model)
        os.utime(model_registry._mark(model), (answered, answered))
    return model


def test_a_model_is_good_once_a_rasa_has_answered_with_it(folder: Path) -> None:
    model = a_model(folder, "new")
    assert not model_registry.has_answered(model)
    model_registry.note_answer(model)
    assert model_registry.has_answered(model)
    model.write_bytes(gzip.compress(b"another file of that name"))
    assert not model_registry.has_answered(model), "that file has not answered"


def test_the_spare_is_the_last_other_one_that_answered(folder: Path) -> None:
    a_model(folder, "old", age=3, answered=10)
    good = a_model(folder, "good", age=1, answered=20)
    a_model(folder, "untried", age=90)
    fresh = a_model(folder, "fresh", age=99)
    assert model_registry.spare(fresh) == good
    good.write_bytes(b"half")
    assert model_registry.spare(fresh) == folder / f"old{model_registry.ENDING}"


def test_one_that_has_answered_needs_no_spare_and_the_first_of_all_has_none(folder: Path) -> None:
    first = a_model(folder, "first")
    assert model_registry.spare(first) is None
    a_model(folder, "earlier", answered=1)
    assert model_registry.spare(first)
    model_registry.note_answer(first)
    assert model_registry.spare(first) is None


def test_when_training_fails_one_that_has_answered_goes_before_a_newer_one_that_has_not(folder: Path) -> None:
    good = a_model(folder, "good", age=1, answered=20)
    newer = a_model(folder, "newer", age=99)
    assert model_registry.last_good(folder) == good
    good.write_bytes(b"half")
    assert model_registry.last_good(folder) == newer


def test_the_oldest_go_when_another_has_answered_and_never_before(folder: Path) -> None:
    for number in range(5):
        a_model(folder, f"untried{number}", age=number)
    good = a_model(folder, "good", age=0, answered=20)
    fresh = a_model(folder, "fresh", age=99)
    assert {path.name for path in folder.iterdir()} >= {good.name, fresh.name}
    model_registry.note_answer(fresh)
    assert {path.name for path in folder.glob(f"*{model_registry.ENDING}")} == {
        fresh.name,
        good.name,
        f"untried4{model_registry.ENDING}",
    }


@pytest.mark.parametrize("content", [b"", b"half", gzip.compress(b"x" * 10_000, mtime=0)[:-4]])
def test_what_is_empty_or_cut_off_is_not_whole(folder: Path, content: bytes) -> None:
    (folder / "a.tar.gz").write_bytes(content)
    assert not model_registry.is_whole(folder / "a.tar.gz")
