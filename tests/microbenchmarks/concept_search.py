"""How well and how fast concepts are found: `python -m tests.microbenchmarks.concept_search`."""

from actions.publishing.store import Store
from actions.settings import get_settings
from tests.concepts.recall import QUERIES, measure
from tests.microbenchmarks.timing import report


def main() -> int:
    """Prints recall, what was missed, and the time it takes."""
    store = Store(get_settings().database)
    for name, put_aside in (("tuned on", False), ("put aside", True)):
        recall = measure(store, put_aside)
        print(f"{name}: {recall}")
        for query, wanted, found in recall.missed:
            print(f"  {query!r} should lead to {wanted}, leads to {', '.join(found) or 'nothing'}")
    return report(store.search, [query for queries in QUERIES.values() for query in queries])


if __name__ == "__main__":
    raise SystemExit(main())
