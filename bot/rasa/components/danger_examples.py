"""The hand-written messages of `nlu_data/danger/` that danger is learnt from. No Rasa here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Iterator, List

import yaml

LABELS = ("calm", "care", "kris")
_PATTERN_FILES = {"acute": "kris", "concern": "care", "calm": "calm", "ordinary": "calm"}


@dataclass(frozen=True)
class Example:
    """A message, how heavy it is (one of LABELS), its kind of danger, and who writes; empty where untold."""

    text: str
    label: str
    kind: str = ""
    person: str = ""


def read_examples(folder: Path) -> List[Example]:
    """Reads all files; a text that stands in two of them counts once, as the last one says."""
    rows: Dict[str, Example] = {}
    for path in sorted(folder.glob("*.yml")):
        data: Dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        by_hand = "kris" in data
        rows.update({row.text: row for row in (_by_person(data) if by_hand else _by_category(data))})
    return list(rows.values())


def _by_person(data: Dict[str, Any]) -> Iterator[Example]:
    """Label, kind, person, texts."""
    for label, kinds in data.items():
        for kind, persons in kinds.items():
            for person, texts in persons.items():
                yield from (Example(text, label, kind, person) for text in texts)


def _by_category(data: Dict[str, Any]) -> Iterator[Example]:
    """What the patterns of content/crisis.yml were written for."""
    for kind, texts in data["acute"].items():
        yield from (Example(text, "kris", kind) for text in texts)
    for name, label in _PATTERN_FILES.items():
        if name != "acute":
            yield from (Example(text, label) for text in data.get(name, []))
