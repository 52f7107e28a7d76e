"""Whether staff wrote a message, where no word says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Text, Type

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.rasa.components.classifier import words_of
from bot.rasa.components.component import Trained
from bot.rasa.components.encoder import vectors_of
from bot.rasa.components.register import RegisterScorer, read_hands
from bot.rasa.encoder.e5 import AS_TUNED

EXAMPLES = Path(__file__).resolve().parents[3] / "nlu_data" / "intents"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class RegisterReader(Trained, IntentClassifier):
    """Adapts `RegisterScorer` to Rasa: `by_staff` on the message, 0 to 1. It changes no intent."""

    @classmethod
    def required_components(cls) -> List[Type]:
        return [Tokenizer, DenseFeaturizer]

    @staticmethod
    def required_packages() -> List[Text]:
        return ["sklearn"]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {"sparse_c": 20.0, "dense_c": 10.0, "shares": [0.57, 0.35], "lean": -0.08}

    @staticmethod
    def new_scorer(config: Dict[Text, Any]) -> RegisterScorer:
        return RegisterScorer(config["sparse_c"], config["dense_c"], config["shares"], config["lean"])

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the examples whose writer is known; persists with the model."""
        staff = read_hands(EXAMPLES)
        told = [message for message in training_data.intent_examples if message.get(TEXT) in staff]
        vectors = vectors_of(told)[:, AS_TUNED]
        self._scorer.fit(words_of(told), vectors, np.array([staff[message.get(TEXT)] for message in told]))
        return self.keep()

    def process(self, messages: List[Message]) -> List[Message]:
        """Sets `by_staff` of each message that has text."""
        for message in messages:
            if message.get(TEXT):
                vectors = vectors_of([message])[:, AS_TUNED]
                sure = self._scorer.probabilities(words_of([message]), vectors)[0]
                message.set("by_staff", float(sure), add_to_output=True)
        return messages
