"""One calibrated classifier over n-grams and sentence vectors together."""

from __future__ import annotations

from typing import Any, Dict, List, Text, Type

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.rasa.components.component import Trained
from bot.rasa.components.encoder import vectors_of
from bot.rasa.components.scoring import TopicScorer

RANKING = "intent_ranking"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(Trained, IntentClassifier):
    """Adapts `TopicScorer` to Rasa. A confidence of 0.8 means right four times out of five."""

    @classmethod
    def required_components(cls) -> List[Type]:
        return [Tokenizer, DenseFeaturizer]

    @staticmethod
    def required_packages() -> List[Text]:
        return ["sklearn"]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {
            "sparse_c": 20.0,
            "dense_c": 10.0,
            "weights": {"sparse": 0.4, "dense": 0.12, "nearest": 9.5, "published": 10.0},
            "ranking_length": 10,
        }

    @staticmethod
    def new_scorer(config: Dict[Text, Any]) -> TopicScorer:
        return TopicScorer(config["sparse_c"], config["dense_c"], config["weights"])

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from all examples; persists with the model."""
        examples = [message for message in training_data.intent_examples if message.get(TEXT)]
        labels = np.array([message.get(INTENT) for message in examples])
        self._scorer.fit(words_of(examples), vectors_of(examples), labels)
        return self.keep()

    def process(self, messages: List[Message]) -> List[Message]:
        """Sets intent and ranking of each message that has text."""
        for message in messages:
            if not message.get(TEXT):
                continue
            scores = self._scorer.probabilities(words_of([message]), vectors_of([message]))[0]
            order = np.argsort(scores)[::-1][: self._config["ranking_length"]]
            ranking = [{"name": str(self._scorer.classes[i]), "confidence": float(scores[i])} for i in order]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(RANKING, ranking, add_to_output=True)
        return messages


def words_of(messages: List[Message]) -> List[Text]:
    """The words of each message with spaces between."""
    return [" ".join(token.lemma for token in message.get(TOKENS_NAMES[TEXT])) for message in messages]
