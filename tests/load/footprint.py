"""What each of the three processes uses: memory in MB and processor seconds."""

from dataclasses import dataclass

from bot.bench.memory import megabytes
from bot.testing.service import Service

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
            found[name] = Footprint(megabytes(process.pid), times.user + times.system)
    return found
