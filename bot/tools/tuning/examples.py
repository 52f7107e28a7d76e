"""What the encoder is tuned on: the examples of the intents, the questions of the passages, and danger."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from actions.content.yaml_files import read_yaml_text
from bot.rasa.components.danger_examples import read_examples
from bot.rasa.components.intent_examples import intent_examples


@dataclass(frozen=True)
class Example:
    """A message and its labels, empty where it has none: the passage, its topic, how heavy it is."""

    text: str
    passage: str = ""
    topic: str = ""
    weight: str = ""


def tuning_examples(root: Path) -> list[Example]:
    """All examples of the project in `root`; a text that stands twice counts once for each kind of label."""
    asked = {
        text: label for text, label in (*intent_examples(root / "nlu_data" / "intents"), *_questions(root))
    }
    about = [Example(text, label, label.partition("/")[0]) for text, label in asked.items()]
    return about + [
        Example(row.text, weight=row.label) for row in read_examples(root / "nlu_data" / "danger")
    ]


def _questions(root: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((root / "content" / "passages").glob("*/*.md")):
        meta = read_yaml_text(path.read_text(encoding="utf-8").split("---")[1])
        for text in (meta["question"], *meta.get("asked_as", ())):
            yield str(text), f"{path.parent.name}/{path.stem}"
