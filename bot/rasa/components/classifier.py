"""One calibrated classifier over n-grams and sentence vectors together."""

from __future__ import annotations

from typing import Any, Dict, List, Text, Type

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix, vstack
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline

FILE = "classifier.joblib"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(IntentClassifier, GraphComponent):
    """Averages a TF-IDF and a sentence-vector logistic regression; confidences are temperature-scaled
    on held-out folds, so that 0.8 means right four times out of five."""

    @classmethod
    def required_components(cls) -> List[Type]:
        return [Featurizer]

    @staticmethod
    def required_packages() -> List[Text]:
        return ["sklearn"]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {"dense_weight": 0.5, "sparse_c": 20.0, "dense_c": 30.0, "ranking_length": 10, "folds": 5}

    def __init__(self, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage, self._resource = model_storage, resource
        self._sparse: Any = None
        self._dense: Any = None
        self._temperature = 1.0

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TopicClassifier:
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Fits both halves and the temperature; persists them with the model."""
        examples = [m for m in training_data.intent_examples if m.get(TEXT)]
        labels = np.array([m.get(INTENT) for m in examples])
        sparse, dense = _features(examples)
        self._sparse = make_pipeline(TfidfTransformer(sublinear_tf=True), self._regression("sparse_c"))
        self._dense = self._regression("dense_c")
        self._temperature = self._calibrate(sparse, dense, labels)
        self._sparse.fit(sparse, labels)
        self._dense.fit(dense, labels)
        self._persist()
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Sets intent and ranking of each message."""
        for message in messages:
            if not message.get(TEXT) or message.get(INTENT):
                continue
            names, scores = self._predict(message)
            order = np.argsort(scores)[::-1][: self._config["ranking_length"]]
            ranking = [{"name": str(names[i]), "confidence": float(scores[i])} for i in order]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _regression(self, strength: Text) -> LogisticRegression:
        return LogisticRegression(C=self._config[strength], max_iter=300, class_weight="balanced")

    def _predict(self, message: Message) -> Any:
        sparse, dense = _features([message])
        scores = self._mix(self._sparse.predict_log_proba(sparse), self._dense.predict_log_proba(dense))
        return self._sparse.classes_, _soften(scores, self._temperature)[0]

    def _mix(self, sparse: np.ndarray, dense: np.ndarray) -> np.ndarray:
        weight = self._config["dense_weight"]
        return (1 - weight) * sparse + weight * dense

    def _calibrate(self, sparse: csr_matrix, dense: np.ndarray, labels: np.ndarray) -> float:
        """The temperature that makes held-out predictions most likely (Guo et al. 2017)."""
        folds = min(self._config["folds"], int(np.unique(labels, return_counts=True)[1].min()))
        if folds < 2:
            return 1.0
        split = StratifiedKFold(folds, shuffle=True, random_state=0)
        scores = self._mix(
            *(
                cross_val_predict(model, features, labels, cv=split, method="predict_log_proba")
                for model, features in ((self._sparse, sparse), (self._dense, dense))
            )
        )
        rows = np.arange(len(labels)), np.searchsorted(np.unique(labels), labels)

        def loss(temperature: float) -> float:
            return float(-np.log(_soften(scores, temperature)[rows] + 1e-12).mean())

        return float(minimize_scalar(loss, bounds=(0.1, 5.0), method="bounded").x)

    def _persist(self) -> None:
        with self._storage.write_to(self._resource) as folder:
            joblib.dump((self._sparse, self._dense, self._temperature), folder / FILE)

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> TopicClassifier:
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._sparse, component._dense, component._temperature = joblib.load(folder / FILE)
        return component


def _features(messages: List[Message]) -> Any:
    """Sentence features: one sparse row and one dense row a message."""
    sparse = vstack([message.get_sparse_features(TEXT)[1].features for message in messages])
    dense = np.vstack([message.get_dense_features(TEXT)[1].features for message in messages])
    return csr_matrix(sparse), dense


def _soften(scores: np.ndarray, temperature: float) -> np.ndarray:
    scaled = scores / temperature
    scaled -= scaled.max(axis=1, keepdims=True)
    weights = np.exp(scaled)
    return weights / weights.sum(axis=1, keepdims=True)
