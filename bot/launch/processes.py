"""The command of each of the three processes."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import quote

from actions.settings import ROOT, Settings
from bot.launch.health_probe import own_address
from bot.launch.model_registry import note_answer

NAMES = ("web", "actions", "rasa")
_LOGGING = str(ROOT / "bot" / "logging.yml")
_RASA = ROOT / "bot" / "rasa"
_FINISH_SECONDS = "9"  # what is under way may take as long as the call to Rasa
# Longer than Rasa keeps its side of a connection: nothing is sent into one that is just being closed.
_KEPT_SECONDS = "60"


@dataclass(frozen=True)
class Command:
    """What to run, with which additions to the environment, and the address that answers while it is well.

    `question` is posted to that address. `material` is what may be at fault when it never answers, and
    `answered` is told each time it does for the first time since it was started.
    """

    arguments: Sequence[str]
    environment: Mapping[str, str]
    health: str
    question: bytes = b""
    material: str = ""
    answered: Callable[[], None] | None = None


def rasa_binary() -> Path:
    """Rasa's command in its own environment."""
    return Path(os.environ.get("SIP_RASA_VENV", ROOT / ".venv" / "rasa")) / "bin" / "rasa"


def lean_rasa() -> list[str]:
    """Rasa's command line without the packages that this project never uses."""
    return [str(rasa_binary().parent / "python"), "-m", "bot.rasa.stub_modules"]


def rasa_environment(settings: Settings) -> dict[str, str]:
    """Quiet, offline, two threads: what Rasa is told by the environment."""
    return {
        "PYTHONPATH": str(ROOT),
        "RASA_TELEMETRY_ENABLED": "false",
        "SIP_ACTIONS_PORT": str(settings.actions_port),
        "SIP_RASA_TOKEN": settings.rasa_token,
        "TF_CPP_MIN_LOG_LEVEL": "3",
        # Threads of linear algebra wait by spinning: with other work about, one is far cheaper than two.
        "OMP_NUM_THREADS": "1",
        # Large arrays go back to the system when they are done with: unpacking the encoder left 70 MB behind.
        "MALLOC_MMAP_THRESHOLD_": "131072",
        "CUDA_VISIBLE_DEVICES": "",
        # So many seconds a Rasa that dies in the middle of a message holds the conversation's lock in Redis.
        "TICKET_LOCK_LIFETIME": "20",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "PYTHONWARNINGS": "ignore",
        "LOG_LEVEL_LIBRARIES": "ERROR",
    }


def commands(settings: Settings, model: Path) -> dict[str, Command]:
    """The command of each process, by name."""
    return {"web": _web(settings), "actions": _actions(settings), "rasa": _rasa(settings, model)}


def _web(settings: Settings) -> Command:
    arguments = [sys.executable, "-m", "bot.web"]
    environment = {"PYTHONPATH": str(ROOT), "SIP_RASA_TOKEN": settings.rasa_token, "MALLOC_ARENA_MAX": "2"}
    return Command(arguments, environment, f"{own_address(settings.host, settings.port)}/healthz")


def _actions(settings: Settings) -> Command:
    arguments = [sys.executable, "-m", "uvicorn", "bot.actions_server:create_app", "--factory"]
    arguments += ["--host", "127.0.0.1", "--port", str(settings.actions_port)]
    arguments += ["--no-access-log", "--no-server-header", "--log-config", _LOGGING]
    arguments += ["--timeout-keep-alive", _KEPT_SECONDS, "--timeout-graceful-shutdown", _FINISH_SECONDS]
    environment = {"PYTHONPATH": str(ROOT), "SIP_RASA_TOKEN": settings.rasa_token}
    return Command(arguments, environment, f"{settings.actions_url}/health")


def _rasa(settings: Settings, model: Path) -> Command:
    endpoints = "endpoints.redis.yml" if settings.redis_url else "endpoints.yml"
    arguments = [*lean_rasa(), "run"]
    arguments += ["--model", str(model), "--enable-api", "--quiet"]
    arguments += ["--interface", "127.0.0.1"]
    arguments += ["-p", str(settings.rasa_port)]
    arguments += ["--endpoints", str(_RASA / endpoints), "--credentials", str(_RASA / "credentials.yml")]
    arguments += ["--logging-config-file", _LOGGING]
    environment = rasa_environment(settings)
    if settings.redis_url:
        environment["SIP_REDIS_URL"] = settings.redis_url
    # Rasa runs and greets without a model too; that it understands a word shows that it has one.
    health = f"{settings.rasa_url}/model/parse?token={quote(settings.rasa_token)}"
    return Command(
        arguments, environment, health, b'{"text": "hej"}', model.name, partial(note_answer, model)
    )
