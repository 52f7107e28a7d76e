"""What is asked in the midst of a talk is learnt together with what it leans on."""

import json

import numpy as np
import pytest
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.rasa.components import talk_questions
from bot.rasa.components.talk_examples import danger_in, learnt_from
from bot.rasa.components.talk_questions import TalkQuestions
from bot.rasa.components.telling import TellingScorer

ROWS = [
    (1, "kan mamma få en sip", ["aldre#kan-en-aldre-fa-sip"], True, "calm"),
    (1, "å om hon inte vill", ["samtycke#far-jag-saga-nej", "aldre#mamma-vill-inte"], False, "calm"),
    (1, "ok tack", ["tack"], True, "calm"),
    (1, "jag orkar inte mer", ["berattar", "narstaende-begara#anhorigstod"], False, "care"),
    (1, "nu gör jag det", ["kris"], False, "kris"),
    (2, "vi har ingen hjälp", ["berattar", "vem-kan-fa-sip#min-narstaende"], True, "care"),
    (2, "vad är klockan", ["saknas"], True, "calm"),
]
QUESTIONS = {"aldre/kan-en-aldre-fa-sip": "Kan en äldre person få en SIP?"}


@pytest.fixture
def folder(tmp_path):
    names = ("talk", "text", "about", "alone", "danger")
    lines = [json.dumps({**dict(zip(names, row)), "who": "relative"}) for row in ROWS]
    (tmp_path / "one.jsonl").write_text("\n".join(lines))
    return tmp_path


def test_half_a_sentence_is_learnt_after_what_it_leans_on(folder):
    first, leaning, *_ = learnt_from(folder)
    assert first.as_asked(QUESTIONS) == ["kan mamma få en sip"]
    assert leaning.as_asked(QUESTIONS) == [
        "kan mamma få en sip å om hon inte vill",
        "Kan en äldre person få en SIP? å om hon inte vill",
    ]
    assert leaning.as_asked({}) == ["kan mamma få en sip å om hon inte vill"]


def test_who_only_tells_something_is_learnt_first_in_a_talk_alone(folder):
    told = {said.text: said.about for said in learnt_from(folder)}
    assert told["jag orkar inte mer"] == () and told["vad är klockan"] == ()
    assert told["vi har ingen hjälp"] == ("vem-kan-fa-sip/min-narstaende",)


def test_danger_is_learnt_from_calm_messages_and_from_what_stands_by_itself(folder):
    learnt = {example.text: (example.label, example.person) for example in danger_in(learnt_from(folder))}
    assert learnt["å om hon inte vill"] == ("calm", "other")
    assert learnt["vi har ingen hjälp"] == ("care", "other")
    assert "jag orkar inte mer" not in learnt and "nu gör jag det" not in learnt


def test_who_only_tells_something_is_told_from_who_asks(folder):
    assert [said.text for said in learnt_from(folder) if said.tells] == [
        "jag orkar inte mer",
        "vi har ingen hjälp",
    ]
    texts = ["jag har haft det så", "han har varit där", "får han det?", "kan hon ha det?"] * 3
    scorer = TellingScorer(5.0).fit(texts, np.array([True, True, False, False] * 3))
    told, asked = scorer.probabilities(["hon har varit så", "kan han få vara där?"])
    assert told > 0.5 > asked


def test_talks_are_added_to_the_examples_and_what_stands_there_keeps_its_label(folder, monkeypatch):
    monkeypatch.setattr(talk_questions, "TALKS", folder)
    before = TrainingData([Message({"text": "OK tack", "intent": "hejda"})])
    rows = TalkQuestions({}).process_training_data(before).training_examples
    labels = {row.get("text"): row.get("intent_response_key") or row.get("intent") for row in rows}
    assert labels["OK tack"] == "hejda" and "ok tack" not in labels
    assert labels["kan mamma få en sip"] == "aldre/kan-en-aldre-fa-sip"
    assert sum(text.endswith("å om hon inte vill") for text in labels) == 2
