"""How a message is read before it becomes a vector."""

from bot.rasa.components.sentences import encode, encode_many
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


def test_many_texts_get_the_vectors_they_get_alone():
    texts = [f"vad är sip {number}" for number in range(70)]
    assert abs(encode_many(texts)[[0, 69]] - encode([texts[0], texts[69]])).max() < 1e-5
