"""Trains Rasa's model when its data, configuration or components changed, and only then."""

import hashlib
import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from actions.settings import ROOT, Settings
from bot.launch.processes import rasa_binary, rasa_environment
from bot.launch.stopping import Stop

_INPUTS = (
    "bot/rasa/config.yml",
    "bot/rasa/requirements.lock",
    "bot/rasa/domain",
    "bot/rasa/components",
    "nlu_data/intents",
    "nlu_data/rules",
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
    return settings.build / "models" / f"{digest.hexdigest()[:16]}.tar.gz"


def train_command(settings: Settings, model: Path) -> list[str]:
    """Stock `rasa train`, to the side; the finished model appears under its name at the end."""
    arguments = [
        str(rasa_binary()),
        "train",
        "--config",
        "bot/rasa/config.yml",
        "--domain",
        "bot/rasa/domain",
    ]
    arguments += ["--data", "nlu_data/intents", "nlu_data/rules", "--out", str(model.parent)]
    return [*arguments, "--fixed-model-name", model.name.removesuffix(".tar.gz"), "--quiet"]


def train(settings: Settings, stopping: Stop, say: Callable[[str], None]) -> bool:
    """True when a model for the present data is there, freshly trained if needed."""
    model = model_path(settings)
    if model.exists():
        return True
    say("training the model (data or configuration changed; about two minutes) …")
    started = time.monotonic()
    model.parent.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, **rasa_environment(settings)}
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(
            train_command(settings, model),
            cwd=ROOT,
            env=environment,
            start_new_session=True,
            stdout=told,
            stderr=subprocess.STDOUT,
        )
        while process.poll() is None:
            if stopping.wait(0.3):
                process.terminate()
                process.wait()
                return False
        if process.returncode == 0 and model.exists():
            say(f"trained in {time.monotonic() - started:.0f} s")
            return True
        told.seek(0)
        say(told.read().decode(errors="replace"))
        return False
