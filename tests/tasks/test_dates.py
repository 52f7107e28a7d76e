"""A day is read as people write it, and never guessed."""

from datetime import date

import pytest

from actions.tasks import engine
from actions.tasks.dates import read_dates
from actions.tasks.models import Task, TaskState

TODAY = date(2026, 11, 25)
KINDS = ("meeting", "followup")


def read(text: str) -> list[tuple[str, str, str]]:
    return [(row["what"], row["date"], row["time"]) for row in read_dates(text, KINDS, TODAY)]


@pytest.mark.parametrize(
    ("text", "day", "time"),
    [("2027-01-15 13.00", "2027-01-15", "13:00"), ("15 januari kl 13", "2027-01-15", "13:00"),
     ("den 15:e december klockan 9:30", "2026-12-15", "09:30"), ("15/1 2027", "2027-01-15", ""),
     ("Fredag 15 jan. 2027 kl. 08.15", "2027-01-15", "08:15"), ("15 Januari", "2027-01-15", "")],
)  # fmt: skip
def test_a_day_in_many_forms(text: str, day: str, time: str) -> None:
    assert read(text) == [("meeting", day, time)]


@pytest.mark.parametrize(
    ("text", "day", "time"),
    [("3 december på vuxenpsykiatriska kliniken 2", "2026-12-03", ""),
     ("10 december i klassrum 8 kl 13", "2026-12-10", "13:00"), ("10 december klubb 7", "2026-12-10", ""),
     ("10/12-26 kl 14-15.30", "2026-12-10", "14:00"), ("12.3 kl 9", "2027-03-12", "09:00"),
     ("12.3.2027 kl 9.30", "2027-03-12", "09:30"), ("3 december 12.30", "2026-12-03", "12:30")],
)  # fmt: skip
def test_a_room_is_no_time_and_a_day_may_be_dotted(text: str, day: str, time: str) -> None:
    assert read(text) == [("meeting", day, time)]


def test_both_days_of_one_line_are_read() -> None:
    assert read("torsdag 10/12-26 kl 14-15.30, uppföljning 12.3 kl 9") == [
        ("meeting", "2026-12-10", "14:00"),
        ("followup", "2027-03-12", "09:00"),
    ]


def test_a_followup_is_known_by_its_name_or_its_place() -> None:
    both = [("meeting", "2027-01-15", "13:00"), ("followup", "2027-03-15", "")]
    assert read("15 januari kl 13\nuppföljning 15 mars") == both
    assert read("Mötet är 15 januari kl 13 och vi följer upp 15 mars") == both
    assert read("uppföljning 2027-03-15") == [("followup", "2027-03-15", "")]
    assert read("15 januari, uppf 15 mars") == [("meeting", "2027-01-15", ""), ("followup", "2027-03-15", "")]
    assert read("uppf. 15 mars") == [("followup", "2027-03-15", "")]


@pytest.mark.parametrize("text", ["nästa vecka", "31 februari", "40/1", "kl 13", "99", ""])
def test_what_is_no_day_is_not_made_into_one(text: str) -> None:
    assert read(text) == []


def test_an_hour_that_does_not_exist_is_left_out() -> None:
    assert read("15 januari kl 25") == [("meeting", "2027-01-15", "")]


def test_the_step_says_the_days_in_swedish_and_asks_again_when_there_is_none(
    tasks: dict[str, Task],
) -> None:
    task = tasks["prepare"]
    state = TaskState(task="prepare", step="dates", answers={"who": "person"})
    assert engine.answer(task, state, "snart").error == "error_date"
    answered = engine.answer(task, state, "2027-01-15 13.00")
    shown = engine.view(task, engine.goto(task, answered, "dates"))
    assert shown.answer == "Mötet: fredag 15 januari 2027 klockan 13.00"


def test_a_day_that_cannot_be_read_is_told_and_the_other_is_not_kept_alone(tasks: dict[str, Task]) -> None:
    state = TaskState(task="prepare", step="dates", answers={"who": "person"})
    told = engine.answer(tasks["prepare"], state, "15 januari kl 13, uppföljning på tisdag klockan två")
    assert (told.error, told.answers) == ("error_date_part", {"who": "person"})
    both = engine.answer(tasks["prepare"], state, "torsdag 15 januari kl 13, uppföljning 12.3 kl 9")
    assert [row["time"] for row in both.answers["dates"]] == ["13:00", "09:00"]


@pytest.mark.parametrize("text", ["10/12 kl halv tre", "15 januari klockan två", "15 januari kl 25"])
def test_a_time_that_cannot_be_read_is_told(tasks: dict[str, Task], text: str) -> None:
    state = TaskState(task="prepare", step="dates", answers={"who": "person"})
    told = engine.answer(tasks["prepare"], state, text)
    assert (told.error, told.answers) == ("error_date_part", {"who": "person"})
