"""One of the three processes: started, watched, started again with growing pauses, stopped."""

import itertools
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.launch.console import say
from bot.launch.hang_detection import Silence
from bot.launch.health_probe import answers
from bot.launch.processes import Command
from bot.launch.shutdown import Stop

_LONGEST_PAUSE = 30.0
_STEADY_SECONDS = 60.0
_PATIENCE_SECONDS = 12.0
_LOOK_SECONDS = 5.0
_LOOK_TIMEOUT = 10.0
_TRIES = 2  # the second shows that the first was no accident
_TIED = Path(__file__).with_name("tied.py")


class Child:
    """A process that is started again, with growing pauses, until it is stopped.

    One that hangs is ended and started again. When it was started twice without ever answering, the next of
    its commands has its turn. `restarted` is told its name each time.
    """

    def __init__(
        self, name: str, commands: Sequence[Command], stopping: Stop, restarted: Callable[[str], None]
    ) -> None:
        self.name, self._stopping, self._restarted = name, stopping, restarted
        self._commands = itertools.cycle(commands)
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
        try:
            self._watch_on()
        except BaseException as error:  # what nobody watches would end unseen: better the whole service ends
            say(f"the watcher of {self.name} failed ({type(error).__name__}); stopping")
            self._stopping.fail()

    def _watch_on(self) -> None:
        command, pause, tries = next(self._commands), 1.0, 0
        while not self._stopping.asked:
            started = time.monotonic()
            ended, has_answered = self._run(command)
            if self._stopping.asked:
                return
            pause = 1.0 if time.monotonic() - started > _STEADY_SECONDS else min(pause * 2, _LONGEST_PAUSE)
            say(f"{self.name} ended ({ended}); starting it again in {pause:.0f} s")
            self._restarted(self.name)
            self._stopping.wait(pause)
            tries = 0 if has_answered else tries + 1
            if tries >= _TRIES:
                command, tries = self._next_after(command), 0

    def _next_after(self, command: Command) -> Command:
        chosen = next(self._commands)
        if chosen is not command:
            say(f"{self.name} never answered with {command.material}; falling back on {chosen.material}")
        return chosen

    def _run(self, command: Command) -> tuple[object, bool]:
        """Runs it to its end. Says how it ended, and whether it had answered."""
        try:
            self._process = process = subprocess.Popen(
                [sys.executable, str(_TIED), str(os.getpid()), *command.arguments],
                env={**os.environ, **command.environment},
                start_new_session=True,
            )
        except OSError as error:  # no memory or no room for one more process: that passes
            return error.strerror, False
        if self._stopping.asked:
            process.terminate()
        return self._look_after(process, command)

    def _look_after(self, process: "subprocess.Popen[bytes]", command: Command) -> tuple[int, bool]:
        """The exit status, when it has ended by itself or was hanging and had to be ended."""
        silence, looked = Silence(), time.monotonic()
        while True:
            try:
                return process.wait(_LOOK_SECONDS), silence.has_answered
            except subprocess.TimeoutExpired:
                answered = answers(command.health, _LOOK_TIMEOUT, command.question)
            if answered and not silence.has_answered and command.answered:
                command.answered()
            before, looked = looked, time.monotonic()
            hangs = silence.is_too_long(answered, _work_done(process.pid), looked - before)
            if hangs and not self._stopping.asked:
                say(f"{self.name} neither answers nor works, or works without end; ending it")
                process.kill()


def _work_done(pid: int) -> int:
    """Clock ticks of processor time the process has used; 0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return int(fields[11]) + int(fields[12])
