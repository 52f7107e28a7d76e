"""The transformer as an ONNX graph with 8-bit weights, from embedded pieces to what they mean together."""

from __future__ import annotations

from typing import Any, List, Sequence, Text

import numpy as np

from bot.rasa.encoder.adapter import Adapter
from bot.rasa.encoder.packed import PackedModel
from bot.rasa.encoder.runtime import constant, copied, end, node, rounded, serialized

INPUT = "pieces"
TUNED, PUBLISHED = "tuned", "published"  # what comes out


class Graph:
    """Built layer by layer, as BERT is (Devlin et al. 2018): the model as it was published, and beside it
    with the adapter's changes in its weights. The layers below them are read once for both.
    """

    def __init__(self, model: PackedModel, adapter: Adapter) -> None:
        self._model, self._adapter = model, adapter
        self._nodes: List[Any] = []
        self._constants: List[Any] = []

    def serialized(self) -> bytes:
        """The finished graph: (texts, pieces, width) in, the same shape out, twice."""
        shape = "texts", "length", self._model.width
        names = [f"l{layer}" for layer in range(self._model.layers)]
        first = next((i for i, name in enumerate(names) if self._adapter.changes_layer(name)), len(names))
        below = self._through(INPUT, names[:first], Adapter.none())
        found = []
        for output, adapter in ((TUNED, self._adapter), (PUBLISHED, Adapter.none())):
            self._nodes.append(copied(self._through(below, names[first:], adapter), output))
            found.append(end(output, *shape))
        return serialized(self._nodes, end(INPUT, *shape), found, self._constants)

    def _through(self, given: Text, layers: Sequence[Text], adapter: Adapter) -> Text:
        for name in layers:
            given = self._layer(given, name, adapter)
        return given

    def _layer(self, given: Text, name: Text, adapter: Adapter) -> Text:
        width = self._model.width
        seen = [self._linear(given, f"{name}.{part}", width, adapter) for part in "qkv"]
        attended = self._node("MultiHeadAttention", *seen, num_heads=self._model.heads)
        met = self._normed(given, self._linear(attended, f"{name}.ao", width, adapter), f"{name}.aln")
        thought = self._node("Gelu", self._linear(met, f"{name}.fi", width, adapter))
        inner = self._linear(thought, f"{name}.fo", self._model.inner, adapter)
        return self._normed(met, inner, f"{name}.oln")

    def _linear(self, given: Text, name: Text, width: int, adapter: Adapter) -> Text:
        weights = self._model.matrix(f"{name}.w", width) + adapter.change(name)
        constants = [*rounded(weights), self._model.vector(f"{name}.b")]
        return self._node("DynamicQuantizeMatMul", given, *map(self._constant, constants))

    def _normed(self, given: Text, added: Text, name: Text) -> Text:
        parts = [self._constant(self._model.vector(f"{name}.{part}")) for part in "wb"]
        return self._node("SkipLayerNormalization", given, added, *parts, epsilon=self._model.epsilon)

    def _constant(self, array: np.ndarray) -> Text:
        name = f"c{len(self._constants)}"
        self._constants.append(constant(name, array))
        return name

    def _node(self, operator: Text, *given: Text, **settings: Any) -> Text:
        made = f"n{len(self._nodes)}"
        self._nodes.append(node(operator, given, made, **settings))
        return made
