"""A message as danger is looked for in it: the whole, what it tells, and each sentence. No Rasa here."""

from __future__ import annotations

import re
from typing import List, Text

_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_CLAUSE = re.compile(r"[,;:–-]\s+|\s+(?=(?:och|å|men|för|eller)\s)")
_FEWEST = 2  # words; one word alone says too little
_MOST = 60  # sentences; half a page has twenty
_WIDE = 20  # words without a sign between: a breathless message is also read piece by piece
_PIECE = 12


def parts_of(text: Text) -> List[Text]:
    """Sentences and pieces of a message; none when it is one short sentence."""
    sentences = [part.strip() for part in _END.split(text) if len(part.split()) >= _FEWEST]
    every = [piece for sentence in sentences for piece in [sentence, *_pieces(sentence)]]
    pieces = [piece for piece in dict.fromkeys(every) if piece != text.strip()]
    return pieces if len(pieces) <= _MOST else [*pieces[: _MOST // 2], *pieces[-_MOST // 2 :]]


def clauses_of(text: Text) -> List[Text]:
    """Parts between commas and small joining words: where a written pattern stands alone, it says most."""
    found = [part.strip() for part in _CLAUSE.split(text) if len(part.split()) >= _FEWEST]
    return [clause for clause in dict.fromkeys(found) if clause != text.strip()][:_MOST]


def wholes_of(text: Text) -> List[Text]:
    """The message, and what it tells without its questions: one polite question must not hide a cry."""
    told = [part.strip() for part in _END.split(text) if part.strip() and not part.rstrip().endswith("?")]
    statement = " ".join(told)
    return list(dict.fromkeys([text, statement])) if len(statement.split()) >= _FEWEST else [text]


def _pieces(sentence: Text) -> List[Text]:
    words = sentence.split()
    if len(words) < _WIDE:
        return []
    starts = range(0, len(words) - _PIECE // 2, _PIECE // 2)
    return [" ".join(words[start : start + _PIECE]) for start in starts]
