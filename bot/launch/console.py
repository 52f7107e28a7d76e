"""What the launcher tells the person who started it."""

import sys
from contextlib import suppress


def say(text: str) -> None:
    """Progress. A log that cannot be written, on a full disk for one, must not stop the watching."""
    with suppress(OSError):
        print(f"sip-guiden: {text}", flush=True)


def fail(reason: str) -> int:
    """One clear line on standard error, and the exit status."""
    with suppress(OSError):
        print(f"sip-guiden: {reason}", file=sys.stderr, flush=True)
    return 1
