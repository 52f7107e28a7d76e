"""Danger decides before any topic does: written patterns, then a model made for nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Optional, Text, Type

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from actions.crisis import CrisisSignal, detect, is_known_as_harmless
from bot.rasa.components.component import Trained
from bot.rasa.components.danger import DangerScorer, read_examples
from bot.rasa.components.sentences import as_read, encode_many

CRISIS = "kris"
EXAMPLES = Path(__file__).resolve().parents[3] / "nlu_data" / "danger"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class CrisisGuard(Trained, IntentClassifier):
    """Sets the crisis intent when a pattern of content/crisis.yml or the model finds danger, else removes it.

    `danger` on the message carries category and level: a torn model asks for a word of care, not for 112.
    """

    @classmethod
    def required_components(cls) -> List[Type]:
        return [DenseFeaturizer]

    @staticmethod
    def required_packages() -> List[Text]:
        return ["sklearn"]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {"acute": 0.5, "torn": 0.4, "over_harmless": 0.97, "fewest_words": 2}

    @staticmethod
    def new_scorer(config: Dict[Text, Any]) -> DangerScorer:
        return DangerScorer()

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from all training examples and from the near misses; persists with the model."""
        asked = [message for message in training_data.intent_examples if message.get(TEXT)]
        near = read_examples(EXAMPLES)
        texts = [message.get(TEXT) for message in asked] + near.texts
        categories = [_category(message) for message in asked] + near.categories
        encoded = encode_many([as_read(text) for text in near.texts])
        vectors = np.vstack([*(_vector(message) for message in asked), encoded])
        everyday = np.arange(len(texts)) < len(asked)
        self._scorer.fit(texts, vectors, categories, everyday)
        return self.keep()

    def process(self, messages: List[Message]) -> List[Message]:
        """Overrides the intent of each message that tells of danger."""
        for message in messages:
            if message.get(TEXT):
                self._decide(message)
        return messages

    def _decide(self, message: Message) -> None:
        signal = detect(message.get(TEXT))
        score = float(self._scorer.probabilities([message.get(TEXT)], _vector(message))[0])
        spoken = len(message.get(TEXT).split()) >= self._config["fewest_words"]
        ranking = [row for row in message.get("intent_ranking", []) if row["name"] != CRISIS]
        written = signal is not None and signal.level == "acute"
        if written or (spoken and self._is_danger(score, message.get(TEXT), signal)):
            ranking.insert(0, {"name": CRISIS, "confidence": 1.0})
            self._tell(message, "acute")
        elif spoken and not signal and self._config["torn"] <= score < self._config["acute"]:
            self._tell(message, "concern")
        if ranking:
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)

    def _is_danger(self, score: float, text: Text, signal: Optional[CrisisSignal]) -> bool:
        """Whether the model is sure enough; it must be surer where a pattern says that it only sounds so."""
        if score >= self._config["over_harmless"]:
            return True
        return score >= self._config["acute"] and signal is None and not is_known_as_harmless(text)

    def _tell(self, message: Message, level: Text) -> None:
        found = {"category": self._scorer.category(_vector(message)), "level": level}
        message.set("danger", found, add_to_output=True)


def _category(message: Message) -> Text:
    """The kind of danger an example tells of; empty for an ordinary one."""
    if message.get(INTENT) != CRISIS:
        return ""
    signal = detect(message.get(TEXT))
    return signal.category if signal else "annat"


def _vector(message: Message) -> np.ndarray:
    """The sentence vector, shape (1, n)."""
    return np.asarray(message.get_dense_features(TEXT)[1].features).reshape(1, -1)
