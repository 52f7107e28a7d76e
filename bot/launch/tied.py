"""Runs a command that ends when the launcher does: `python tied.py LAUNCHER-PID COMMAND …`.

Not asked but killed: one that is frozen would keep its port, and the next launcher could not start. Done here
and not between fork and exec, where a launcher with threads may not run Python. Standard library only.
"""

import ctypes
import os
import signal
import sys

_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG; kept over exec


def main() -> None:
    """Ties this process to its parent and becomes the command."""
    launcher, *command = sys.argv[1:]
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != int(launcher):  # it ended before we were tied to it
            raise SystemExit(1)
    os.execvp(command[0], command)


if __name__ == "__main__":
    main()
