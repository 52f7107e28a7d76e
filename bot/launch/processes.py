"""The three processes: how they are started, watched and stopped."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from actions.settings import ROOT, Settings
from bot.launch.stopping import Stop

_LONGEST_PAUSE = 30.0
_STEADY_SECONDS = 60.0
_PATIENCE_SECONDS = 10.0


@dataclass(frozen=True)
class Command:
    """What to run and with which additions to the environment."""

    arguments: Sequence[str]
    environment: Mapping[str, str]


def rasa_binary() -> Path:
    """Rasa's command in its own environment."""
    return Path(os.environ.get("SIP_RASA_VENV", ROOT / ".venv" / "rasa")) / "bin" / "rasa"


def rasa_environment(settings: Settings) -> dict[str, str]:
    """Quiet, offline, two threads: what Rasa is told by the environment."""
    return {
        "PYTHONPATH": str(ROOT),
        "RASA_TELEMETRY_ENABLED": "false",
        "SIP_ACTIONS_PORT": str(settings.actions_port),
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "PYTHONWARNINGS": "ignore",
        "LOG_LEVEL_LIBRARIES": "ERROR",
    }


def commands(settings: Settings, model: Path) -> dict[str, Command]:
    """The command of each process, by name."""
    port, actions_port, rasa_port = str(settings.port), str(settings.actions_port), str(settings.rasa_port)
    rasa_folder = ROOT / "bot" / "rasa"
    python_path = {"PYTHONPATH": str(ROOT)}
    web = [sys.executable, "-m", "uvicorn", "bot.web.app:create_app", "--factory", "--host", settings.host]
    web += ["--port", port, "--no-access-log", "--no-server-header", "--log-level", "warning"]
    actions = [sys.executable, "-m", "uvicorn", "bot.actions_server:create_app", "--factory"]
    actions += ["--host", "127.0.0.1", "--port", actions_port, "--no-access-log", "--log-level", "warning"]
    rasa = [str(rasa_binary().parent / "python"), "-m", "bot.rasa.serve", "run"]
    rasa += ["--model", str(model), "--enable-api", "--quiet"]
    rasa += ["--auth-token", settings.rasa_token, "--interface", "127.0.0.1", "-p", rasa_port]
    rasa += [
        "--endpoints",
        str(rasa_folder / "endpoints.yml"),
        "--credentials",
        str(rasa_folder / "credentials.yml"),
    ]
    rasa += ["--logging-config-file", str(rasa_folder / "logging.yml")]
    return {
        "web": Command(web, python_path),
        "actions": Command(actions, python_path),
        "rasa": Command(rasa, rasa_environment(settings)),
    }


class Child:
    """A process that is started again, with growing pauses, until it is stopped."""

    def __init__(self, name: str, command: Command, stopping: Stop) -> None:
        self._name, self._command, self._stopping = name, command, stopping
        self._process: subprocess.Popen[bytes] | None = None
        self._watcher = threading.Thread(target=self._watch, name=name, daemon=True)

    def start(self) -> None:
        """Starts the process and its watcher."""
        self._watcher.start()

    def stop(self) -> None:
        """Asks the process to end, waits, and ends it for good when it does not."""
        self._stopping.ask()
        process = self._process
        if process and process.poll() is None:
            process.terminate()
            try:
                process.wait(_PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
        self._watcher.join(_PATIENCE_SECONDS)

    def _watch(self) -> None:
        pause = 1.0
        while not self._stopping.asked:
            started = time.monotonic()
            self._process = subprocess.Popen(
                self._command.arguments,
                env={**os.environ, **self._command.environment},
                start_new_session=True,
            )
            if self._stopping.asked:
                self._process.terminate()
            status = self._process.wait()
            if self._stopping.asked:
                return
            pause = 1.0 if time.monotonic() - started > _STEADY_SECONDS else min(pause * 2, _LONGEST_PAUSE)
            print(
                f"sip-guiden: {self._name} ended ({status}); starting it again in {pause:.0f} s", flush=True
            )
            self._stopping.wait(pause)
