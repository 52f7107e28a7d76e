"""The picture of calibration: how sure the classifier was against how often it was right."""

from collections.abc import Sequence
from pathlib import Path

from bot.tools.evaluation.measures import Outcome, bands


def draw(outcomes: Sequence[Outcome], title: str, path: Path) -> None:
    """Writes a PNG. The area of a point is the number of messages."""
    from matplotlib.figure import Figure  # takes half a second to load, and every step of the gate comes by

    found = bands(outcomes)
    figure = Figure(figsize=(5, 5))
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], linestyle="--", color="grey")
    axes.plot([sure for sure, _, _ in found], [right for _, right, _ in found])
    axes.scatter([sure for sure, _, _ in found], [right for _, right, _ in found], [n for _, _, n in found])
    axes.set(xlabel="confidence", ylabel="share right", title=title, xlim=(0, 1), ylim=(0, 1))
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=120)
