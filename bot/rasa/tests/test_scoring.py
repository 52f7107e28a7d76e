"""The classifier learns, weighs its views as it is told, and gives probabilities."""

import numpy as np
import pytest

from bot.rasa.components.scoring import TopicScorer, softmax, weigh
from bot.rasa.encoder.e5 import AS_PUBLISHED, AS_TUNED

TOPICS, EACH, WIDTH = 3, 12, 6
ALIKE = {"sparse": 0.6, "dense": 0.6, "nearest": 5.0, "published": 5.0}
WORDS = ["kostar", "avgift", "gratis", "skola", "rektor", "klass", "brev", "kallelse", "tid"]


def examples(useful_vectors: bool):
    """Messages whose words tell the topic; their vectors do so only when asked."""
    random = np.random.default_rng(0)
    labels = np.repeat([f"topic-{n}" for n in range(TOPICS)], EACH)
    texts = []
    vectors = random.normal(size=(TOPICS * EACH, WIDTH)).astype(np.float32)
    for row in range(TOPICS * EACH):
        topic = row // EACH
        texts.append(f"{WORDS[topic * 3]} {WORDS[topic * 3 + random.integers(3)]}")
        vectors[row, topic] += 6 if useful_vectors else 0
    return np.array(texts), np.stack([vectors, vectors], axis=1), labels


@pytest.fixture(scope="module")
def trained():
    texts, dense, labels = examples(useful_vectors=True)
    return TopicScorer(20.0, 10.0, ALIKE).fit(texts, dense, labels), texts, dense, labels


def test_probabilities_add_up_to_one(trained):
    scorer, texts, dense, _ = trained
    assert scorer.probabilities(texts, dense).sum(axis=1) == pytest.approx(1.0)


def test_what_was_learnt_is_recognised(trained):
    scorer, texts, dense, labels = trained
    best = scorer.classes[scorer.probabilities(texts, dense).argmax(axis=1)]
    assert (best == labels).mean() > 0.95


def test_a_view_without_weight_decides_nothing():
    texts, dense, labels = examples(useful_vectors=False)
    weights = {"sparse": 1.0, "dense": 0.0, "nearest": 0.0, "published": 0.0}
    words_only = TopicScorer(20.0, 10.0, weights).fit(texts, dense, labels)
    shuffled = dense[::-1]
    before, after = (words_only.probabilities(texts, vectors) for vectors in (dense, shuffled))
    assert before == pytest.approx(after)


def test_nearness_is_told_by_the_encoder_as_it_was_published_too() -> None:
    """Where only that reading of a message tells its topic, its weight alone decides."""
    texts, dense, labels = examples(useful_vectors=True)
    shuffled = np.random.default_rng(1).permutation(len(texts))
    dense = np.stack([dense[shuffled, AS_TUNED], dense[:, AS_PUBLISHED]], axis=1)
    weights = {"sparse": 0.0, "dense": 0.0, "nearest": 0.0, "published": 5.0}
    scorer = TopicScorer(20.0, 10.0, weights).fit(texts, dense, labels)
    best = scorer.classes[scorer.probabilities(texts, dense).argmax(axis=1)]
    assert (best == labels).mean() > 0.95


def test_views_are_summed_by_weight():
    views = np.array([[[1.0, 0.0]], [[0.0, 1.0]]])
    assert weigh(views, np.array([2.0, 3.0])).tolist() == [[2.0, 3.0]]
    assert softmax(np.array([[0.0, 0.0]])).tolist() == [[0.5, 0.5]]
