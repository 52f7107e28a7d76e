"""Vectors are made once, and never taken from another encoder."""

from pathlib import Path
from typing import List, Text

import numpy as np
import pytest

from bot.rasa.encoder import kept
from bot.rasa.encoder.kept import KeptVectors


class Encoder:
    """Counts what it is asked; a vector is the length of the text."""

    def __init__(self) -> None:
        self.asked: List[Text] = []

    def __call__(self, texts: List[Text]) -> np.ndarray:
        self.asked += texts
        return np.array([[len(text), 0.5] for text in texts], np.float32)


def test_only_what_is_new_is_encoded(tmp_path: Path) -> None:
    KeptVectors(tmp_path).of(["a", "å\0"], Encoder())
    encode = Encoder()
    assert KeptVectors(tmp_path).of(["å\0", "abc", "a"], encode).tolist() == [[2, 0.5], [3, 0.5], [1, 0.5]]
    assert encode.asked == ["abc"]


def test_another_encoder_starts_anew_and_clears_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    KeptVectors(tmp_path).of(["a"], Encoder())
    monkeypatch.setattr(kept, "_encoder_sum", lambda: "another")
    encode = Encoder()
    KeptVectors(tmp_path).of(["a"], encode)
    assert encode.asked == ["a"] and [path.name for path in tmp_path.iterdir()] == ["another.vectors.npz"]


def test_a_broken_file_is_made_again(tmp_path: Path) -> None:
    KeptVectors(tmp_path).of(["a"], Encoder())
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:100])
    encode = Encoder()
    assert KeptVectors(tmp_path).of(["a"], encode).tolist() == [[1, 0.5]] and encode.asked == ["a"]
