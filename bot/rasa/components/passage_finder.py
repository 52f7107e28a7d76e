"""Which question of its topic a message asks, and from there how likely each topic is."""

from __future__ import annotations

from typing import Any, Dict, List, Text, Type

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import INTENT, INTENT_RESPONSE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.rasa.components.classifier import RANKING, words_of
from bot.rasa.components.component import Trained
from bot.rasa.components.encoder import vectors_of
from bot.rasa.components.passages import PassageScorer, Ranked, topic_of
from bot.rasa.encoder.e5 import AS_TUNED

PASSAGES = "passages"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class PassageFinder(Trained, IntentClassifier):
    """Adapts `PassageScorer` to Rasa; reads examples labelled `topic/name`, a retrieval intent of Rasa's.

    `passages` on the message: ids `topic#name`, or a topic alone where it is asked about as a whole,
    likeliest first. The ranking of topics becomes the sum over their passages.
    """

    @classmethod
    def required_components(cls) -> List[Type]:
        return [Tokenizer, DenseFeaturizer]

    @staticmethod
    def required_packages() -> List[Text]:
        return ["sklearn"]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {
            "topics": 6,
            "length": 10,
            "weights": {"topic": 0.71, "sparse": 0.80, "dense": 0.88, "general": -0.41},
        }

    @staticmethod
    def new_scorer(config: Dict[Text, Any]) -> PassageScorer:
        return PassageScorer(config["weights"], config["topics"])

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from all examples; persists with the model."""
        examples = [message for message in training_data.intent_examples if message.get(TEXT)]
        labels = np.array([message.get(INTENT_RESPONSE_KEY) or message.get(INTENT) for message in examples])
        self._scorer.fit(words_of(examples), vectors_of(examples)[:, AS_TUNED], labels)
        return self.keep()

    def process(self, messages: List[Message]) -> List[Message]:
        """Sets the passages and the ranking of each message that has text and was ranked."""
        for message in messages:
            before = message.get(RANKING)
            if not message.get(TEXT) or not before:
                continue
            (words,), vectors = words_of([message]), vectors_of([message])[:, AS_TUNED]
            likely = [(row["name"], row["confidence"]) for row in before]
            found = self._scorer.rank(words, vectors, likely)
            rows = [{"name": label.replace("/", "#"), "confidence": sure} for label, sure in found]
            message.set(PASSAGES, rows[: self._config["length"]], add_to_output=True)
            ranking = _by_topic(found, before)
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(RANKING, ranking, add_to_output=True)
        return messages


def _by_topic(found: Ranked, before: List[Dict[Text, Any]]) -> List[Dict[Text, Any]]:
    """The ranking anew: what all labels of a topic have together; topics not looked at keep what is left."""
    sums: Dict[Text, float] = {}
    for label, sure in found:
        sums[topic_of(label)] = sums.get(topic_of(label), 0.0) + sure
    looked_at = sum(row["confidence"] for row in before if row["name"] in sums)
    rows = [
        {"name": row["name"], "confidence": sums[row["name"]] * looked_at}
        if row["name"] in sums
        else dict(row)
        for row in before
    ]
    return sorted(rows, key=lambda row: -row["confidence"])
