"""One gate, the same locally and in CI: named steps, run alone, as the quick half, or all of them.

Usage: python -m bot.tools.check STEP [STEP ...]   each step of `make help`, or `quick`, or `all`
Stops at the first step that fails and prints how long each took. In `quick` and `all` the steps that wait for
no other run two at a time, each with its words kept together.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

from actions.settings import ROOT, Settings
from bot.launch.model import model_path, train
from bot.launch.processes import rasa_binary, rasa_environment
from bot.launch.shutdown import Stop
from bot.tools.debian import install
from bot.tools.evaluate import evaluate_by_lot, service_to_ask

Step = Callable[[], int]
_WIDGET = ROOT / "web_widget"
_SLOW = "running or browser or slow"
_TWO_WORKERS = ("-n", "2", "--dist", "worksteal")
_FILE_BY_FILE = ("-n", "2", "--dist", "loadfile")
_SIDE_BY_SIDE = ("style", "types", "content", "unit", "rasa-components", "rasa-validate", "widget-test")


def main() -> int:
    """Runs the wanted steps. Returns the exit status of the first that failed, else 0."""
    names = sys.argv[1:] or ["all"]
    wanted = _wanted(names)
    paired = [name for name in wanted if name in _SIDE_BY_SIDE and names in (["quick"], ["all"])]
    return _two_at_a_time(paired) or _one_by_one(name for name in wanted if name not in paired)


def _two_at_a_time(names: Iterable[str]) -> int:
    """Runs each step as a run of its own, told when it has ended; after a failure none is begun."""
    failed: dict[str, int] = {}

    def run(name: str) -> None:
        if not failed:
            command = [sys.executable, "-m", "bot.tools.check", name]
            ended = subprocess.run(
                command, cwd=ROOT, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
            )
            print(ended.stdout, end="", flush=True)
            if ended.returncode:
                failed[name] = ended.returncode

    with ThreadPoolExecutor(2) as workers:
        list(workers.map(run, names))
    for name in failed:
        print(f"== {name}: FAILED", flush=True)
    return next(iter(failed.values()), 0)


def _one_by_one(names: Iterable[str]) -> int:
    for name in names:
        print(f"\n== {name}", flush=True)
        started = time.monotonic()
        status = STEPS[name]()
        verdict = "ok" if status == 0 else "FAILED"
        print(f"== {name}: {verdict} ({time.monotonic() - started:.0f} s)", flush=True)
        if status:
            return status
    return 0


def _wanted(names: list[str]) -> list[str]:
    """The steps that the names stand for. Raises SystemExit for a name that is none."""
    covered = [name for name in STEPS if name != "unit"]  # the step coverage runs the same tests
    groups = {"quick": list(QUICK), "all": covered}
    wanted = [step for name in names for step in groups.get(name, [name])]
    unknown = [name for name in wanted if name not in STEPS]
    if unknown:
        raise SystemExit(f"no such step: {', '.join(unknown)}. There are: {', '.join(STEPS)}")
    return wanted


def python(*arguments: str) -> Step:
    """A module run with this environment's interpreter."""
    return lambda: subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, check=False).returncode


def rasa(*arguments: str) -> Step:
    """Rasa's command line, as it serves and trains."""
    return in_rasa("bot.rasa.stub_modules", *arguments)


def in_rasa(*arguments: str) -> Step:
    """A module of Rasa's environment; the packages for tests lie beside it."""
    interpreter = rasa_binary().parent / "python"

    def run() -> int:
        environment = {**os.environ, **rasa_environment(Settings())}
        environment["PYTHONPATH"] = f"{ROOT}{os.pathsep}{ROOT / '.venv' / 'rasa-tests'}"
        command = [str(interpreter), "-m", *arguments]
        return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode

    return run


def style() -> int:
    """Python's lint, then its layout."""
    return python("ruff", "check", ".")() or python("ruff", "format", "--check", "-q", ".")()


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
    if shutil.which("chromium") or os.environ.get("SIP_CHROMIUM") or install("chromium"):
        return 0
    print("Chromium is missing and could not be installed; set SIP_CHROMIUM to one.")
    return 1


def running() -> int:
    """Contract, conversation and browser tests against the running processes; how well they understand."""
    with service_to_ask() as (address, service):
        os.environ["SIP_TEST_URL"] = address
        told = python("pytest", *_FILE_BY_FILE, "-m", "running and not browser")()
        seen = told or python("pytest", *_FILE_BY_FILE, "-m", "browser")()
        return seen or evaluate_by_lot(service, 3)


def widget() -> int:
    """The widget's packages, then types, style, unit tests, and whether dist/ is what src/ builds."""
    if not shutil.which("npm") and not install("nodejs", "npm"):
        print("Node is missing and could not be installed; without it the widget cannot be checked.")
        return 1
    for arguments in (["ci", "--no-audit", "--no-fund", "--silent"], ["run", "check", "--silent"]):
        status = subprocess.run(["npm", *arguments], cwd=_WIDGET, check=False).returncode
        if status:
            return status
    return 0


QUICK: dict[str, Step] = {
    "style": style,
    "types": python("mypy"),
    "content": python("bot.tools.words"),
    "unit": python("pytest", *_TWO_WORKERS, "-m", f"not ({_SLOW})"),
}
STEPS: dict[str, Step] = {
    **QUICK,
    "coverage": python("pytest", *_TWO_WORKERS, "-m", f"not ({_SLOW})", "--cov", "--cov-report=term"),
    "unit-slow": python("pytest", *_FILE_BY_FILE, "-m", "slow and not running and not browser"),
    "widget-test": widget,
    "rasa-components": in_rasa(
        *("pytest", "-q", "-c", "bot/rasa/pytest.ini", "--rootdir", ".", "bot/rasa/tests"),
    ),
    "rasa-validate": rasa(
        *("data", "validate", "--config", "bot/rasa/config.yml", "--domain", "bot/rasa/domain"),
        *("--data", "nlu_data/intents", "nlu_data/rules", "--fail-on-warnings"),
    ),
    "train": trained,
    "rasa-test": conversations,
    "chromium": chromium,
    "attacks": python("tests.safety.harden", "quick"),
    "load-short": python("tests.load", "short"),
    "running": running,
}


if __name__ == "__main__":
    raise SystemExit(main())
