"""Who writes in another language is met in it; Swedish, however hasty, is answered in Swedish."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.languages import detect_language

SENTENCES: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("languages.yml").read_text(encoding="utf-8")
)
SWEDISH = SENTENCES["swedish"]
OTHER = [(code, text) for code, texts in SENTENCES.items() if code != "swedish" for text in texts]
ROOT = Path(__file__).parents[2]
GREETINGS = {"bonjour", "merhaba", "wie geht es dir"}


@pytest.mark.parametrize(("code", "text"), OTHER)
def test_a_language_is_recognised(code: str, text: str) -> None:
    assert detect_language(text) == code


@pytest.mark.parametrize("text", SWEDISH)
def test_swedish_and_its_neighbours_stay_swedish(text: str) -> None:
    assert detect_language(text) is None


def test_no_swedish_training_example_is_taken_for_another_language() -> None:
    wrong = {
        text: code
        for path in sorted((ROOT / "nlu_data" / "intents").glob("*.yml"))
        for text in examples(path)
        if (code := detect_language(text)) and (code != "en" or not text.isascii())
    }
    assert set(wrong) <= GREETINGS


def examples(path: Path) -> list[str]:
    groups: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
    lines = [line for group in groups if "intent" in group for line in group["examples"].splitlines()]
    return [line.removeprefix("- ") for line in lines if line]
