"""A text cut into the pieces of the vocabulary that together are most likely (a unigram model: Kudo 2018)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Callable, Dict, List, Sequence, Tuple

from bot.rasa.encoder.packed import PackedModel

_SPACE = "\u2581"  # how the vocabulary writes the space before a word
_SPACES = re.compile(" {2,}")
_UNKNOWN_PENALTY = 10.0


class Pieces:
    """Numbers of pieces for a text, as multilingual-e5-small was taught them."""

    def __init__(self, model: PackedModel) -> None:
        self._known: Dict[str, int] = {piece: number for number, piece in enumerate(model.pieces)}
        self._known.pop(model.pieces[model.unknown])
        self._scores: List[float] = model.scores.tolist()
        self._longest = max(map(len, self._known))
        self._unknown = (model.unknown, min(self._scores) - _UNKNOWN_PENALTY)
        self._ends = (model.start, model.end)
        self._spelling = model.spelling

    def numbers(self, text: str) -> List[int]:
        """Piece numbers between the marks for start and end; a sign nobody taught it is "unknown"."""
        return self._numbers(text, self._likeliest)

    def numbers_of(self, texts: Sequence[str]) -> List[List[int]]:
        """The same of many texts. Each word is cut once, and none is remembered afterwards."""
        cut = lru_cache(None)(self._likeliest)
        return [self._numbers(text, cut) for text in texts]

    def _numbers(self, text: str, cut: Callable[[str], List[int]]) -> List[int]:
        spelled = _SPACES.sub(" ", text.translate(self._spelling))
        words = spelled[1:] if spelled.startswith(" ") else spelled
        start, end = self._ends
        # No piece reaches from one word into the next, so words can be cut one by one.
        return [start, *(number for word in words.split(" ") for number in cut(_SPACE + word)), end]

    def _likeliest(self, text: str) -> List[int]:
        """Viterbi's search: the best way to each place in the text, then back along it."""
        size = len(text)
        best = [0.0] + [float("-inf")] * size
        came: List[Tuple[int, int]] = [(0, 0)] * (size + 1)  # piece, and where it began
        for start in range(size):
            so_far = best[start]
            for end in range(start + 1, min(start + self._longest, size) + 1):
                piece = self._known.get(text[start:end])
                if piece is not None and so_far + self._scores[piece] > best[end]:
                    best[end], came[end] = so_far + self._scores[piece], (piece, start)
            number, score = self._unknown
            if so_far + score > best[start + 1]:
                best[start + 1], came[start + 1] = so_far + score, (number, start)
        numbers, place = [], size
        while place:
            number, place = came[place]
            numbers.append(number)
        return numbers[::-1]
