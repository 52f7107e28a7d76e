"""Programs that Debian packages and Python does not: installed where this may be done, else told of."""

import os
import shutil
import subprocess


def install(*packages: str) -> bool:
    """True when apt-get could install the packages. Asks for nothing, and prints nothing."""
    if not shutil.which("apt-get"):
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return not any(
        subprocess.run(["apt-get", *arguments], env=environment, capture_output=True, check=False).returncode
        for arguments in (["update", "-q"], ["install", "-y", "-q", *packages])
    )
