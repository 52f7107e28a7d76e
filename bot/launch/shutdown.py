"""The wish to stop, shared by the launcher's threads."""

import time

_STEP_SECONDS = 0.1


class Stop:
    """Set by a signal handler. Holds no lock: a second signal in the middle of the first must not hang."""

    def __init__(self) -> None:
        self.asked = self.failed = False

    def ask(self, *_: object) -> None:
        """From now on everything stops. Takes a signal handler's arguments and needs none."""
        self.asked = True

    def fail(self) -> None:
        """The same, since something is wrong here: whoever started the service may start it again."""
        self.failed = self.asked = True

    def wait(self, seconds: float = float("inf")) -> bool:
        """Sleeps until asked to stop, or so long; says whether it was asked."""
        end = time.monotonic() + seconds
        while not self.asked and time.monotonic() < end:
            time.sleep(min(_STEP_SECONDS, max(end - time.monotonic(), 0)))
        return self.asked
