"""One of the three processes: started, watched, started again with growing pauses, stopped."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from bot.launch.looking import answers
from bot.launch.processes import Command
from bot.launch.saying import say
from bot.launch.stopping import Stop

_LONGEST_PAUSE = 30.0
_STEADY_SECONDS = 60.0
_PATIENCE_SECONDS = 12.0
_LOOK_SECONDS = 5.0
_LOOK_TIMEOUT = 10.0
_MOST_MISSED = 4  # a minute of silence: a busy machine must not look like a hanging process
_IDLE_TICKS = 10  # a tenth of a second between two looks
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


class Child:
    """A process that is started again, with growing pauses, until it is stopped.

    A process that has answered before, and then several looks in a row neither answers nor works, hangs:
    it is ended and started again. One that is only busy is left alone.
    `restarted` is told its name each time.
    """

    def __init__(self, name: str, command: Command, stopping: Stop, restarted: Callable[[str], None]) -> None:
        self.name, self._command, self._stopping = name, command, stopping
        self._restarted = restarted
        self._process: subprocess.Popen[bytes] | None = None
        self._watcher = threading.Thread(target=self._watch, name=name, daemon=True)

    def start(self) -> None:
        """Starts the process and its watcher."""
        self._watcher.start()

    def stop(self) -> None:
        """Asks the process to end, waits, and ends it for good when it does not."""
        self._stopping.ask()
        process = self._process
        if process and process.poll() is None:
            process.terminate()
            try:
                process.wait(_PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
        self._watcher.join(_PATIENCE_SECONDS)

    def _watch(self) -> None:
        pause = 1.0
        while not self._stopping.asked:
            started = time.monotonic()
            self._process = subprocess.Popen(
                self._command.arguments,
                env={**os.environ, **self._command.environment},
                start_new_session=True,
                preexec_fn=_end_with_parent,
            )
            if self._stopping.asked:
                self._process.terminate()
            status = self._look_after(self._process)
            if self._stopping.asked:
                return
            pause = 1.0 if time.monotonic() - started > _STEADY_SECONDS else min(pause * 2, _LONGEST_PAUSE)
            say(f"{self.name} ended ({status}); starting it again in {pause:.0f} s")
            self._restarted(self.name)
            self._stopping.wait(pause)

    def _look_after(self, process: "subprocess.Popen[bytes]") -> int:
        """The exit status, when it has ended by itself or was hanging and had to be ended."""
        answered, missed, worked = False, 0, 0
        while True:
            try:
                return process.wait(_LOOK_SECONDS)
            except subprocess.TimeoutExpired:
                well = self._answers()
            before, worked = worked, _work_done(process.pid)
            answered = answered or well
            missed = 0 if well or not answered or worked - before > _IDLE_TICKS else missed + 1
            if missed >= _MOST_MISSED and not self._stopping.asked:
                process.kill()

    def _answers(self) -> bool:
        return answers(self._command.health, _LOOK_TIMEOUT)


def _work_done(pid: int) -> int:
    """Clock ticks of processor time the process has used; 0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return int(fields[11]) + int(fields[12])


def _end_with_parent() -> None:
    """In the child, before it runs: when the launcher is killed, its processes must not live on."""
    if _LIBC:
        _LIBC.prctl(_DIE_WITH_PARENT, signal.SIGTERM)
