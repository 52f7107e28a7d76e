"""Each process killed or frozen: it comes back, and meanwhile the page says what is the matter."""

import secrets
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial

import httpx

from bot.tools.running_service import Service, wait_until_ready
from tests.safety.attacks.outcome import Outcome
from tests.safety.attacks.talkers import WEBHOOK


def attack(service: Service, blow: signal.Signals) -> Outcome:
    """Strikes each process once. A page is there all the while unless the web process itself is struck."""
    outcome = Outcome(f"each process struck once: {blow.name}")
    for name in ("web", "actions", "rasa"):
        began = time.monotonic()
        process = service.child(name)
        if process is None:
            outcome.count(False, f"{name} was not there")
            continue
        process.send_signal(blow)
        message = {
            "sender": secrets.token_hex(16),
            "message": "vad är en sip?",
            "message_id": secrets.token_hex(8),
        }
        ask(service, message)
        while name != "web" and time.monotonic() - began < 1.5:
            outcome.count(gives_a_clear_answer(service), f"{blow.name} {name}: no clear answer")
        time.sleep(0.5)
        wait_until_changed(service, name, process.pid)
        wait_until_ready(service.address, service.process)
        outcome.count(
            ask(service, message) == 200, f"{blow.name} {name}: a message sent again gets no answer"
        )
        outcome.notes.append(f"{name}: the chat answers again after {time.monotonic() - began:.0f} s")
    rasa = service.child("rasa")
    for fork in rasa.children() if rasa else ():
        fork.send_signal(blow)
        for number, status in enumerate(ask_at_once(service, 4)):
            outcome.count(status == 200, f"{blow.name} a fork of rasa: message {number} gets no answer")
    return outcome


def ask_at_once(service: Service, count: int) -> list[int | None]:
    """What `ask` tells of several messages sent together, each in a talk of its own."""
    messages = [{"sender": secrets.token_hex(16), "message": "vad är en sip?"} for _ in range(count)]
    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(partial(ask, service), messages))


def ask(service: Service, message: dict[str, str]) -> int | None:
    """The status of the answer; None when there is none within ten seconds."""
    try:
        return httpx.post(
            f"{service.address}{WEBHOOK}", json=message, timeout=10, trust_env=False
        ).status_code
    except httpx.HTTPError:
        return None


def wait_until_changed(service: Service, name: str, pid: int) -> None:
    """Returns when another process has taken the place of this one. Raises TimeoutError after two minutes."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        process = service.child(name)
        if process and process.pid != pid:
            return
        time.sleep(0.2)
    raise TimeoutError(name)


def wait_until_up(address: str) -> None:
    """Returns when the address gives 200. Raises TimeoutError after a minute."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with suppress(httpx.HTTPError):
            if httpx.get(address, timeout=5, trust_env=False).status_code == 200:
                return
        time.sleep(0.2)
    raise TimeoutError(address)


def gives_a_clear_answer(service: Service) -> bool:
    """A page is read, and a message is answered or refused in words, within ten seconds."""
    try:
        page = httpx.get(f"{service.address}/fragor/vad-ar-sip", timeout=5, trust_env=False)
        body = {"sender": secrets.token_hex(16), "message": "vad är en sip?"}
        reply = httpx.post(f"{service.address}{WEBHOOK}", json=body, timeout=12, trust_env=False)
    except httpx.HTTPError:
        return False
    told = reply.status_code == 200 or (reply.status_code == 503 and reply.json()["message"])
    return page.status_code == 200 and bool(told)
