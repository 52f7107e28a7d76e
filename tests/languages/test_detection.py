"""Who writes in another language is met in it; Swedish, however hasty, is answered in Swedish."""

from pathlib import Path
from typing import Any

import pytest

from actions.content.yaml_files import read_yaml
from actions.languages import detect_language

SENTENCES: dict[str, list[str]] = read_yaml(Path(__file__).with_name("languages.yml"))
SWEDISH = SENTENCES["swedish"]
OTHER = [(code, text) for code, texts in SENTENCES.items() if code != "swedish" for text in texts]
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("code", "text"), OTHER)
def test_a_language_is_recognised(code: str, text: str) -> None:
    assert detect_language(text) == code


@pytest.mark.parametrize("text", SWEDISH)
def test_swedish_and_its_neighbours_stay_swedish(text: str) -> None:
    assert detect_language(text) is None


@pytest.mark.slow
def test_training_examples_are_hardly_ever_taken_for_another_language() -> None:
    texts = [
        text
        for path in sorted((ROOT / "nlu_data" / "intents").rglob("*.yml"))
        if path.stem != "annat-sprak"
        for text in examples(path)
    ]
    wrong = {text: code for text in texts if (code := detect_language(text)) not in (None, "en")}
    assert len(wrong) / len(texts) <= 0.002, wrong


def examples(path: Path) -> list[str]:
    groups: list[dict[str, Any]] = read_yaml(path)["nlu"]
    lines = [line for group in groups if "intent" in group for line in group["examples"].splitlines()]
    return [line.removeprefix("- ") for line in lines if line]
