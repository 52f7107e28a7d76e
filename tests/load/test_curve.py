"""A run says of each process whether its memory goes on growing."""

import pytest

from tests.load.curve import Curve
from tests.load.footprint import NAMES


def curve(minutes: int, web_at: object) -> Curve:
    return Curve([(minute, {name: web_at(minute) for name in NAMES}) for minute in range(minutes)])  # type: ignore[operator]


@pytest.mark.parametrize(
    ("web_at", "verdict"),
    [
        (lambda minute: 200 + minute, "web: grows (+60 MB an hour"),
        (lambda minute: 200 + min(minute, 30), "web: steady (+0 MB an hour"),  # fills, then stays
        (lambda minute: 200 + 5 * (minute % 2), "web: steady"),
        (lambda minute: 200 - minute, "web: steady (-60"),
    ],
)
def test_what_grows_to_the_end_is_told_from_what_fills_and_stays(web_at: object, verdict: str) -> None:
    assert next(curve(60, web_at).verdicts()).startswith(verdict)


def test_a_short_run_says_that_it_cannot_tell() -> None:
    assert list(curve(12, lambda minute: 200 + minute).verdicts()) == [
        "memory over time: too short to tell (20 minutes are needed)"
    ]


def test_a_process_that_was_away_for_a_minute_is_judged_by_the_others() -> None:
    run = curve(60, lambda minute: 200 + minute)
    del run.samples[45][1]["web"]
    assert next(run.verdicts()).startswith("web: grows (+60")
