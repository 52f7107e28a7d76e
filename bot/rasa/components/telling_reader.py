"""Whether a message only tells something, where it stands in a talk."""

from __future__ import annotations

from typing import Any, Dict, List, Text

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.rasa.components.component import Trained
from bot.rasa.components.talk_examples import TALKS, learnt_from
from bot.rasa.components.telling import TellingScorer


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TellingReader(Trained, IntentClassifier):
    """Adapts `TellingScorer` to Rasa: `tells` on the message, 0 to 1. It changes no intent."""

    @staticmethod
    def required_packages() -> List[Text]:
        return ["sklearn"]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {"sparse_c": 5.0}

    @staticmethod
    def new_scorer(config: Dict[Text, Any]) -> TellingScorer:
        return TellingScorer(config["sparse_c"])

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the talks; persists with the model.

        A first message that was labelled with what it asks may tell all the same: it teaches nothing here.
        """
        talks = [said for said in learnt_from(TALKS) if said.before or said.tells]
        self._scorer.fit([said.text for said in talks], np.array([said.tells for said in talks]))
        return self.keep()

    def process(self, messages: List[Message]) -> List[Message]:
        """Sets `tells` of each message that has text."""
        for message in messages:
            if message.get(TEXT):
                tells = self._scorer.probabilities([message.get(TEXT)])[0]
                message.set("tells", float(tells), add_to_output=True)
        return messages
