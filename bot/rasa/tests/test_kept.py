"""Vectors are made once, and never taken from another encoder."""

from pathlib import Path
from random import Random
from typing import List, Text

import numpy as np
import pytest

from bot.rasa.components.content_questions import PASSAGES, wordings_of
from bot.rasa.components.crisis_guard import EXAMPLES
from bot.rasa.components.danger_examples import read_examples
from bot.rasa.components.sentences import as_read, encode
from bot.rasa.encoder import kept
from bot.rasa.encoder.kept import KeptVectors


class Encoder:
    """Counts what it is asked; a vector leans as the text is long."""

    def __init__(self) -> None:
        self.asked: List[Text] = []

    def __call__(self, texts: List[Text]) -> np.ndarray:
        self.asked += texts
        return np.array([[np.cos(len(text)), np.sin(len(text))] for text in texts], np.float32)


def lean(vectors: np.ndarray) -> List[float]:
    return [float(np.arctan2(*vector[::-1])) for vector in vectors]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own.npz"


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """A file that came with the project, with one text."""
    path = tmp_path / "given.npz"
    KeptVectors(path, path.with_name("none")).of(["a"], Encoder())
    return path


def test_only_what_is_new_is_encoded_and_kept(own: Path, given: Path) -> None:
    KeptVectors(own, given).of(["a", "å\0"], Encoder())
    with np.load(own) as file:
        assert len(file["signs"]) == 1
    encode = Encoder()
    found = KeptVectors(own, given).of(["å\0", "abc", "a"], encode)
    assert lean(found) == pytest.approx([2, 3, 1], abs=0.01)
    assert np.linalg.norm(found, axis=1) == pytest.approx([1, 1, 1])
    assert encode.asked == ["abc"]


def test_a_vector_is_the_same_whether_it_was_kept_or_is_new(own: Path, given: Path) -> None:
    new = KeptVectors(own, given).of(["abcd"], Encoder())
    assert np.array_equal(KeptVectors(own, given).of(["abcd"], Encoder()), new)


def test_nothing_is_taken_from_another_encoder(
    own: Path, given: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    KeptVectors(own, given).of(["ab"], Encoder())
    monkeypatch.setattr(kept, "made_by", lambda: "another")
    encode = Encoder()
    KeptVectors(own, given).of(["a", "ab"], encode)
    assert encode.asked == ["a", "ab"]


def test_a_broken_file_is_made_again(own: Path, given: Path) -> None:
    KeptVectors(own, given).of(["ab"], Encoder())
    own.write_bytes(own.read_bytes()[:100])
    encode = Encoder()
    KeptVectors(own, given).of(["ab"], encode)
    assert encode.asked == ["ab"]


@pytest.fixture(scope="module")
def learnt() -> List[Text]:
    questions = [text for wordings in wordings_of(PASSAGES).values() for text in wordings]
    texts = [*questions, *(row.text for row in read_examples(EXAMPLES))]
    return list(dict.fromkeys(map(as_read, texts)))


def test_a_first_start_need_not_encode_what_is_learnt(own: Path, learnt: List[Text]) -> None:
    missing: List[Text] = []

    def encode_none(texts: List[Text]) -> np.ndarray:
        missing.extend(texts)
        return np.ones((len(texts), 2, 384), np.float32)

    KeptVectors(own).of(learnt, encode_none)
    assert len(missing) < len(learnt) / 10, "run `make vectors`"


def test_what_came_with_the_project_is_what_the_encoder_says(own: Path, learnt: List[Text]) -> None:
    some = Random(0).sample(learnt, 60)
    likeness = (KeptVectors(own).of(some, encode) * encode(some)).sum(axis=-1)
    assert likeness.min() > 0.97 and likeness.mean() > 0.99, "run `make vectors`"
