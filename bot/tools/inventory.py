"""`make inventory`: questions people naturally ask, and the text that answers each of them.

`nlu_data/tests/inventory.csv` is filled in by hand: `answered_by` is a passage (topic#name), a topic's
overview (topic) or a concept (begrepp:name), and `where` the part that a reader found the answer in.
"""

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from actions.publishing.checks.corpus import Corpus, read_corpus
from actions.settings import ROOT, get_settings

INVENTORY = ROOT / "nlu_data" / "tests" / "inventory.csv"
SHORT, LONGER, NOWHERE = "kort", "mer", "saknas"


@dataclass(frozen=True)
class Row:
    """A question, its topic, the id of the text that answers it, and where in the text."""

    topic: str
    question: str
    answered_by: str
    where: str


def read_inventory(path: Path = INVENTORY) -> list[Row]:
    """All questions, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Row(**row) for row in csv.DictReader(file)]


def texts(corpus: Corpus) -> set[str]:
    """The ids that may answer a question."""
    concepts = {f"begrepp:{concept.id}" for concept in corpus.concepts}
    return {each.id for each in (*corpus.answers, *corpus.passages)} | concepts


def orphans(rows: list[Row], known: set[str]) -> list[Row]:
    """Questions that no text answers, or only one that is gone."""
    return [row for row in rows if row.where == NOWHERE or row.answered_by not in known]


def main() -> int:
    """Prints the shares and the orphans; 1 when there are any."""
    rows = read_inventory()
    lost = orphans(rows, texts(read_corpus(get_settings().content)))
    shares = Counter(NOWHERE if row in lost else row.where for row in rows)
    for where in (SHORT, LONGER, NOWHERE):
        print(f"{where:<8}{shares[where]:>5}{shares[where] / len(rows):>7.0%}")
    for row in lost:
        print(f"{row.topic}: {row.question} ({row.answered_by})")
    return 1 if lost else 0


if __name__ == "__main__":
    raise SystemExit(main())
