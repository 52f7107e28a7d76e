"""Swedish phone numbers as people write them."""

import re

import phonenumbers

_SHORT = re.compile(r"\d{3,6}")
_GROUPED = re.compile(r"0\d{1,3}-\d{2,3}(?: \d{2,3}){1,3}")


def is_phone(number: str) -> bool:
    """True for a valid Swedish number or a short service number (112, 1177, 116 111)."""
    if _SHORT.fullmatch(number.replace(" ", "")):
        return True
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, "SE"))
    except phonenumbers.NumberParseException:
        return False


def swedish_form(number: str) -> str | None:
    """The number in Swedish form ("031-365 00 00"); short numbers as they are; None for an empty one.

    A number already in Swedish form stays as its owner writes it ("0200-239 500").
    """
    if not number or _SHORT.fullmatch(number.replace(" ", "")) or _GROUPED.fullmatch(number):
        return number or None
    parsed = phonenumbers.parse(number, "SE")
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
