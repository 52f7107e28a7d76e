"""Products with many fixed vectors in 8 bits: a fifth of the time, a quarter of the memory. No Rasa here."""

from __future__ import annotations

from typing import Dict

import numpy as np

from bot.rasa.encoder.runtime import constant, end, node, rounded, serialized, session

_ASKED, _FOUND = "asked", "found"


class RoundedProducts:
    """Of messages with `vectors`, shape (rows, n). Of vectors of length 1 they move by some 0.001.

    It is written into a model's archive once: one that was read from there cannot be written again.
    """

    def __init__(self, vectors: np.ndarray) -> None:
        rows, size = vectors.shape
        constants = [constant(f"vectors.{i}", array) for i, array in enumerate(rounded(vectors))]
        product = node("DynamicQuantizeMatMul", [_ASKED, *(one.name for one in constants)], _FOUND)
        asked, found = end(_ASKED, "messages", size), end(_FOUND, "messages", rows)
        self._graph = serialized([product], asked, [found], constants)
        self._session = session(self._graph)

    def __getstate__(self) -> Dict[str, bytes]:
        return {"graph": self._graph}

    def __setstate__(self, state: Dict[str, bytes]) -> None:
        self._session = session(state["graph"])

    def of(self, messages: np.ndarray) -> np.ndarray:
        """Products of shape (messages, rows), float32. `messages`: shape (messages, n).

        One by one: those asked about together would be rounded together.
        """
        asked = np.asarray(messages, np.float32)
        return np.vstack([self._session.run([_FOUND], {_ASKED: row[None]})[0] for row in asked])
