"""The classifier learns, weighs its views on held-back examples, and gives probabilities."""

import numpy as np
import pytest

from bot.rasa.components.scoring import TopicScorer, softmax, weigh

TOPICS, EACH, WIDTH = 3, 12, 6
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
    return np.array(texts), vectors, labels


@pytest.fixture(scope="module")
def trained():
    texts, dense, labels = examples(useful_vectors=True)
    scorer = TopicScorer(sparse_c=20.0, dense_c=10.0, folds=3).fit(texts, dense, labels)
    scorer.calibrate(texts, dense, labels)
    return scorer, texts, dense, labels


def test_probabilities_add_up_to_one(trained):
    scorer, texts, dense, _ = trained
    assert scorer.probabilities(texts, dense).sum(axis=1) == pytest.approx(1.0)


def test_what_was_learnt_is_recognised(trained):
    scorer, texts, dense, labels = trained
    best = scorer.classes[scorer.probabilities(texts, dense).argmax(axis=1)]
    assert (best == labels).mean() > 0.95


def test_a_view_that_tells_nothing_is_given_less_weight():
    texts, dense, labels = examples(useful_vectors=False)
    scorer = TopicScorer(sparse_c=20.0, dense_c=10.0, folds=3).fit(texts, dense, labels)
    before = scorer.weights
    scorer.calibrate(texts, dense, labels)
    assert scorer.weights[1] < before[1]
    assert (scorer.weights >= 0).all()


def test_too_few_examples_leave_the_weights_as_they_are():
    texts, dense, labels = examples(useful_vectors=True)
    few = [0, EACH, 2 * EACH]
    scorer = TopicScorer(sparse_c=20.0, dense_c=10.0, folds=3).fit(texts[few], dense[few], labels[few])
    before = scorer.weights
    scorer.calibrate(texts[few], dense[few], labels[few])
    assert scorer.weights is before


def test_views_are_summed_by_weight():
    views = np.array([[[1.0, 0.0]], [[0.0, 1.0]]])
    assert weigh(views, np.array([2.0, 3.0])).tolist() == [[2.0, 3.0]]
    assert softmax(np.array([[0.0, 0.0]])).tolist() == [[0.5, 0.5]]
