"""What tuning changed in the encoder, and that it brings together what asks the same."""

import numpy as np
import pytest

from bot.rasa.encoder.adapter import ADAPTER, Adapter
from bot.rasa.encoder.e5 import E5

SAME = ("hur lång tid tar mötet", "kommer man bli sittande hela förmiddagen när alla träffas")
OTHER = "vad kostar det"


def test_a_matrix_that_was_not_changed_stays_as_it_is() -> None:
    assert Adapter.none().change("l0.q") == 0.0


def test_a_change_is_the_product_of_its_two_matrices(tmp_path) -> None:
    down, up = np.ones((4, 2), np.float16), np.full((2, 3), 0.5, np.float16)
    np.savez(tmp_path / "adapter.npz", **{"l1.fi.down": down, "l1.fi.up": up})
    change = Adapter.read(tmp_path / "adapter.npz").change("l1.fi")
    assert change.shape == (3, 4) and (change == 1.0).all()


def test_a_missing_file_is_told(tmp_path) -> None:
    with pytest.raises(FileNotFoundError):
        Adapter.read(tmp_path / "adapter.npz")


def test_tuned_it_tells_another_question_from_the_same_more_clearly() -> None:
    plain, tuned = E5(Adapter.none()), E5(Adapter.read(ADAPTER))

    def clearer(encoder: E5) -> float:
        first, second, other = (encoder.vector(text) for text in (*SAME, OTHER))
        return float(first @ second - first @ other)

    assert clearer(tuned) > clearer(plain)
