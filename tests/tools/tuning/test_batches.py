"""The encoder is tuned on every message once a pass, and on nothing that is only filling."""

import numpy as np

from bot.tools.tuning.batches import SIZE, batches

WIDTH = 4
LENGTHS = [3, 20, 90, 17, 5] * 30
STATES = [np.full((length, WIDTH), row, np.float32) for row, length in enumerate(LENGTHS)]
LABELS = np.vstack([np.arange(len(LENGTHS)), np.full(len(LENGTHS), -1)])


def test_each_message_comes_once_with_its_own_length_and_label() -> None:
    seen = [
        (row, int(length), int(label), float(state[0, 0]))
        for batch in batches(np.arange(len(STATES)), STATES, LABELS, seed=1)
        for row, length, label, state in zip(
            batch.rows, batch.lengths, batch.labels[0], batch.states, strict=False
        )
    ]
    assert sorted(seen) == [(row, length, row, float(row)) for row, length in enumerate(LENGTHS)]


def test_a_batch_that_is_not_full_is_filled_with_messages_without_a_label() -> None:
    (batch,) = batches(np.arange(3), STATES, LABELS, seed=1)
    assert batch.states.shape[0] == SIZE
    assert (batch.labels[:, 3:] == -1).all()
    assert not batch.states[3:].any()
