"""A short message is read in the light of the answer before it, and never guessed at."""

from pathlib import Path

import pytest

from actions.content.facts import read_facts
from actions.content.files import read_answers
from actions.content.yaml_files import read_yaml
from actions.replies.followups import Followup, Followups, bare

CONTENT = Path(__file__).parents[2] / "content"
FOLLOWUPS = Followups(CONTENT)
TOPICS = {answer.id for answer in read_answers(CONTENT, read_facts(CONTENT))}


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        ("och för barn då?", "vad-ar-sip", Followup("barn-och-unga", "short")),
        ("och för barn då?", "barn-och-unga", None),
        ("om man ligger på sjukhus då", "vad-ar-sip", Followup("utskrivning", "short")),
        ("menar du kommunen?", "vem-kan-begara", Followup("vem-kan-begara", "easy")),
        ("jag förståt inte", "vem-kan-begara", Followup("vem-kan-begara", "easy")),
        ("???", "samtycke", Followup("samtycke", "easy")),
        ("är du säker?", "samtycke", Followup("samtycke", "long")),
        ("och om de vägrar?", "vem-kan-begara", None),
    ],
)
def test_what_leans_on_the_answer_before(text: str, before: str, expected: Followup | None) -> None:
    assert FOLLOWUPS.of(text, before) == expected


@pytest.mark.parametrize(
    "text", ["", "!", "😀", "ok", "hur mår du", "vad är en sip", "mötet är på torsdag och jag är nervös"]
)
def test_what_stands_by_itself_is_left_alone(text: str) -> None:
    assert FOLLOWUPS.of(text, "vad-ar-sip") is None


def test_every_topic_named_has_an_answer() -> None:
    assert set(read_yaml(CONTENT / "followups.yml")["topics"]) <= TOPICS


def test_no_phrase_is_said_for_two_things() -> None:
    words = read_yaml(CONTENT / "followups.yml")
    phrases = [bare(one) for key in ("forms", "topics") for said in words[key].values() for one in said]
    assert "" not in phrases and len(phrases) == len(set(phrases))
