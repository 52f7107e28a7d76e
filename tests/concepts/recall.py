"""How often the right concept comes first, or among the first three, for the queries of queries.yml."""

from dataclasses import dataclass, field
from pathlib import Path

from actions.content.yaml_files import read_yaml
from actions.publishing.store import Store

QUERIES: dict[str, list[str]] = read_yaml(Path(__file__).with_name("queries.yml"))


@dataclass
class Recall:
    """Counts over a set of queries, and what went wrong as (query, wanted, found)."""

    asked: int = 0
    first: int = 0
    among_three: int = 0
    missed: list[tuple[str, str, list[str]]] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.asked} queries: recall@1 {self.first / self.asked:.3f}, "
            f"recall@3 {self.among_three / self.asked:.3f}"
        )


def measure(store: Store, put_aside: bool) -> Recall:
    """Recall over the queries that the search was tuned on, or over those put aside meanwhile."""
    recall = Recall()
    for wanted, queries in QUERIES.items():
        for query in queries[1::2] if put_aside else queries[::2]:
            found = [hit.ref for hit in store.search(query, kind="concept")][:3]
            recall.asked += 1
            recall.first += found[:1] == [wanted]
            recall.among_three += wanted in found
            if wanted not in found:
                recall.missed.append((query, wanted, found))
    return recall
