"""Swedish identity numbers in free text: personnummer, samordningsnummer, interim and reserve numbers.

The patterns stand in `content/identity_numbers.json`. `web_widget/src/identifiers.ts` reads the same file
and judges by the same rules; `tests/privacy/identifiers.json` holds both to them.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from actions.content.patterns import filled
from actions.content.yaml_files import CONTENT

_FILE = CONTENT / "identity_numbers.json"
_CIRCLED = {code + digit: digit + 1 for code in (0x2776, 0x2780, 0x278A, 0x24F5) for digit in range(9)}
_INVISIBLE = frozenset(("Cf", "Mn", "Me"))
_FILLERS = "\u115f\u1160\u3164\uffa0"
_CONTEXT = 40

Span = tuple[int, int]


def identity_numbers(text: str) -> Iterator[Span]:
    """Where identity numbers stand, as (start, end) in the text, in order; spans may overlap."""
    plain, places = normalised(text)
    if sum(sign.isdigit() for sign in plain) < 4:
        return
    for start, end in sorted(_found(plain)):
        yield places[start], places[end - 1] + 1


def normalised(text: str) -> tuple[str, list[int]]:
    """Small letters, ordinary digits and nothing invisible; and for each sign its place in the text."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for plain in _plain(sign):
            signs.append(plain)
            places.append(place)
    return _with_digit_words("".join(signs), places)


def _plain(sign: str) -> str:
    """What one sign stands for: at most two signs, so that no text can grow without end."""
    if sign < "\x80":
        return " " if sign.isspace() else sign.lower()
    category = unicodedata.category(sign)
    if category in _INVISIBLE or sign in _FILLERS:
        return ""
    if sign.isspace():
        return " "
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    if ord(sign) in _CIRCLED:
        return str(_CIRCLED[ord(sign)])
    folded = unicodedata.normalize("NFKC", sign).lower()
    return folded if len(folded) <= 2 else sign


def _with_digit_words(text: str, places: list[int]) -> tuple[str, list[int]]:
    """Four digit words or more in a row become digits, and a letter O between two digits a zero."""
    signs = list(text)
    kept = list(places)
    for run in reversed(list(_rule("run").finditer(text))):
        words = list(_rule("word").finditer(text, run.start(), run.end()))
        if words and text[: run.start()].rstrip().endswith("sista"):  # the word "fyra" of "sista fyra"
            words = words[1:]
        if len(words) < 4:
            continue
        start, end = words[0].start(), words[-1].end()
        digits = [str(_digit(word.group())) for word in words]
        signs[start:end] = digits
        kept[start:end] = [places[word.start()] for word in words[:-1]] + [places[words[-1].end() - 1]]
    plain = "".join(signs)
    return _rule("letter").sub(lambda found: found[1] + "0", plain), kept


def _digit(word: str) -> int:
    return next(n for n, form in enumerate(_rules()["digits"].split("|")) if re.fullmatch(form, word))


def _found(plain: str) -> Iterator[Span]:
    for digit in _rule("start").finditer(plain):
        start = digit.start()
        end = _number_at(plain, start)
        if end:
            yield start, end
    for name in ("ending", "ended"):
        yield from (match.span() for match in _rule(name).finditer(plain))


def _number_at(plain: str, start: int) -> int:
    """Where the identity number that begins here ends; 0 when none does."""
    before = plain[max(0, start - _CONTEXT) : start]
    for name in ("whole", "plain"):
        match = _rule(name).match(plain, start)
        if match and _is_number(match.group(), before, plain[match.end() : match.end() + 8]):
            return match.end()
    for name in ("interim", "reserve"):
        match = _rule(name).match(plain, start)
        if match and _begins_with_date(match.group()):
            return match.end()
    for judge in (_card, _european, _told):
        end = judge(plain, start, before)
        if end:
            return end
    return 0


def _is_number(written: str, before: str, after: str) -> bool:
    """Whether ten or twelve digits, as written, are an identity number or one with a digit wrong."""
    core, gaps, long = split_up(written)
    is_birth = core[6:9] != "000" and is_date(core[2:4], core[4:6])
    if _rule("named").search(before):
        return is_birth or (set(gaps) <= {6} and core[0] != "0")
    if not is_birth or (gaps and 6 not in gaps) or _rule("amount").search(after):
        return False
    if _is_phone(core, gaps) if not long else _is_days(written, core, gaps, after):
        return False
    labelled = bool(_rule("labelled").search(before))
    if passes_luhn(core):
        return not (labelled and 6 not in gaps)
    return not labelled and is_nearly(core, gaps, long)


def split_up(written: str) -> tuple[str, dict[int, str], bool]:
    """The last ten digits, what stands after the n-th of them (1–9), and whether a century stood first."""
    digits = re.findall(r"\d", written)
    skipped = len(digits) - 10
    gaps: dict[int, str] = {}
    for count, gap in enumerate(re.split(r"\d", written)[1:-1], start=1):
        if gap and count > skipped:
            gaps[count - skipped] = gap
    return "".join(digits[skipped:]), gaps, skipped > 0


def _is_days(written: str, core: str, gaps: dict[int, str], after: str) -> bool:
    """A date with the time after it, or the first day of a stretch of days."""
    if core[6:8] in ("19", "20") and _rule("more").search(after):
        return True
    if gaps.get(8) in (".", ":") and 7 not in gaps:
        return int(core[6:8]) < 24
    soon = written[0] == "2" and "20" <= core[:2] < "40"
    return soon and _is_clock(core) and bool(gaps) and not gaps[6].strip()


def _is_phone(core: str, gaps: dict[int, str]) -> bool:
    """Ten digits that begin with 0, set apart as nobody sets apart an identity number."""
    mobile = core[:2] == "07" and core[2] in "02369"
    if mobile and (6 not in gaps or 8 in gaps):
        return True
    odd = {1, 3, 5} & set(gaps) and len(gaps) < 8
    return core[0] == "0" and (bool(odd) or (4 in gaps and 2 not in gaps))


def is_nearly(core: str, gaps: dict[int, str], long: bool) -> bool:
    """A wrong check digit in what otherwise is written as an identity number: a slip of the finger."""
    between = gaps.get(6, "").strip()
    if not _rule("dash").search(between) or (_is_clock(core) and not between):
        return False
    if long:
        return set(gaps) <= {6} or (set(gaps) == {2, 4, 6} and between != "")
    return set(gaps) == {6} and (between != "" or int(core[4:6]) <= 31)


def _is_clock(core: str) -> bool:
    return int(core[6:8]) < 24 and int(core[8:]) < 60 and int(core[8:]) % 5 == 0


def _begins_with_date(written: str) -> bool:
    digits = re.match(r"\d+", written)
    birth = digits.group()[:8][-6:] if digits and len(digits.group()) >= 8 else written[:6]
    return birth.isdigit() and is_date(birth[2:4], birth[4:6])


def _card(plain: str, start: int, before: str) -> int:
    match = _rule("card").match(plain, start)
    return match.end() if match and not _rule("labelled").search(before) else 0


def _european(plain: str, start: int, before: str) -> int:
    """18/12-1981-9876, 18 december 1981 9876."""
    match = _rule("european").match(plain, start)
    if not match:
        return 0
    day, month, year, last = match.groups()
    if not month.isdigit():
        month = str(_rules()["months"].index(month[:3]) + 1)
    core = year + month.zfill(2) + day.zfill(2) + re.sub(r"\D", "", last)
    right = is_date(core[2:4], core[4:6]) and passes_luhn(core)
    return match.end() if right else 0


def _told(plain: str, start: int, before: str) -> int:
    """A date of birth, some words that tell of the last digits, and four digits."""
    match = _rule("told").match(plain, start)
    if not match or not _begins_with_date(re.sub(r"(?<=\d)\D(?=\d)", "", match.group())[:8]):
        return 0
    core, gaps, _ = split_up(match.group())
    if len(core) != 10 or not is_date(core[2:4], core[4:6]):
        return 0
    if _rule("last").search(gaps[6]):
        return match.end()
    told = _rule("telling").search(before + gaps[6]) and passes_luhn(core)
    return match.end() if told else 0


def is_date(month: str, day: str) -> bool:
    """A day of any year; in a samordningsnummer 60 is added to it."""
    plain_day = int(day) - 60 if int(day) > 60 else int(day)
    longest = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}.get(int(month), 31)
    return 1 <= int(month) <= 12 and 1 <= plain_day <= longest


def passes_luhn(digits: str) -> bool:
    """The check digit rule over ten digits."""
    products = (int(digit) * (2 - index % 2) for index, digit in enumerate(digits))
    return sum(product - 9 if product > 9 else product for product in products) % 10 == 0


@lru_cache
def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return rules


@lru_cache
def _rule(name: str) -> re.Pattern[str]:
    words = _rules()["digits"]
    own = {
        "start": r"(?<!\d)\d",
        "letter": r"(\d)o(?=\d)",
        "word": rf"(?:{words})",
        "run": rf"(?:{words})(?:[\s,.\-]{{1,3}}(?:{words})){{3,}}(?![a-zåäö])",
    }
    pattern = own.get(name) or str(_rules()[name])
    larger = ""
    while larger != pattern:  # a part may have parts
        larger, pattern = pattern, filled(pattern, _rules()["parts"])
    return re.compile(pattern, re.ASCII)
