"""The transformer as an ONNX graph with 8-bit weights, from embedded pieces to what they mean together."""

from __future__ import annotations

from typing import Any, List, Text

import numpy as np
from onnx import TensorProto, helper, numpy_helper

from bot.rasa.encoder.adapter import Adapter
from bot.rasa.encoder.packed import PackedModel

INPUT, OUTPUT = "pieces", "meanings"
_MICROSOFT = "com.microsoft"  # the operators that ONNX Runtime adds
_OPSET = 17
_FILE_VERSION = 8
_LARGEST = 63  # 7 of 8 bits: on processors without VNNI two full products overflow 16 bits


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
        shape = ["texts", "length", self._model.width]
        ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name in (INPUT, OUTPUT)]
        graph = helper.make_graph(self._nodes, "e5", ends[:1], ends[1:], self._constants)
        versions = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_MICROSOFT, 1)]
        made: bytes = helper.make_model(
            graph, opset_imports=versions, ir_version=_FILE_VERSION
        ).SerializeToString()
        return made

    def _layer(self, given: Text, name: Text) -> Text:
        width = self._model.width
        seen = [self._linear(given, f"{name}.{part}", width) for part in "qkv"]
        attended = self._node("MultiHeadAttention", *seen, num_heads=self._model.heads)
        met = self._normed(given, self._linear(attended, f"{name}.ao", width), f"{name}.aln")
        thought = self._node("Gelu", self._linear(met, f"{name}.fi", width))
        return self._normed(met, self._linear(thought, f"{name}.fo", self._model.inner), f"{name}.oln")

    def _linear(self, given: Text, name: Text, width: int) -> Text:
        weights = self._model.matrix(f"{name}.w", width) + self._adapter.change(name)
        scales = np.abs(weights).max(axis=1) / _LARGEST
        rounded = np.rint(weights / scales[:, None]).astype(np.int8)
        constants = [rounded.T, scales, np.zeros(len(scales), np.int8), self._model.vector(f"{name}.b")]
        named = [self._constant(f"{name}.{number}", array) for number, array in enumerate(constants)]
        return self._node("DynamicQuantizeMatMul", given, *named)

    def _normed(self, given: Text, added: Text, name: Text) -> Text:
        parts = [self._constant(f"{name}.{part}", self._model.vector(f"{name}.{part}")) for part in "wb"]
        return self._node("SkipLayerNormalization", given, added, *parts, epsilon=self._model.epsilon)

    def _constant(self, name: Text, array: np.ndarray) -> Text:
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def _node(self, operator: Text, *given: Text, **settings: Any) -> Text:
        made = f"n{len(self._nodes)}"
        self._nodes.append(helper.make_node(operator, given, [made], domain=_MICROSOFT, **settings))
        return made
