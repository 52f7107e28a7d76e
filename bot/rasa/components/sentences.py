"""Sentence vectors of messages. No Rasa here."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from typing import List, Text

import numpy as np

from bot.rasa.encoder.e5 import E5
from bot.rasa.encoder.reading import as_read

__all__ = ["as_read", "encode", "encode_many"]
_BATCH = 64


def encode(texts: List[Text]) -> np.ndarray:
    """Vectors of shape (len(texts), 384), float32, L2-normalised. One by one: a batch is rounded together."""
    return np.stack([_encoder().vector(text) for text in texts])


def encode_many(texts: List[Text]) -> np.ndarray:
    """The same for thousands of texts, one process a core."""
    batches = [texts[start : start + _BATCH] for start in range(0, len(texts), _BATCH)]
    if len(batches) < 2:
        return encode(texts)
    with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("fork")) as pool:
        return np.vstack(list(pool.map(encode, batches)))


@lru_cache(maxsize=1)
def _encoder() -> E5:
    return E5()
