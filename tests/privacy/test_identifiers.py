"""A personal identity number never gets past the door; ordinary numbers do."""

import pytest

from actions.privacy import has_identity_number, mask

# Numbers that Skatteverket publishes for testing: valid in form, given to nobody.
TEST_NUMBERS = ["19121212-1212", "121212-1212", "1212121212", "20121212 1212", "121212 – 1212"]


@pytest.mark.parametrize("number", TEST_NUMBERS)
def test_identity_numbers_are_found_in_their_common_spellings(number: str) -> None:
    text = f"mitt nummer är {number} hej"
    assert has_identity_number(text)
    assert number not in mask(text)


def test_a_coordination_number_is_found() -> None:
    assert has_identity_number("samordningsnummer 701063-2391")


@pytest.mark.parametrize(
    "text",
    [
        "mötet är 2026-11-24 kl 10",
        "ärende 2024-123456",
        "jag bor på 411 05",
        "ring 112 eller 1177",
        "diarienummer 121212-1213",
        "paragraf 2017:612",
        "vi var 12 av 121212",
    ],
)
def test_ordinary_numbers_pass(text: str) -> None:
    assert not has_identity_number(text)
    assert mask(text) == text


def test_email_and_phone_are_hidden() -> None:
    masked = mask("nå mig på anna@example.org eller 070-174 06 05")
    assert "example" not in masked
    assert "174" not in masked
