"""More messages than can be answered: newcomers are told at once, and nobody waits in vain."""

import asyncio
import time
from typing import Any

import pytest

from bot.web.rasa_client import Rasa, RasaAway


class SlowRasa(Rasa):
    """A Rasa that answers when it is let."""

    def __init__(self) -> None:
        super().__init__("http://127.0.0.1:9", "http://127.0.0.1:9", "a token")
        self.let = asyncio.Event()

    async def _call(self, method: str, url: str, said: object = None) -> bytes:
        await self.let.wait()
        return b'[{"text": "ja"}]'


async def queue(rasa: Rasa, count: int) -> list[asyncio.Task[Any]]:
    waiting = [asyncio.create_task(rasa.send(f"sender{number:016}", "hej")) for number in range(count)]
    await asyncio.sleep(0)
    return waiting


@pytest.mark.parametrize(
    ("before", "seconds", "admitted"),
    [
        (63, 0.0, True),  # a rush that is dealt with quickly
        (64, 0.0, False),  # no room
        (20, 3.0, False),  # few, but the machine is slow
        (7, 7.0, True),  # a handful: the machine may be fine and they may be stuck
    ],
)
def test_a_newcomer_waits_only_where_waiting_helps(
    monkeypatch: pytest.MonkeyPatch, before: int, seconds: float, admitted: bool
) -> None:
    async def scene() -> bool:
        rasa = SlowRasa()
        waiting = await queue(rasa, before)
        now = time.monotonic()
        monkeypatch.setattr(time, "monotonic", lambda: now + seconds)
        newcomer = (await queue(rasa, 1))[0]
        was_told_at_once = newcomer.done()
        rasa.let.set()
        await asyncio.gather(*waiting)
        monkeypatch.undo()
        if was_told_at_once:
            with pytest.raises(RasaAway, match="busy"):
                await newcomer
        else:
            assert (await newcomer)[0]["text"] == "ja"
        assert (await rasa.send("sender-afterwards", "hej"))[0]["text"] == "ja", "recovers at once"
        return not was_told_at_once

    assert asyncio.run(scene()) is admitted


def test_one_stuck_conversation_shuts_nobody_out(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene() -> None:
        rasa = SlowRasa()
        stuck = await queue(rasa, 3)
        now = time.monotonic()
        monkeypatch.setattr(time, "monotonic", lambda: now + 7)
        others = await queue(rasa, 20)
        assert not any(task.done() for task in [*stuck, *others])
        rasa.let.set()
        await asyncio.gather(*stuck, *others)

    asyncio.run(scene())
