"""What is learnt is what scikit-learn learns."""

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from bot.rasa.components.regression import each_of, one_of

DRAWN = np.random.RandomState(0)
VECTORS = (DRAWN.randn(600, 12) @ DRAWN.randn(12, 12)).astype(np.float32)
VECTORS /= np.linalg.norm(VECTORS, axis=1, keepdims=True)
GROUPS = (VECTORS[:, :3] + 0.3 * DRAWN.randn(600, 3)).argmax(axis=1)


def test_one_of_several_groups():
    learnt = LogisticRegression(C=10.0, class_weight="balanced", max_iter=1000, tol=1e-6).fit(VECTORS, GROUPS)
    ours = one_of(VECTORS, GROUPS, 10.0).decisions(VECTORS)
    likely = np.exp(ours) / np.exp(ours).sum(axis=1, keepdims=True)
    assert abs(likely - learnt.predict_proba(VECTORS)).max() < 0.01


def test_of_two_groups_the_line_of_the_second():
    two = GROUPS.clip(max=1)
    learnt = LogisticRegression(C=10.0, class_weight="balanced", max_iter=1000, tol=1e-6).fit(VECTORS, two)
    ours = one_of(VECTORS, two, 10.0).decisions(VECTORS)
    assert ours.shape == (600, 1)
    assert abs(ours[:, 0] - learnt.decision_function(VECTORS)).max() < 0.05


@pytest.mark.parametrize("label", [0, 2])
def test_each_label_for_itself_with_rows_that_count_more(label: int):
    weights = 0.1 + DRAWN.rand(600)
    learnt = LogisticRegression(C=5.0, max_iter=1000, tol=1e-6).fit(VECTORS, label == GROUPS, weights)
    ours = each_of(VECTORS, GROUPS[:, None] == np.arange(3), 5.0, weights).decisions(VECTORS)
    assert abs(ours[:, label] - learnt.decision_function(VECTORS)).max() < 0.05
