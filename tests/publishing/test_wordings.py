"""Questions are found by the words they share with what is asked, and by half a word while it is written."""

import pytest

from actions.publishing.wordings import Wordings

WORDINGS = Wordings(
    {
        "pris": ("Vad kostar en tolk?", "kostnad"),
        "tolk": ("Kan jag få tolk?", "finns det tolkar"),
        "ansvar": ("Vem är huvudansvarig?",),
        "byta": ("Kan jag byta huvudansvarig?",),
        "tid": ("Hur lång tid tar det?",),
    }
)


@pytest.mark.parametrize(
    "words", ["tolk", "kostar tolken", "byta huvudansvarig", "huvudansvarg", "zebra", ""]
)
def test_whole_words_are_suggested_for_as_they_are_ranked(words: str) -> None:
    assert WORDINGS.suggested(words) == WORDINGS.ranked(words)


@pytest.mark.parametrize(
    ("typed", "first"), [("ko", "pris"), ("kan to", "tolk"), ("huvuda", "ansvar"), ("får to", "tolk")]
)
def test_the_last_word_may_be_half_written(typed: str, first: str) -> None:
    assert WORDINGS.ranked(typed)[:1] != [first]
    assert WORDINGS.suggested(typed)[0] == first


def test_a_word_before_the_last_is_taken_whole() -> None:
    assert WORDINGS.suggested("ko zebra") == []
