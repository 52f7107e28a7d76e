"""Someone who asks two things gets two answers."""

import pytest

from actions.conversation.questions import split_questions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vad kostar det? och vem bestämmer?", ["vad kostar det?", "och vem bestämmer?"]),
        ("Vad är en SIP och vem kan få en", ["Vad är en SIP", "vem kan få en"]),
        ("vad är en sip", ["vad är en sip"]),
        ("skolan och bup skyller på varann", ["skolan och bup skyller på varann"]),
        ("Mamma är 84. Hon bor själv. Vem ska vi ringa?", ["Mamma är 84. Hon bor själv. Vem ska vi ringa?"]),
    ],
)
def test_questions_are_told_apart(text: str, expected: list[str]) -> None:
    assert split_questions(text) == expected


def test_at_most_three_are_taken() -> None:
    assert len(split_questions("vad är det? vem kan? hur gör man? vad kostar det?")) == 3
