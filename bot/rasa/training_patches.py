"""Detours that Rasa takes when it trains, cut off: docs/decisions/0014-speed.md.

With 50 000 examples they took longer than some of the learning. Rasa has no setting for any of them.
"""

from __future__ import annotations

import gc
import os
from typing import Any, Dict, List, Optional, Text

import dask.threaded
from rasa import model_training
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage import local_model_storage
from rasa.engine.training import graph_trainer
from rasa.engine.training.hooks import TrainingHook
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from tarsafe import TarSafe

_ROOMY = 4 * 1024**3  # bytes


def take_training_shortcuts() -> None:
    """From now on Rasa trains without the detours. Call before it reads its data."""
    gc.disable()  # it looked through a million tokens again and again, and there is next to nothing to find
    RasaYAMLReader.validate = trust
    TrainingData.validate = trust
    Message.__hash__ = by_words
    TrainingData.merge = merge
    graph_trainer.TrainingHook = ForgetfulHook
    model_training.DaskGraphRunner = SideBySide
    local_model_storage.TarSafe = QuickArchive


def trust(*_: Any) -> None:
    """What `make test` looks at before.

    Holding a file of examples against its schema takes four times the reading; and each example of a passage
    is warned of, since no response of Rasa's belongs to it.
    """


def by_words(message: Message) -> int:
    """Rasa finds what stands twice by a sum over JSON of all that a message holds; few share their words."""
    return hash((message.get(TEXT), message.get(INTENT)))


def merge(first: TrainingData, *others: Optional[TrainingData]) -> TrainingData:
    """All the data as one. Rasa copies each message at each of five merges; nobody reads the parts again."""
    every = [first, *(one for one in others if one)]
    return TrainingData(
        [example for one in every for example in one.training_examples],
        {text: synonym for one in every for text, synonym in one.entity_synonyms.items()},
        [feature for one in every for feature in one.regex_features],
        [table for one in every for table in one.lookup_tables],
        {name: response for one in every for name, response in one.responses.items()},
    )


class ForgetfulHook(TrainingHook):
    """Rasa sums up what goes into each component and what comes out, to spare it the next time.

    Here the model is only trained when something has changed, and then all of it.
    """

    def on_before_node(self, *_: Any, **__: Any) -> Dict[Text, Any]:
        return {}

    def on_after_node(self, *_: Any, **__: Any) -> None:
        """There is nothing to keep."""


class SideBySide(DaskGraphRunner):
    """Runs components that do not need each other at the same time: one a core, where there is memory."""

    def run(
        self, inputs: Optional[Dict[Text, Any]] = None, targets: Optional[List[Text]] = None
    ) -> Dict[Text, Any]:
        """What the targets give, by name. Raises what their components raise."""
        wanted = targets or self._graph_schema.target_names
        graph = self._build_dask_graph(self._graph_schema.minimal_graph_schema(wanted))
        self._add_inputs_to_graph(inputs, graph)
        return dict(dask.threaded.get(graph, wanted, num_workers=_hands()))


def _hands() -> int:
    """How many components may learn at a time. Together they took twice the memory of one."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return os.cpu_count() or 1 if memory >= _ROOMY else 1


class QuickArchive(TarSafe):
    """Arrays of numbers hardly shrink: the quickest way to pack them loses a few percent."""

    @classmethod
    def gzopen(
        cls, name: Any, mode: Any = "r", fileobj: Any = None, compresslevel: int = 1, **settings: Any
    ) -> Any:
        """Opens an archive, to write or to read."""
        return super().gzopen(name, mode, fileobj, compresslevel, **settings)
