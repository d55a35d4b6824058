"""From a torch network to the one artifact of a model: `model.onnx` with fp16 weights, and its card (torch)."""

from __future__ import annotations

import dataclasses
import tempfile
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from google.protobuf.message import DecodeError
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from engine.errors import ModelError
from engine.files import atomic_file
from engine.messages import NOTHING, Message, joined, message
from engine.models.base import WITH_SIDE_OUTPUTS, FamilySpec, ModelCard
from engine.models.card import WEIGHTS_NAME, config_table, file_sha256, write_card

HALF_FROM = 1024  # elements: smaller tensors (norms, biases) stay fp32, they cost nothing
OPSET = 18
INPUT_NAME = "lr_upsampled"


def fold_spectral_norm(network: nn.Module) -> nn.Module:
    """The network with weight_orig / sigma stored as plain weights; changes it in place and gives it back."""
    for module in network.modules():
        if hasattr(module, "weight_orig"):
            nn.utils.remove_spectral_norm(module)
    return network


def export_model(*, family: FamilySpec, network: nn.Module, card: ModelCard, folder: Path) -> ModelCard:
    """Write `model.onnx` and `card.toml` into `folder`, and give the card with what the network says filled in.

    The network is put into evaluation mode; spectral norm is folded. Raises: OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    config: Any = network.config
    parameters = sum(parameter.numel() for parameter in network.parameters())
    graph, names = family.exportable(fold_spectral_norm(network.eval()))
    example = torch.rand(2, 3, card.input_size, card.input_size)
    proto = _trace(graph, example, names)
    store_half(proto)
    side_outputs: tuple[str, ...] = getattr(graph, "side_outputs", ())
    if side_outputs:
        _make_optional(proto, side_outputs)
    with atomic_file(folder / WEIGHTS_NAME) as beside:
        beside.write_bytes(proto.SerializeToString())
    filled = dataclasses.replace(
        card,
        file=WEIGHTS_NAME,
        sha256=file_sha256(folder / WEIGHTS_NAME),
        parameters=parameters,
        outputs=names,
        names=family.names(config),
        low_side=family.low_side(config),
        network=config_table(family.exported_config(config)),
    )
    write_card(filled, folder)
    return filled


def _trace(graph: nn.Module, example: Tensor, names: tuple[str, ...]) -> onnx.ModelProto:
    # TorchScript's exporter: it keeps batch norms and every state_dict name, which fine-tuning needs
    # (packaging/docs/decisions.md). PRESERVE leaves the network in evaluation mode and folds nothing; the flag on the
    # wrapper alone keeps the exporter from merging weights that happen to be equal, which loses their names.
    graph.eval()
    graph.training = True
    options: dict[str, Tensor] = getattr(graph, "options", {})
    inputs = (INPUT_NAME, *options)
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        file = Path(folder) / WEIGHTS_NAME
        torch.onnx.export(
            graph,
            (example, *options.values()),
            file,
            dynamo=False,
            input_names=list(inputs),
            output_names=list(names),
            dynamic_axes={name: {0: "batch"} for name in (INPUT_NAME, *names)}
            | {name: _open_axes(name, default) for name, default in options.items()},
            opset_version=OPSET,
            training=torch.onnx.TrainingMode.PRESERVE,
            do_constant_folding=False,
        )
        proto = onnx.load(file)
    for name, default in options.items():  # an input with a default: an initializer of the same name
        proto.graph.initializer.append(numpy_helper.from_array(default.numpy(), name))
    for tensor in proto.graph.initializer:
        tensor.name = tensor.name.removeprefix("network.")
    for node in proto.graph.node:
        node.input[:] = [name.removeprefix("network.") for name in node.input]
        node.name = node.doc_string = ""
    _shorten_names(proto)
    return proto


def _open_axes(name: str, default: Tensor) -> dict[int, str]:
    """The axes of an optional input that may be longer in use than in its default: those of length 1."""
    return {axis: "batch" if axis == 0 else f"{name}_{axis}" for axis, side in enumerate(default.shape) if side == 1}


def _shorten_names(proto: Any) -> None:
    """Number the values between nodes: their names, paths of modules, take a tenth of a small file."""
    kept = {value.name for value in (*proto.graph.output, *proto.graph.input, *proto.graph.initializer)}
    made = [name for node in proto.graph.node for name in node.output if name and name not in kept]
    short = {name: f"v{number}" for number, name in enumerate(made)}
    for node in proto.graph.node:
        node.input[:] = [short.get(name, name) for name in node.input]
        node.output[:] = [short.get(name, name) for name in node.output]
    del proto.graph.value_info[:]


def store_half(proto: Any) -> None:
    """Store large fp32 initializers as fp16 with a cast behind them; ONNX Runtime folds the casts at load."""
    casts: list[Any] = []
    for initializer in proto.graph.initializer:
        array = numpy_helper.to_array(initializer)
        if array.dtype != np.float32 or array.size < HALF_FROM:
            continue
        name = initializer.name
        for node in proto.graph.node:
            node.input[:] = [f"{name}.fp32" if used == name else used for used in node.input]
        initializer.CopyFrom(numpy_helper.from_array(array.astype(np.float16), name))
        casts.append(helper.make_node("Cast", [name], [f"{name}.fp32"], to=TensorProto.FLOAT))
    nodes = [*casts, *proto.graph.node]
    del proto.graph.node[:]
    proto.graph.node.extend(nodes)


def _make_optional(proto: Any, side_outputs: tuple[str, ...]) -> None:
    """Move what only these outputs need into a branch that runs unless `WITH_SIDE_OUTPUTS` is given as false.

    ONNX Runtime computes every output of a graph, whichever are fetched (its issue 16013). Without the branch the side
    outputs are empty.
    """
    graph = proto.graph
    main = _needed_by([output.name for output in graph.output if output.name not in side_outputs], graph.node)
    kept = [node for index, node in enumerate(graph.node) if index in main]
    moved = [node for index, node in enumerate(graph.node) if index not in main]
    described = {output.name: output for output in graph.output}
    empty = [
        helper.make_node(
            "Constant",
            [],
            [f"{name}.empty"],
            value=helper.make_tensor(name, TensorProto.FLOAT, [0, *_sizes(described[name])[1:]], []),
        )
        for name in side_outputs
    ]
    for node in moved:  # a name in a branch must not be the name of an output outside
        node.output[:] = [f"{name}.given" if name in side_outputs else name for name in node.output]
        node.input[:] = [f"{name}.given" if name in side_outputs else name for name in node.input]
    branches = [
        helper.make_graph(nodes, branch, [], [_renamed(described[name], f"{name}.{branch}") for name in side_outputs])
        for branch, nodes in (("given", moved), ("empty", empty))
    ]
    choice = helper.make_node(
        "If", [WITH_SIDE_OUTPUTS], list(side_outputs), then_branch=branches[0], else_branch=branches[1]
    )
    del graph.node[:]
    graph.node.extend([*kept, choice])
    graph.input.append(helper.make_tensor_value_info(WITH_SIDE_OUTPUTS, TensorProto.BOOL, []))
    graph.initializer.append(helper.make_tensor(WITH_SIDE_OUTPUTS, TensorProto.BOOL, [], [True]))


def _needed_by(names: list[str], nodes: Any) -> set[int]:
    """Numbers of the nodes that these values are computed by."""
    maker = {name: index for index, node in enumerate(nodes) for name in node.output}
    found: set[int] = set()
    waiting = [maker[name] for name in names if name in maker]
    while waiting:
        index = waiting.pop()
        if index not in found:
            found.add(index)
            waiting += [maker[name] for name in nodes[index].input if name in maker]
    return found


def _sizes(value: Any) -> list[int]:
    """The sizes of a described value; 0 where open."""
    return [dimension.dim_value for dimension in value.type.tensor_type.shape.dim]


def _renamed(value: Any, name: str) -> Any:
    """Another description of the same type and number of dimensions."""
    tensor = value.type.tensor_type
    return helper.make_tensor_value_info(name, tensor.elem_type, [None for _ in tensor.shape.dim])


def state_from_onnx(path: Path) -> dict[str, Tensor]:
    """The initializers of an ONNX file by name, floating-point ones as float32: its state_dict. No optional inputs.

    Raises: ModelError if the file is no ONNX model.
    """
    try:
        proto = onnx.load(path, load_external_data=False)
        external = [one.name for one in proto.graph.initializer if one.data_location == onnx.TensorProto.EXTERNAL]
    except (OSError, ValueError, DecodeError) as error:
        raise ModelError("{path} cannot be read as an ONNX model: {error}.", path=path, error=str(error)) from error
    if external:
        raise ModelError("{path} keeps '{name}' in another file, which is not read.", path=path, name=external[0][:200])
    inputs = {value.name for value in proto.graph.input}
    state: dict[str, Tensor] = {}
    for initializer in proto.graph.initializer:
        if initializer.name in inputs:
            continue
        try:
            array = np.array(numpy_helper.to_array(initializer))
        except (TypeError, ValueError, KeyError) as error:
            raise ModelError("{path}: '{name}' is no plain tensor.", path=path, name=initializer.name[:200]) from error
        if array.dtype.kind not in "fiub":
            raise ModelError("{path}: '{name}' is no plain tensor.", path=path, name=initializer.name[:200])
        half = array.dtype == np.float16
        state[initializer.name] = torch.from_numpy(array.astype(np.float32) if half else array)
    return state


def load_weights(network: nn.Module, state: dict[str, Tensor], *, what: Message | str) -> None:
    """Load a state_dict strictly; only the batch counters of batch norm, which nothing uses, may be missing.

    Raises: ModelError naming the first missing, the first unexpected, or the first misshapen tensor.
    """
    expected = network.state_dict()
    counters = {name: value for name, value in expected.items() if name.endswith("num_batches_tracked")}
    given = counters | state
    problem = mismatch(expected, given)
    if problem:
        raise ModelError("{what} does not fit the network: {problem}.", what=what, problem=problem)
    network.load_state_dict(given)


def mismatch(expected: dict[str, Tensor], given: dict[str, Tensor]) -> Message:
    """The first missing, unexpected and misshapen tensor in words; empty if all names and shapes agree."""
    problem = NOTHING
    missing = [name for name in expected if name not in given]
    unexpected = [name for name in given if name not in expected]
    shapes = [n for n in expected if n in given and expected[n].shape != given[n].shape]
    if missing:
        problem = message("'{name}' is missing ({count} in all)", name=missing[0], count=len(missing))
    if unexpected:
        more = message("'{name}' is unexpected ({count} in all)", name=unexpected[0], count=len(unexpected))
        problem = joined(problem, more, between="; ")
    if shapes:
        name = shapes[0]
        found, wanted = str(tuple(given[name].shape)), str(tuple(expected[name].shape))
        more = message("'{name}' is {found}, expected {wanted}", name=name, found=found, wanted=wanted)
        problem = joined(problem, more, between="; ")
    return problem
