"""How much words sound like danger by the pieces they are made of: a model small enough for a browser.

What is written in a card never leaves the browser, so the large model cannot hear it. This one is asked there
(`web_widget/src/tasks/danger-pieces.ts`), and here it is measured. `make danger-pieces` learns it anew.
"""

import math
import re
import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from actions.content.text import fold

FILE = Path(__file__).with_name("pieces.bin")
PLACES = 1 << 15  # that the pieces are strewn over
SHORTEST, LONGEST = 3, 5  # signs of a piece
HEAD = struct.Struct("<4f")  # the step and the start of acute danger, then of danger or distress
_WORST = 0.4  # how much the worst sentence weighs against the whole, as in the large model
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_BASIS, _PRIME = 2166136261, 16777619  # FNV-1a, 32 bits


@dataclass(frozen=True)
class Sound:
    """Log odds of acute danger, and of danger or distress."""

    acute: float
    heavy: float


def sound_of(text: str) -> Sound:
    """How the text sounds, between the whole of it and its worst sentence."""
    sentences = [part for part in _SENTENCE.findall(text) if len(part.split()) > 1]
    heard = [_heard(part) for part in (text, *sentences)]
    return Sound(*(_between(odds) for odds in zip(*heard, strict=True)))


def places(text: str) -> list[int]:
    """Where the pieces of the folded text, its words, and its pairs of words stand; each place once."""
    return sorted({_place(piece) for piece in _pieces(fold(text))})


def _between(odds: tuple[float, ...]) -> float:
    return (1 - _WORST) * odds[0] + _WORST * max(odds)


def _heard(text: str) -> tuple[float, float]:
    scales, acute, heavy = _weights()
    found = places(text)
    length = math.sqrt(len(found) or 1)
    return (
        sum(acute[place] for place in found) * scales[0] / length + scales[1],
        sum(heavy[place] for place in found) * scales[2] / length + scales[3],
    )


def _pieces(folded: str) -> Iterator[str]:
    padded, words = f" {folded} ", folded.split()
    for length in range(SHORTEST, LONGEST + 1):
        yield from (f"c{padded[start : start + length]}" for start in range(len(padded) - length + 1))
    yield from (f"w{word}" for word in words)
    yield from (f"w{one} {next_one}" for one, next_one in pairwise(words))


def _place(piece: str) -> int:
    """The upper bits of the piece's hash, over its UTF-16 units."""
    found = _BASIS
    for unit in array("H", piece.encode("utf-16-le")):
        found = ((found ^ unit) * _PRIME) & 0xFFFFFFFF
    return found * PLACES >> 32


@cache
def _weights() -> "tuple[tuple[float, ...], array[int], array[int]]":
    """Raises FileNotFoundError: the file is part of the project."""
    content = FILE.read_bytes()
    both = array("b", content[HEAD.size :])
    return HEAD.unpack_from(content), both[:PLACES], both[PLACES:]
