"""The days of the meeting land in the person's own calendar, with a reminder."""

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from actions.drafting.calendar import NoDatesError, render_calendar
from actions.drafting.documents import render
from actions.drafting.letter import compose
from actions.drafting.render_text import render_text
from actions.drafting.wording import Letters
from tests.drafting.drafts import TODAY, make

NOW = datetime(2026, 11, 25, 12, 30, tzinfo=UTC)
DAYS = [
    {"what": "meeting", "date": "2027-01-15", "time": "13:00"},
    {"what": "followup", "date": "2027-03-15", "time": ""},
]


def test_each_day_is_an_event_with_a_reminder_the_day_before(letters: Letters) -> None:
    lines = render_calendar(make("prepare", dates=DAYS), letters, NOW).split("\r\n")
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"] and lines[-2:] == ["END:VCALENDAR", ""]
    assert {
        "DTSTART;TZID=Europe/Stockholm:20270115T130000",
        "DTEND;TZID=Europe/Stockholm:20270115T140000",
        "DTSTART;VALUE=DATE:20270315",
        "DTEND;VALUE=DATE:20270316",
        "DTSTAMP:20261125T123000Z",
        "TZID:Europe/Stockholm",
    } <= set(lines)
    assert {"SUMMARY:SIP-möte", "SUMMARY:Uppföljning av SIP"} <= set(lines)
    assert {"TRIGGER:-P1D", "TRIGGER:-PT15H"} <= set(lines)
    assert len({line for line in lines if line.startswith("UID:")}) == 2
    assert all(len(line.encode()) <= 75 for line in lines)


def test_another_program_reads_the_days_in_swedish_time(letters: Letters) -> None:
    """As RFC 5545 has it: a zone that is defined, an end, an id and a stamp for each event."""
    days = [{"what": "meeting", "date": "2027-07-15", "time": "23:30"}, DAYS[1]]
    calendar = Calendar.from_ical(render_calendar(make("prepare", dates=days), letters, NOW))
    assert [part.errors for part in calendar.walk() if part.errors] == []
    assert calendar.get_missing_tzids() == set()
    meeting, followup = calendar.events
    assert meeting.start == datetime(2027, 7, 15, 21, 30, tzinfo=UTC)
    assert meeting.end - meeting.start == timedelta(hours=1)
    assert (followup.start, followup.end) == (date(2027, 3, 15), date(2027, 3, 16))
    assert {event.stamp for event in calendar.events} == {NOW}
    [zone] = [zone.to_tz() for zone in calendar.timezones]
    offsets = [datetime(2040, month, 15, tzinfo=zone).utcoffset() for month in (1, 7)]
    assert offsets == [timedelta(hours=1), timedelta(hours=2)]


def test_lines_end_and_are_folded_as_the_format_has_it(letters: Letters) -> None:
    """No line is longer than 75 octets, and none is divided inside a letter."""
    words = letters.common.calendar.model_copy(update={"note": "å, ä; ö\\ " * 40})
    common = letters.common.model_copy(update={"calendar": words})
    file = render_calendar(
        make("prepare", dates=DAYS), letters.model_copy(update={"common": common}), NOW
    ).encode()
    assert file.count(b"\n") == file.count(b"\r\n")
    rows = file.split(b"\r\n")
    assert max(map(len, rows)) <= 75 and all(row.decode() == row.decode(errors="ignore") for row in rows)
    assert Calendar.from_ical(file).events[0]["DESCRIPTION"] == words.note


def test_nothing_that_was_written_stands_in_the_calendar(letters: Letters) -> None:
    draft = make("prepare", dates=DAYS, matters="Att få sova", avoid="Pengar")
    assert "sova" not in render_calendar(draft, letters, NOW)


def test_without_a_day_there_is_no_file(letters: Letters) -> None:
    for draft in (make("prepare"), make("request")):
        with pytest.raises(NoDatesError):
            render(draft, "ics", letters=letters)


def test_the_days_stand_on_the_paper_in_swedish(letters: Letters) -> None:
    text = render_text(compose(make("prepare", dates=DAYS), letters, TODAY))
    assert "Mötet: fredag 15 januari 2027 klockan 13.00" in text
    assert "Uppföljning: måndag 15 mars 2027" in text
