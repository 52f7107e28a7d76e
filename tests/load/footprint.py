"""What each of the three processes uses: memory in MB and processor seconds.

Memory that is the process's own: what it shares counts less whenever another service runs beside it.
"""

from dataclasses import dataclass

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
            times = process.cpu_times()
            found[name] = Footprint(process.memory_full_info().uss / _MEGABYTE, times.user + times.system)
    return found
