"""When a process counts as hanging: judged look by look, without a clock of its own."""

LONGEST_LOOK = 15.0  # a launcher that itself was stopped for an hour has not looked for an hour
_IDLE_SECONDS = 60.0  # a busy machine must not look like a hanging process
_BUSY_SECONDS = 600.0  # what works this long without an answer goes round in circles
_IDLE_TICKS = 10  # a tenth of a second of work between two looks


class Silence:
    """How long one process has neither answered nor worked, from its start on.

    A process that freezes before its first answer hangs as much as one that freezes later.
    """

    def __init__(self) -> None:
        self.has_answered = False
        self._silent = self._idle = 0.0
        self._worked = 0

    def is_too_long(self, answers: bool, worked: int, seconds: float) -> bool:
        """Takes in one look: what it saw, the clock ticks worked so far, and how long it was since the last.

        True when the process hangs: a minute without answer and work, or ten without an answer.
        """
        seconds = min(seconds, LONGEST_LOOK)
        busy = worked - self._worked > _IDLE_TICKS
        self._worked = worked
        self.has_answered = self.has_answered or answers
        self._silent = 0.0 if answers else self._silent + seconds
        self._idle = 0.0 if answers or busy else self._idle + seconds
        return self._idle >= _IDLE_SECONDS or self._silent >= _BUSY_SECONDS
