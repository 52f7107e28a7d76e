"""The very question is found within its topic, and what an editor writes is learnt."""

from pathlib import Path

import numpy as np
import pytest

from actions.content.same_words import with_one_name
from bot.rasa.components.content_questions import questions
from bot.rasa.components.passages import PassageScorer

WEIGHTS = {"topic": 1.0, "sparse": 1.0, "dense": 1.0, "general": 0.0}
ASKED = {
    "kostnad": ["vad kostar det", "pris och avgift", "om kostnader"],
    "kostnad/resa": ["vem betalar resan", "får jag pengar för bussen", "ersättning för resan"],
    "kostnad/tolk": ["kostar tolken", "vem betalar tolken", "är tolk gratis"],
    "lag/paragraf": ["vilken paragraf", "vad heter lagen", "var står det i lagen"],
}


@pytest.fixture(scope="module")
def scorer():
    texts = [text for examples in ASKED.values() for text in examples]
    labels = np.repeat(list(ASKED), 3)
    vectors = np.random.default_rng(0).normal(size=(len(texts), 8))
    return PassageScorer(WEIGHTS, 2).fit(texts, vectors, labels)


def rank(scorer, text, *topics):
    return scorer.rank(text, np.zeros((1, 8)), topics)


def test_the_question_of_the_likeliest_topic_comes_first(scorer):
    ranked = rank(scorer, "vem betalar bussen och resan", ("kostnad", 0.9), ("lag", 0.1))
    assert ranked[0][0] == "kostnad/resa"
    assert sum(sure for _, sure in ranked) == pytest.approx(1)


def test_only_the_likeliest_topics_are_looked_at(scorer):
    ranked = rank(scorer, "vilken paragraf", ("kostnad", 0.6), ("lag", 0.3), ("klaga", 0.1))
    assert {label for label, _ in ranked} == set(ASKED)


def test_a_question_in_a_file_is_an_example(tmp_path: Path):
    (tmp_path / "lag").mkdir()
    head = "---\nquestion: Vilken paragraf?\nasked_as: [var står det]\n---\n## Kort\nDär.\n"
    (tmp_path / "lag" / "paragraf.md").write_text(head, encoding="utf-8")
    found = [(message.get("text"), message.get("intent_response_key")) for message in questions(tmp_path)]
    assert found == [("Vilken paragraf?", "lag/paragraf"), ("var står det", "lag/paragraf")]


@pytest.mark.parametrize(
    "written",
    [
        "en samordnad individuell plan",
        "en samordnad individuell plan (SIP)",
        "en sammordnad individuel plan",
        "en Samordnad Individuell Vårdplan",
    ],
)
def test_the_full_name_is_the_same_word_as_sip(written):
    assert with_one_name(f"vad kostar {written}?") == "vad kostar en SIP?"


def test_the_definite_forms_are_too():
    assert with_one_name("den samordnade individuella planen") == "den SIP"
    assert with_one_name("får jag läsa individuella planen") == "får jag läsa SIP"
    assert with_one_name("en samordnad vård") == "en samordnad vård"
