"""Messages are understood side by side, here and in forks of this process.

Why, and what it gave: docs/decisions/0041-side-by-side.md.
Threads share Python's lock, and left a fifth of two cores idle. A fork shares the model's memory. It is made
before Rasa takes its first call, so that it holds nobody's connection, and it ends with this process.
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import logging
import multiprocessing
import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import Any, Callable, Tuple

Understand = Callable[..., Any]

_MOST_FORKS = 3  # what else Rasa does for a message, in one process, keeps no more busy
_PATIENCE = 4.0  # seconds: half of what the page waits (bot/web/rasa_client.py); it is then understood here
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG
_logger = logging.getLogger(__name__)


class Gone(Exception):
    """The fork ended, or does not answer."""


class Fork:
    """A fork of this process that understands one message at a time."""

    def __init__(self, understand: Understand) -> None:
        self._pipe, theirs = multiprocessing.Pipe()
        making = multiprocessing.get_context("fork")
        self._process = making.Process(target=_answer, args=(theirs, understand, os.getpid()), daemon=True)
        self._process.start()
        theirs.close()

    def __call__(self, *asked: Any) -> Any:
        """What is understood. Raises what understanding raises, and Gone when nothing comes."""
        try:
            self._pipe.send(asked)
            if not self._pipe.poll(_PATIENCE):
                raise EOFError
            found, error = self._pipe.recv()
        except (EOFError, OSError) as lost:
            self._process.kill()
            raise Gone from lost
        if error is not None:
            raise error
        return found


class SideBySide:
    """Understands as many messages at a time as it has places: here when that is free, else in a fork.

    A fork that is gone is not made anew among open connections: what it would have understood is from then on
    understood here, in a thread.
    """

    def __init__(self, understand: Understand, forks: int) -> None:
        gc.collect()
        gc.freeze()  # what the collector marks would be copied into each fork
        ways = [understand, *(Fork(understand) for _ in range(forks))]
        self._understand = understand
        self._threads = ThreadPoolExecutor(len(ways), "understanding")
        self._free: "asyncio.PriorityQueue[Tuple[int, Understand]]" = asyncio.PriorityQueue()
        for place in enumerate(ways):
            self._free.put_nowait(place)

    async def __call__(self, *asked: Any) -> Any:
        """What is understood, once there is a place. Raises what understanding raises."""
        number, way = await self._free.get()
        try:
            return await self._aside(way, *asked)
        except Gone:
            _logger.warning("a fork that understands messages is gone")
            way = self._understand
            return await self._aside(way, *asked)
        finally:
            self._free.put_nowait((number, way))

    async def _aside(self, way: Understand, *asked: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._threads, way, *asked)


def forks_here() -> int:
    """How many forks this machine has cores for, beside this process."""
    if sys.platform != "linux":  # elsewhere a fork does not end with its parent
        return 0
    return min(len(os.sched_getaffinity(0)) - 1, _MOST_FORKS)


def _answer(pipe: Connection, understand: Understand, parent: int) -> None:
    """The life of a fork."""
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    while os.getppid() == parent:
        asked = pipe.recv()
        try:
            answer = understand(*asked), None
        except Exception as error:
            answer = None, error
        pipe.send(answer)
