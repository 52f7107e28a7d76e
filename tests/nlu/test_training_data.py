"""Training data keeps the rules of `nlu_data/README.md`."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from actions.content.text import fold
from actions.content.yaml_files import read_yaml, read_yaml_text
from actions.settings import ROOT
from bot.rasa.components.danger_examples import Example
from bot.tools.evaluation.cases import Case, read_nlu

DATA = ROOT / "nlu_data"
WRITERS = ("staff", "relatives", "residents")
TRAINING = [case for folder in ("", *WRITERS) for case in read_nlu(DATA / "intents" / folder)]
TESTS = read_nlu(DATA / "tests")
NOT_LEARNT = {"steg", "annat-sprak"}  # buttons and written signs
FEW = 7  # words of a message in a talk: "ok tack", "vad händer om jag säger nej" are said by many
FEWEST, FEWEST_TESTS, FEWEST_OF_A_PASSAGE = 40, 10, 12


def key(case: Case) -> str:
    return fold(case.text) or case.text


def intents() -> list[str]:
    return sorted(path.stem for path in (DATA / "intents").glob("*.yml"))


def topic(case: Case) -> str:
    """The topic of a label: "kostnad" of "kostnad/tolk", a passage of it."""
    return case.meant.partition("/")[0]


@pytest.mark.parametrize("intent", [name for name in intents() if name not in NOT_LEARNT])
def test_every_topic_has_many_ways_of_being_asked(intent: str) -> None:
    assert sum(topic(case) == intent for case in TRAINING) >= FEWEST
    assert sum(topic(case) == intent for case in TESTS) >= FEWEST_TESTS


def test_every_passage_has_many_ways_of_being_asked_and_every_label_a_passage() -> None:
    passages = {f"{path.parent.name}/{path.stem}" for path in (ROOT / "content" / "passages").glob("*/*.md")}
    labelled = Counter(case.meant for case in TRAINING if "/" in case.meant)
    assert set(labelled) - passages == set()
    assert {name: labelled[name] for name in passages if labelled[name] < FEWEST_OF_A_PASSAGE} == {}


@pytest.mark.parametrize(
    "path",
    sorted((DATA / "intents").rglob("*.yml")),
    ids=lambda path: str(path.relative_to(DATA / "intents")),
)
def test_a_file_holds_its_own_topic_and_its_passages_only(path: Path) -> None:
    labels = [block["intent"] for block in read_yaml(path)["nlu"]]
    assert path.stem in labels or path.parent.name in WRITERS
    assert {label.partition("/")[0] for label in labels} == {path.stem}
    assert len(labels) == len(set(labels))


def test_no_message_is_trained_twice_or_under_two_topics() -> None:
    texts = Counter(case.text.casefold() for case in TRAINING)
    repeated = [text for text, count in texts.items() if count > 1]
    assert repeated == []


def test_no_test_message_is_trained(danger: list[Example]) -> None:
    """Questions, talks, danger, and the ways a passage is asked: whatever the model learns from."""
    talks = [row["text"] for row in lines("talks/*.jsonl") if row["alone"]]
    texts = [*(case.text for case in TRAINING), *asked_as(), *(row.text for row in danger), *talks]
    trained = {fold(text) or text for text in texts}
    assert [text for text in tried() if (fold(text) or text) in trained] == []


def test_a_talk_is_answered_by_what_content_has() -> None:
    passages = {f"{path.parent.name}#{path.stem}" for path in (ROOT / "content" / "passages").glob("*/*.md")}
    known = passages | set(intents()) | {"berattar", "saknas"}
    named = {
        name for row in [*lines("talks/*.jsonl"), *lines("tests/talks/*.jsonl")] for name in row["about"]
    }
    assert named - known == set()


def lines(pattern: str) -> Iterator[dict[str, Any]]:
    """The rows of the JSONL files of `nlu_data` that fit a pattern."""
    for path in sorted(DATA.glob(pattern)):
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def tried() -> Iterator[str]:
    """Every message of every test set of understanding; of talks, what is more than a few words."""
    yield from (case.text for case in TESTS)
    yield from (
        row.get("fraga") or row["text"]
        for row in lines("tests/*/*.jsonl")
        if "talk" not in row or len(row["text"].split()) > FEW
    )


def asked_as() -> Iterator[str]:
    """The other wordings of every passage."""
    for path in sorted((ROOT / "content" / "passages").glob("*/*.md")):
        meta = read_yaml_text(path.read_text(encoding="utf-8").split("---")[1])
        yield from meta.get("asked_as", ())


def test_every_test_message_has_a_topic_that_exists() -> None:
    assert {topic(case) for case in TESTS} <= set(intents())


def test_rules_are_about_intents_and_never_about_words() -> None:
    """While it serves, Rasa is spared the search for rules about words (bot/rasa/rasa_patches.py)."""
    steps = [
        said
        for path in sorted((DATA / "rules").glob("*.yml"))
        for rule in read_yaml(path)["rules"]
        for step in rule["steps"]
        for said in step.get("or", [step])
    ]
    assert any("intent" in step for step in steps)
    assert not any("user" in step for step in steps)
