"""The call to Rasa over a kept-alive connection."""

import asyncio
import hashlib
import itertools
import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import httpcore

from actions.crisis import CrisisSignal
from actions.replies.contract import Context

_TIMEOUT = {"connect": 1.0, "read": 8.0, "write": 8.0, "pool": 8.0}
_MOST_WAITING = 64
_FEW_WAITING = 8
_QUEUE_SECONDS = 2.5
_READY_SECONDS = 1.0
_PARSE_SECONDS = 1.0


class RasaAway(Exception):
    """Rasa cannot answer now; `reason` is a short code for people who run the service."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Reading:
    """How probable it is that a text asks each question (`topic#name`), likeliest first; its danger."""

    likely: dict[str, float]
    danger: CrisisSignal | None = None


class Rasa:
    """Speaks Rasa's REST channel and HTTP API. One instance a process.

    Rasa knows a conversation by a keyed hash of the client's key: whoever reads Rasa's memory or Redis
    cannot go on with a conversation through the public entry point.
    """

    def __init__(self, base_url: str, actions_url: str, token: str) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            max_connections=_MOST_WAITING + 8, max_keepalive_connections=32
        )
        self._url = base_url
        self._actions_health = f"{actions_url}/health"
        self._secret = token.encode()[:64]
        self._query = f"?{urlencode({'token': token})}"
        self._headers: dict[bytes | str, bytes | str] = {
            "Authorization": f"Bearer {token}",
            "Content-Type": "application/json",
        }
        self._waiting: dict[object, float] = {}  # since when, in the order they came
        self._nobody = secrets.token_hex(4)  # too short to be a client's key
        self._warm = False
        self._ready_until = 0.0
        self._asking: asyncio.Task[bool] | None = None

    async def send(
        self,
        sender: str,
        message: str,
        message_id: str | None = None,
        context: Context | None = None,
        step: str | None = None,
    ) -> list[dict[str, Any]]:
        """Rasa's messages for one turn, at least one. A `message_id` sent again gets the same answer.

        The actions read `context` and `step` from the message's metadata.
        Raises RasaAway: "starting", "slow", "busy" when too many wait already, or another code.
        """
        said = {
            "sender": self.conversation(sender),
            "message": message,
            "message_id": message_id,
            "metadata": {
                **({"context": context.model_dump(exclude_none=True)} if context else {}),
                **({"step": step} if step else {}),
            },
        }
        with self._in_line():
            reply = await self._call("POST", f"{self._url}/webhooks/rest/webhook", said)
        messages: list[dict[str, Any]] = json.loads(reply)
        if not messages:
            raise RasaAway("silent")
        return [{**message, "recipient_id": sender} for message in messages]

    async def read(self, text: str) -> Reading:
        """What the model makes of a text that belongs to no conversation.

        Raises RasaAway, "slow" after a second: who asks has something else to show.
        """
        url = f"{self._url}/model/parse{self._query}"
        with self._in_line():
            try:
                reply = await asyncio.wait_for(self._call("POST", url, {"text": text}), _PARSE_SECONDS)
            except TimeoutError as error:
                raise RasaAway("slow") from error
        message = json.loads(reply)
        likely = {row["name"]: row["confidence"] for row in message.get("passages", ())}
        danger = message.get("danger")
        return Reading(likely, CrisisSignal(**danger) if danger else None)

    @contextmanager
    def _in_line(self) -> Iterator[None]:
        """A place among those who wait. Raises RasaAway "busy" when there is none."""
        if self._is_crowded():
            raise RasaAway("busy")
        place = object()
        self._waiting[place] = time.monotonic()
        try:
            yield
        finally:
            del self._waiting[place]

    def _is_crowded(self) -> bool:
        """True when a newcomer would wait in vain: better told at once than after a long wait.

        That is when the queue is full, or when those in its middle have waited long: the machine is slow.
        A few stuck conversations do not shut out the others.
        """
        waiting = len(self._waiting)
        if waiting < _FEW_WAITING or waiting >= _MOST_WAITING:
            return waiting >= _MOST_WAITING
        middle = next(itertools.islice(self._waiting.values(), waiting // 2, None))
        return time.monotonic() - middle > _QUEUE_SECONDS

    async def forget(self, sender: str) -> None:
        """Erases a conversation: the tracker store drops a tracker without events. Raises RasaAway."""
        path = f"/conversations/{self.conversation(sender)}/tracker/events"
        await self._call("PUT", f"{self._url}{path}{self._query}", [])

    def conversation(self, sender: str) -> str:
        """What Rasa calls the conversation of a client's key: 32 hexadecimal digits."""
        return hashlib.blake2b(sender.encode(), key=self._secret, digest_size=16).hexdigest()

    async def is_ready(self) -> bool:
        """True when Rasa, its memory of conversations and the action server answer; a yes holds for a second.

        The first yes comes after a warm-up message. All who ask at once share one question: to ask a Rasa
        that is still slow again and again would keep it so.
        """
        if time.monotonic() < self._ready_until:
            return True
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask_ready())
        return await asyncio.shield(self._asking)

    async def _ask_ready(self) -> bool:
        try:
            await self._call("GET", self._actions_health)
            if not self._warm:
                await self._call("POST", f"{self._url}/model/parse{self._query}", {"text": "hej"})
            await self.forget(self._nobody)  # reaches where conversations are kept, Redis or memory
            self._warm = True
            self._ready_until = time.monotonic() + _READY_SECONDS
        except RasaAway:
            self._warm = False
        return self._warm

    async def close(self) -> None:
        """Closes the connections."""
        await self._pool.aclose()

    async def _call(self, method: str, url: str, said: object = None) -> bytes:
        """What is answered with 200. `said` is sent as JSON."""
        body = None if said is None else json.dumps(said).encode()
        try:
            reply = await self._pool.request(
                method, url, headers=self._headers, content=body, extensions={"timeout": _TIMEOUT}
            )
        except httpcore.ConnectError as error:
            raise RasaAway("starting") from error
        except httpcore.TimeoutException as error:
            raise RasaAway("slow") from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise RasaAway("broken") from error
        if reply.status != 200:
            raise RasaAway(f"status-{reply.status}")
        return reply.content
