"""Whatever is written, wherever: no fault of ours, no markup of theirs, nothing calculated.

Here each string tries a tenth of the ways in; `make harden ARGS=fuzz` tries all.
"""

import pytest

from tests.fuzz.bodies import strange
from tests.fuzz.judging import faults, foreign_markup
from tests.fuzz.nasty import NASTY, TAG
from tests.fuzz.ways_in import Request, left, requests, send
from tests.site import TestClient

pytestmark = pytest.mark.slow

_PART = 10


def wrong(client: TestClient, some: list[Request]) -> list[str]:
    return [
        f"{request.method} {request.path[:80]}: {fault}"
        for request in some
        for fault in faults(send(client, request))
    ]


@pytest.mark.parametrize(("number", "name"), list(enumerate(NASTY)))
def test_a_nasty_string_does_nothing_wherever_it_is_written(
    client: TestClient, number: int, name: str
) -> None:
    assert wrong(client, list(requests(NASTY[name]))[number % _PART :: _PART]) == []


def test_no_saved_question_is_markup_for_the_staff_who_read_it(client: TestClient) -> None:
    statuses = [send(client, left(text)).status_code for text in NASTY.values()]
    page = client.get("/drift", auth=("personal", "hemlig-nyckel"))
    assert faults(page) == [] and page.text.count('/radera"') > statuses.count(200) / 2 > 10


def test_a_body_that_makes_no_sense_is_refused_at_every_place(client: TestClient) -> None:
    assert wrong(client, strange()[::_PART]) == []


@pytest.mark.parametrize(
    "page",
    [f"<{TAG}>", f'<a href=" JavaScript:{TAG}()">', "<p onclick=a()>", f"<script>{TAG}()</script>"],
)
def test_foreign_markup_would_be_seen(page: str) -> None:
    assert foreign_markup(page) and not foreign_markup(page.replace("<", "&lt;"))
