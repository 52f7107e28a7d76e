"""Trains Rasa's model when its data, configuration or components changed, and only then."""

import hashlib
import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from actions.content.yaml_files import read_yaml_text
from actions.settings import ROOT, Settings
from bot.launch.model_registry import ENDING, is_whole, last_good
from bot.launch.processes import lean_rasa, rasa_environment
from bot.launch.shutdown import Stop

_INPUTS = (
    "bot/rasa/config.yml",
    "bot/rasa/requirements.lock",
    "bot/rasa/domain",
    "bot/rasa/components",
    "bot/rasa/encoder",
    "content/same_words.yml",
    "nlu_data/danger",
    "nlu_data/intents",
    "nlu_data/rules",
    "nlu_data/talks",
)


def model_path(settings: Settings) -> Path:
    """Where the model of the present data belongs; the name is a hash of all that goes into it."""
    digest = hashlib.sha256()
    for name in _INPUTS:
        start = ROOT / name
        for path in sorted(start.rglob("*")) if start.is_dir() else [start]:
            if path.is_file() and path.suffix != ".pyc":
                digest.update(str(path.relative_to(ROOT)).encode())
                digest.update(path.read_bytes())
    for path in sorted((ROOT / "content" / "passages").glob("*/*.md")):
        digest.update(f"{path.parent.name}/{path.name}{_questions(path)}".encode())
    return settings.build / "models" / f"{digest.hexdigest()[:16]}{ENDING}"


def _questions(path: Path) -> tuple[object, ...]:
    """What a passage answers, in all its wordings: all of the file that the model learns from."""
    meta = read_yaml_text(path.read_text(encoding="utf-8").split("---")[1])
    return meta.get("question"), meta.get("asked_as")


def train_command(folder: Path, name: str) -> list[str]:
    """`rasa train` into a folder. Validation is a step of `make test`; here it would double the wait."""
    arguments = [*lean_rasa(), "train", "--force", "--skip-validation", "--config", "bot/rasa/config.yml"]
    arguments += ["--domain", "bot/rasa/domain", "--data", "nlu_data/intents", "nlu_data/rules"]
    return [*arguments, "--out", str(folder), "--fixed-model-name", name, "--quiet"]


def train_environment(settings: Settings, vectors: Path) -> dict[str, str]:
    """What `rasa train` is told by the environment. vectors: the file where it keeps those it makes."""
    return {**os.environ, **rasa_environment(settings), "SIP_VECTORS": str(vectors)}


def train(settings: Settings, stopping: Stop, say: Callable[[str], None]) -> Path | None:
    """The model of the present data, trained to the side if needed; the last good one when that fails.

    None when there is none at all, or when it was stopped.
    """
    model = model_path(settings)
    if is_whole(model):
        return model
    say("training the model (data or configuration changed; some minutes) …")
    started = time.monotonic()
    draft = settings.build / "training" / model.name
    try:
        draft.parent.mkdir(parents=True, exist_ok=True)
        model.parent.mkdir(parents=True, exist_ok=True)
        trained = _run(train_command(draft.parent, model.name.removesuffix(ENDING)), settings, stopping, say)
        if trained and is_whole(draft):
            draft.replace(model)
            say(f"trained in {time.monotonic() - started:.0f} s")
            return model
    except OSError as error:
        say(f"the model cannot be written: {error.strerror}")
    if stopping.asked:
        return None
    good = last_good(model.parent)
    if good:
        say(f"training failed; keeping the last good model, {good.name}")
    return good


def _run(command: list[str], settings: Settings, stopping: Stop, say: Callable[[str], None]) -> bool:
    """True when it succeeded. Speaks only when it fails."""
    environment = train_environment(settings, settings.build / "vectors.npz")
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, start_new_session=True, stdout=told, stderr=subprocess.STDOUT
        )
        while process.poll() is None:
            if stopping.wait(0.3):
                process.terminate()
                process.wait()
        if process.returncode and not stopping.asked:
            told.seek(0)
            say(told.read().decode(errors="replace"))
        return process.returncode == 0
