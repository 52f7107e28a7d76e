"""The bench's table and pictures."""

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


@dataclass(frozen=True)
class Line:
    """One measure: several runs of each side, and the goal. `stock` is empty where it has no such thing."""

    measure: str
    unit: str
    own: Sequence[float]
    goal: str
    stock: Sequence[float] = ()

    def as_row(self) -> tuple[str, str, str, str, str]:
        """Measure, own, stock, ratio and goal as printed."""
        ratio = f"{median(self.own) / median(self.stock):.2f}" if self.stock else ""
        return (f"{self.measure} ({self.unit})", _spread(self.own), _spread(self.stock), ratio, self.goal)


def _spread(runs: Sequence[float]) -> str:
    """Median, and the lowest and highest when there were several runs."""
    if not runs:
        return "-"
    middle = f"{median(runs):.2f}" if median(runs) < 10 else f"{median(runs):.1f}"
    return middle if len(runs) == 1 else f"{middle} [{min(runs):.1f}–{max(runs):.1f}]"


def print_table(lines: Sequence[Line]) -> None:
    """One table, with the machine and the versions under it."""
    rows = [("measure", "this project", "stock Rasa", "ratio", "goal"), *(line.as_row() for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    python = f"Python {platform.python_version()}, FastAPI {version('fastapi')}, Rasa 3.6.21"
    print(f"\n{os.cpu_count()} cores, {platform.machine()}, {platform.system()}; {python}")


def _picture() -> "tuple[Figure, Axes]":
    """An empty one. What draws takes half a second to load, and only a picture needs it."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 4))
    return figure, figure.subplots()


def draw_load(series: Mapping[str, Sequence[tuple[float, float]]], path: Path) -> None:
    """Latency against throughput: name → (messages a second, p95 in ms) for rising numbers of users."""
    figure, axes = _picture()
    for name, points in series.items():
        axes.plot(*zip(*points, strict=True), marker="o", label=name)
    axes.axhline(500, linestyle="--", color="grey")
    axes.set(xlabel="messages a second", ylabel="p95, ms", title="Latency against load")
    axes.set_yscale("log")
    axes.legend()
    figure.savefig(path, dpi=120)


def draw_growth(waits: Mapping[str, Sequence[float]], path: Path) -> None:
    """Median wait by turn in a long conversation, in tens of turns."""
    figure, axes = _picture()
    for name, turns in waits.items():
        tens = [median(turns[start : start + 10]) for start in range(0, len(turns) - 9, 10)]
        axes.plot([10 * step + 5 for step in range(len(tens))], tens, marker="o", label=name)
    axes.set(xlabel="turn of the conversation", ylabel="wait, ms", title="Growth with the conversation")
    axes.set_ylim(bottom=0)
    axes.legend()
    figure.savefig(path, dpi=120)
