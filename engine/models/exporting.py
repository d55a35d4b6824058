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
from engine.models.base import FamilySpec, ModelCard
from engine.models.card import WEIGHTS_NAME, file_sha256, write_card

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
    """Write `model.onnx` and `card.toml` into `folder`, and give the card with hash, outputs and sizes filled in.

    The network is put into evaluation mode; spectral norm is folded. Raises: OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    parameters = sum(parameter.numel() for parameter in network.parameters())
    graph, names = family.exportable(fold_spectral_norm(network.eval()))
    example = torch.rand(2, 3, card.input_size, card.input_size)
    proto = _trace(graph, example, names)
    _store_half(proto)
    with atomic_file(folder / WEIGHTS_NAME) as beside:
        beside.write_bytes(proto.SerializeToString())
    filled = dataclasses.replace(
        card,
        file=WEIGHTS_NAME,
        sha256=file_sha256(folder / WEIGHTS_NAME),
        parameters=parameters,
        outputs=names,
    )
    write_card(filled, folder)
    return filled


def _trace(graph: nn.Module, example: Tensor, names: tuple[str, ...]) -> onnx.ModelProto:
    # TorchScript's exporter: it keeps batch norms and every state_dict name, which fine-tuning needs
    # (packaging/DECISIONS.md). PRESERVE leaves the network in evaluation mode and folds nothing; the flag on the
    # wrapper alone keeps the exporter from merging weights that happen to be equal, which loses their names.
    graph.eval()
    graph.training = True
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        file = Path(folder) / WEIGHTS_NAME
        torch.onnx.export(
            graph,
            (example,),
            file,
            dynamo=False,
            input_names=[INPUT_NAME],
            output_names=list(names),
            dynamic_axes={name: {0: "batch"} for name in (INPUT_NAME, *names)},
            opset_version=OPSET,
            training=torch.onnx.TrainingMode.PRESERVE,
            do_constant_folding=False,
        )
        proto = onnx.load(file)
    for tensor in proto.graph.initializer:
        tensor.name = tensor.name.removeprefix("network.")
    for node in proto.graph.node:
        node.input[:] = [name.removeprefix("network.") for name in node.input]
        node.name = node.doc_string = ""  # the output's name says it all
    return proto


def _store_half(proto: Any) -> None:
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


def state_from_onnx(path: Path) -> dict[str, Tensor]:
    """The initializers of an ONNX file by name, floating-point ones as float32: its state_dict.

    Raises: ModelError if the file is no ONNX model.
    """
    try:
        proto = onnx.load(path)
    except (OSError, ValueError, DecodeError) as error:
        raise ModelError(f"{path} cannot be read as an ONNX model: {error}.") from error
    state: dict[str, Tensor] = {}
    for initializer in proto.graph.initializer:
        array = np.array(numpy_helper.to_array(initializer))
        half = array.dtype == np.float16
        state[initializer.name] = torch.from_numpy(array.astype(np.float32) if half else array)
    return state


def load_weights(network: nn.Module, state: dict[str, Tensor], *, what: str) -> None:
    """Load a state_dict strictly; only the batch counters of batch norm, which nothing uses, may be missing.

    Raises: ModelError naming the first missing, the first unexpected, or the first misshapen tensor.
    """
    expected = network.state_dict()
    counters = {name: value for name, value in expected.items() if name.endswith("num_batches_tracked")}
    given = counters | state
    problem = mismatch(expected, given)
    if problem:
        raise ModelError(f"{what} does not fit the network: {problem}.")
    network.load_state_dict(given)


def mismatch(expected: dict[str, Tensor], given: dict[str, Tensor]) -> str:
    """The first missing, unexpected and misshapen tensor in words; empty if all names and shapes agree."""
    problems: list[str] = []
    missing = [name for name in expected if name not in given]
    unexpected = [name for name in given if name not in expected]
    shapes = [n for n in expected if n in given and expected[n].shape != given[n].shape]
    if missing:
        problems.append(f"'{missing[0]}' is missing ({len(missing)} in all)")
    if unexpected:
        problems.append(f"'{unexpected[0]}' is unexpected ({len(unexpected)} in all)")
    if shapes:
        name = shapes[0]
        problems.append(f"'{name}' is {tuple(given[name].shape)}, expected {tuple(expected[name].shape)}")
    return "; ".join(problems)
