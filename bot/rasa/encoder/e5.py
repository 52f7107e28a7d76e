"""From a text to its vector."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import Dict, List, Sequence, Text

import numpy as np

from bot.rasa.encoder.adapter import ADAPTER, Adapter
from bot.rasa.encoder.graph import INPUT, PUBLISHED, TUNED, Graph
from bot.rasa.encoder.packed import PackedModel
from bot.rasa.encoder.pieces import Pieces
from bot.rasa.encoder.runtime import session

_ASKING = "query: "  # how the model was taught that a text is a question
_MOST_PIECES = 512
_TOGETHER = 32  # texts
READINGS = 2
AS_TUNED, AS_PUBLISHED = range(READINGS)  # where each stands in a vector


class E5:
    """The model, ready to read: as tuning changed it, and as it was published.

    Tuned it tells questions apart that only mean nearly the same; but it knows the examples that it was tuned
    on too well to say how near something else is to them. That, the published one says: decision 37.
    """

    def __init__(self) -> None:
        self._model = PackedModel()
        self._pieces = Pieces(self._model)
        self._positions = self._model.vector("emb.pos").reshape(_MOST_PIECES, -1)
        self._kind = self._model.vector("emb.type")[: self._model.width]
        self._norm = self._model.vector("emb.ln.w"), self._model.vector("emb.ln.b")
        self._session = session(Graph(self._model, Adapter.read(ADAPTER)).serialized())

    def vector(self, text: Text) -> np.ndarray:
        """Tuned and published, shape (2, 384), float32, of length 1; of over 512 pieces, of the beginning."""
        return np.asarray(self._read([self._pieces.numbers(_ASKING + text)[:_MOST_PIECES]])[0])

    def vectors(self, texts: Sequence[Text]) -> np.ndarray:
        """The same of thousands of texts, of shape (len(texts), 2, 384), on all cores.

        Texts of equally many pieces are read together: two thirds of the time. They are rounded together
        too, so each vector lies at a cosine of 0.995 to the one of its text alone, and both as far from
        the exact one.
        """
        asked = self._pieces.numbers_of([_ASKING + text for text in texts])
        numbers = [pieces[:_MOST_PIECES] for pieces in asked]
        batches = _of_one_length(numbers)
        found = np.empty((len(texts), READINGS, self._model.width), np.float32)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            read = pool.map(lambda batch: self._read([numbers[row] for row in batch]), batches)
            for batch, vectors in zip(batches, read):
                found[batch] = vectors
        return found

    def _read(self, texts: Sequence[List[int]]) -> np.ndarray:
        """Vectors of texts of one length, of shape (len(texts), 2, width)."""
        embedded = np.stack([self._embedded(numbers) for numbers in texts])
        meanings = self._session.run([TUNED, PUBLISHED], {INPUT: embedded})
        means = np.stack([meaning.mean(axis=1) for meaning in meanings], axis=1)
        return np.asarray(means / np.linalg.norm(means, axis=-1, keepdims=True), dtype=np.float32)

    def _embedded(self, numbers: List[int]) -> np.ndarray:
        """Pieces with their places, normed; of shape (len(numbers), width)."""
        words = self._model.rows("emb.word", numbers, self._model.width)
        placed = words + self._positions[: len(numbers)] + self._kind
        moved = placed - placed.mean(axis=1, keepdims=True)
        spread = np.sqrt(placed.var(axis=1, keepdims=True) + self._model.epsilon)
        weight, bias = self._norm
        return (moved / spread * weight + bias).astype(np.float32)


def _of_one_length(texts: Sequence[List[int]]) -> List[List[int]]:
    """Rows in batches, the longest texts first: what is left at the end is then soon done."""
    alike: Dict[int, List[int]] = {}
    for row, numbers in enumerate(texts):
        alike.setdefault(len(numbers), []).append(row)
    return [
        alike[length][start : start + _TOGETHER]
        for length in sorted(alike, reverse=True)
        for start in range(0, len(alike[length]), _TOGETHER)
    ]
