"""Whatever is written, wherever: no fault of ours, no markup of theirs, nothing calculated.

Here each string tries a tenth of the ways in; `make harden ARGS=fuzz` tries all.
"""

import pytest

from tests.fuzz.bodies import strange
from tests.fuzz.judging import faults, foreign_markup
from tests.fuzz.nasty import NASTY, TAG
from tests.fuzz.ways_in import Knock, knock_at, knocks, left
from tests.site import TestClient

pytestmark = pytest.mark.slow

_PART = 10


def wrong(door: TestClient, some: list[Knock]) -> list[str]:
    return [
        f"{knock.method} {knock.path[:80]}: {fault}"
        for knock in some
        for fault in faults(knock_at(door, knock))
    ]


@pytest.mark.parametrize(("number", "name"), list(enumerate(NASTY)))
def test_a_nasty_string_does_nothing_wherever_it_is_written(door: TestClient, number: int, name: str) -> None:
    assert wrong(door, list(knocks(NASTY[name]))[number % _PART :: _PART]) == []


def test_no_saved_question_is_markup_for_the_staff_who_read_it(door: TestClient) -> None:
    statuses = [knock_at(door, left(text)).status_code for text in NASTY.values()]
    page = door.get("/drift", auth=("personal", "hemlig-nyckel"))
    assert faults(page) == [] and page.text.count('/radera"') > statuses.count(200) / 2 > 10


def test_a_body_that_makes_no_sense_is_refused_at_every_place(door: TestClient) -> None:
    assert wrong(door, strange()[::_PART]) == []


@pytest.mark.parametrize(
    "page",
    [f"<{TAG}>", f'<a href=" JavaScript:{TAG}()">', "<p onclick=a()>", f"<script>{TAG}()</script>"],
)
def test_foreign_markup_would_be_seen(page: str) -> None:
    assert foreign_markup(page) and not foreign_markup(page.replace("<", "&lt;"))
