"""Where the bars of a chart begin and end."""

from dataclasses import dataclass

from actions.statistics.models import Row, Series


@dataclass(frozen=True)
class Bar:
    """One part of a bar, in per cent of the chart's width."""

    start: float
    width: float


def bars(series: Series, row: Row) -> list[Bar]:
    """The parts of a row's bar, end to end. The longest row fills the width; the whole is no bar."""
    longest = max(sum(other.values) for other in series.rows)
    parts: list[Bar] = []
    start = 0.0
    for value in row.values:
        width = 100 * value / longest
        parts.append(Bar(round(start, 2), round(width, 2)))
        start += width
    return parts
