"""Programs that Debian packages and Python does not: installed where this may be done, else told of."""

import fcntl
import os
import shutil
import subprocess
import tempfile
from pathlib import Path


def install(*packages: str) -> bool:
    """True when apt-get could install the packages. Asks for nothing, and prints nothing.

    Two steps of the gate may want this at once, and apt-get lets only one in: the other waits.
    """
    if not shutil.which("apt-get"):
        return False
    wanted = (["update", "-q"], ["install", "-y", "-q", *packages])
    with (Path(tempfile.gettempdir()) / "sip-guiden-apt.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        return all(_succeeds("apt-get", *arguments) for arguments in wanted)


def _succeeds(*command: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0
