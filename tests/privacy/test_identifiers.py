"""A personal identity number never gets in; ordinary numbers do."""

import json
import random
from datetime import date, timedelta
from pathlib import Path

import pytest
from personnummer import personnummer

from actions.privacy import MASK, has_identity_number, mask

SHARED = json.loads((Path(__file__).parent / "identifiers.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", SHARED["caught"])
def test_identity_numbers_are_found_in_their_common_spellings(text: str) -> None:
    assert has_identity_number(text)
    assert MASK in mask(text)
    masked = mask(text)
    assert not has_identity_number(masked) and "9876" not in masked and "1212-1212" not in masked


@pytest.mark.parametrize("text", SHARED["passes"])
def test_ordinary_numbers_pass(text: str) -> None:
    assert not has_identity_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "mötet är 2026-11-24 kl 10", "ärende 2024-123456", "jag bor på 411 05", "ring 112 eller 1177",
        "paragraf 2017:612", "SON 2025/00123", "020-22 00 60", "järnvägen 2 minuter",
        "på vägen 2 gånger",
        "den 19510412", "bankgiro 5050-1055",
        "jag bor på Storgatan", "om 3 veckor", "vårdcentralen 5 mil bort",
    ],
)  # fmt: skip
def test_what_is_nobodys_stands(text: str) -> None:
    assert mask(text) == text


def test_email_and_phone_are_hidden() -> None:
    masked = mask("nå mig på anna@example.org eller 070-174 06 05 eller +46 8 123 456 78")
    assert masked == f"nå mig på {MASK} eller {MASK} eller {MASK}"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("jag bor på Storgatan 12 B, 541 30 Skövde", f"jag bor på {MASK}, 541 30 Skövde"),
        ("hemma på lilla kyrkogatan 4", f"hemma på lilla {MASK}"),
        ("Björkvägen 7, lgh 1203 i Skara", f"{MASK} i Skara"),
        ("Nygränd 3", MASK),
    ],
)
def test_a_street_address_is_hidden_and_the_place_is_left(text: str, left: str) -> None:
    assert mask(text) == left


def test_a_number_that_the_public_is_told_to_call_stands() -> None:
    text = "är 031-365 00 00 rätt nummer till växeln?"
    assert mask(text, {"+46313650000"}) == text
    assert mask(text) == f"är {MASK} rätt nummer till växeln?"


def test_generated_numbers_are_caught_and_neighbours_pass() -> None:
    """A thousand numbers in ten spellings are caught, with a wrong check digit too; case numbers pass."""
    chance = random.Random(1)
    for _ in range(1000):
        right = generated(chance)
        if right[2:4] == "07":  # ten digits together are then taken for a mobile number
            continue
        if right[:4] >= "2020" and int(right[8:10]) < 24 and int(right[10:]) % 5 == 0:  # a day and a time
            continue
        wrong = right[:-1] + str((int(right[-1]) + 1) % 10)
        for spell in SPELLINGS:
            assert has_identity_number(f"min {spell(right)} tack"), spell(right)
        assert has_identity_number(f"min {wrong[2:8]}-{wrong[8:]} tack")
        assert not has_identity_number(f"ärendenummer {wrong[2:8]}-{wrong[8:]} tack")


def generated(chance: random.Random) -> str:
    """A right twelve-digit identity number of a person who may not exist."""
    born = date(1910, 1, 1) + timedelta(days=chance.randrange(42_000))
    day = born.day + (60 if chance.random() < 0.2 else 0)
    stem = f"{born:%Y%m}{day:02}{chance.randrange(1, 1000):03}"
    return next(f"{stem}{check}" for check in range(10) if personnummer.valid(f"{stem}{check}"))


SPELLINGS = [
    lambda n: n,
    lambda n: n[2:],
    lambda n: f"{n[:8]}-{n[8:]}",
    lambda n: f"{n[:8]} {n[8:]}",
    lambda n: f"{n[:4]}-{n[4:6]}-{n[6:8]}-{n[8:]}",
    lambda n: f"{n[:4]} {n[4:6]} {n[6:8]} {n[8:10]} {n[10:]}",
    lambda n: f"{n[2:8]}-{n[8:]}",
    lambda n: f"{n[2:8]}+{n[8:]}" if int(n[:4]) < 1926 else f"{n[2:8]}–{n[8:]}",
    lambda n: f"{n[2:4]}.{n[4:6]}.{n[6:8]} {n[8:]}",
    lambda n: f"{n[2:8]} - {n[8:]}",
]
