"""Models kept warm, whichever back end runs them; what they give becomes the typed result."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from engine.alignment.resample import resize_bicubic
from engine.devices import Device
from engine.errors import ModelError
from engine.models.base import ATTENTION_WEIGHTS, WITH_SIDE_OUTPUTS, CropPriors
from engine.models.registry import InstalledModel, find_model, names_of, priors_of
from engine.runtime.back_ends import BackEnd, open_network, quickest_back_end
from engine.runtime.checked import checked_outputs
from engine.runtime.graph_check import check_graph
from engine.runtime.network import Network
from engine.runtime.onnx_network import OnnxNetwork, first_line, runtime_errors
from engine.runtime.outputs import ATTENTION_PREFIX, restoration_from_outputs
from engine.runtime.placed_back import placed_back
from engine.types import Floats, Restoration

MAX_BATCH = 8


class LoadedModel:
    """One model in memory. `provider` names what really runs it; `threads` 0 means all."""

    def __init__(
        self, model: InstalledModel, device: Device, *, threads: int = 0, back_end: BackEnd = "onnxruntime"
    ) -> None:
        model.check_weights()
        if model.source == "user":
            check_graph(model)
        self.model = model
        self._device: Device = device
        self._threads = threads
        self._network: Network = open_network(model, device, threads=threads, back_end=back_end)
        self._with_options: Network | None = self._network if back_end == "onnxruntime" else None
        self._priors_of = priors_of(model.card)
        self.provider = self._network.provider

    def run_raw(self, batch: Floats) -> dict[str, Floats]:
        """Every named output for a batch at the network's input size.

        Args: batch: `(B, 3, H, W)` RGB in [0, 1]. Raises: ModelError if the run fails or gives no finite picture.
        """
        return self._run_batch(batch, self._network.outputs, self._priors(batch))

    def run(self, batch: Floats, *, picture_only: bool = False) -> Restoration:
        """The restoration of a batch at the network's input size, `(B, 3, H, W)` RGB in [0, 1].

        With `picture_only` nothing is computed that the picture does not need, and the restoration has nothing else;
        of a model that sets faces upright it is the picture put back into the crop.
        """
        if picture_only and self.model.card.sets_upright:
            return self._as_in_crop(batch)
        names, priors = ("image",) if picture_only else self._network.outputs, self._priors(batch)
        outputs = self._run_batch(batch, names, priors)
        if picture_only or priors is None:
            return restoration_from_outputs(outputs, names_of(self.model.card))
        found = restoration_from_outputs({**outputs, **priors.outputs}, names_of(self.model.card))
        return replace(found, prior_refusals=priors.refusals)

    def _priors(self, batch: Floats) -> CropPriors | None:
        return self._priors_of(batch) if self._priors_of else None

    def _as_in_crop(self, batch: Floats) -> Restoration:
        found = self._run_batch(batch, ("image", "transform"), self._priors(batch))
        planes = [
            placed_back(upright.transpose(1, 2, 0), transform, crop.transpose(1, 2, 0)).transpose(2, 0, 1)
            for upright, transform, crop in zip(found["image"], found["transform"], batch, strict=True)
        ]
        return restoration_from_outputs({"image": np.stack(planes)})

    @property
    def can_single_out(self) -> bool:
        """Whether `single_out` works: the attention maps of the model can be weighted."""
        return ATTENTION_WEIGHTS in self._network_with_options().options

    def single_out(self, crop: Floats) -> dict[str, Floats]:
        """The pictures that each attention map makes alone, all others set to zero, by the map's name.

        Args: crop: `(1, 3, H, W)` RGB in [0, 1]. Returns: `(1, 3, H, W)` in [0, 1] each. Source: DIC, figure 6.
        Raises: ModelError if the model has no attention that can be weighted, or the run fails.
        """
        if not self.can_single_out:
            raise ModelError("The attention maps of {model} cannot be used one by one.", model=self.model.card.id)
        network = self._network_with_options()
        names = [n.removeprefix(ATTENTION_PREFIX) for n in network.outputs if n.startswith(ATTENTION_PREFIX)]
        weights = np.eye(len(names), dtype=np.float32)
        pictures = [
            self._run_part(network, {network.input: crop, ATTENTION_WEIGHTS: row[None]}, ("image",))[0].clip(0, 1)
            for row in weights
        ]
        return dict(zip(names, pictures, strict=True))

    def _network_with_options(self) -> Network:
        """One that takes its optional inputs: OpenVINO has them fixed, so that ONNX Runtime helps out."""
        if self._with_options is None:
            self._with_options = OnnxNetwork(self.model, self._device, threads=self._threads)
        return self._with_options

    def _run_batch(self, batch: Floats, names: Sequence[str], priors: CropPriors | None) -> dict[str, Floats]:
        network = self._network_with_options() if priors else self._network
        inputs = {network.input: batch, **(priors.inputs if priors else {})}
        parts = [
            self._run_part(network, {name: given[start : start + MAX_BATCH] for name, given in inputs.items()}, names)
            for start in range(0, len(batch), MAX_BATCH)
        ]
        return {name: np.concatenate([part[index] for part in parts]) for index, name in enumerate(names)}

    def _run_part(self, network: Network, inputs: Mapping[str, Floats], names: Sequence[str]) -> list[Floats]:
        given: dict[str, Any] = {n: np.ascontiguousarray(value, dtype=np.float32) for n, value in inputs.items()}
        if tuple(names) == ("image",) and WITH_SIDE_OUTPUTS in network.options:
            given[WITH_SIDE_OUTPUTS] = np.array(False)
        try:
            outputs = network.run(names, given)
        except runtime_errors() as error:
            raise ModelError(
                "{model} failed on {provider}: {error}",
                hint="Try --device cpu, or fewer faces at once.",
                model=self.model.card.id,
                provider=network.provider,
                error=first_line(error),
            ) from error
        batch = len(given[network.input])
        return checked_outputs(outputs, names, batch=batch, model_id=self.model.card.id)


class ModelCache:
    """The models in memory, least recently used ones dropped beyond `capacity`; `threads` for each, 0 means all.

    On a CPU each runs on the back end that was measured to be the quickest; `fast` lets it round to bfloat16.
    """

    def __init__(self, device: Device = "auto", capacity: int = 4, *, threads: int = 0, fast: bool = False) -> None:
        self.device: Device = device
        self._threads = threads
        self._fast = fast
        self._capacity = capacity
        self._loaded: OrderedDict[str, LoadedModel] = OrderedDict()

    def load(self, model_id: str) -> LoadedModel:
        """The model of that id, loaded once. Raises: ModelError."""
        if model_id not in self._loaded:
            model = find_model(model_id)
            back_end = quickest_back_end(model, self.device, threads=self._threads, fast=self._fast)
            self._loaded[model_id] = LoadedModel(model, self.device, threads=self._threads, back_end=back_end)
        self._loaded.move_to_end(model_id)
        while len(self._loaded) > self._capacity:
            self._loaded.popitem(last=False)
        return self._loaded[model_id]


def resize_batch(batch: Floats, side: int) -> Floats:
    """A batch `(B, 3, h, w)` in [0, 1] at `(B, 3, side, side)`, bicubic as in training."""
    resized = [resize_bicubic(image.transpose(1, 2, 0), (side, side)) for image in batch]
    return np.stack(resized).transpose(0, 3, 1, 2)
