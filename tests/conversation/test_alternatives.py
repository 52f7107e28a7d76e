"""Whoever got the wrong answer sees the right one beside it."""

from types import SimpleNamespace

import pytest

from actions.conversation.alternatives import with_alternatives
from actions.conversation.reply import Button, Reply

TITLES = {"kostnad": "Vad kostar en SIP?", "lag": "Vad säger lagen om SIP?", "klaga": "Hur klagar jag?"}
STORE = SimpleNamespace(answers={key: SimpleNamespace(title=title) for key, title in TITLES.items()})
ANSWER = Reply("Det kostar inget.", (Button(TITLES["lag"], "/lag"),), {"topic": "kostnad", "sources": []})


def phrases(key: str) -> str:
    return f"<{key}>"


@pytest.fixture
def offered():
    return with_alternatives(ANSWER, STORE, phrases, ["klaga", "lag", "kostnad", "ja"])


def test_the_answer_itself_comes_first_and_unchanged(offered):
    assert offered.text == "Det kostar inget.\n\n<or_did_you_mean>"
    assert offered.custom["topic"] == "kostnad"


def test_other_topics_are_offered_before_the_answers_own_suggestions(offered):
    assert [button.payload for button in offered.buttons] == ["/klaga", "/lag"]
    assert offered.custom["suggestions"] == ["klaga", "lag"]


def test_a_sure_answer_stands_alone():
    assert with_alternatives(ANSWER, STORE, phrases, []) is ANSWER
