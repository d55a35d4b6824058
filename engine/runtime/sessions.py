"""ONNX Runtime sessions, kept warm, and the provider that really runs them."""

from __future__ import annotations

import contextlib
import importlib
import io
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

import numpy as np

from engine.alignment.resample import resize_bicubic
from engine.devices import Device, provider_of, requested_providers, thread_count
from engine.errors import ModelError
from engine.models.base import ATTENTION_WEIGHTS, WITH_SIDE_OUTPUTS
from engine.models.registry import InstalledModel, find_model, names_of
from engine.runtime.outputs import ATTENTION_PREFIX, restoration_from_outputs
from engine.types import Floats, Restoration

MAX_BATCH = 8


class LoadedModel:
    """One model in memory. `provider` is ONNX Runtime's name of what really runs it; `threads` 0 means all."""

    def __init__(self, model: InstalledModel, device: Device, *, threads: int = 0) -> None:
        self.model = model
        self._session = _open_session(model, device, threads)
        self.provider: str = self._session.get_providers()[0]
        self._input: str = self._session.get_inputs()[0].name
        self._output_names: list[str] = [output.name for output in self._session.get_outputs()]
        self._options: list[str] = [given.name for given in self._session.get_overridable_initializers()]

    def run_raw(self, batch: Floats) -> dict[str, Floats]:
        """Every named output for a batch at the network's input size.

        Args: batch: `(B, 3, H, W)` RGB in [0, 1]. Raises: ModelError if the run fails or gives no finite picture.
        """
        return self._run_batch(batch, self._output_names)

    def run(self, batch: Floats, *, picture_only: bool = False) -> Restoration:
        """The restoration of a batch at the network's input size, `(B, 3, H, W)` RGB in [0, 1].

        With `picture_only` nothing is computed that the picture does not need, and the restoration has nothing else.
        """
        names = ["image"] if picture_only else self._output_names
        return restoration_from_outputs(self._run_batch(batch, names), names_of(self.model.card))

    @property
    def can_single_out(self) -> bool:
        """Whether `single_out` works: the attention maps of the model can be weighted."""
        return ATTENTION_WEIGHTS in self._options

    def single_out(self, crop: Floats) -> dict[str, Floats]:
        """The pictures that each attention map makes alone, all others set to zero, by the map's name.

        Args: crop: `(1, 3, H, W)` RGB in [0, 1]. Returns: `(1, 3, H, W)` in [0, 1] each. Source: DIC, figure 6.
        Raises: ModelError if the model has no attention that can be weighted, or the run fails.
        """
        if not self.can_single_out:
            raise ModelError("The attention maps of {model} cannot be used one by one.", model=self.model.card.id)
        names = [n.removeprefix(ATTENTION_PREFIX) for n in self._output_names if n.startswith(ATTENTION_PREFIX)]
        weights = np.eye(len(names), dtype=np.float32)
        pictures = [
            self._run_part({self._input: crop, ATTENTION_WEIGHTS: row[None]}, ["image"])[0].clip(0, 1)
            for row in weights
        ]
        return dict(zip(names, pictures, strict=True))

    def _run_batch(self, batch: Floats, names: list[str]) -> dict[str, Floats]:
        parts = [
            self._run_part({self._input: batch[start : start + MAX_BATCH]}, names)
            for start in range(0, len(batch), MAX_BATCH)
        ]
        return {name: np.concatenate([part[index] for part in parts]) for index, name in enumerate(names)}

    def _run_part(self, inputs: Mapping[str, Floats], names: list[str]) -> list[Floats]:
        given: dict[str, Any] = {n: np.ascontiguousarray(value, dtype=np.float32) for n, value in inputs.items()}
        if names == ["image"] and WITH_SIDE_OUTPUTS in self._options:
            given[WITH_SIDE_OUTPUTS] = np.array(False)
        try:
            outputs: list[Any] = self._session.run(names, given)
        except runtime_errors() as error:
            raise ModelError(
                "{model} failed on {provider}: {error}",
                hint="Try --device cpu, or fewer faces at once.",
                model=self.model.card.id,
                provider=self.provider,
                error=_first_line(error),
            ) from error
        for name, value in zip(names, outputs, strict=True):
            if not np.isfinite(value).all():
                raise ModelError(
                    "{model} gave values that are not finite in '{name}'.", model=self.model.card.id, name=name
                )
        return outputs


class ModelCache:
    """The models in memory, least recently used ones dropped beyond `capacity`; `threads` for each, 0 means all."""

    def __init__(self, device: Device = "auto", capacity: int = 4, *, threads: int = 0) -> None:
        self.device: Device = device
        self._threads = threads
        self._capacity = capacity
        self._loaded: OrderedDict[str, LoadedModel] = OrderedDict()

    def load(self, model_id: str) -> LoadedModel:
        """The model of that id, loaded once. Raises: ModelError."""
        if model_id not in self._loaded:
            self._loaded[model_id] = LoadedModel(find_model(model_id), self.device, threads=self._threads)
        self._loaded.move_to_end(model_id)
        while len(self._loaded) > self._capacity:
            self._loaded.popitem(last=False)
        return self._loaded[model_id]


def resize_batch(batch: Floats, side: int) -> Floats:
    """A batch `(B, 3, h, w)` in [0, 1] at `(B, 3, side, side)`, bicubic as in training."""
    resized = [resize_bicubic(image.transpose(1, 2, 0), (side, side)) for image in batch]
    return np.stack(resized).transpose(0, 3, 1, 2)


def _open_session(model: InstalledModel, device: Device, threads: int) -> Any:
    import onnxruntime

    model.check_weights()
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
        raise ModelError("{model} cannot be loaded: {error}", model=model.card.id, error=_first_line(error)) from error
    expected = provider_of(device)
    if expected and session.get_providers()[0] != expected:
        raise ModelError(
            "{model} was asked to run on {expected}, but ONNX Runtime could only start {found}.",
            hint="Check the driver and the CUDA libraries with `fsr-desktop doctor`, or use --device auto.",
            model=model.card.id,
            expected=expected,
            found=session.get_providers()[0],
        )
    return session


def runtime_errors() -> tuple[type[Exception], ...]:
    """ONNX Runtime's exceptions, which have no base class of their own."""
    state = importlib.import_module("onnxruntime.capi.onnxruntime_pybind11_state")
    own = [value for value in vars(state).values() if isinstance(value, type) and issubclass(value, Exception)]
    return (*own, RuntimeError, ValueError)


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:300]
