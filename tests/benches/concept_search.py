"""How well and how fast concepts are found: `python -m tests.benches.concept_search`."""

import time

from actions.content.store import Store
from actions.settings import get_settings
from tests.concepts.recall import QUERIES, measure

ROUNDS = 5
GOAL_MS = 5.0


def main() -> int:
    """Prints recall, and milliseconds of processor time; 1 when the slowest of twenty is above the goal."""
    store = Store(get_settings().database)
    for name, put_aside in (("tuned on", False), ("put aside", True)):
        recall = measure(store, put_aside)
        print(f"{name}: {recall}")
        for query, wanted, found in recall.missed:
            print(f"  {query!r} should lead to {wanted}, leads to {', '.join(found) or 'nothing'}")
    texts = [query for queries in QUERIES.values() for query in queries]
    taken = sorted(_milliseconds(store, text) for _ in range(ROUNDS) for text in texts)
    p50, p95 = taken[len(taken) // 2], taken[len(taken) * 95 // 100]
    print(f"{len(texts)} queries: p50 {p50:.2f} ms, p95 {p95:.2f} ms, slowest {taken[-1]:.2f} ms")
    return 0 if p95 <= GOAL_MS else 1


def _milliseconds(store: Store, text: str) -> float:
    started = time.process_time()
    store.search(text)
    return (time.process_time() - started) * 1000


if __name__ == "__main__":
    raise SystemExit(main())
