"""How sure a contact is today: two sources must agree, and a number is only sure for a while."""

import re
from collections.abc import Mapping
from datetime import date

from actions.routing.models import Certainty

_YEARS = 2
_LONGEST_SHORT_NUMBER = 6


def certainty(*, verified: bool, as_of: str, phone: str | None, today: date) -> Certainty:
    """`verified` is that two sources agree; `as_of` a year, a month ("2026-08") or empty.

    Short numbers (112, 1177, 116 111) are the nation's and do not age.
    """
    if not verified:
        return "one_source"
    short = phone is not None and is_short(phone)
    return "confirmed" if short or is_recent(as_of, today) else "may_have_changed"


def is_short(phone: str) -> bool:
    """True for the nation's short numbers."""
    return len(re.sub(r"\D", "", phone)) <= _LONGEST_SHORT_NUMBER


def is_recent(as_of: str, today: date) -> bool:
    """True for a date within the last two years; a bare year counts from its first day."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{2}))?.*", as_of)
    if not found:
        return False
    year, month = int(found.group(1)), int(found.group(2) or 1)
    return (today.year - year) * 12 + today.month - month <= _YEARS * 12


def sentence(phrases: Mapping[str, str], sure: Certainty, as_of: str) -> str:
    """The certainty in words, with the year when the source shows one."""
    if not as_of:
        return phrases[f"sure_{sure}_undated"]
    return phrases[f"sure_{sure}"].format(year=as_of[:4])
