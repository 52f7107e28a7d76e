"""Every topic is whole: understood, answered by a rule, in all forms, sourced and dated."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from actions.content.models import Answer, Role
from actions.content.yaml_files import read_yaml
from actions.publishing.checks.corpus import Corpus
from actions.publishing.checks.facts import unknown_sources
from actions.settings import ROOT

NLU = ROOT / "nlu_data"
FEWEST_EXAMPLES = 15
FEWEST_PASSAGES = 8
SMALL_TALK = "samtal"


def load(path: Path) -> Any:
    return read_yaml(path)


@pytest.fixture(scope="module")
def examples() -> Counter[str]:
    """Intent → how many ways of asking it, or one of its passages, is trained on."""
    rows = [
        row
        for path in sorted((NLU / "intents").rglob("*.yml"))
        for row in load(path)["nlu"]
        if "intent" in row
    ]
    counted: Counter[str] = Counter()
    for row in rows:
        counted[row["intent"].partition("/")[0]] += row["examples"].count("\n- ") + 1
    return counted


@pytest.fixture(scope="module")
def ruled() -> set[str]:
    """Intents that some rule answers."""
    found: set[str] = set()

    def collect(value: Any) -> None:
        if isinstance(value, dict):
            found.update([value["intent"]] if "intent" in value else [])
            value = list(value.values())
        if isinstance(value, list):
            for inner in value:
                collect(inner)

    for path in sorted((NLU / "rules").glob("*.yml")):
        collect(load(path))
    return found


def test_there_are_sixty_topics(corpus: Corpus) -> None:
    assert len(corpus.answers) == 60


def test_every_topic_can_be_asked_about_in_many_ways(corpus: Corpus, examples: Counter[str]) -> None:
    few = {answer.id: examples[answer.id] for answer in corpus.answers}
    assert {topic: count for topic, count in few.items() if count < FEWEST_EXAMPLES} == {}


def test_every_topic_and_every_intent_has_a_rule(
    corpus: Corpus, examples: Counter[str], ruled: set[str]
) -> None:
    assert {answer.id for answer in corpus.answers} | set(examples) <= ruled


def test_every_topic_is_told_in_short_and_easy_and_its_questions_are_answered(corpus: Corpus) -> None:
    answered = Counter(passage.topic for passage in corpus.passages)
    for answer in corpus.answers:
        assert answer.short and answer.easy, answer.id
        assert answer.group == SMALL_TALK or answer.long or answered[answer.id] >= FEWEST_PASSAGES, answer.id


def test_every_answer_with_facts_has_sources_and_a_date_for_the_next_review(corpus: Corpus) -> None:
    for answer in corpus.answers:
        assert bool(answer.facts) == bool(answer.sources), answer.id
        assert answer.facts or answer.group == SMALL_TALK, answer.id
        assert answer.review_after > answer.reviewed, answer.id


def test_follow_ups_lead_on_and_not_round(corpus: Corpus) -> None:
    for answer in corpus.answers:
        assert 2 <= len(set(answer.followups)) == len(answer.followups) <= 4, answer.id
        assert answer.id not in answer.followups and "kris" not in answer.followups, answer.id


def test_every_claim_about_law_is_made_somewhere_and_cites_where_it_stands(corpus: Corpus) -> None:
    everything = (*corpus.answers, *corpus.passages, *corpus.concepts, *corpus.comparisons)
    used = {key for item in everything for key in item.facts}
    assert set(corpus.facts.law) <= used
    assert list(unknown_sources(corpus.facts, corpus.sources)) == []


WHO_ASKS = {
    Role.RELATIVE: [
        "ratt-att-begara",
        "samtycke",
        "nekad-sip",
        "utskrivning",
        "stodperson",
        "forbereda-mote",
    ],
    Role.PARENT: ["ratt-att-begara", "samtycke", "barn-och-unga", "skolans-roll", "nekad-sip", "maste-komma"],
    Role.MINOR: [
        *("vad-ar-sip", "barn-och-unga", "skolans-roll", "samtycke", "ratt-att-begara", "vem-kan-begara"),
        *("vem-kan-fa-sip", "hitta-kontakt", "nekad-sip", "vilka-deltar", "valja-bort-deltagare"),
        *("stodperson", "sekretess-dokumentation", "under-motet", "psykisk-ohalsa-samsjuklighet"),
        "prata-med-manniska",
    ],
    Role.STAFF: ["lag", "samtycke", "maste-komma", "utskrivning", "hur-lang-tid", "sekretess-dokumentation"],
}


@pytest.mark.parametrize(("role", "topics"), WHO_ASKS.items())
def test_the_one_who_asks_is_answered_in_their_own_words(
    corpus: Corpus, role: Role, topics: list[str]
) -> None:
    by_id = {answer.id: answer for answer in corpus.answers}
    assert [topic for topic in topics if role not in by_id[topic].variants] == []


IN_VASTRA_GOTALAND = [
    "barn-och-unga",
    "kostnad",
    "lag",
    "maste-komma",
    "nekad-sip",
    "ratt-att-begara",
    "sip-vs-vastbus",
    "skolans-roll",
    "vem-kan-begara",
]


@pytest.mark.parametrize("topic", IN_VASTRA_GOTALAND)
def test_where_vastra_gotaland_differs_the_answer_says_so(corpus: Corpus, topic: str) -> None:
    answer: Answer = next(answer for answer in corpus.answers if answer.id == topic)
    assert answer.vastra_gotaland and "Västra Götaland" in answer.vastra_gotaland
