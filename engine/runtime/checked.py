"""What a network gave, checked before anything believes it: a file of somebody else's may give anything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from engine.errors import ModelError
from engine.types import Floats


def checked_outputs(outputs: Sequence[Any], names: Sequence[str], *, batch: int, model_id: str) -> list[Floats]:
    """The outputs, each an array of finite floats with `batch` as its first axis; "image" `(batch, 3, S, S)`.

    Raises: ModelError that names the first output which is something else.
    """
    for name, value in zip(names, outputs, strict=True):
        shape = getattr(value, "shape", ())
        is_floats = isinstance(value, np.ndarray) and value.dtype.kind == "f"
        if not is_floats or len(shape) == 0 or shape[0] != batch or 0 in shape:
            raise _strange(model_id, name, value)
        if not np.isfinite(value).all():
            raise ModelError("{model} gave values that are not finite in '{name}'.", model=model_id, name=name)
        if not _has_its_shape(name, shape):
            raise _strange(model_id, name, value)
    return list(outputs)


def _has_its_shape(name: str, shape: tuple[int, ...]) -> bool:
    """Whether an output has as many axes, and of such a length, as `engine.types.Restoration` says."""
    if name == "image" or name.startswith("steps_"):
        return len(shape) == 4 and shape[1] == 3 and shape[2] == shape[3]
    if name == "transform":
        return shape[1:] == (2, 3)
    if name == "landmarks":
        return len(shape) == 3 and shape[2] == 2
    return len(shape) == 4 or not name.startswith(("attention_", "heatmaps", "rendered_prior", "singled_"))


def _strange(model_id: str, name: str, value: Any) -> ModelError:
    found = f"{value.dtype} {value.shape}" if isinstance(value, np.ndarray) else type(value).__name__
    return ModelError(
        "{model} gave something else than pictures and numbers in '{name}': {found}.",
        hint="Import or install the model again.",
        model=model_id,
        name=name,
        found=found,
    )
