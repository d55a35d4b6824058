"""A graph that a user added, checked before it is run: nothing but the standard's own operators, all in one file."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from engine.errors import ModelError
from engine.messages import Message, message, plain
from engine.models.registry import InstalledModel

_DOMAINS = frozenset({"", "ai.onnx"})
_OPSETS = range(7, 100)
_EXTERNAL = 1  # onnx.TensorProto.EXTERNAL


def check_graph(model: InstalledModel) -> None:
    """Raises: ModelError if it is no valid ONNX graph of standard operators, or keeps weights in other files.

    Without the package `onnx`, which the extra `train` brings, nothing is checked here: ONNX Runtime then refuses what
    it does not know by itself.
    """
    if find_spec("onnx") is None:
        return
    onnx: Any = import_module("onnx")
    try:
        proto = onnx.load(model.weights, load_external_data=False)
        problem = _problem(proto)
        if not problem:
            onnx.checker.check_model(proto)
    except Exception as error:  # of protobuf, of the checker, of the file
        problem = plain((str(error).splitlines() or [type(error).__name__])[0][:200])
    if problem:
        raise ModelError(
            "{model} is no graph that is run here: {problem}.",
            hint="Import or install the model again.",
            model=model.card.id,
            problem=problem,
        )


def _problem(proto: Any) -> Message | None:
    opsets = {one.domain: one.version for one in proto.opset_import}
    foreign = sorted(
        {one for one in opsets if one not in _DOMAINS} | {node.domain for node in _nodes(proto.graph)} - _DOMAINS
    )
    if foreign or proto.functions:
        return message("it has operators of its own ({name})", name=(foreign or ["functions"])[0][:100])
    if any(version not in _OPSETS for version in opsets.values()):
        return message("its version of ONNX is unknown")
    if any(tensor.data_location == _EXTERNAL for tensor in _tensors(proto.graph)):
        return message("it keeps weights in another file")
    return None


def _nodes(graph: Any) -> Iterator[Any]:
    """All nodes, those of graphs within them too."""
    for node in graph.node:
        yield node
        for attribute in node.attribute:
            for inner in (attribute.g, *attribute.graphs):
                yield from _nodes(inner)


def _tensors(graph: Any) -> Iterator[Any]:
    yield from graph.initializer
    for node in _nodes(graph):
        for attribute in node.attribute:
            yield from (attribute.t, *attribute.tensors, *attribute.g.initializer)
