"""How much each reading of a message weighs is learnt from what was right."""

from collections.abc import Iterable, Sequence

import numpy as np
import pytest

from actions.replies.knowledge import open_knowledge
from actions.settings import Settings
from bot.rasa.components.talks import Said
from bot.tools.evaluation.talks import Heard
from bot.tools.weigh_readings import Choice, choices_of, learnt, right_first
from tests.site import compiled_build

RESAN, CONSENT = "kostnad#resan", "samtycke#maste-skriva-under"
TALK = [
    Said(1, "måste jag skriva under", (CONSENT,), "calm", "self"),
    Said(1, "å resan då", (RESAN,), "calm", "self"),
    Said(1, "jag är trött", ("berattar",), "calm", "self"),
]


class Reads:
    """Knows what is asked after the message before, and nothing of the message alone."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def heard(self, talks: Iterable[Sequence[Said]]) -> list[Heard]:
        return [Heard(said, (CONSENT,), (), False, False, False) for talk in talks for said in talk]

    def parsed(self, text: str) -> dict[str, object]:
        self.read.append(text)
        after = RESAN if text.startswith("måste jag skriva under ") else CONSENT
        return {"passages": [{"name": after, "confidence": 0.8}]}


def test_a_view_that_is_right_comes_to_weigh_and_one_that_is_wrong_does_not() -> None:
    rows = np.array([[3.0, 0.0], [0.0, 3.0]])
    choices = [Choice(rows, np.array([True, False]))] * 20
    weights = learnt(choices, np.zeros(2))
    assert weights[0] > 0 > weights[1]
    assert right_first(choices, weights) == 100.0
    assert right_first(choices, -weights) == 0.0


def test_what_is_asked_later_in_a_talk_is_read_in_three_ways() -> None:
    reads, store = Reads(), open_knowledge(Settings(build=compiled_build())).store
    (choice,) = choices_of([TALK], store, reads)  # type: ignore[arg-type]
    question = store.passages[CONSENT].question
    assert reads.read == ["å resan då", "måste jag skriva under å resan då", f"{question} å resan då"]
    assert choice.right.tolist() == [False, True]
    assert choice.share(np.zeros(6)) == pytest.approx([0.5, 0.5])
