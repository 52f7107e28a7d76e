"""What each of the three processes uses, with its forks: memory in MB and processor seconds.

Memory that is their own: what other programs share counts less whenever another service runs beside this one.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from bot.tools.running_service import Service

_MEGABYTE = 1024 * 1024
NAMES = ("web", "rasa", "actions")


@dataclass(frozen=True)
class Footprint:
    """One process at one moment."""

    megabytes: float
    processor_seconds: float


def footprints(service: Service) -> dict[str, Footprint]:
    """Each process by its name, as it is now; those that are not running are left out."""
    found = {}
    for name in NAMES:
        process = service.child(name)
        if process:
            family = (process, *process.children(recursive=True))
            times = [one.cpu_times() for one in family]
            found[name] = Footprint(
                sum(map(_own_bytes, family)) / _MEGABYTE, sum(time.user + time.system for time in times)
            )
    return found


def _own_bytes(process: psutil.Process) -> int:
    """Memory that no file lies behind; of what a fork shares, its part."""
    with suppress(OSError):
        for line in Path(f"/proc/{process.pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss_Anon:"):
                return 1024 * int(line.split()[1])
    return int(process.memory_full_info().uss)
