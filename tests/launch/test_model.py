"""Training happens when something that goes into the model changed, and only then."""

import gzip
import shutil
from pathlib import Path

import pytest

from actions.settings import ROOT, Settings
from bot.launch import model
from bot.launch.shutdown import Stop


@pytest.fixture
def copy_of_inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in model._INPUTS:
        source, target = ROOT / name, tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    monkeypatch.setattr(model, "ROOT", tmp_path)
    return tmp_path


def test_the_model_is_named_by_all_that_goes_into_it(copy_of_inputs: Path) -> None:
    settings = Settings()
    before = model.model_path(settings)
    assert model.model_path(settings) == before
    example = next((copy_of_inputs / "nlu_data" / "intents").glob("*.yml"))
    example.write_text(example.read_text(encoding="utf-8") + "    - en mening till\n", encoding="utf-8")
    assert model.model_path(settings) != before


def test_a_model_that_is_there_is_not_trained_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("trained again")

    settings = Settings(build=tmp_path)
    path = model.model_path(settings)
    path.parent.mkdir()
    path.write_bytes(gzip.compress(b"a model"))
    monkeypatch.setattr(model.subprocess, "Popen", never)
    assert model.train(settings, Stop(), lambda _: None)


def test_a_training_that_fails_says_what_it_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "train_command", lambda *_: ["sh", "-c", "echo no such intent; exit 1"])
    said: list[str] = []
    assert not model.train(Settings(build=tmp_path), Stop(), said.append)
    assert "no such intent" in said[-1]
