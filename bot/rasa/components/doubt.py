"""The last word on a message: whether it is answered, and what else is offered."""

from __future__ import annotations

from typing import Any, Dict, List, Text

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message

from bot.rasa.components.bands import Bands
from bot.rasa.components.component import Configured

FALLBACK, RANKING = "nlu_fallback", "intent_ranking"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Doubt(Configured, IntentClassifier):
    """Puts `nlu_fallback` first when unsure; in the middle band sets the message's `alternatives`."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {
            "least": 0.4,
            "sure": 0.9,
            "outside": 0.1,
            "worth_offering": 0.02,
            "alternatives": 2,
            "outside_topic": "utanfor-amnet",
            "quiet": [],
            "never_offered": [],
        }

    def __init__(self, config: Dict[Text, Any], *_: Any) -> None:
        names = ("least", "sure", "outside", "worth_offering", "alternatives")
        self._bands = Bands(**{name: config[name] for name in names})
        self._outside_topic = config["outside_topic"]
        self._quiet = set(config["quiet"])
        self._never = {self._outside_topic, *config["quiet"], *config["never_offered"]}

    def process(self, messages: List[Message]) -> List[Message]:
        """Decides on each message that was ranked."""
        for message in messages:
            ranking = list(message.get(RANKING) or [])
            if not ranking:
                continue
            if self._bands.is_unsure(ranking, self._quiet, self._outside_topic):
                ranking.insert(0, {"name": FALLBACK, "confidence": ranking[0]["confidence"]})
                message.set(INTENT, ranking[0], add_to_output=True)
                message.set(RANKING, ranking, add_to_output=True)
            else:
                message.set("alternatives", self._bands.others(ranking, self._never), add_to_output=True)
        return messages
