"""Sure: an answer. Fairly sure: an answer and other guesses. Unsure: a question back."""

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.rasa.components.doubt import Doubt

CONFIG = {**Doubt.get_default_config(), "quiet": ["tack", "kris"]}


def met(*ranking):
    """What becomes of a message ranked so: (intent, alternatives)."""
    rows = [{"name": name, "confidence": confidence} for name, confidence in ranking]
    message = Message({"text": "…", "intent": rows[0], "intent_ranking": rows})
    Doubt(CONFIG).process([message])
    return message.get("intent")["name"], message.get("alternatives")


def test_a_sure_answer_stands_alone():
    assert met(("kostnad", 0.95), ("lag", 0.05)) == ("kostnad", [])


def test_a_fairly_sure_answer_offers_what_else_was_likely():
    assert met(("kostnad", 0.6), ("lag", 0.2), ("klaga", 0.1), ("tolk", 0.1)) == ("kostnad", ["lag", "klaga"])


def test_the_unlikely_is_not_offered():
    assert met(("kostnad", 0.6), ("lag", 0.01)) == ("kostnad", [])


@pytest.mark.parametrize("never", ["kris", "tack", "utanfor-amnet"])
def test_danger_small_talk_and_other_subjects_are_never_guesses(never):
    assert met(("kostnad", 0.6), (never, 0.09), ("lag", 0.05)) == ("kostnad", ["lag"])


def test_an_unsure_message_is_asked_about():
    assert met(("kostnad", 0.29), ("lag", 0.2)) == ("nlu_fallback", None)


def test_a_message_that_may_be_about_something_else_is_asked_about():
    assert met(("kostnad", 0.7), ("utanfor-amnet", 0.2))[0] == "nlu_fallback"
    assert met(("kostnad", 0.7), ("utanfor-amnet", 0.05))[0] == "kostnad"


def test_another_subject_is_answered_as_such():
    assert met(("utanfor-amnet", 0.5), ("kostnad", 0.4)) == ("utanfor-amnet", [])


def test_small_talk_is_not_doubted_and_offers_nothing():
    assert met(("tack", 0.5), ("utanfor-amnet", 0.3), ("kostnad", 0.2)) == ("tack", [])


def test_a_button_has_no_ranking_and_is_left_alone():
    message = Message({"text": "/kostnad", "intent": {"name": "kostnad", "confidence": 1.0}})
    Doubt(CONFIG).process([message])
    assert message.get("intent")["name"] == "kostnad"
