"""Test sets: messages and the topic each is about."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actions.content.yaml_files import read_yaml


@dataclass(frozen=True)
class Case:
    """One test message and the topic that was meant."""

    text: str
    meant: str


def read_nlu(folder: Path) -> list[Case]:
    """Cases of the Rasa NLU files in a folder, in the order of their names."""
    return [case for path in sorted(folder.glob("*.yml")) for case in _read_file(path)]


def read_lines(path: Path) -> list[Case]:
    """Cases of a JSONL file with `fraga` and `amne`."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [Case(row["fraga"], row["amne"]) for row in rows]


def _read_file(path: Path) -> list[Case]:
    data: dict[str, Any] = read_yaml(path)
    return [
        Case(line.strip().removeprefix("- ").strip(), block["intent"])
        for block in data["nlu"]
        for line in block["examples"].splitlines()
        if line.strip()
    ]
