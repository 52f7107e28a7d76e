"""Danger is weighed in every message; only what this process itself calls a part of one is passed over."""

import json

from rasa.shared.nlu.training_data.message import Message

from bot.rasa.components.crisis_guard import CrisisGuard
from bot.rasa.part_of_message import PartOfMessage


class Weighing(CrisisGuard):
    """Notes what it is asked to weigh."""

    def __init__(self) -> None:
        self.weighed = []

    def _decide(self, message: Message) -> None:
        self.weighed.append(message.get("text"))


def weighed(metadata) -> list:
    guard = Weighing()
    guard.process([Message({"text": "han slår mig", "metadata": metadata})])
    return guard.weighed


def test_a_part_is_not_weighed_again() -> None:
    assert weighed(PartOfMessage()) == []


def test_no_request_can_call_itself_a_part() -> None:
    for sent in ("null", "{}", '{"part": true}', '{"PartOfMessage": {}}', '"PartOfMessage"'):
        assert weighed(json.loads(sent)) == ["han slår mig"]
