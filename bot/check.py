"""`make test`: one gate, the same locally and in CI. Stops at the first step that fails."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from actions.settings import ROOT, Settings
from bot.debian import install
from bot.evaluate import evaluate, service_to_ask
from bot.launch.model import model_path, train
from bot.launch.processes import rasa_binary, rasa_environment
from bot.launch.stopping import Stop

Step = Callable[[], int]


@dataclass(frozen=True)
class Check:
    """One step: its name and what it does, returning an exit status."""

    name: str
    run: Step


def main() -> int:
    """Runs the quick checks, or all of them, and prints how long each took."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else "all"
    checks = QUICK if wanted == "quick" else QUICK + FULL
    for check in checks:
        print(f"\n== {check.name}", flush=True)
        started = time.monotonic()
        status = check.run()
        print(
            f"== {check.name}: {'ok' if status == 0 else 'FAILED'} ({time.monotonic() - started:.0f} s)",
            flush=True,
        )
        if status:
            return status
    return 0


def python(*arguments: str) -> Step:
    """A module run with this environment's interpreter."""
    return lambda: subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, check=False).returncode


def rasa(*arguments: str) -> Step:
    """A Rasa command, run in Rasa's own environment."""
    environment = {**os.environ, **rasa_environment(Settings())}
    return lambda: (
        subprocess.run([str(rasa_binary()), *arguments], cwd=ROOT, env=environment, check=False).returncode
    )


def components() -> int:
    """Tests of Rasa's own components, in Rasa's environment."""
    interpreter = rasa_binary().parent / "python"
    environment = {**os.environ, **rasa_environment(Settings())}
    arguments = [
        str(interpreter),
        "-m",
        "pytest",
        "-q",
        "-c",
        "bot/rasa/pytest.ini",
        "--rootdir",
        ".",
        "bot/rasa/tests",
    ]
    return subprocess.run(arguments, cwd=ROOT, env=environment, check=False).returncode


def trained() -> int:
    """Trains when needed."""
    return 0 if train(Settings(), Stop(), print) else 1


def conversations() -> int:
    """Rasa's own conversation tests, with the trained model."""
    arguments = ["--stories", "nlu_data/tests/conversations", "--e2e", "--fail-on-prediction-errors"]
    model = model_path(Settings())
    out = Settings().build / "rasa-test"
    return rasa("test", "core", *arguments, "--model", str(model), "--out", str(out), "--no-plot")()


def chromium() -> int:
    """Debian's Chromium, installed when this is a bare machine."""
    if shutil.which("chromium") or os.environ.get("SIP_CHROMIUM"):
        return 0
    if not install("chromium"):
        print("Chromium is missing and could not be installed; set SIP_CHROMIUM to one.")
        return 1
    return 0


def whole() -> int:
    """Contract, dialogue and browser tests against the running processes; how well they understand."""
    with service_to_ask() as (address, service):
        os.environ["SIP_TEST_URL"] = address
        return python("pytest", "-m", "running or browser")() or evaluate(service)


def widget_units() -> int:
    """The widget's own unit tests, where Node is at hand; the built files meet Chromium either way."""
    if not shutil.which("npm"):
        print("no Node here: skipped")
        return 0
    folder = ROOT / "web_widget"
    for arguments in (["npm", "ci", "--no-audit", "--no-fund", "--silent"], ["npm", "test", "--silent"]):
        status = subprocess.run(arguments, cwd=folder, check=False).returncode
        if status:
            return status
    return 0


QUICK = [
    Check("style", python("ruff", "check", ".")),
    Check("types", python("mypy")),
    Check("content", python("bot.words")),
    Check("units", python("pytest", "-m", "not running and not browser")),
]
FULL = [
    Check("widget units", widget_units),
    Check("rasa components", components),
    Check(
        "rasa data validate",
        rasa("data", "validate", "--config", "bot/rasa/config.yml", "--domain", "bot/rasa/domain",
             "--data", "nlu_data/intents", "nlu_data/rules", "--fail-on-warnings"),
    ),
    Check("training", trained),
    Check("rasa test", conversations),
    Check("chromium", chromium),
    Check("safety: attacks", python("tests.safety.harden", "quick")),
    Check("load, shortened", python("tests.load", "short")),
    Check("the whole, running", whole),
]  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())
