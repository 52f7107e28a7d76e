"""A calendar file with the meeting and its follow-up, as RFC 5545 has it."""

from datetime import datetime
from uuid import uuid4

from actions.drafting.draft import Draft, Occasion, SheetAnswers
from actions.drafting.wording import Letters

_FOLD = 75  # octets a line, RFC 5545 section 3.1


class NoDatesError(ValueError):
    """The draft holds no day to remember."""


def render_calendar(draft: Draft, letters: Letters, now: datetime) -> str:
    """The days of a draft, each with a reminder the day before. Times are those of the reader's own clock.

    Raises NoDatesError. `now` is in UTC.
    """
    days = draft.answers.dates if isinstance(draft.answers, SheetAnswers) else []
    if not days:
        raise NoDatesError
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//SIP-guiden//SIP//SV"]
    for row in days:
        lines += _event(row, letters, now)
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(row: Occasion, letters: Letters, now: datetime) -> list[str]:
    words = letters.common.calendar
    day = row.date.strftime("%Y%m%d")
    title = _text(words.titles[row.what])
    return [
        "BEGIN:VEVENT",
        f"UID:{uuid4()}",
        f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}",
        f"DTSTART:{day}T{row.time.replace(':', '')}00" if row.time else f"DTSTART;VALUE=DATE:{day}",
        f"SUMMARY:{title}",
        f"DESCRIPTION:{_text(words.note)}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{title}",
        "TRIGGER:-P1D",
        "END:VALARM",
        "END:VEVENT",
    ]


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
