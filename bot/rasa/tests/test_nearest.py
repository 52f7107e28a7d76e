"""Nearness is told by the three nearest of each group, and by fewer when there are no more."""

import numpy as np
import pytest

from bot.rasa.components.nearest import Nearest, centered

GROUPS = np.array([0, 1, 0, 1, 0, 1, 0, 2])
VECTORS = centered(np.random.default_rng(0).normal(size=(8, 5)), np.zeros(5))


def test_each_group_is_told_of_by_its_three_nearest() -> None:
    near = Nearest(VECTORS, GROUPS)
    asked = VECTORS[:2]
    means = near.means(near.cosines(asked))
    for row, message in enumerate(asked):
        for group in (0, 1):
            own = sorted(VECTORS[group == GROUPS] @ message)[-3:]
            assert means[row, group] == pytest.approx(np.mean(own), abs=0.01)


def test_a_lonely_example_speaks_for_its_group() -> None:
    near = Nearest(VECTORS, GROUPS)
    assert near.means(near.cosines(VECTORS[-1:]))[0, 2] == pytest.approx(1.0, abs=0.01)


def test_the_order_tells_which_example_stands_where() -> None:
    near = Nearest(VECTORS, GROUPS)
    assert near.cosines(VECTORS[:2]) == pytest.approx(VECTORS[:2] @ VECTORS[near.order].T, abs=0.02)
    assert sorted(set(near.order)) == list(range(8))


def test_examples_that_are_equally_near_count_each_by_themselves() -> None:
    near = Nearest(VECTORS, GROUPS)
    cosines = np.array([[0.5, 0.5, 0.5, 0.2, 0.9, 0.9, 0.3, 0.1, 0.1, 0.1]], np.float32)
    assert near.means(cosines)[0] == pytest.approx([0.5, 0.7, 0.1])


def test_centred_vectors_have_length_one_and_the_centre_itself_does_no_harm() -> None:
    moved = centered(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([1.0, 2.0]))
    assert np.linalg.norm(moved, axis=1).tolist() == [0.0, pytest.approx(1.0)]
