"""What Rasa's components of this project have in common: how Rasa makes them, and how they are kept."""

from __future__ import annotations

from typing import Any, Dict, Text

import joblib
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage

_FILE = "scorer.joblib"


class Configured(GraphComponent):
    """A component that is nothing but its configuration."""

    def __init__(self, config: Dict[Text, Any], *_: Any) -> None:
        self._config = config

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> GraphComponent:
        return cls(config, model_storage, resource, execution_context)


class Trained(Configured):
    """A component whose scorer learns from examples and is kept in the model's archive."""

    def __init__(
        self, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource, *_: Any
    ) -> None:
        super().__init__(config)
        self._storage, self._resource = model_storage, resource
        self._scorer = self.new_scorer(config)

    @staticmethod
    def new_scorer(config: Dict[Text, Any]) -> Any:
        """A scorer that has learnt nothing yet."""
        raise NotImplementedError

    def keep(self) -> Resource:
        """Writes the scorer into the model. Made and read on one machine: joblib trusts what it reads."""
        with self._storage.write_to(self._resource) as folder:
            joblib.dump(self._scorer, folder / _FILE)
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> GraphComponent:
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._scorer = joblib.load(folder / _FILE)
        return component
