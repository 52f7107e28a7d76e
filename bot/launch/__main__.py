"""`make run`: content, model and the three processes, until it is stopped.

`python -m bot.launch web` (or `actions`, `rasa`) runs that one alone; all three need the same SIP_RASA_TOKEN,
and one loopback.
"""

import os
import resource
import secrets
import signal
import sys
import time
from pathlib import Path

from actions.settings import Settings
from bot.launch.alone import become
from bot.launch.console import fail, say
from bot.launch.content import publish
from bot.launch.health_probe import answers, own_address
from bot.launch.model import model_path, train
from bot.launch.model_registry import spare
from bot.launch.processes import NAMES, commands, rasa_binary
from bot.launch.restarts import Restarts
from bot.launch.shutdown import Stop
from bot.launch.start_checks import problem, read_settings
from bot.launch.watching import Child

_LOOK_TIMEOUT = 2.0
_FIRST_PAGE_SECONDS = 6.0
_MOST_FILES = 65_536


def main() -> int:
    """Starts everything and watches it, or becomes one process. Returns the exit status."""
    alone = sys.argv[1] if sys.argv[1:] else ""
    leave_no_core()
    allow_many_connections()
    settings = checked(alone)
    if isinstance(settings, str):
        return fail(settings)
    if not settings.operators:
        say("SIP_OPERATORS is not set: the pages say that nobody has told who offers the service.")
    published = publish(settings, say)
    if not published:
        return 1
    os.environ["SIP_CONTENT"] = str(published.content)
    stopping = Stop()
    if alone:
        return become(published, alone, stopping)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stopping.ask)
    return serve(published, stopping)


def checked(alone: str) -> Settings | str:
    """The settings, or why nothing may start with them; a secret is made where all start together."""
    if alone and alone not in NAMES:
        return f"there is no process {alone}; they are {', '.join(NAMES)}."
    settings = read_settings()
    if isinstance(settings, str):
        return settings
    if not (settings.rasa_token or settings.redis_url or alone):
        os.environ["SIP_RASA_TOKEN"] = secrets.token_urlsafe(24)
        settings = Settings()
    if not rasa_binary().exists():
        return "Rasa's environment is missing; start with `make run`, which makes it."
    return problem(settings, (alone,) if alone else NAMES) or settings


def leave_no_core() -> None:
    """A crash of this or any process started here writes no memory to disk.

    One byte and not zero: zero is passed over when the system pipes dumps to a program.
    """
    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    limit = 1 if hard == resource.RLIM_INFINITY else min(1, hard)
    resource.setrlimit(resource.RLIMIT_CORE, (limit, limit))


def allow_many_connections() -> None:
    """This and any process started here may hold as many files open as the system grants."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    granted = _MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, _MOST_FILES)
    resource.setrlimit(resource.RLIMIT_NOFILE, (granted, hard))


def serve(settings: Settings, stopping: Stop) -> int:
    """Runs web at once, then actions, then Rasa when its model is there."""
    children: list[Child] = []
    restarts = Restarts(settings.build)

    def start(name: str, *models: Path) -> None:
        ways = [commands(settings, model)[name] for model in models]
        children.append(Child(name, ways, stopping, restarts))
        children[-1].start()

    try:
        start("web", model_path(settings))
        wait_for_page(settings, stopping)
        start("actions", model_path(settings))
        say(f"the site is on {own_address(settings.host, settings.port)} (the chat is starting)")
        model = train(settings, stopping, say)
        if not model:
            return 0 if stopping.asked else fail("training failed; see the lines above.")
        start("rasa", model, *filter(None, [spare(model)]))
        announce_ready(settings, stopping)
        stopping.wait()
        say("stopping …")
        return 1 if stopping.failed else 0
    finally:
        stopping.ask()
        # The web first, so that what is under way is answered; what it leans on after it.
        for child in sorted(children, key=lambda child: ("web", "rasa", "actions").index(child.name)):
            child.stop()


def announce_ready(settings: Settings, stopping: Stop) -> None:
    """Says once when the chat can answer; goes on watching silently if it takes long."""
    started = time.monotonic()
    while not stopping.wait(0.5):
        if answers(f"{own_address(settings.host, settings.port)}/readyz", _LOOK_TIMEOUT):
            say(f"ready: the chat answers (after {time.monotonic() - started:.0f} s)")
            return


def wait_for_page(settings: Settings, stopping: Stop) -> None:
    """Returns when the site answers, or after some seconds. Three processes share two cores badly."""
    patience = time.monotonic() + _FIRST_PAGE_SECONDS
    while time.monotonic() < patience and not stopping.wait(0.1):
        if answers(f"{own_address(settings.host, settings.port)}/healthz", _LOOK_TIMEOUT):
            return


if __name__ == "__main__":
    raise SystemExit(main())
