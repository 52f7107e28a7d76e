"""Made-up residents of a campaign day: they read, think, ask, sometimes write a request, sometimes search."""

import itertools
import random
import secrets
from collections.abc import Iterator
from typing import Any

import gevent
from locust import FastHttpUser, task
from locust.runners import STATE_RUNNING, STATE_SPAWNING

CHAT = "chat"
ASKED_TO_WAIT = "chat, asked to wait"
PAGE = "page"
_WEBHOOK = "/webhooks/rest/webhook"
_LANDING = ("/", "/widget.js", "/chat.js", "/tasks.js")
_READ = ("vad-ar-sip", "kostnad", "samtycke", "narstaende-begara", "hur-lang-tid", "barn-och-unga")
_ASKED = (
    "vad är en sip?", "vem kan begära det?", "kostar det något?", "får min mamma vara med på mötet?",
    "måste jag säga ja till att de pratar med varandra", "hur lång tid tar det", "vad händer efter mötet",
    "vem ska jag ringa i Skövde", "min son är 14 och skolan vill inte", "/samtycke", "/kostnad",
)  # fmt: skip
_SEARCHED = (
    "/sok?q=samtycke",
    "/sok?q=fast+v%C3%A5rdkontakt",
    "/hitta?plats=Skara",
    "/begrepp/sip",
    "/begrepp?q=plan",
)
_DRAFT = (
    "/skriva-begaran", "mig själv", "Jag har många kontakter och ingen håller ihop dem",
    "Att slippa berätta samma sak om igen", *["hoppa över"] * 9,
)  # fmt: skip
_addresses = itertools.count(1)
_TRIES = 6


class Visitor(FastHttpUser):
    """What every kind of visitor can do."""

    abstract = True
    connection_timeout = network_timeout = 20.0
    haste = 1.0
    address: str  # where the proxy says that the visitor is; set by each kind

    def think(self, least: float, most: float) -> None:
        """Reading, writing, fetching coffee; in seconds of somebody in no haste."""
        gevent.sleep(random.uniform(least, most) / self.haste)

    def read(self, path: str) -> None:
        """A page, sent compressed as to a browser."""
        headers = {"X-Forwarded-For": self.address, "Accept-Encoding": "br, gzip", "Accept": "text/html"}
        self.client.get(path, name=PAGE, headers=headers)

    def say(self, sender: str, message: str) -> None:
        """One message, sent again as the widget does when the service asks to be asked later."""
        body = {"sender": sender, "message": message, "message_id": secrets.token_hex(8)}
        for left in reversed(range(_TRIES)):
            wait = self.post(body, last=not left)
            if wait is None:
                return
            gevent.sleep(wait)

    def post(self, body: dict[str, Any], last: bool) -> float | None:
        """Sends once. The seconds the service asks to wait; None when it answered, or when it is given up."""
        headers = {"X-Forwarded-For": self.address}
        with self.client.post(_WEBHOOK, json=body, headers=headers, name=CHAT, catch_response=True) as reply:
            after = (reply.headers or {}).get("Retry-After") if reply.status_code in (429, 503) else None
            if after and not last:
                reply.request_meta["name"] = ASKED_TO_WAIT
                reply.success()
                return float(after)
            if reply.status_code != 200 and self._is_over():
                reply.request_meta["name"] = f"{CHAT}, cut off at the end of the run"
                reply.success()
            elif reply.status_code != 200:
                reply.failure(f"status {reply.status_code} {getattr(reply, 'error', '')}".strip())
            return None

    def _is_over(self) -> bool:
        runner = self.environment.runner
        return runner is None or runner.state not in (STATE_SPAWNING, STATE_RUNNING)


class Resident(Visitor):
    """One person after another from one address each: a visit lasts some minutes, then somebody new comes."""

    @task
    def visit(self) -> None:
        """A landing page, an answer to read, a talk; one in five writes a request, one in three searches."""
        self.address = _an_address()
        for path in _LANDING:
            self.read(path)
        self.think(4, 12)
        self.read(f"/fragor/{random.choice(_READ)}")
        self.think(15, 45)
        if random.random() < 0.33:
            self.read(random.choice(_SEARCHED))
            self.think(5, 20)
        sender = secrets.token_hex(16)
        for message in self.talk():
            self.say(sender, message)
            self.think(8, 30)
        self.think(5, 15)

    def talk(self) -> Iterator[str]:
        """What is said in one visit."""
        yield from random.sample(_ASKED, random.randint(2, 5))
        if random.random() < 0.2:
            yield from _DRAFT


class Crowd(Visitor):
    """Nobody thinks and everybody comes from somewhere else: more than any machine takes."""

    @task
    def visit(self) -> None:
        """Message after message."""
        self.address = _an_address()
        self.post({"sender": secrets.token_hex(16), "message": random.choice(_ASKED)}, last=False)
        gevent.sleep(0.01)


class Reader(Visitor):
    """Somebody who only reads while the crowd is there."""

    @task
    def visit(self) -> None:
        """A page a second."""
        self.address = _an_address()
        self.read(f"/fragor/{random.choice(_READ)}")
        gevent.sleep(1.0)


def _an_address() -> str:
    """An address of the range that is set aside for load tests; nothing is sent there."""
    number = next(_addresses)
    return f"198.18.{number // 250 % 250}.{number % 250 + 1}"
