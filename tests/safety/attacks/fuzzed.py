"""Tens of thousands of strange requests: none is a fault of ours, none hangs, none puts markup on a page."""

import time
from pathlib import Path

import httpx

from bot.tools.running_service import Service
from tests.fuzz.bodies import strange
from tests.fuzz.judging import faults
from tests.fuzz.nasty import NASTY
from tests.fuzz.schema import operations, try_out
from tests.fuzz.stage import site_with_parrot
from tests.fuzz.ways_in import Request, posted, requests, said, send
from tests.safety.attacks.outcome import Outcome
from tests.site import TestClient

_LONGEST_SECONDS = 10.0
_TRIES = 5


def attack(folder: Path, examples: int) -> Outcome:
    """The web process alone, with a Rasa that says everything back: every string through every way in."""
    outcome = Outcome("strange requests to the web process")
    app = site_with_parrot(folder)
    with TestClient(app, raise_server_exceptions=False) as client:

        def call(request: Request) -> None:
            judge(client, request, outcome)

        for text in NASTY.values():
            for request in requests(text):
                call(request)
        for request in strange():
            call(request)
        for operation in operations(app):
            try_out(operation, examples, call)
    return outcome


def attack_whole(service: Service) -> Outcome:
    """The strings that get past the web process, through Rasa and the action server too."""
    outcome = Outcome("strange messages through all three processes")
    with httpx.Client(base_url=service.address, timeout=_LONGEST_SECONDS, trust_env=False) as client:
        for text in NASTY.values():
            for request in (
                said(text),
                said("/" + text),
                said("/skriva-begaran"),
                said("mig själv"),
                said(text),
            ):
                judge(client, request, outcome)
            judge(client, posted("/chatta", {"text": text}), outcome)
    return outcome


def judge(client: httpx.Client, request: Request, outcome: Outcome) -> None:
    """Counts one request. Tried again while the service is busy, but 'away' is no answer in the end."""
    for _ in range(_TRIES):
        began = time.monotonic()
        try:
            reply = send(client, request)
        except httpx.InvalidURL:  # made up too long for this client to send: nothing was tried
            return
        except httpx.HTTPError as error:
            outcome.count(False, f"{request.method} {request.path[:60]}: {type(error).__name__}")
            return
        if reply.status_code != 503:
            break
        time.sleep(1)
    wrong = faults(reply) or ([f"still {reply.status_code}"] if reply.status_code == 503 else [])
    if time.monotonic() - began > _LONGEST_SECONDS:
        wrong.append("too slow")
    outcome.count(not wrong, f"{request.method} {request.path[:60]}: {', '.join(wrong)}")
