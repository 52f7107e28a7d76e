"""Messages are understood at once in several processes, and none is lost when one of them is."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Text

import pytest

from bot.rasa import side_by_side
from bot.rasa.side_by_side import Fork, Gone, SideBySide

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks are made on Linux only")
HERE = os.getpid()


def understand(text: Text) -> Any:
    """Tells which process understood what. In a fork, some texts end it, keep it, or are too much for it."""
    if text == "fel":
        raise ValueError(text)
    if os.getpid() != HERE and text == "slut":
        os._exit(1)
    if os.getpid() != HERE and text == "fast":
        time.sleep(60)
    if os.getpid() != HERE and text == "otymplig":
        return lambda: None
    time.sleep(0.05)
    return text, os.getpid()


def test_a_fork_understands_one_message_after_the_other() -> None:
    fork = Fork(understand)
    (first, one), (second, other) = fork("hej"), fork("igen")
    assert (first, second) == ("hej", "igen")
    assert one == other != HERE


def test_what_a_fork_cannot_understand_is_an_error_and_it_goes_on() -> None:
    fork = Fork(understand)
    with pytest.raises(ValueError, match="fel"):
        fork("fel")
    assert fork("hej")[0] == "hej"


@pytest.mark.parametrize("text", ["slut", "fast", "otymplig"])
def test_a_fork_that_ends_or_does_not_answer_is_gone(monkeypatch: pytest.MonkeyPatch, text: Text) -> None:
    monkeypatch.setattr(side_by_side, "_PATIENCE", 0.5)
    fork = Fork(understand)
    for asked in (text, "hej"):
        with pytest.raises(Gone):
            fork(asked)


async def test_who_is_alone_is_understood_here_and_the_next_in_a_fork() -> None:
    reader = SideBySide(understand, forks=1)
    assert await reader("hej") == ("hej", HERE)
    (_, one), (_, other) = await asyncio.gather(reader("ett"), reader("två"))
    assert one == HERE != other


async def test_as_many_are_understood_at_a_time_as_there_are_places() -> None:
    reader = SideBySide(understand, forks=2)
    texts = [str(number) for number in range(12)]
    found = await asyncio.gather(*map(reader, texts))
    assert [text for text, _ in found] == texts
    assert len({process for _, process in found}) == 3


async def test_a_message_whose_fork_ends_is_understood_all_the_same_and_those_after_it() -> None:
    reader = SideBySide(understand, forks=1)
    _, (text, process) = await asyncio.gather(reader("hej"), reader("slut"))
    assert (text, process) == ("slut", HERE)
    found = await asyncio.gather(*map(reader, ["ett", "två", "tre"]))
    assert found == [("ett", HERE), ("två", HERE), ("tre", HERE)]


async def test_an_error_takes_no_place() -> None:
    reader = SideBySide(understand, forks=1)
    for _ in range(3):
        found = await asyncio.gather(reader("fel"), reader("fel"), return_exceptions=True)
        assert all(isinstance(one, ValueError) for one in found)
    assert (await reader("hej"))[0] == "hej"


async def test_without_forks_all_are_understood_here() -> None:
    reader = SideBySide(understand, forks=0)
    assert await asyncio.gather(reader("ett"), reader("två")) == [("ett", HERE), ("två", HERE)]


def test_a_fork_ends_with_the_process_that_made_it_also_when_that_is_killed() -> None:
    program = (
        "import os, time\n"
        "from bot.rasa.side_by_side import Fork\n"
        "print(Fork(os.getpid)(), flush=True)\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    fork = Path("/proc") / parent.stdout.readline().decode().strip()
    assert fork.exists()
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    patience = time.monotonic() + 5
    while fork.exists() and _state(fork) != "Z" and time.monotonic() < patience:
        time.sleep(0.05)
    assert not fork.exists() or _state(fork) == "Z"


def _state(process: Path) -> Text:
    return (process / "stat").read_text().rpartition(")")[2].split()[0]
