"""From a text to its vector."""

from __future__ import annotations

from typing import Optional, Text

import numpy as np
from onnxruntime import InferenceSession, SessionOptions

from bot.rasa.encoder.adapter import ADAPTER, Adapter
from bot.rasa.encoder.graph import INPUT, OUTPUT, Graph
from bot.rasa.encoder.packed import PackedModel
from bot.rasa.encoder.pieces import Pieces

_ASKING = "query: "  # how the model was taught that a text is a question
_MOST_PIECES = 512


class E5:
    """The model, ready to read. One thread: two cost more than they give while other work goes on.

    adapter: what tuning changed in it; `Adapter.none()` for the model as it was published.
    """

    def __init__(self, adapter: Optional[Adapter] = None) -> None:
        self._model = PackedModel()
        self._pieces = Pieces(self._model)
        self._positions = self._model.vector("emb.pos").reshape(_MOST_PIECES, -1)
        self._kind = self._model.vector("emb.type")[: self._model.width]
        self._norm = self._model.vector("emb.ln.w"), self._model.vector("emb.ln.b")
        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = InferenceSession(
            Graph(self._model, adapter or Adapter.read(ADAPTER)).serialized(),
            options,
            providers=["CPUExecutionProvider"],
        )

    def vector(self, text: Text) -> np.ndarray:
        """384 numbers, float32, of length 1; of a text of over 512 pieces, what its beginning means."""
        numbers = self._pieces.numbers(_ASKING + text)[:_MOST_PIECES]
        (meanings,) = self._session.run([OUTPUT], {INPUT: self._embedded(numbers)[None]})
        mean = meanings[0].mean(axis=0)
        return np.asarray(mean / np.linalg.norm(mean), dtype=np.float32)

    def _embedded(self, numbers: "list[int]") -> np.ndarray:
        """Pieces with their places, normed; of shape (len(numbers), width)."""
        words = self._model.rows("emb.word", numbers, self._model.width)
        placed = words + self._positions[: len(numbers)] + self._kind
        moved = placed - placed.mean(axis=1, keepdims=True)
        spread = np.sqrt(placed.var(axis=1, keepdims=True) + self._model.epsilon)
        weight, bias = self._norm
        return (moved / spread * weight + bias).astype(np.float32)
