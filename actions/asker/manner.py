"""How surely staff write, by the manner of several messages of one conversation."""

import math
from collections.abc import Sequence

from actions.thresholds import EARLIER_MANNER

_MOST = 3.0  # log odds: one message never settles it


def over_messages(latest: float | None, before: Sequence[float]) -> float:
    """One probability from that of each message; those before count less. Measured: docs/decisions/0026.

    latest: None for a button, which is nobody's manner. Where nobody has written anything, 0.
    """
    if latest is None and not before:
        return 0.0
    odds = (0.0 if latest is None else _odds(latest)) + EARLIER_MANNER * sum(map(_odds, before))
    return 1 / (1 + math.exp(-odds))


def _odds(probability: float) -> float:
    most = 1 / (1 + math.exp(-_MOST))
    kept = min(max(probability, 1 - most), most)
    return math.log(kept / (1 - kept))
