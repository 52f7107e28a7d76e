"""The call to Rasa: one connection for many messages, and each way to fail has its own name."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from actions.crisis import CrisisSignal
from actions.rasa_actions import understanding
from actions.settings import Settings
from bot.web.rasa_client import Rasa, RasaAway, Reading

pytestmark = pytest.mark.slow

SENDER = "0123456789abcdef"
PARTS = b'[{"intent": {"name": "kostnad", "confidence": 0.9}}]'
READ = b"""{"passages": [{"name": "tolk#annan-tolk", "confidence": 0.7}], "danger":
  {"category": "illness", "level": "acute", "person": "self", "acute": 0.9, "heavy": 0.9}}"""


class Listener:
    """A server that gives one answer, and notes the connections and what was asked over them."""

    def __init__(self, status: str = "200 OK", body: bytes = b'[{"text": "ja"}]') -> None:
        self.asked: list[str] = []
        self.connections = 0
        self._reply = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        while head := (await reader.readuntil(b"\r\n\r\n") if not reader.at_eof() else b""):
            length = re.search(rb"(?i)content-length: *(\d+)", head)
            body = await reader.readexactly(int(length[1])) if length else b""
            self.asked.append((head + body).decode())
            writer.write(self._reply)


async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(1)
    writer.close()


@asynccontextmanager
async def listening(
    answer: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
) -> AsyncIterator[str]:
    async def quietly(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await answer(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(quietly, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        await server.wait_closed()


def test_many_messages_go_over_one_connection_with_the_token_and_never_under_the_clients_key() -> None:
    async def scene() -> Listener:
        listener = Listener()
        async with listening(listener) as address:
            rasa = Rasa(address, address, "en nyckel")
            for _ in range(3):
                assert (await rasa.send(SENDER, "hej"))[0] == {"text": "ja", "recipient_id": SENDER}
            await rasa.close()
        return listener

    listener = asyncio.run(scene())
    assert (listener.connections, len(listener.asked)) == (1, 3)
    assert all("Bearer en nyckel" in asked and SENDER not in asked for asked in listener.asked)


def test_what_a_search_means_is_read_without_a_conversation() -> None:
    async def scene() -> tuple[Listener, Reading]:
        listener = Listener(body=READ)
        async with listening(listener) as address:
            rasa = Rasa(address, address, "en nyckel")
            found = await rasa.read("annan tolk")
            await rasa.close()
        return listener, found

    listener, found = asyncio.run(scene())
    assert found == Reading({"tolk#annan-tolk": 0.7}, CrisisSignal("illness", "acute", "self", 0.9, 0.9))
    (asked,) = listener.asked
    assert asked.startswith("POST /model/parse") and "sender" not in asked


def test_a_search_does_not_wait_for_a_slow_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.web.rasa_client._PARSE_SECONDS", 0.05)

    async def silence(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.5)
        writer.close()

    async def scene() -> None:
        async with listening(silence) as address:
            rasa = Rasa(address, address, "en nyckel")
            with pytest.raises(RasaAway, match="slow"):
                await rasa.read("annan tolk")

    asyncio.run(scene())


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Listener("500 Internal Server Error"), "status-500"),
        (Listener(body=b"[]"), "silent"),
        (hang_up, "broken"),
    ],
)
def test_each_way_to_fail_is_told_apart(answer: Listener, reason: str) -> None:
    async def scene() -> None:
        async with listening(answer) as address:
            rasa = Rasa(address, address, "en nyckel")
            with pytest.raises(RasaAway, match=reason):
                await rasa.send(SENDER, "hej")
            await rasa.close()

    asyncio.run(scene())


def test_nobody_there_is_a_rasa_that_is_starting() -> None:
    with pytest.raises(RasaAway, match="starting"):
        asyncio.run(Rasa("http://127.0.0.1:9", "http://127.0.0.1:9", "en nyckel").send(SENDER, "hej"))


@pytest.mark.parametrize(
    ("answer", "read"),
    [
        (Listener(body=PARTS), [("kostnad", 0.9), ("", 0.0)]),
        (Listener("401 Unauthorized"), [("", 0.0)] * 2),
        (hang_up, [("", 0.0)] * 2),
    ],
)
def test_the_parts_of_a_message_are_understood_or_left(
    monkeypatch: pytest.MonkeyPatch, answer: Listener, read: list[tuple[str, float]]
) -> None:
    async def scene() -> list[tuple[str, float]]:
        async with listening(answer) as address:
            port = int(address.rpartition(":")[2])
            settings = Settings().model_copy(update={"rasa_port": port, "rasa_token": "en nyckel"})
            monkeypatch.setattr(understanding, "get_settings", lambda: settings)
            read = await understanding.RasaReader().read(["vad kostar det", ""])
            return [(one.question.topic, one.sure) for one in read]

    assert asyncio.run(scene()) == read
