"""The picture of calibration: how sure the classifier was against how often it was right."""

from collections.abc import Sequence
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot

from bot.tools.evaluation.measures import Outcome, bands


def draw(outcomes: Sequence[Outcome], title: str, path: Path) -> None:
    """Writes a PNG. The area of a point is the number of messages."""
    found = bands(outcomes)
    figure, axes = pyplot.subplots(figsize=(5, 5))
    axes.plot([0, 1], [0, 1], linestyle="--", color="grey")
    axes.plot([sure for sure, _, _ in found], [right for _, right, _ in found])
    axes.scatter([sure for sure, _, _ in found], [right for _, right, _ in found], [n for _, _, n in found])
    axes.set(xlabel="confidence", ylabel="share right", title=title, xlim=(0, 1), ylim=(0, 1))
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=120)
    pyplot.close(figure)
