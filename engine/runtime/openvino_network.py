"""OpenVINO, a second back end for CPUs, from the extra `fast`.

What would report its use (`openvino_telemetry`, when models are converted) is kept from being imported: OpenVINO does
without. A contract test sees to it.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any, Literal, cast

import numpy as np

from engine.devices import thread_count
from engine.models.registry import InstalledModel
from engine.types import Floats

Precision = Literal["f32", "bf16"]
OPENVINO_PROVIDERS: dict[Precision, str] = {"f32": "OpenVINO", "bf16": "OpenVINO bfloat16"}


def has_openvino() -> bool:
    """Whether the package is installed; it is not imported."""
    return importlib.util.find_spec("openvino") is not None


def has_bfloat16() -> bool:
    """Whether this processor calculates in bfloat16; OpenVINO must be installed."""
    return "BF16" in _openvino().Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")


def _openvino() -> Any:
    sys.modules.setdefault("openvino_telemetry", cast(ModuleType, None))  # its import fails from now on
    return importlib.import_module("openvino")


class OpenVinoNetwork:
    """A model in OpenVINO, compiled for one crop of its input size: several are run one after the other.

    Optional inputs have the values that the file gives them. `threads` 0 means all.
    Raises: one of `runtime_errors`.
    """

    options: tuple[str, ...] = ()

    def __init__(self, model: InstalledModel, *, precision: Precision, threads: int = 0) -> None:
        core = _openvino().Core()
        network = core.read_model(str(model.weights))
        side = model.card.input_size
        network.reshape({0: [1, 3, side, side]})
        wanted = {
            "INFERENCE_PRECISION_HINT": precision,
            "PERFORMANCE_HINT": "LATENCY",
            "INFERENCE_NUM_THREADS": thread_count(threads),
            "ENABLE_CPU_PINNING": False,  # the window and other jobs run on the same processors
        }
        self._request: Any = core.compile_model(network, "CPU", wanted).create_infer_request()
        self.provider = OPENVINO_PROVIDERS[precision]
        self.input: str = network.inputs[0].any_name
        self.outputs: tuple[str, ...] = tuple(output.any_name for output in network.outputs)

    def run(self, names: Sequence[str], inputs: Mapping[str, Any]) -> list[Floats]:
        """The outputs of these names, in their order. Raises: one of `runtime_errors`."""
        rows: list[list[Floats]] = []
        for index in range(len(inputs[self.input])):
            self._request.infer({self.input: inputs[self.input][index : index + 1]})
            rows.append([self._request.get_tensor(name).data.copy() for name in names])
        return [np.concatenate(parts) for parts in zip(*rows, strict=True)]
