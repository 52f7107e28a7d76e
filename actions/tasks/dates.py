"""Reads the days of a meeting and its follow-up as people write them."""

import re
from collections.abc import Iterator
from datetime import date

from babel.dates import get_day_names, get_month_names

from actions.content.patterns import any_of
from actions.content.text import fold
from actions.tasks.step_words import step_words

Row = dict[str, str]

_MONTHS = {fold(name)[:3]: number for number, name in get_month_names("wide", locale="sv_SE").items()}
_WEEKDAYS = any_of(map(fold, get_day_names("wide", locale="sv_SE").values()))
_WEEKDAY = re.compile(rf"\b{_WEEKDAYS}(?:en)?\b")
_YEAR = r"(?P<year>\d{4}|\d{2})"
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b")
_SLASH = re.compile(rf"\b(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})(?:[ -/]{_YEAR})?\b(?![.:]\d)")
_WORDS = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:\s*:?[ea])?\s+(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?(?:\s+(?P<year>\d{{4}}))?\b"
)
# "12.3" is a day, "12.30" and "kl 12.3" are times.
_DOTTED = re.compile(rf"(?<![\d.:])(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\b(?:\.{_YEAR})?(?![.:\d])")
_WITHOUT_DOTS = str.maketrans("åäö", "aao")
_PLAIN = re.compile(r"(?<![\d.:])(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?![.:\d])")


def read_dates(text: str, kinds: tuple[str, ...], today: date) -> list[Row]:
    """Rows `{"what", "date": ISO, "time": "HH:MM" or ""}`, one for each line with a day in it.

    The first day is the first of `kinds`, a day said to be a follow-up the second. A day without a year is
    the next one to come. Lines without a day give nothing.
    """
    rows: list[Row] = []
    for line in _lines(text):
        found = _day(line, today)
        if found is None:
            continue
        day, rest = found
        first_taken = any(row["what"] == kinds[0] for row in rows)
        what = kinds[-1] if step_words().days.tells_later.search(line) or first_taken else kinds[0]
        rows.append({"what": what, "date": day.isoformat(), "time": _time(rest)})
    return rows


def has_unread(text: str, today: date) -> bool:
    """True when a line tells of a follow-up, a weekday or a time of the clock that cannot be read."""
    return any(_is_unread(line, _day(line, today)) for line in _lines(text))


def _is_unread(line: str, found: tuple[date, str] | None) -> bool:
    if found is None:
        return _tells_of_day(line)
    _, rest = found
    return bool(re.search(rf"\b{step_words().days.clock.pattern}\b", rest)) and not _time(rest)


def _tells_of_day(line: str) -> bool:
    return bool(step_words().days.tells_later.search(line) or _WEEKDAY.search(line))


def _lines(text: str) -> Iterator[str]:
    plain = text.casefold().translate(_WITHOUT_DOTS)
    return (" ".join(line.split()) for line in step_words().days.between_days.split(plain))


def _day(line: str, today: date) -> tuple[date, str] | None:
    for pattern in (_ISO, _SLASH, _WORDS, _DOTTED):
        match = pattern.search(line) if pattern is not _DOTTED else _dotted(line)
        if match is None:
            continue
        parts = match.groupdict()
        month = int(parts["month"]) if parts.get("month") else _MONTHS[parts["name"]]
        rest = line[: match.start()] + " " + line[match.end() :]
        try:
            if parts["year"]:
                return date(int(parts["year"]) % 2000 + 2000, month, int(parts["day"])), rest
            coming = date(today.year, month, int(parts["day"]))
            return (coming if coming >= today else coming.replace(year=today.year + 1)), rest
        except ValueError:
            return None
    return None


def _dotted(line: str) -> re.Match[str] | None:
    """A day written "12.3", and not a time of the clock."""
    time = rf"{step_words().days.before_time}\d{{1,2}}(?:[.:]\d{{1,2}})?"
    without_clock = re.sub(time, lambda said: " " * len(said[0]), line)
    return next((found for found in _DOTTED.finditer(without_clock) if 1 <= int(found["month"]) <= 12), None)


def _time(rest: str) -> str:
    """The time said with "kl", else one written with a point or colon; a number of a room is none."""
    said = rf"{step_words().days.before_time}(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d{{2}}))?\b"
    match = re.search(said, rest) or _PLAIN.search(rest)
    if match is None:
        return ""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""
