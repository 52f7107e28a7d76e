"""Debian's servers that an attack needs, installed when this is a bare machine."""

import shutil
import subprocess
from pathlib import Path

_COMMANDS = {"redis-server": "redis-server", "nginx-light": "nginx", "openssl": "openssl"}


def install(*packages: str) -> None:
    """Installs what is missing. Raises CalledProcessError when it cannot be had."""
    missing = [package for package in packages if not _is_there(_COMMANDS[package])]
    if not missing:
        return
    for arguments in (["apt-get", "update", "-q"], ["apt-get", "install", "-y", "-q", *missing]):
        subprocess.run(arguments, stdout=subprocess.DEVNULL, check=True)
    for package in missing:  # Debian starts what it installs; the attacks start their own
        subprocess.run(["service", _COMMANDS[package], "stop"], capture_output=True, check=False)


def _is_there(command: str) -> bool:
    return bool(shutil.which(command)) or Path("/usr/sbin", command).exists()
