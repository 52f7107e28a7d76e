"""What a service or a command takes of the machine."""

import resource
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import psutil

from actions.settings import ROOT


def megabytes(pid: int) -> float:
    """Memory of a process and all it started, in MB, shared pages counted once.

    The proportional set size; RSS where the system has none.
    """
    root = psutil.Process(pid)
    return sum(_size(process) for process in (root, *root.children(recursive=True))) / 1024**2


def _size(process: psutil.Process) -> int:
    used = process.memory_full_info()
    return int(getattr(used, "pss", used.rss))


def processor_seconds(command: Sequence[str], environment: Mapping[str, str], log: Path) -> float:
    """Runs a command to its end and returns its seconds of processor time, all threads and children together.

    Unlike the clock's, they are the same on a busy machine. Raises CalledProcessError; what the command says
    is in `log`.
    """
    before = _spent()
    with log.open("wb") as told:
        subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=told, stderr=subprocess.STDOUT)
    return _spent() - before


def _spent() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
