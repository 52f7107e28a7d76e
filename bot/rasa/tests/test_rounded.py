"""Products with rounded vectors are those of the vectors themselves, nearly."""

import pickle

import numpy as np

from bot.rasa.components.nearest import centered
from bot.rasa.components.rounded import RoundedProducts

VECTORS = centered(np.random.default_rng(0).normal(size=(500, 384)), np.zeros(384))
ASKED = centered(VECTORS[:9] + 0.02, np.zeros(384))


def test_a_product_moves_by_some_thousandths() -> None:
    moved = np.abs(RoundedProducts(VECTORS).of(ASKED) - ASKED @ VECTORS.T)
    assert moved.shape == (9, 500)
    assert moved.mean() < 0.002
    assert moved.max() < 0.01


def test_messages_do_not_change_each_other() -> None:
    products = RoundedProducts(VECTORS)
    assert np.array_equal(products.of(ASKED)[3:4], products.of(ASKED[3:4]))


def test_it_is_the_same_after_it_was_written_and_read() -> None:
    products = RoundedProducts(VECTORS)
    assert np.array_equal(pickle.loads(pickle.dumps(products)).of(ASKED), products.of(ASKED))


def test_a_vector_of_nothing_is_near_to_nothing() -> None:
    assert not RoundedProducts(np.zeros((2, 384))).of(ASKED).any()
