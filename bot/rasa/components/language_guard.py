"""Another language than Swedish is recognised before a topic is guessed."""

from __future__ import annotations

from typing import Any, Dict, List, Text

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from actions.languages import detect_language
from bot.rasa.components.component import Configured

OTHER_LANGUAGE = "annat-sprak"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class LanguageGuard(Configured, IntentClassifier):
    """Sets the intent `annat-sprak` and the message's `language`; only this guard decides on that intent."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {}

    def process(self, messages: List[Message]) -> List[Message]:
        """Puts the intent first in the ranking, or takes it away."""
        for message in messages:
            ranking = [row for row in message.get("intent_ranking", []) if row["name"] != OTHER_LANGUAGE]
            language = detect_language(message.get(TEXT) or "")
            if language:
                message.set("language", language, add_to_output=True)
                ranking.insert(0, {"name": OTHER_LANGUAGE, "confidence": 1.0})
            if ranking:
                message.set(INTENT, ranking[0], add_to_output=True)
                message.set("intent_ranking", ranking, add_to_output=True)
        return messages
