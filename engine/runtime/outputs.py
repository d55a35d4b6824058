"""From named tensors to a `Restoration` and back: the names are the same in ONNX files and in .npz files."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.errors import ModelError
from engine.models.base import Names
from engine.types import Floats, Restoration

ATTENTION_PREFIX = "attention_"


def restoration_from_outputs(outputs: Mapping[str, Floats], names: Names | None = None) -> Restoration:
    """The typed result of tensors named `image`, `steps_<n>`, `attention_<name>`, `heatmaps`, `landmarks`,
    `action_units`, `morphable_<name>`, `rendered_prior`, `transform`, `singled_<name>`.

    Args: names: what a user reads for their parts, by the output's name.
    Raises: ModelError for a missing picture or an unknown name.
    """
    if "image" not in outputs:
        raise ModelError("The model has no output named 'image'.")
    plain = {"image", "heatmaps", "landmarks", "action_units", "rendered_prior", "transform"}
    for name in outputs:
        if name not in plain and not name.startswith(("steps_", ATTENTION_PREFIX, "morphable_", "singled_")):
            raise ModelError("The model has an output of unknown name '{name}'.", name=name)
    steps = sorted((n for n in outputs if n.startswith("steps_")), key=_step_number)
    return Restoration(
        image=np.clip(outputs["image"], 0, 1),
        steps=tuple(np.clip(outputs[name], 0, 1) for name in steps),
        attention=_by_name(outputs, ATTENTION_PREFIX),
        heatmaps=outputs.get("heatmaps"),
        landmarks=outputs.get("landmarks"),
        action_units=outputs.get("action_units"),
        morphable=_by_name(outputs, "morphable_"),
        rendered_prior=outputs.get("rendered_prior"),
        transform=outputs.get("transform"),
        singled=_by_name(outputs, "singled_"),
        names=names or {},
    )


def _step_number(name: str) -> int:
    number = name.removeprefix("steps_")
    if not (number.isdecimal() and len(number) < 4):
        raise ModelError("The model has an output of unknown name '{name}'.", name=name)
    return int(number)


def _by_name(outputs: Mapping[str, Floats], prefix: str) -> dict[str, Floats] | None:
    named = {n.removeprefix(prefix): value for n, value in outputs.items() if n.startswith(prefix)}
    return named or None


def single(restoration: Restoration, index: int) -> Restoration:
    """The restoration of one crop of the batch, every tensor still with a first axis of 1."""

    def one(value: Floats | None) -> Floats | None:
        return None if value is None else value[index : index + 1]

    def each(values: Mapping[str, Floats] | None) -> dict[str, Floats] | None:
        return None if values is None else {n: v[index : index + 1] for n, v in values.items()}

    return Restoration(
        image=restoration.image[index : index + 1],
        steps=tuple(step[index : index + 1] for step in restoration.steps),
        attention=each(restoration.attention),
        heatmaps=one(restoration.heatmaps),
        landmarks=one(restoration.landmarks),
        action_units=one(restoration.action_units),
        morphable=each(restoration.morphable),
        rendered_prior=one(restoration.rendered_prior),
        prior_refusals=restoration.prior_refusals[index : index + 1],
        transform=one(restoration.transform),
        singled=each(restoration.singled),
        names=restoration.names,
    )
