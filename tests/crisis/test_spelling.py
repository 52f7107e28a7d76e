"""A slip of the finger must not hide what somebody means."""

import pytest

from actions.crisis.spelling import is_one_slip, normalise


@pytest.mark.parametrize("word", ["tablettr", "tablettrer", "tabeltter", "tabletterr", "tableter"])
def test_one_slip_is_put_right(word: str) -> None:
    assert normalise(word, ["tabletter"]) == "tabletter"


@pytest.mark.parametrize("word", ["tabeller", "etiketter", "tablet", "tallrikar"])
def test_another_word_is_left_alone(word: str) -> None:
    assert not is_one_slip(word, "tabletter")


def test_stretched_letters_accents_and_case_are_folded() -> None:
    assert normalise("Jag vill DÖÖÖÖ!!!", []) == "jag vill do"
    assert normalise("jeg vil dø", []) == "jeg vil do"
