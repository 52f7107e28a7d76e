"""The danger model tells danger and distress from near misses, and knows what they are most like."""

import numpy as np
import pytest

from bot.rasa.components.crisis_guard import EXAMPLES, CrisisGuard, in_context
from bot.rasa.components.danger import DangerScorer
from bot.rasa.components.danger_examples import LABELS, Example, read_examples
from bot.rasa.components.parts import parts_of, wholes_of

DANGER = ["han slår mig", "jag vill dö", "hon andas inte", "han slår mig igen"]
KINDS = ["violence", "suicide", "illness", "violence"]
CARE = ["jag är så trött", "jag gråter jämt", "allt är tungt", "orkar knappt"]
CALM = ["det slår mig", "jag dör av skratt", "nu kan jag andas ut", "vi slår upp det"]
TEXTS = [*DANGER, *CARE, *CALM]
EVERYDAY = ["vad är en sip", "vem kallar till mötet"]


@pytest.fixture
def scorer() -> DangerScorer:
    examples = [
        *(Example(text, "kris", kind, "self") for text, kind in zip(DANGER, KINDS)),
        *(Example(text, "care") for text in CARE),
        *(Example(text, "calm") for text in CALM),
    ]
    dense = vectors(TEXTS)
    return DangerScorer().fit(examples, dense, dense, EVERYDAY, vectors(CALM[:2]))


def vectors(texts) -> np.ndarray:
    """Stand-ins for sentence vectors, read twice: each label points its own way, each text a little aside."""
    ways = np.array([np.eye(3)[TEXTS.index(text) // 4] for text in texts])
    aside = np.eye(12)[[TEXTS.index(text) for text in texts]]
    return np.stack([np.hstack([ways, 0.3 * aside])] * 2, axis=1)


def test_each_text_is_most_like_its_own_label(scorer) -> None:
    likeliest = scorer.probabilities(TEXTS, vectors(TEXTS)).argmax(axis=1)
    assert [LABELS[i] for i in likeliest] == ["kris"] * 4 + ["care"] * 4 + ["calm"] * 4


def test_the_kind_and_the_person_are_those_of_most_neighbours(scorer) -> None:
    assert scorer.told_by(vectors(["han slår mig"]), "kris") == ("violence", "self")


def test_there_are_examples_of_every_label_by_several_hands() -> None:
    rows = read_examples(EXAMPLES)
    count = {label: sum(row.label == label for row in rows) for label in LABELS}
    assert count["kris"] >= 1000 and count["care"] >= 400 and count["calm"] >= 1000
    assert len({row.text for row in rows}) == len(rows)


def test_a_message_is_read_whole_without_its_questions_and_sentence_by_sentence() -> None:
    text = "Hej. Vad är en SIP? Jag vill inte leva längre."
    assert wholes_of(text) == [text, "Hej. Jag vill inte leva längre."]
    assert parts_of(text) == ["Vad är en SIP?", "Jag vill inte leva längre."]
    assert (wholes_of("jag vill dö"), parts_of("jag vill dö")) == (["jag vill dö"], [])


def test_what_stands_last_in_a_very_long_message_is_read() -> None:
    text = (
        " ".join(f"Vi har haft plan nummer {number}." for number in range(80)) + " Jag vill inte leva längre."
    )
    assert parts_of(text)[-1] == "Jag vill inte leva längre."


def test_a_breathless_message_is_read_piece_by_piece() -> None:
    text = "vi har sökt hjälp i flera år " * 6 + "och nu vill jag inte leva längre"
    assert any("inte leva längre" in part and len(part.split()) <= 12 for part in parts_of(text))


def test_one_sentence_of_danger_is_heard_through_a_calm_story_but_does_not_decide_alone() -> None:
    assert 0.01 < in_context(np.array([0.01, 0.97]), 1) < 0.5
    beside_a_question, alone = in_context(np.array([0.01, 0.97, 0.5]), 2), in_context(np.array([0.9]), 1)
    assert 0.3 < beside_a_question < 0.6 < alone
    assert in_context(np.array([0.9]), 1) == pytest.approx(0.9)
    assert in_context(np.array([0.8]), 1, lean=0.25) == pytest.approx(0.5)


def test_what_is_over_is_heavy_at_most_unless_the_whole_sounds_like_danger_now() -> None:
    guard = CrisisGuard.__new__(CrisisGuard)
    guard._config = CrisisGuard.get_default_config()
    said = "jag försökte ta livet av mig för ett år sen men jag mår bra nu"
    assert guard._level(said, [said], np.array([0.9]), 0.1, 0.3) == "heavy"
    assert guard._level(said, [said], np.array([0.9]), 0.1, 0.05) == ""
    assert guard._level(said, [said], np.array([0.9]), 0.7, 0.9) == "acute"


@pytest.mark.parametrize(
    ("kris", "heavy", "level"),
    [(0.4, 0.5, "acute"), (0.03, 0.05, "urgent"), (0.01, 0.3, "heavy"), (0.01, 0.1, "")],
)
def test_the_fainter_the_danger_the_gentler_the_level(kris: float, heavy: float, level: str) -> None:
    guard = CrisisGuard.__new__(CrisisGuard)
    guard._config = CrisisGuard.get_default_config()
    plain, idiom = "det är som det är här", "dör av skratt åt hela planen"
    assert guard._level(plain, [plain], np.array([kris]), kris, heavy) == level
    assert guard._level(idiom, [idiom], np.array([kris]), kris, min(heavy, 0.5)) == ""
