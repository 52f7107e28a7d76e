"""What is broken never goes live: the last good content and model stay."""

import os
import tarfile
from pathlib import Path

import pytest

from actions.settings import Settings
from bot.launch import model as models
from bot.launch.model_registry import is_whole
from bot.launch.shutdown import Stop


def archive(path: Path, age: float) -> Path:
    """A model as Rasa writes it, in small."""
    path.parent.mkdir(parents=True, exist_ok=True)
    inside = path.parent / "metadata.json"
    inside.write_text("{}" * 10_000)
    with tarfile.open(path, "w:gz") as tar:
        tar.add(inside, "metadata.json")
    inside.unlink()
    os.utime(path, (age, age))
    return path


def test_a_model_that_was_cut_off_is_not_one(tmp_path: Path) -> None:
    whole = archive(tmp_path / "a.tar.gz", 1)
    assert is_whole(whole)
    whole.write_bytes(whole.read_bytes()[:-40])
    assert not is_whole(whole)
    assert not is_whole(tmp_path / "finns-inte.tar.gz")


def test_when_training_fails_the_newest_whole_model_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(build=tmp_path)
    old, newer = (
        archive(tmp_path / "models" / f"{name}.tar.gz", age) for name, age in (("old", 1), ("new", 2))
    )
    newer.write_bytes(b"half")
    said: list[str] = []
    monkeypatch.setattr(models, "train_command", lambda folder, name: ["false"])
    assert models.train(settings, Stop(), said.append) == old
    assert any("last good" in line for line in said)


def test_a_full_disk_while_training_leaves_the_last_good_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(build=tmp_path)
    good = archive(tmp_path / "models" / "good.tar.gz", 1)

    def full(*_: object) -> bool:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(models, "_run", full)
    assert models.train(settings, Stop(), lambda _: None) == good
