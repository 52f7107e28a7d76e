"""Identity numbers, e-mail addresses, phone numbers and street addresses in free text."""

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from pathlib import Path

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from actions.content.recognition import Recognised, Written
from actions.content.yaml_files import CONTENT, read_yaml
from actions.privacy.identity_numbers import Span, identity_numbers

MASK = "•••"

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NOBODYS = frozenset(
    {
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.UAN,
    }
)


def has_identity_number(text: str) -> bool:
    """True when an identity number stands in the text, or what looks like one with a digit wrong."""
    return next(identity_numbers(text), None) is not None


def mask(text: str, public_phones: Collection[str] = ()) -> str:
    """The text with identity numbers, e-mail and street addresses and personal phone numbers hidden.

    Dates, case numbers, postcodes, service numbers (112, 1177, 020 …) and `public_phones` (as E.164) stand.
    """
    hidden = _replaced(text, identity_numbers(text))
    hidden = _street().sub(MASK, _EMAIL.sub(MASK, hidden))
    return _replaced(hidden, _phones(hidden, public_phones))


@lru_cache(maxsize=1)
def as_public(numbers: frozenset[str]) -> frozenset[str]:
    """Numbers in the form `mask` compares (E.164); short service numbers have none and never need it.

    Remembered, since the directory's thousand numbers take a third of a second and seldom change.
    """
    parsed = (match.number for number in numbers for match in phonenumbers.PhoneNumberMatcher(number, "SE"))
    return frozenset(phonenumbers.format_number(number, PhoneNumberFormat.E164) for number in parsed)


class StreetWords(Recognised):
    """`content/streets.yml`."""

    endings: Written
    not_streets: Written
    flat: Written


def read_streets(content: Path) -> StreetWords:
    """Raises ValidationError naming the field that is missing, unknown, or no pattern."""
    return StreetWords.model_validate(read_yaml(content / "streets.yml"))


@cache
def _street() -> re.Pattern[str]:
    words = read_streets(CONTENT)
    return re.compile(
        rf"\b(?!{words.not_streets.pattern})[^\W\d_]{{2,}}{words.endings.pattern}"
        rf"[ \t]+\d{{1,4}}(?:[ \t]?[a-h])?\b(?![.:,]?\d)(?:,?[ \t]*{words.flat.pattern}[ \t]*\d{{4}})?",
        re.IGNORECASE,
    )


def _phones(text: str, public: Collection[str]) -> Iterator[Span]:
    for match in phonenumbers.PhoneNumberMatcher(text, "SE"):
        number = phonenumbers.format_number(match.number, PhoneNumberFormat.E164)
        dialled = match.raw_string.lstrip("(")[0] in "0+"  # dates and case numbers begin otherwise
        if dialled and number not in public and phonenumbers.number_type(match.number) not in _NOBODYS:
            yield match.start, match.end


def _replaced(text: str, spans: Iterator[Span]) -> str:
    parts: list[str] = []
    end = 0
    for start, stop in spans:
        if start >= end:
            parts += [text[end:start], MASK]
            end = stop
    return "".join([*parts, text[end:]])
