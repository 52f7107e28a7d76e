"""Staff are told from others by their manner of writing, learnt from examples whose writer is known."""

from pathlib import Path

import numpy as np
import pytest

from bot.rasa.components.register import RegisterScorer, read_hands
from bot.rasa.components.register_reader import EXAMPLES

BY_STAFF = ["hur dokumenteras samtycket", "vem dokumenterar kallelsen", "kallelsen skickas av huvudmannen"]
BY_OTHERS = ["vad händer om jag säger nej", "får mamma följa med", "måste jag säga ja"]


@pytest.fixture(scope="module")
def scorer() -> RegisterScorer:
    texts = [*BY_STAFF, *BY_OTHERS]
    dense = np.random.default_rng(0).normal(size=(len(texts), 8))
    return RegisterScorer(20.0, 1.0, [1.0, 0.0], 0.0).fit(texts, dense, np.array([True] * 3 + [False] * 3))


def test_the_manner_of_staff_is_told_from_that_of_others(scorer: RegisterScorer) -> None:
    staff, other = scorer.probabilities(["vem dokumenterar samtycket", "får jag säga nej"], np.zeros((2, 8)))
    assert staff > 0.5 > other


def test_what_a_text_of_no_known_piece_says_is_still_a_probability(scorer: RegisterScorer) -> None:
    assert 0 < scorer.probabilities(["🙂"], np.zeros((1, 8)))[0] < 1


def test_only_examples_in_a_writers_folder_tell_who_wrote_them(tmp_path: Path) -> None:
    for path in ("lag.yml", "staff/lag.yml", "residents/lag.yml"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        text = f"nlu:\n- intent: lag\n  examples: |\n    - enligt {path}\n"
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert read_hands(tmp_path) == {"enligt staff/lag.yml": True, "enligt residents/lag.yml": False}


def test_there_are_examples_by_staff_and_by_others() -> None:
    written = list(read_hands(EXAMPLES).values())
    assert written.count(True) >= 1000 and written.count(False) >= 1000
