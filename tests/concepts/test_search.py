"""Whoever remembers roughly what a word looks like finds it."""

import pytest

from actions.publishing.store import Store
from tests.concepts.recall import QUERIES, measure


@pytest.mark.parametrize("put_aside", [False, True], ids=["tuned on", "put aside"])
def test_a_misspelt_or_inflected_word_finds_its_concept(store: Store, put_aside: bool) -> None:
    recall = measure(store, put_aside)
    assert recall.first >= 0.95 * recall.asked, (str(recall), recall.missed)
    assert recall.among_three >= 0.97 * recall.asked, (str(recall), recall.missed)


def test_every_concept_has_queries_of_its_own(store: Store) -> None:
    assert set(QUERIES) == set(store.concepts)
    assert sum(map(len, QUERIES.values())) >= 400


def test_every_name_leads_to_its_own_concept_first(store: Store) -> None:
    for concept in store.concepts.values():
        for name in concept.names:
            assert store.search(name, kind="concept")[0].ref == concept.id, name


@pytest.mark.parametrize("nonsense", ["", "   ", "zzzzqqqq", "12345", "🙂", '"', "asdf", "x" * 5000])
def test_nonsense_finds_nothing_and_breaks_nothing(store: Store, nonsense: str) -> None:
    assert store.search(nonsense, kind="concept") == []


def test_a_short_word_is_not_taken_for_another_short_word(store: Store) -> None:
    assert store.search("plan", kind="concept")[0].ref != "patientnamnd"
    assert "socialtjanstlagen" not in [hit.ref for hit in store.search("skola", kind="concept")]


@pytest.mark.parametrize(
    ("question", "concept"),
    [
        ("vad gör en fast vårdkontackt egentligen", "fast-vardkontakt"),
        ("vad är huvudmännens roll", "huvudman"),
        ("jag undrar vad förvalltare är för något", "forvaltare"),
        ("vad är en SIP", "sip"),
        ("vad är bostadsbidrag", None),
        ("hej", None),
    ],
)
def test_a_word_in_a_question_is_recognised_and_others_are_not_guessed_at(
    store: Store, question: str, concept: str | None
) -> None:
    found = store.concept_in(question)
    assert (found.id if found else None) == concept


@pytest.mark.parametrize("common", ["vård", "plan", "möte", "sip"])
def test_a_common_word_finds_both_concepts_and_questions(store: Store, common: str) -> None:
    kinds = [hit.kind for hit in store.search(common)]
    questions = kinds.count("answer") + kinds.count("passage")
    assert kinds.count("concept") > 3 and questions > 3 and len(kinds) <= 24


@pytest.mark.parametrize(
    ("question", "answer"), [("vem kan få sip", "vem-kan-fa-sip"), ("va kostar en sip", "kostnad")]
)
def test_a_question_nearly_word_for_word_comes_first(store: Store, question: str, answer: str) -> None:
    assert store.search(question, kind="answer")[0].ref == answer
