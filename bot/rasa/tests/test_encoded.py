"""Training again is quick: what was encoded before is not encoded again."""

from typing import List

import numpy as np
import pytest

from bot.rasa.components.encoded import encode_with_memory


class Encoder:
    """Counts what it is asked; a text's vector is its length."""

    def __init__(self) -> None:
        self.asked: List[str] = []

    def __call__(self, texts: List[str]) -> np.ndarray:
        self.asked += texts
        return np.array([[len(text), 1] for text in texts], dtype=np.float32)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "build" / "vectors.npz"


def test_vectors_come_in_the_order_of_the_texts(path):
    vectors = encode_with_memory(["a", "ccc", "bb", "a"], Encoder(), path)
    assert vectors[:, 0].tolist() == [1, 3, 2, 1]


def test_only_new_texts_are_encoded_the_second_time(path):
    encode_with_memory(["a", "bb"], Encoder(), path)
    again = Encoder()
    assert encode_with_memory(["bb", "ccc"], again, path)[:, 0].tolist() == [2, 3]
    assert again.asked == ["ccc"]


def test_a_text_met_twice_is_encoded_once(path):
    encoder = Encoder()
    encode_with_memory(["a", "a"], encoder, path)
    assert encoder.asked == ["a"]


def test_what_is_kept_can_be_read_without_pickle(path):
    encode_with_memory(["hej på dig"], Encoder(), path)
    with np.load(path, allow_pickle=False) as stored:
        assert stored["vectors"].shape == (1, 2)
    assert b"hej" not in path.read_bytes()
