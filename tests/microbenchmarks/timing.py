"""How long something takes for each of many texts."""

import time
from collections.abc import Callable, Sequence

_ROUNDS = 5
_GOAL_MS = 5.0


def report(find: Callable[[str], object], texts: Sequence[str]) -> int:
    """Prints milliseconds of processor time; 1 when the slowest of twenty is above the goal."""
    taken = sorted(_milliseconds(find, text) for _ in range(_ROUNDS) for text in texts)
    p50, p95 = taken[len(taken) // 2], taken[len(taken) * 95 // 100]
    print(f"{len(texts)} texts: p50 {p50:.2f} ms, p95 {p95:.2f} ms, slowest {taken[-1]:.2f} ms")
    return 0 if p95 <= _GOAL_MS else 1


def _milliseconds(find: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    find(text)
    return (time.process_time() - started) * 1000
