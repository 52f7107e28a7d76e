"""The examples of `nlu_data/intents`, as they are written. No Rasa here."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator, Text, Tuple

from actions.content.yaml_files import read_yaml


def intent_examples(folder: Path) -> Iterator[Tuple[Text, Text]]:
    """Each example with the label of its block: a topic, or `topic/name`."""
    for path in sorted(folder.rglob("*.yml")):
        for block in read_yaml(path)["nlu"]:
            for line in block.get("examples", "").splitlines():
                yield line.strip().removeprefix("- "), block["intent"]
