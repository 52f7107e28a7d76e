"""Crisis words decide before any classifier does."""

from __future__ import annotations

from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from actions.crisis import detect

CRISIS = "kris"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class CrisisGuard(GraphComponent, IntentClassifier):
    """Sets the crisis intent whenever `actions.crisis` finds an acute sign; takes a weak one away.

    The classifier alone is trusted only when it is sure of a message of some words: "mig själv" is no
    emergency.
    """

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {"threshold": 0.7, "fewest_words": 4}

    def __init__(self, config: Dict[Text, Any]) -> None:
        self._threshold = config["threshold"]
        self._fewest_words = config["fewest_words"]

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> CrisisGuard:
        return cls(config)

    def process(self, messages: List[Message]) -> List[Message]:
        """Overrides the intent where words of danger stand; the classifier alone must be sure."""
        for message in messages:
            signal = detect(message.get(TEXT) or "")
            if signal and signal.level == "acute":
                self._put_first(message)
            elif message.get(INTENT, {}).get("name") == CRISIS:
                self._weigh(message, near_miss=signal is not None)
        return messages

    def _put_first(self, message: Message) -> None:
        rest = [row for row in message.get("intent_ranking", []) if row["name"] != CRISIS]
        sure = {"name": CRISIS, "confidence": 1.0}
        message.set(INTENT, sure, add_to_output=True)
        message.set("intent_ranking", [sure, *rest], add_to_output=True)

    def _weigh(self, message: Message, near_miss: bool) -> None:
        ranking = message.get("intent_ranking", [])
        spoken = len(message.get(TEXT).split()) >= self._fewest_words
        if spoken and not near_miss and ranking and ranking[0]["confidence"] >= self._threshold:
            return
        rest = [row for row in ranking if row["name"] != CRISIS]
        if rest:
            message.set(INTENT, rest[0], add_to_output=True)
            message.set("intent_ranking", rest, add_to_output=True)
