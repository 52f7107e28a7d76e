"""What a command costs the processor: unlike the clock, the same on a busy machine."""

import resource
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from actions.settings import ROOT


def processor_seconds(command: Sequence[str], environment: Mapping[str, str], log: Path) -> float:
    """Runs a command to its end and returns its seconds of processor time, all threads and children together.

    Raises CalledProcessError; what the command says is in `log`.
    """
    before = _spent()
    with log.open("wb") as told:
        subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=told, stderr=subprocess.STDOUT)
    return _spent() - before


def _spent() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
