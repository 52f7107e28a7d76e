"""`make identifiers`: how often identity numbers get past, and how often ordinary numbers are stopped.

Usage: python -m bot.tools.identifier_errors [NUMBER]   made-up numbers of each sort (60 000)
Prints both kinds of error by spelling, and where browser and server disagree (needs Node).
"""

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from actions.privacy import has_identity_number
from actions.privacy.identity_numbers import passes_luhn
from actions.settings import ROOT, Settings

Spelling = Callable[[str, random.Random], str]
_ARABIC, _THAI, _WIDE = (
    str.maketrans("0123456789", digits) for digits in ("٠١٢٣٤٥٦٧٨٩", "๐๑๒๓๔๕๖๗๘๙", "０１２３４５６７８９")
)

# Each takes twelve digits.
NUMBERS: Mapping[str, Spelling] = {
    "121212121212": lambda n, _: n,
    "121212-1212": lambda n, _: f"{n[2:8]}-{n[8:]}",
    "121212 1212": lambda n, _: f"{n[2:8]} {n[8:]}",
    "12121212-1212": lambda n, _: f"{n[:8]}-{n[8:]}",
    "1212-12-12-1212": lambda n, _: f"{n[:4]}-{n[4:6]}-{n[6:8]}-{n[8:]}",
    "12.12.12 1212": lambda n, _: f"{n[2:4]}.{n[4:6]}.{n[6:8]} {n[8:]}",
    "121212 (1212)": lambda n, _: f"{n[2:8]} ({n[8:]})",
    "121212, 1212": lambda n, _: f"{n[2:8]}, {n[8:]}",
    "1 2 1 2 …": lambda n, _: " ".join(n),
    "född …, sista fyra": lambda n, _: f"född {n[2:8]}, de sista fyra är {n[8:]}",
    "fyra sista": lambda n, _: f"{n[:8]} fyra sista: {n[8:]}",
    "12/12-1212-1212": lambda n, _: f"{int(n[6:8])}/{int(n[4:6])}-{n[:4]}-{n[8:]}",
    "wide digits": lambda n, _: f"{n[2:8]}-{n[8:]}".translate(_WIDE),
    "Arabic digits": lambda n, _: f"{n[2:8]}-{n[8:]}".translate(_ARABIC),
    "Thai digits": lambda n, _: f"{n[2:8]}-{n[8:]}".translate(_THAI),
    "invisible signs": lambda n, c: "".join(sign + c.choice(["", "\u200b", "\ufe0f"]) for sign in n[2:]),
    "one digit wrong": lambda n, c: f"{n[2:8]}-{n[8:11]}{(int(n[11]) + c.randrange(1, 10)) % 10}",
    "one digit wrong, long": lambda n, c: f"{n[:8]}-{n[8:11]}{(int(n[11]) + c.randrange(1, 10)) % 10}",
    "interim": lambda n, c: f"{n[:8]}-{c.choice('TRSUWXJKLMN')}{n[9:]}",
    "named, ten digits": lambda n, _: f"personnummer {n[2:]}",
}
ORDINARY: Mapping[str, Callable[[random.Random], str]] = {
    "mobile, ten digits": lambda c: f"07{c.choice('02369')}{c.randrange(10**7):07}",
    "mobile, grouped": lambda c: f"07{c.choice('02369')}-{c.randrange(1000):03} {_two(c)} {_two(c)}",
    "mobile, +46": lambda c: f"+467{c.choice('02369')}{c.randrange(10**7):07}",
    "landline, grouped": lambda c: f"0{c.randrange(100, 999)}-{_two(c)} {_two(c)} {_two(c)}",
    "case number": lambda c: f"ärende {c.randrange(2015, 2027)}-{c.randrange(10**6):06}",
    "case number, 6-4": lambda c: f"diarienummer {c.randrange(10**6):06}-{c.randrange(10**4):04}",
    "OCR number": lambda c: f"OCR {c.randrange(10**9, 10**10)}",
    "date and time": lambda c: f"{_day(c):%Y-%m-%d} {c.randrange(8, 18):02}.{c.choice(('00', '15', '45'))}",
    "date and time, tight": lambda c: f"{_day(c):%Y%m%d} {c.randrange(8, 18):02}{c.choice(('00', '30'))}",
    "two dates": lambda c: f"{_day(c):%Y-%m-%d} – {_day(c):%Y-%m-%d}",
    "date": lambda c: f"den {_day(c):%Y-%m-%d} eller {_day(c):%d/%m %Y}",
    "postcodes": lambda c: f"{c.randrange(100, 999)} {_two(c)}, {c.randrange(100, 999)} {_two(c)}",
    "amount": lambda c: f"{c.randrange(1, 9)} {c.randrange(1000):03} {c.randrange(1000):03} kr",
    "organisation": lambda c: f"2{c.randrange(2, 4)}{c.randrange(20, 40)}00-{c.randrange(10**4):04}",
    "giro": lambda c: f"bankgiro {c.randrange(1000, 9999)}-{c.randrange(1000, 9999)}",
}  # fmt: skip
_UNLABELLED = {"ten digits, nothing said": lambda c: f"{c.randrange(10**9, 10**10)}"}


def main() -> int:
    """Prints the table. Returns 1 when an identity number got past or browser and server disagree."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60_000
    chance = random.Random(20)  # noqa: S311 - made-up numbers, the same each time
    texts: list[str] = []
    print(f"identity numbers that got past, of {count}:")
    missed = _table(count, NUMBERS, lambda spell: spell(a_number(chance), chance), texts, wanted=True)
    print(f"ordinary numbers that were stopped, of {count}:")
    stopped = _table(count, ORDINARY, lambda make: make(chance), texts, wanted=False)
    _table(count // 10, _UNLABELLED, lambda make: make(chance), texts, wanted=False)
    print(f"got past {missed}, stopped {stopped}; browser and server disagree: {disagreements(texts)}")
    return int(missed > 0)


def a_number(chance: random.Random) -> str:
    """Twelve digits with a right check digit, a fifth of them a samordningsnummer; nobody's in particular."""
    born = date(1910, 1, 1) + timedelta(days=chance.randrange(42_000))
    day = born.day + (60 if chance.random() < 0.2 else 0)
    stem = f"{born:%Y%m}{day:02}{chance.randrange(1, 1000):03}"
    return next(f"{stem}{check}" for check in range(10) if passes_luhn(f"{stem[2:]}{check}"))


def disagreements(texts: list[str]) -> int | str:
    """How many texts browser and server judge differently; says so when there is no Node to ask."""
    if not shutil.which("node"):
        return "not asked (no Node)"
    file = Settings().build / "identifiers.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(texts), encoding="utf-8")
    command = ["node", "scripts/identifiers.mjs", str(file)]
    told = subprocess.run(command, cwd=ROOT / "web_widget", capture_output=True, text=True, check=True).stdout
    pairs = zip(texts, json.loads(told), strict=True)
    return sum(has_identity_number(text) is not verdict for text, verdict in pairs)


def _table(
    count: int, kinds: Mapping[str, Any], make: Callable[[Any], str], texts: list[str], *, wanted: bool
) -> int:
    errors = 0
    for name, kind in kinds.items():
        made = [make(kind) for _ in range(count // len(kinds))]
        wrong = sum(has_identity_number(text) is not wanted for text in made)
        print(f"  {name:24}{wrong:6} of {len(made)}")
        texts += made
        errors += wrong
    return errors


def _two(chance: random.Random) -> str:
    return f"{chance.randrange(100):02}"


def _day(chance: random.Random) -> date:
    return date(2024, 1, 1) + timedelta(days=chance.randrange(1500))


if __name__ == "__main__":
    raise SystemExit(main())
