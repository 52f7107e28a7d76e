"""What tuning changed in the encoder, and that it brings together what asks the same."""

import numpy as np
import pytest

from bot.rasa.encoder.adapter import Adapter
from bot.rasa.encoder.e5 import AS_PUBLISHED, AS_TUNED, E5

# Two ways to ask each of several questions; no row shares a question with another.
SAME = (
    ("hur lång tid tar mötet", "kommer man bli sittande hela förmiddagen när alla träffas"),
    ("vad kostar det", "drar det med sig en räkning hem i brevlådan"),
    ("får min dotter följa med", "kan jag ha en anhörig bredvid mig i rummet"),
    ("jag vill ta tillbaka mitt ja", "har ångrat mig om att de får prata med varandra"),
    ("vem leder mötet", "är det nån som håller i trådarna när vi ses"),
    ("soc dök aldrig upp", "kommunens stol stod tom hela tiden"),
    ("jag behöver tolk", "min mormor förstår bara somaliska"),
    ("vem får läsa planen", "hamnar pappret hos folk jag inte känner"),
)


def test_a_matrix_that_was_not_changed_stays_as_it_is() -> None:
    assert Adapter.none().change("l0.q") == 0.0


def test_the_layers_that_were_changed_are_known(tmp_path) -> None:
    np.savez(tmp_path / "adapter.npz", **{"l1.fi.down": np.ones((4, 2)), "l1.fi.up": np.ones((2, 3))})
    adapter = Adapter.read(tmp_path / "adapter.npz")
    assert [adapter.changes_layer(name) for name in ("l0", "l1", "l11")] == [False, True, False]


def test_a_change_is_the_product_of_its_two_matrices(tmp_path) -> None:
    down, up = np.ones((4, 2), np.float16), np.full((2, 3), 0.5, np.float16)
    np.savez(tmp_path / "adapter.npz", **{"l1.fi.down": down, "l1.fi.up": up})
    change = Adapter.read(tmp_path / "adapter.npz").change("l1.fi")
    assert change.shape == (3, 4) and (change == 1.0).all()


def test_a_missing_file_is_told(tmp_path) -> None:
    with pytest.raises(FileNotFoundError):
        Adapter.read(tmp_path / "adapter.npz")


def test_tuned_it_tells_other_questions_from_the_same_more_clearly() -> None:
    encoder = E5()
    sides = [np.stack([encoder.vector(text) for text in side]) for side in zip(*SAME)]

    def clearer(reading: int) -> float:
        first, second = (side[:, reading] for side in sides)
        likeness = first @ second.T
        same = np.eye(len(SAME), dtype=bool)
        return float(likeness[same].mean() - likeness[~same].mean())

    assert clearer(AS_TUNED) > 1.5 * clearer(AS_PUBLISHED)
