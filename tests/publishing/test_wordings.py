"""Questions are found by the words they share with what is asked, and by half a word while it is written."""

import math
from collections import Counter

import pytest

from actions.publishing.store import Store
from actions.publishing.wordings import Wordings, stems
from tests.site import compiled_content

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
    assert [*WORDINGS.suggested(words)] == [*WORDINGS.ranked(words)]


@pytest.mark.parametrize(
    ("typed", "first"), [("ko", "pris"), ("kan to", "tolk"), ("huvuda", "ansvar"), ("får to", "tolk")]
)
def test_the_last_word_may_be_half_written(typed: str, first: str) -> None:
    assert [*WORDINGS.ranked(typed)][:1] != [first]
    assert next(WORDINGS.suggested(typed)) == first


def test_a_word_before_the_last_is_taken_whole() -> None:
    assert [*WORDINGS.suggested("ko zebra")] == []


def test_each_question_has_the_score_of_its_best_wording() -> None:
    """Counted one by one, as a reader of the rule would."""
    wordings = {key: (one.question, *one.asked_as) for key, one in Store(compiled_content()).passages.items()}
    index = Wordings(wordings)
    rows = [(key, set(stems(text))) for key, texts in wordings.items() for text in texts]
    number = Counter(word for _, words in rows for word in words)
    for query in [texts[0] for texts in wordings.values()][::20]:
        asked = {word for word in stems(query) if word in number}
        weight = {word: math.log(1 + len(rows) / number[word]) for word in asked}
        best: dict[str, float] = {}
        for key, words in rows:
            shared = sum(weight[word] for word in asked & words) / sum(weight.values())
            score = shared - 0.15 * len(words - asked) / len(words)
            if score >= 0.3:
                best[key] = max(best.get(key, 0.0), score)
        found = [*index.ranked(query)]
        assert set(found) == set(best)
        assert [best[key] for key in found] == pytest.approx(sorted(best.values(), reverse=True))
