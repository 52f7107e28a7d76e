"""Sure: the very question. Fairly sure: the topic, or two questions. Unsure: a question back."""

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.rasa.components.fallback import Doubt

CONFIG = {**Doubt.get_default_config(), "quiet": ["tack", "kris"], "tasks": ["skriva-begaran"]}


def read(ranking, passages=()):
    """A message ranked so, as it is read in the end."""
    rows = [{"name": name, "confidence": confidence} for name, confidence in ranking]
    asked = [{"name": name, "confidence": confidence} for name, confidence in passages]
    message = Message({"text": "…", "intent": rows[0], "intent_ranking": rows, "passages": asked})
    Doubt(CONFIG).process([message])
    return message


def intent(*ranking):
    return read(ranking).get("intent")["name"]


def test_a_sure_question_is_answered_alone():
    message = read([("kostnad", 0.95)], [("kostnad#resa", 0.9), ("kostnad#mote", 0.05)])
    assert (message.get("passage"), message.get("second")) == ("kostnad#resa", "")


def test_beside_a_doubtful_question_stands_the_next_likeliest():
    message = read([("kostnad", 0.95)], [("kostnad#resa", 0.5), ("lag", 0.3), ("lag#tid", 0.2)])
    assert (message.get("passage"), message.get("second")) == ("kostnad#resa", "lag#tid")


@pytest.mark.parametrize("passages", [[("kostnad", 0.6), ("kostnad#resa", 0.4)], [("kostnad#resa", 0.1)]])
def test_a_topic_asked_about_as_a_whole_gets_its_overview(passages):
    message = read([("kostnad", 0.95)], passages)
    assert (message.get("intent")["name"], message.get("passage")) == ("kostnad", None)


def test_another_subject_never_stands_beside_an_answer_about_sip():
    message = read([("kostnad", 0.95)], [("kostnad#resa", 0.5), ("utanfor-amnet#pengar", 0.3)])
    assert message.get("second") == ""


def test_a_third_about_sip_stands_beside_it_instead():
    likely = [("kostnad#resa", 0.5), ("utanfor-amnet#pengar", 0.3), ("lag#tid", 0.1)]
    assert read([("kostnad", 0.95)], likely).get("second") == "lag#tid"


def test_a_question_about_a_task_does_not_begin_it():
    asked = read([("skriva-begaran", 0.95)], [("skriva-begaran#mejla", 0.9)])
    assert (asked.get("intent")["name"], asked.get("passage")) == ("uppgiftsfraga", "skriva-begaran#mejla")
    assert (
        read([("skriva-begaran", 0.95)], [("skriva-begaran", 0.9)]).get("intent")["name"] == "skriva-begaran"
    )


def test_an_unsure_message_is_asked_about():
    assert intent(("kostnad", 0.29), ("lag", 0.2)) == "nlu_fallback"


def test_a_message_that_may_be_about_something_else_is_asked_about():
    assert intent(("kostnad", 0.7), ("utanfor-amnet", 0.2)) == "nlu_fallback"
    assert intent(("kostnad", 0.7), ("utanfor-amnet", 0.05)) == "kostnad"


def test_another_subject_is_answered_as_such():
    assert intent(("utanfor-amnet", 0.5), ("kostnad", 0.4)) == "utanfor-amnet"


def test_small_talk_is_not_doubted():
    assert intent(("tack", 0.5), ("utanfor-amnet", 0.3), ("kostnad", 0.2)) == "tack"


def test_what_is_asked_beside_danger_is_read_too():
    message = read([("kris", 1.0), ("kostnad", 0.95)], [("kostnad#resa", 0.9)])
    assert (message.get("intent")["name"], message.get("passage")) == ("kris", "kostnad#resa")
    doubtful = read([("kris", 1.0), ("kostnad", 0.2)], [("kostnad#resa", 0.9)])
    assert [row["name"] for row in doubtful.get("intent_ranking")] == ["kris", "nlu_fallback", "kostnad"]
    assert doubtful.get("passage") is None


def test_a_button_has_no_ranking_and_is_left_alone():
    message = Message({"text": "/kostnad", "intent": {"name": "kostnad", "confidence": 1.0}})
    Doubt(CONFIG).process([message])
    assert message.get("intent")["name"] == "kostnad"
