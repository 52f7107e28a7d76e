"""Swedish identity numbers, e-mail addresses, phone numbers and street addresses in free text.

`web_widget/src/identifiers.ts` knows identity numbers by the same rules; `tests/privacy/identifiers.json`
holds both to them.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

import phonenumbers
from personnummer import personnummer
from phonenumbers import PhoneNumberFormat, PhoneNumberType

MASK = "•••"

_GAP = r"[\s.\-\u2010-\u2015\u2212+/_\u00ad\u200b-\u200f\u2060\ufeff]{0,3}"
_DATE = rf"(\d\d){_GAP}(\d\d){_GAP}(\d\d)"
_LAST = rf"(\d){_GAP}(\d){_GAP}(\d){_GAP}(\d)(?!\d)"
_LONG = re.compile(rf"(18|19|20){_GAP}{_DATE}{_GAP}{_LAST}")
_SHORT = re.compile(rf"{_DATE}{_GAP}{_LAST}")
_START = re.compile(r"(?<!\d)\d")
_LIKE_PHONE = re.compile(r"0\d{3}\D")  # 0708-12 11 23, 0510-77 00 00: nobody groups an identity number so
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_STREET = re.compile(
    r"\b(?!(?:järn|motor|om|luft|urin|gen|cykel|lands|gång|halv)vägen)"
    r"[^\W\d_]{2,}(?:gatan|gata|vägen|gränd|gränden|stigen|allén|backen|torget)"
    r"[ \t]+\d{1,4}(?:[ \t]?[a-h])?\b(?![.:,]?\d)(?:,?[ \t]*lgh[ \t]*\d{4})?",
    re.IGNORECASE,
)
_NOBODYS = frozenset(
    {
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.UAN,
    }
)

Span = tuple[int, int]


def has_identity_number(text: str) -> bool:
    """True when a personnummer or samordningsnummer with a right check digit stands in the text."""
    return next(_identity_numbers(text), None) is not None


def mask(text: str, public_phones: Collection[str] = ()) -> str:
    """The text with identity numbers, e-mail and street addresses and personal phone numbers hidden.

    Dates, case numbers, postcodes, service numbers (112, 1177, 020 …) and `public_phones` (as E.164) stand.
    """
    hidden = _replaced(text, _identity_numbers(text))
    hidden = _STREET.sub(MASK, _EMAIL.sub(MASK, hidden))
    return _replaced(hidden, _phones(hidden, public_phones))


def as_public(numbers: Iterable[str]) -> frozenset[str]:
    """Numbers in the form `mask` compares (E.164); short service numbers have none and never need it."""
    parsed = (match.number for number in numbers for match in phonenumbers.PhoneNumberMatcher(number, "SE"))
    return frozenset(phonenumbers.format_number(number, PhoneNumberFormat.E164) for number in parsed)


def _identity_numbers(text: str) -> Iterator[Span]:
    plain = "".join(map(_plain, text))
    for start in _START.finditer(plain):
        long, short = _LONG.match(plain, start.start()), _SHORT.match(plain, start.start())
        if long and personnummer.valid("".join(long.groups())):
            yield long.span()
        elif short and not _LIKE_PHONE.match(short.group()) and personnummer.valid("".join(short.groups())):
            yield short.span()


def _phones(text: str, public: Collection[str]) -> Iterator[Span]:
    for match in phonenumbers.PhoneNumberMatcher(text, "SE"):
        number = phonenumbers.format_number(match.number, PhoneNumberFormat.E164)
        dialled = match.raw_string.lstrip("(")[0] in "0+"  # dates and case numbers begin otherwise
        if dialled and number not in public and phonenumbers.number_type(match.number) not in _NOBODYS:
            yield match.start, match.end


def _plain(sign: str) -> str:
    """Wide, small and Arabic digits as ordinary ones; one sign stays one sign."""
    digit = unicodedata.digit(sign, None)
    folded = str(digit) if digit is not None else unicodedata.normalize("NFKC", sign)
    return folded if len(folded) == 1 else sign


def _replaced(text: str, spans: Iterator[Span]) -> str:
    parts: list[str] = []
    end = 0
    for start, stop in spans:
        if start >= end:
            parts += [text[end:start], MASK]
            end = stop
    return "".join([*parts, text[end:]])
