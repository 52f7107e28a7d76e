"""Sentence vectors of messages. No Rasa here."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import List, Text

import numpy as np

from bot.rasa.encoder.e5 import E5
from bot.rasa.encoder.kept import KeptVectors
from bot.rasa.encoder.reading import as_read

__all__ = ["as_read", "encode", "encode_many"]


def encode(texts: List[Text]) -> np.ndarray:
    """Vectors of shape (len(texts), 2, 384), float32, of length 1: as tuned and as published.

    One by one: a batch is rounded together.
    """
    return np.stack([_encoder().vector(text) for text in texts])


def encode_many(texts: List[Text]) -> np.ndarray:
    """The same of thousands of texts, each distinct one once; once ever with a file SIP_VECTORS."""
    rows = {text: row for row, text in enumerate(dict.fromkeys(texts))}
    own, encode_all = os.environ.get("SIP_VECTORS"), _encoder().vectors
    vectors = KeptVectors(Path(own)).of(list(rows), encode_all) if own else encode_all(list(rows))
    return vectors[[rows[text] for text in texts]]


@lru_cache(maxsize=1)
def _encoder() -> E5:
    return E5()
