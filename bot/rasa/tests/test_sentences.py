"""How a message is read before it becomes a vector."""

import numpy as np

from bot.rasa.components.sentences import encode, encode_many
from bot.rasa.encoder.e5 import AS_PUBLISHED, AS_TUNED
from bot.rasa.encoder.reading import LONGEST_TEXT, as_read


def test_shouting_is_read_as_the_same_words_said_calmly():
    assert as_read("VAD KOSTAR EN SIP!!!!!!") == "vad kostar en sip!"


def test_an_abbreviation_alone_keeps_its_capitals():
    assert as_read("SIP?") == "SIP?"
    assert as_read("Vad gör BUP?") == "Vad gör BUP?"


def test_doubled_letters_are_left_alone():
    assert as_read("kommunen, tillbaka") == "kommunen, tillbaka"


def test_a_long_story_ends_where_the_encoder_stops_reading():
    assert len(as_read("hej " * 1000)) == LONGEST_TEXT


def test_many_texts_get_the_vectors_they_get_alone_but_for_rounding():
    texts = ["jag orkar inte längre", *(f"vad är sip {number}" for number in range(70)), "SIP"]
    many, alone = encode_many(texts), encode(texts)
    assert many.dtype == np.float32 and abs(np.linalg.norm(many, axis=-1) - 1).max() < 1e-5
    assert (many * alone).sum(axis=-1).min() > 0.97
    for reading in (AS_TUNED, AS_PUBLISHED):
        likeness = many[:, reading] @ alone[:, reading].T
        assert (likeness.argmax(axis=1)[[0, -1]] == [0, 71]).all()


def test_a_text_that_stands_twice_gets_the_same_vector_twice():
    first, _, again = encode_many(["vad är sip", "hej", "vad är sip"])
    assert np.array_equal(first, again)
