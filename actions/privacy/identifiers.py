"""Swedish identity numbers, e-mail addresses and phone numbers in free text."""

import re

import phonenumbers
from personnummer import personnummer

MASK = "•••"

_SPACED = r"[ \t.]?"
_NUMBER = re.compile(
    rf"(?<![\d+])(?:(?:18|19|20)\d\d|\d\d){_SPACED}\d\d{_SPACED}\d\d"
    rf"[ \t]?[-+–]?[ \t]?\d{_SPACED}\d\d{_SPACED}\d(?!\d)"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def has_identity_number(text: str) -> bool:
    """True when a personnummer or samordningsnummer with a right check digit stands in the text."""
    return any(_is_identity(match.group()) for match in _NUMBER.finditer(text))


def mask(text: str) -> str:
    """The text with identity numbers, e-mail addresses and personal phone numbers hidden.

    Dates, case numbers, postcodes and short service numbers (112, 1177) stand as they were.
    """
    hidden = _NUMBER.sub(lambda match: MASK if _is_identity(match.group()) else match.group(), text)
    return _mask_phones(_EMAIL.sub(MASK, hidden))


def _is_identity(candidate: str) -> bool:
    digits = re.sub(r"[^\d+-]", "", candidate.replace("–", "-"))
    return bool(personnummer.valid(digits))


def _mask_phones(text: str) -> str:
    parts: list[str] = []
    end = 0
    for match in phonenumbers.PhoneNumberMatcher(text, "SE"):
        if phonenumbers.number_type(match.number) is phonenumbers.PhoneNumberType.SHARED_COST:
            continue
        parts += [text[end : match.start], MASK]
        end = match.end
    return "".join([*parts, text[end:]])
