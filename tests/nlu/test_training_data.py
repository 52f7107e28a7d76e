"""Training data keeps the rules of `nlu_data/README.md`."""

from collections import Counter
from pathlib import Path

import pytest

from actions.content.normalise import fold
from actions.content.yaml_files import read_yaml
from actions.settings import ROOT
from bot.evaluation.cases import Case, read_nlu

DATA = ROOT / "nlu_data"
TRAINING, TESTS = read_nlu(DATA / "intents"), read_nlu(DATA / "tests")
NOT_LEARNT = {"steg", "annat-sprak"}  # buttons and written signs
FEWEST, FEWEST_TESTS = 40, 10


def key(case: Case) -> str:
    return fold(case.text) or case.text


def intents() -> list[str]:
    return sorted(path.stem for path in (DATA / "intents").glob("*.yml"))


@pytest.mark.parametrize("intent", [name for name in intents() if name not in NOT_LEARNT])
def test_every_topic_has_many_ways_of_being_asked(intent: str):
    assert sum(case.meant == intent for case in TRAINING) >= FEWEST
    assert sum(case.meant == intent for case in TESTS) >= FEWEST_TESTS


@pytest.mark.parametrize("path", sorted((DATA / "intents").glob("*.yml")), ids=lambda path: path.stem)
def test_a_file_holds_its_own_topic_only(path: Path):
    assert path.read_text(encoding="utf-8").count("- intent:") == 1
    assert f"- intent: {path.stem}\n" in path.read_text(encoding="utf-8")


def test_no_message_is_trained_twice_or_under_two_topics():
    texts = Counter(case.text.casefold() for case in TRAINING)
    repeated = [text for text, count in texts.items() if count > 1]
    assert repeated == []


def test_no_test_message_is_trained():
    trained = {key(case) for case in TRAINING}
    assert [case.text for case in TESTS if key(case) in trained] == []


def test_every_test_message_has_a_topic_that_exists():
    assert {case.meant for case in TESTS} <= set(intents())


def test_rules_are_about_intents_and_never_about_words() -> None:
    """While it serves, Rasa is spared the search for rules about words (bot/rasa/shortcuts.py)."""
    steps = [
        said
        for path in sorted((DATA / "rules").glob("*.yml"))
        for rule in read_yaml(path)["rules"]
        for step in rule["steps"]
        for said in step.get("or", [step])
    ]
    assert any("intent" in step for step in steps)
    assert not any("user" in step for step in steps)
