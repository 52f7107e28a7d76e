"""Memory over a run: each process once a minute, and whether it goes on growing."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from statistics import linear_regression

import gevent
import psutil

from bot.tools.running_service import Service
from tests.load.footprint import NAMES, footprints

_FEWEST = 10
_GROWTH = 0.05  # of its size in an hour


@dataclass
class Curve:
    """MB of each process at each minute of the run."""

    samples: list[tuple[int, dict[str, float]]] = field(default_factory=list)

    def follow(self, service: Service, seconds: float) -> None:
        """Takes and prints a sample a minute."""
        print(f"{'minute':<22}" + "".join(f"{name + ' MB':>12}" for name in NAMES), flush=True)
        for minute in range(int(seconds // 60) + 1):
            with suppress(psutil.Error):  # one of them ended while it was looked at
                sizes = {name: found.megabytes for name, found in footprints(service).items()}
                self.samples.append((minute, sizes))
                row = "".join(f"{sizes.get(name, 0):>12.0f}" for name in NAMES)
                print(f"{minute:<22}{row}", flush=True)
            gevent.sleep(60)

    def verdicts(self) -> Iterator[str]:
        """A line a process: does it grow in the second half, when what is remembered has had time to fill?"""
        half = self.samples[len(self.samples) // 2 :]
        if len(half) < _FEWEST:
            yield f"memory over time: too short to tell ({2 * _FEWEST} minutes are needed)"
            return
        for name in NAMES:
            points = [(minute, sizes[name]) for minute, sizes in half if name in sizes]
            an_hour = 60 * linear_regression(*zip(*points, strict=True)).slope
            size = sum(megabytes for _, megabytes in points) / len(points)
            verdict = "grows" if an_hour > _GROWTH * size else "steady"
            yield f"{name}: {verdict} ({an_hour:+.0f} MB an hour at {size:.0f} MB, second half of the run)"
