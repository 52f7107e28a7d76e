"""The last word on a message: whether it is answered, and with what."""

from __future__ import annotations

from typing import Any, Dict, List, Text

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message

from bot.rasa.components.component import Configured
from bot.rasa.components.thresholds import Bands

FALLBACK, RANKING = "nlu_fallback", "intent_ranking"
TASK_QUESTION = "uppgiftsfraga"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Doubt(Configured, IntentClassifier):
    """Puts `nlu_fallback` first when unsure; else sets the message's `passage` when that is sure,
    and in some doubt the `second` one to answer beside it.

    A question about a task becomes the intent `uppgiftsfraga`: the task's own intent would begin it.
    """

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {
            "least": 0.4,
            "sure": 0.9,
            "outside": 0.1,
            "passage": 0.3,
            "alone": 0.6,
            "outside_topic": "utanfor-amnet",
            "quiet": [],
            "tasks": [],
        }

    def __init__(self, config: Dict[Text, Any], *_: Any) -> None:
        names = ("least", "sure", "outside", "passage", "alone")
        self._bands = Bands(**{name: config[name] for name in names})
        self._outside_topic = config["outside_topic"]
        self._quiet, self._tasks = set(config["quiet"]), set(config["tasks"])

    def process(self, messages: List[Message]) -> List[Message]:
        """Decides on each message that was ranked."""
        for message in messages:
            ranking = list(message.get(RANKING) or [])
            if not ranking:
                continue
            if self._bands.is_unsure(ranking, self._quiet, self._outside_topic):
                self._put_first(message, FALLBACK, ranking)
                continue
            passages = message.get("passages") or []
            passage = self._bands.passage_of(ranking[0]["name"], passages)
            if passage:
                message.set("passage", passage, add_to_output=True)
                second = self._bands.second_of(passage, passages, self._outside_topic)
                message.set("second", second, add_to_output=True)
                if ranking[0]["name"] in self._tasks:
                    self._put_first(message, TASK_QUESTION, ranking)
        return messages

    def _put_first(self, message: Message, intent: Text, ranking: List[Dict[Text, Any]]) -> None:
        ranking.insert(0, {"name": intent, "confidence": ranking[0]["confidence"]})
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set(RANKING, ranking, add_to_output=True)
