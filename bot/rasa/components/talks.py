"""Whole talks as JSONL keeps them, to learn from and to measure with. No Rasa here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import List, Tuple

TELLS = "berattar"
NOT_ASKED = frozenset({TELLS, "saknas", "ja", "nej"})


@dataclass(frozen=True)
class Said:
    """One message of a talk.

    about: the passages, topics or tasks that would answer it, best first; `berattar` where nothing is asked,
    `saknas` where nothing in content answers. danger: calm, care or kris. who: self, relative, parent, staff
    or minor. alone: it can be understood without the others.
    """

    talk: int
    text: str
    about: Tuple[str, ...]
    danger: str
    who: str
    alone: bool = True

    @property
    def is_asked(self) -> bool:
        """True when it asks something that content answers."""
        return self.about[0] not in NOT_ASKED and self.danger != "kris"


def read_talks(path: Path) -> List[List[Said]]:
    """The talks of a file: a message a line, in order, with the fields of `Said`; `alone` may be left out."""
    said = [_read(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [list(talk) for _, talk in groupby(said, key=lambda one: one.talk)]


def _read(line: str) -> Said:
    row = json.loads(line)
    about, alone = tuple(row["about"]), row.get("alone", True)
    return Said(row["talk"], row["text"], about, row["danger"], row["who"], alone)
