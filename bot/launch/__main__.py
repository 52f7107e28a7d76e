"""`make run`: content, model and the three processes, until it is stopped."""

import os
import secrets
import signal
import socket
import sys
import time

import httpx

from actions.content.build import build, is_current
from actions.content.problems import ContentError
from actions.settings import Settings
from bot.launch.model import model_path, train
from bot.launch.processes import Child, commands, rasa_binary
from bot.launch.stopping import Stop


def main() -> int:
    """Starts everything and watches it. Returns the exit status."""
    os.environ.setdefault("SIP_RASA_TOKEN", secrets.token_urlsafe(24))
    settings = Settings()
    taken = [port for port in (settings.port, settings.rasa_port, settings.actions_port) if not is_free(port)]
    if taken:
        return fail(f"port {taken[0]} is in use; set SIP_PORT, SIP_RASA_PORT or SIP_ACTIONS_PORT to others.")
    if not rasa_binary().exists():
        return fail("Rasa's environment is missing; start with `make run`, which makes it.")
    if not is_current(settings.content, settings.database):
        say("compiling content …")
        try:
            build(settings.content, settings.database)
        except ContentError as error:
            if not settings.database.exists():
                return fail(f"content cannot be published:\n{error}")
            say(f"content has errors, keeping the last good version:\n{error}")
    stopping = Stop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stopping.ask)
    return serve(settings, stopping)


def serve(settings: Settings, stopping: Stop) -> int:
    """Runs web at once, then actions, then Rasa when its model is there."""
    wanted = commands(settings, model_path(settings))
    children = [Child("web", wanted["web"], stopping), Child("actions", wanted["actions"], stopping)]
    for child in children:
        child.start()
    say(f"the site is on http://{settings.host}:{settings.port} (the chat is starting)")
    try:
        if not train(settings, stopping, say):
            return 0 if stopping.asked else fail("training failed; see the lines above.")
        rasa = Child("rasa", wanted["rasa"], stopping)
        children.append(rasa)
        rasa.start()
        announce_ready(settings, stopping)
        stopping.wait()
        say("stopping …")
        return 0
    finally:
        stopping.ask()
        for child in reversed(children):
            child.stop()


def announce_ready(settings: Settings, stopping: Stop) -> None:
    """Says once when the chat can answer; goes on watching silently if it takes long."""
    started = time.monotonic()
    while not stopping.wait(0.5):
        try:
            ready = httpx.get(f"http://127.0.0.1:{settings.port}/readyz", timeout=2, trust_env=False)
        except httpx.HTTPError:
            continue
        if ready.status_code == 200:
            say(f"ready: the chat answers (after {time.monotonic() - started:.0f} s)")
            return


def is_free(port: int) -> bool:
    """True when nothing listens on the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def say(text: str) -> None:
    """Progress for the person who started this."""
    print(f"sip-guiden: {text}", flush=True)


def fail(reason: str) -> int:
    """One clear line on standard error."""
    print(f"sip-guiden: {reason}", file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
