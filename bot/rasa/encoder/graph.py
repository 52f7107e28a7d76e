"""The transformer as an ONNX graph with 8-bit weights, from embedded pieces to what they mean together."""

from __future__ import annotations

from typing import Any, List, Text

import numpy as np

from bot.rasa.encoder.adapter import Adapter
from bot.rasa.encoder.packed import PackedModel
from bot.rasa.encoder.runtime import constant, end, node, rounded, serialized

INPUT, OUTPUT = "pieces", "meanings"


class Graph:
    """Built layer by layer, as BERT is (Devlin et al. 2018), with the adapter's changes in its weights."""

    def __init__(self, model: PackedModel, adapter: Adapter) -> None:
        self._model, self._adapter = model, adapter
        self._nodes: List[Any] = []
        self._constants: List[Any] = []

    def serialized(self) -> bytes:
        """The finished graph: (texts, pieces, width) in, the same shape out."""
        meaning = INPUT
        for layer in range(self._model.layers):
            meaning = self._layer(meaning, f"l{layer}")
        self._nodes[-1].output[0] = OUTPUT
        shape = "texts", "length", self._model.width
        return serialized(self._nodes, end(INPUT, *shape), end(OUTPUT, *shape), self._constants)

    def _layer(self, given: Text, name: Text) -> Text:
        width = self._model.width
        seen = [self._linear(given, f"{name}.{part}", width) for part in "qkv"]
        attended = self._node("MultiHeadAttention", *seen, num_heads=self._model.heads)
        met = self._normed(given, self._linear(attended, f"{name}.ao", width), f"{name}.aln")
        thought = self._node("Gelu", self._linear(met, f"{name}.fi", width))
        return self._normed(met, self._linear(thought, f"{name}.fo", self._model.inner), f"{name}.oln")

    def _linear(self, given: Text, name: Text, width: int) -> Text:
        weights = self._model.matrix(f"{name}.w", width) + self._adapter.change(name)
        constants = [*rounded(weights), self._model.vector(f"{name}.b")]
        named = [self._constant(f"{name}.{number}", array) for number, array in enumerate(constants)]
        return self._node("DynamicQuantizeMatMul", given, *named)

    def _normed(self, given: Text, added: Text, name: Text) -> Text:
        parts = [self._constant(f"{name}.{part}", self._model.vector(f"{name}.{part}")) for part in "wb"]
        return self._node("SkipLayerNormalization", given, added, *parts, epsilon=self._model.epsilon)

    def _constant(self, name: Text, array: np.ndarray) -> Text:
        self._constants.append(constant(name, array))
        return name

    def _node(self, operator: Text, *given: Text, **settings: Any) -> Text:
        made = f"n{len(self._nodes)}"
        self._nodes.append(node(operator, given, made, **settings))
        return made
