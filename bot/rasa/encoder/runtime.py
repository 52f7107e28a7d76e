"""ONNX Runtime as it is used here: products with weights in 8 bits, on one thread. No Rasa here."""

from __future__ import annotations

from typing import Any, List, Sequence, Text

import numpy as np
from onnx import TensorProto, helper, numpy_helper
from onnxruntime import InferenceSession, SessionOptions

_MICROSOFT = "com.microsoft"  # the operators that ONNX Runtime adds
_OPSET, _FILE_VERSION = 17, 8
_LARGEST = 63  # 7 of 8 bits: on processors without VNNI two full products overflow 16 bits
_TINY = 1e-9


def rounded(weights: np.ndarray) -> List[np.ndarray]:
    """What DynamicQuantizeMatMul takes for `weights`, shape (rows, n): each row has steps of its own.

    The whole numbers, shape (n, rows), the rows' steps, and where each begins.
    """
    steps = np.maximum(np.abs(weights).max(axis=1), _TINY) / _LARGEST
    numbers = np.rint(weights / steps[:, None]).astype(np.int8)
    return [numbers.T, steps.astype(np.float32), np.zeros(len(steps), np.int8)]


def constant(name: Text, array: np.ndarray) -> Any:
    """A constant of a graph."""
    return numpy_helper.from_array(np.ascontiguousarray(array), name)


def node(operator: Text, given: Sequence[Text], made: Text, **settings: Any) -> Any:
    """One step of a graph."""
    return helper.make_node(operator, given, [made], domain=_MICROSOFT, **settings)


def copied(given: Text, made: Text) -> Any:
    """A step that only gives a result its name."""
    return helper.make_node("Identity", [given], [made])


def end(name: Text, *shape: Any) -> Any:
    """Numbers that go into a graph, or come out of it."""
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def serialized(nodes: Sequence[Any], given: Any, found: Sequence[Any], constants: Sequence[Any]) -> bytes:
    """The finished graph."""
    graph = helper.make_graph(nodes, "graph", [given], found, constants)
    versions = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_MICROSOFT, 1)]
    made = helper.make_model(graph, opset_imports=versions, ir_version=_FILE_VERSION)
    return bytes(made.SerializeToString())


def session(graph: bytes) -> InferenceSession:
    """The graph, ready to run. One thread: two cost more than they give while other work goes on."""
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    ready = InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    ready._model_bytes = None  # kept for moving to another kind of processor: as much again as it weighs
    return ready
