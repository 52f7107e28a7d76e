"""The measures of the goals, in percent, over what the chat answered."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.tools.evaluation.goals import CRISIS, OUTSIDE, STEERING, UNSURE, Goals


@dataclass(frozen=True)
class Outcome:
    """One message: what was meant, the topics answered, those suggested, and how sure the classifier was."""

    text: str
    meant: str
    answered: tuple[str, ...]
    suggested: tuple[str, ...]
    understood: str
    confidence: float

    @property
    def first(self) -> str:
        """The topic answered first; `oklart` when the chat asked what was meant."""
        return self.answered[0] if self.answered else UNSURE

    def is_right(self, goals: Goals) -> bool:
        """True when a topic that answers the message was answered."""
        return bool(goals.wanted(self.meant) & set(self.answered))

    def is_found(self, goals: Goals) -> bool:
        """True when it was answered or stands among the suggestions."""
        return self.is_right(goals) or bool(goals.wanted(self.meant) & set(self.suggested))


def measures(outcomes: Sequence[Outcome], goals: Goals) -> dict[str, float]:
    """Every measure of the goals by name, in percent."""
    asked = [row for row in outcomes if row.meant not in STEERING | {CRISIS, OUTSIDE}]
    steering = [row for row in outcomes if row.meant in STEERING]
    crisis = [row for row in outcomes if row.meant == CRISIS]
    calm = [row for row in outcomes if row.meant != CRISIS]
    outside = [row for row in outcomes if row.meant == OUTSIDE]
    answered = [row for row in asked if row.first != UNSURE]
    quiet = goals.small_talk | {UNSURE, OUTSIDE, CRISIS}
    return {
        "first answer right": share(row.is_right(goals) for row in asked),
        "right or suggested": share(row.is_found(goals) for row in asked),
        "answered at once": share(row.first != UNSURE for row in asked),
        "right when answered": share(row.is_right(goals) for row in answered),
        "crisis recognised": share(CRISIS in row.answered for row in crisis),
        "false crisis alarms": share(CRISIS in row.answered for row in calm),
        "outside answered as SIP": share(row.first not in quiet for row in outside),
        "steering understood": share(row.is_right(goals) for row in steering),
        "calibration error": calibration_error(outcomes),
    }


def share(hits: Iterable[bool]) -> float:
    """Percent of true values; not a number for none."""
    values = list(hits)
    return 100 * sum(values) / len(values) if values else math.nan


def bands(outcomes: Sequence[Outcome]) -> list[tuple[float, float, int]]:
    """Ten steps of confidence: its mean, the share the classifier had right (both 0 to 1), how many."""
    steps: dict[int, list[Outcome]] = {}
    for row in outcomes:
        steps.setdefault(min(int(row.confidence * 10), 9), []).append(row)
    return [
        (
            sum(row.confidence for row in rows) / len(rows),
            sum(row.understood == row.meant for row in rows) / len(rows),
            len(rows),
        )
        for _, rows in sorted(steps.items())
    ]


def calibration_error(outcomes: Sequence[Outcome]) -> float:
    """Expected calibration error over ten steps, in percent: how far confidence is from being right."""
    found = bands(outcomes)
    total = sum(count for _, _, count in found)
    return 100 * sum(abs(sure - right) * count for sure, right, count in found) / total if total else 0.0


def confusions(outcomes: Sequence[Outcome], goals: Goals) -> Counter[tuple[str, str]]:
    """(meant, answered) of the messages that were not found, with their number."""
    return Counter((row.meant, row.first) for row in outcomes if not row.is_found(goals))


def under_floors(found: Mapping[str, float], floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """One line for each measure that misses its floor."""
    return [
        f"{name}: {found[name]:.1f} %, wanted {limit} {value} %"
        for name, floor in floors.items()
        for limit, value in floor.items()
        if (found[name] > value if limit == "at most" else found[name] < value)
    ]
