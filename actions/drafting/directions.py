"""Which way text runs, judged by its first letter as HTML's `dir=auto` does."""

import unicodedata

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_STRONG = _RIGHT_TO_LEFT | {"L"}


def is_right_to_left(text: str) -> bool:
    """True when the first strong character is of a script that runs right to left."""
    strong = (kind for kind in map(unicodedata.bidirectional, text) if kind in _STRONG)
    return next(strong, "L") in _RIGHT_TO_LEFT
