"""Reads the days of a meeting and its follow-up as people write them."""

import re
from collections.abc import Iterator
from datetime import date

from babel.dates import get_month_names

from actions.content.normalise import fold

Row = dict[str, str]

_MONTHS = {fold(name)[:3]: number for number, name in get_month_names("wide", locale="sv_SE").items()}
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b")
_SLASH = re.compile(r"\b(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:[ -/]+(?P<year>\d{4}))?\b")
_WORDS = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:\s*:?[ea])?\s+(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?(?:\s+(?P<year>\d{{4}}))?\b"
)
_TIME = re.compile(
    r"(?:\bkl\w*\.?\s*)(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\b|\b(?P<h>\d{1,2})[.:](?P<m>\d{2})\b"
)
_LATER = re.compile(r"\buppfol|\bnasta\b")


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
        what = kinds[-1] if _LATER.search(line) or first_taken else kinds[0]
        rows.append({"what": what, "date": day.isoformat(), "time": _time(rest)})
    return rows


def _lines(text: str) -> Iterator[str]:
    for line in re.split(r"[\n;]|,\s*(?=uppf)|\boch\b", text, flags=re.IGNORECASE):
        yield " ".join(line.casefold().replace("å", "a").replace("ä", "a").replace("ö", "o").split())


def _day(line: str, today: date) -> tuple[date, str] | None:
    for pattern in (_ISO, _SLASH, _WORDS):
        match = pattern.search(line)
        if match is None:
            continue
        parts = match.groupdict()
        month = int(parts["month"]) if parts.get("month") else _MONTHS[parts["name"]]
        rest = line[: match.start()] + " " + line[match.end() :]
        try:
            if parts["year"]:
                return date(int(parts["year"]), month, int(parts["day"])), rest
            coming = date(today.year, month, int(parts["day"]))
            return (coming if coming >= today else coming.replace(year=today.year + 1)), rest
        except ValueError:
            return None
    return None


def _time(rest: str) -> str:
    match = _TIME.search(rest)
    if match is None:
        return ""
    hour, minute = int(match["hour"] or match["h"]), int(match["minute"] or match["m"] or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""
