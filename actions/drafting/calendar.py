"""A calendar file with the meeting and its follow-up, as RFC 5545 has it."""

from datetime import datetime, time, timedelta
from uuid import uuid4

from actions.drafting.draft import Draft, Occasion, SheetAnswers
from actions.drafting.wording import Letters

_FOLD = 75  # octets a line, RFC 5545 section 3.1
_ZONE = "Europe/Stockholm"
_HEAD = (
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//SIP-guiden//SIP//SV", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"
)  # fmt: skip
# The rules of Swedish time since 1996: Outlook takes a time without a zone for something else.
_STOCKHOLM = (
    "BEGIN:VTIMEZONE", f"TZID:{_ZONE}",
    "BEGIN:STANDARD", "DTSTART:19961027T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
    "BEGIN:DAYLIGHT", "DTSTART:19960331T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT", "END:VTIMEZONE",
)  # fmt: skip


class NoDatesError(ValueError):
    """The draft holds no day to remember."""


def render_calendar(draft: Draft, letters: Letters, now: datetime) -> str:
    """The days of a draft in Swedish time, each with a reminder the day before.

    Raises NoDatesError. `now` is in UTC.
    """
    days = draft.answers.dates if isinstance(draft.answers, SheetAnswers) else []
    if not days:
        raise NoDatesError
    lines = [*_HEAD, *_STOCKHOLM]
    for row in days:
        lines += _event(row, letters, now)
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(row: Occasion, letters: Letters, now: datetime) -> list[str]:
    words = letters.common.calendar
    title = _text(words.titles[row.what])
    return [
        "BEGIN:VEVENT",
        f"UID:{uuid4().hex}@sip-guiden",
        f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}",
        *_span(row),
        f"SUMMARY:{title}",
        f"DESCRIPTION:{_text(words.note)}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{title}",
        "TRIGGER:-P1D" if row.time else "TRIGGER:-PT15H",  # a whole day: nine in the morning before
        "END:VALARM",
        "END:VEVENT",
    ]


def _span(row: Occasion) -> list[str]:
    """Beginning and end: an hour, since nobody has said how long, or the whole day."""
    if not row.time:
        return [f"DTSTART;VALUE=DATE:{row.date:%Y%m%d}", f"DTEND;VALUE=DATE:{row.date + timedelta(1):%Y%m%d}"]
    start = datetime.combine(row.date, time.fromisoformat(row.time))
    return [f"{name};TZID={_ZONE}:{moment:%Y%m%dT%H%M%S}" for name, moment in
            (("DTSTART", start), ("DTEND", start + timedelta(hours=1)))]  # fmt: skip


def _text(words: str) -> str:
    for char in ("\\", ";", ","):
        words = words.replace(char, f"\\{char}")
    return words.replace("\n", "\\n")


def _folded(line: str) -> str:
    rows, row = [], ""
    for char in line:
        if len(f"{row}{char}".encode()) > _FOLD:
            rows.append(row)
            row = " "
        row += char
    return "\r\n".join([*rows, row])
