"""The shipped network of coefficients, run by ONNX Runtime: crops in, the numbers of their faces out."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.alignment.resample import resize_bicubic
from engine.errors import ModelError
from engine.paths import priors_folder
from engine.priors.coefficients.config import INPUT, OUTPUTS, SEEN_PX

Floats = NDArray[np.float32]


def coefficients_file() -> Path:
    """The network's file. Raises: EngineError without resources."""
    return priors_folder() / "coefficients.onnx"


def tell(batch: Floats) -> tuple[Floats, Floats]:
    """The numbers `(B, 239)` and the probabilities of `STATES`, `(B, 4)`, of crops `(B, 3, S, S)` RGB in [0, 1].

    Raises: ModelError if the network's file cannot be loaded.
    """
    vectors, states = _session().run(OUTPUTS, {INPUT: as_seen(batch)})
    return vectors, states


def as_seen(batch: Floats) -> Floats:
    """Crops `(B, 3, S, S)` at the size that the network looks at, `(B, 3, 64, 64)`."""
    side = batch.shape[-1]
    times = side // SEEN_PX
    if times and side == times * SEEN_PX:
        parts = batch.reshape(len(batch), 3, SEEN_PX, times, SEEN_PX, times)
        return np.ascontiguousarray(parts.mean(axis=(3, 5)), dtype=np.float32)
    resized = [resize_bicubic(crop.transpose(1, 2, 0), (SEEN_PX, SEEN_PX)) for crop in batch]
    return np.ascontiguousarray(np.stack(resized).transpose(0, 3, 1, 2), dtype=np.float32)


@cache
def _session() -> Any:
    """One session on one thread: the network is too small for more, and for a GPU."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 4
    file = coefficients_file()
    try:
        return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        what = str(error).splitlines()[0]
        raise ModelError("{model} cannot be loaded: {error}", model=file.name, error=what) from error
