"""ONNX Runtime: the back end that every installation has, and the provider that really runs a model."""

from __future__ import annotations

import contextlib
import importlib
import io
import threading
from collections.abc import Mapping, Sequence
from typing import Any

from engine.devices import Device, provider_of, requested_providers, thread_count
from engine.errors import ModelError
from engine.models.registry import InstalledModel
from engine.types import Floats

LONGEST_RUN_S = 300.0  # of a batch of 8 faces


class OnnxNetwork:
    """A model in ONNX Runtime; `threads` 0 means all.

    Raises: ModelError if it cannot be loaded, or not on the device that was named.
    """

    def __init__(self, model: InstalledModel, device: Device, *, threads: int = 0) -> None:
        self._session = _open_session(model, device, threads)
        self.provider: str = self._session.get_providers()[0]
        inputs = self._session.get_inputs()
        if len(inputs) != 1:
            raise ModelError(
                "{model} takes {count} inputs; expected one, a picture.", model=model.card.id, count=len(inputs)
            )
        self.input: str = inputs[0].name
        self.outputs: tuple[str, ...] = tuple(output.name for output in self._session.get_outputs())
        self.options: tuple[str, ...] = tuple(given.name for given in self._session.get_overridable_initializers())

    def run(self, names: Sequence[str], inputs: Mapping[str, Any]) -> list[Floats]:
        """The outputs of these names, in their order. Raises: one of `runtime_errors`, also after `LONGEST_RUN_S`: a
        loop in a graph may have any number of rounds."""
        import onnxruntime

        bounds = onnxruntime.RunOptions()
        stop = threading.Timer(LONGEST_RUN_S, setattr, (bounds, "terminate", True))
        stop.daemon = True
        stop.start()
        try:
            return self._session.run(list(names), dict(inputs), bounds)
        finally:
            stop.cancel()


def runs_on_cpu(device: Device) -> bool:
    """Whether ONNX Runtime would be asked for nothing but the CPU. Raises: ModelError if the device is not there."""
    import onnxruntime

    return requested_providers(device, onnxruntime.get_available_providers()) == [provider_of("cpu")]


def _open_session(model: InstalledModel, device: Device, threads: int) -> Any:
    import onnxruntime

    onnxruntime.set_default_logger_severity(4)  # fallback is reported below, by name
    providers = requested_providers(device, onnxruntime.get_available_providers())
    if providers[0] == "CUDAExecutionProvider" and hasattr(onnxruntime, "preload_dlls"):
        with contextlib.redirect_stdout(io.StringIO()):  # it prints what it misses; the provider says it below
            onnxruntime.preload_dlls()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = thread_count(threads)
    options.log_severity_level = 4
    try:
        session = onnxruntime.InferenceSession(str(model.weights), options, providers=providers)
    except runtime_errors() as error:
        raise ModelError("{model} cannot be loaded: {error}", model=model.card.id, error=first_line(error)) from error
    expected = provider_of(device)
    if expected and session.get_providers()[0] != expected:
        raise ModelError(
            "The device '{device}' cannot be used here: ONNX Runtime could only start {found}.",
            hint="Check the driver and the CUDA libraries with `fsr-desktop doctor`, or use --device auto.",
            device=device,
            found=session.get_providers()[0],
        )
    return session


def runtime_errors() -> tuple[type[Exception], ...]:
    """ONNX Runtime's exceptions, which have no base class of their own."""
    state = importlib.import_module("onnxruntime.capi.onnxruntime_pybind11_state")
    own = [value for value in vars(state).values() if isinstance(value, type) and issubclass(value, Exception)]
    return (*own, RuntimeError, ValueError)


def first_line(error: Exception) -> str:
    """What a back end's error says first; its name where it says nothing."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:300]
