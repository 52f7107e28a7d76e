"""`make inventory`: questions people naturally ask and needs of the source documents, and the texts for them.

`nlu_data/tests/inventory.csv` is filled in by hand: `answered_by` is a passage (topic#name), a topic's
overview (topic) or a concept (begrepp:name), and `where` the part that a reader found the answer in.
`docs/needs.md` is filled in by hand too: a need, the passages that meet it, and whether they do.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from actions.content.problems import ContentError, Problem, problem
from actions.publishing.checks.corpus import Corpus, read_corpus
from actions.settings import ROOT, get_settings

INVENTORY = ROOT / "nlu_data" / "tests" / "inventory.csv"
SHORT, LONGER, NOWHERE = "kort", "mer", "saknas"
NEEDS = ROOT / "docs" / "needs.md"
MET, PARTLY, NOT_MET = "ja", "delvis", "nej"
_NEED = re.compile(rf"^\| \d{{3}} \| (.+?) \| (.*?) \|(?: ({MET}|{PARTLY}|{NOT_MET}) \|)?", re.MULTILINE)


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


@dataclass(frozen=True)
class Need:
    """A need, the passages for it, and whether they meet it; "" in the second table."""

    words: str
    passages: tuple[str, ...]
    met: str


def read_needs(path: Path = NEEDS) -> list[Need]:
    """All needs and hindrances, in the order of the page."""
    rows = _NEED.findall(path.read_text(encoding="utf-8"))
    return [Need(words, tuple(re.findall(r"`([^`]+)`", passages)), met) for words, passages, met in rows]


def gone(needs: list[Need], known: set[str]) -> list[str]:
    """Passages that the page of needs names and that do not exist."""
    return sorted({each for need in needs for each in need.passages} - known)


def texts(corpus: Corpus) -> set[str]:
    """The ids that may answer a question."""
    concepts = {f"begrepp:{concept.id}" for concept in corpus.concepts}
    return {each.id for each in (*corpus.answers, *corpus.passages)} | concepts


def orphans(rows: list[Row], known: set[str]) -> list[Row]:
    """Questions that no text answers, or only one that is gone."""
    return [row for row in rows if row.where == NOWHERE or row.answered_by not in known]


def unanswered(content: Path) -> Iterator[Problem]:
    """Questions and needs whose text is gone; none where the content cannot be read, as others tell."""
    try:
        known = texts(read_corpus(content))
    except ContentError:
        return
    for row in orphans(read_inventory(), known):
        yield problem(INVENTORY.name, "orphan", question=row.question, target=row.answered_by)
    for passage in gone(read_needs(), known):
        yield problem(NEEDS.name, "no_passage", target=passage)


def main() -> int:
    """Prints the shares, the orphans and the passages that are gone; 1 when there are any."""
    rows, needs = read_inventory(), read_needs()
    known = texts(read_corpus(get_settings().content))
    lost, missing = orphans(rows, known), gone(needs, known)
    print_shares([NOWHERE if row in lost else row.where for row in rows], (SHORT, LONGER, NOWHERE))
    print_shares([need.met for need in needs if need.met], (MET, PARTLY, NOT_MET))
    for row in lost:
        print(f"{row.topic}: {row.question} ({row.answered_by})")
    for passage in missing:
        print(f"{NEEDS.name}: {passage}")
    return 1 if lost or missing else 0


def print_shares(found: list[str], names: tuple[str, ...]) -> None:
    """A line a name: how many, and how large a share."""
    counted = Counter(found)
    for name in names:
        print(f"{name:<8}{counted[name]:>5}{counted[name] / len(found):>7.0%}")


if __name__ == "__main__":
    raise SystemExit(main())
