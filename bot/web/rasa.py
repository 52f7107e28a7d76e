"""The hop to Rasa over a kept-alive connection."""

from typing import Any

import httpx

_TIMEOUT = httpx.Timeout(8.0, connect=1.0)


class RasaAway(Exception):
    """Rasa cannot answer now; `reason` is a short code for people who run the service."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Rasa:
    """Speaks Rasa's REST channel and HTTP API. One instance a process."""

    def __init__(self, base_url: str, actions_url: str, token: str) -> None:
        limits = httpx.Limits(max_connections=64, max_keepalive_connections=32)
        self._client = httpx.AsyncClient(base_url=base_url, timeout=_TIMEOUT, limits=limits, trust_env=False)
        self._actions_health = f"{actions_url}/health"
        self._token = {"token": token} if token else {}
        self._warm = False

    async def send(self, sender: str, message: str) -> list[dict[str, Any]]:
        """Rasa's messages for one turn, at least one. Raises RasaAway, also when it says nothing."""
        reply = await self._call(
            "POST", "/webhooks/rest/webhook", json={"sender": sender, "message": message}
        )
        messages: list[dict[str, Any]] = reply.json()
        if not messages:
            raise RasaAway("silent")
        return messages

    async def forget(self, sender: str) -> None:
        """Erases a conversation: the tracker store drops a tracker without events. Raises RasaAway."""
        await self._call("PUT", f"/conversations/{sender}/tracker/events", json=[], params=self._token)

    async def is_ready(self) -> bool:
        """True when both Rasa and the action server answer. The first yes comes after a warm-up message."""
        try:
            await self._call("GET", self._actions_health)
            if self._warm:
                await self._call("GET", "/status", params=self._token)
            else:
                await self._call("POST", "/model/parse", params=self._token, json={"text": "hej"})
            self._warm = True
        except RasaAway:
            self._warm = False
        return self._warm

    async def close(self) -> None:
        """Closes the connections."""
        await self._client.aclose()

    async def _call(self, method: str, path: str, **kwargs: Any) -> httpx.Response:
        try:
            reply = await self._client.request(method, path, **kwargs)
        except httpx.ConnectError as error:
            raise RasaAway("starting") from error
        except httpx.TimeoutException as error:
            raise RasaAway("slow") from error
        except httpx.HTTPError as error:
            raise RasaAway("broken") from error
        if reply.status_code != 200:
            raise RasaAway(f"status-{reply.status_code}")
        return reply
