"""The quality network as it is shipped, run by ONNX Runtime."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import ModelError
from engine.paths import resources_folder
from engine.quality.features import FaceFeatures, bins_input, whole_input

INPUTS = ("bins", "whole")
OUTPUTS = ("detail", "noise", "jpeg")


@dataclass(frozen=True)
class Estimate:
    """`detail_px`, `noise` and `jpeg` as `FaceQuality`."""

    detail_px: float
    noise: float
    jpeg: float


def quality_file() -> Path:
    """The network's file. Raises: EngineError without resources."""
    return resources_folder() / "quality" / "quality.onnx"


def estimate(features: FaceFeatures) -> Estimate:
    """What the network makes of one face. Raises: ModelError if its file cannot be loaded."""
    inputs = (bins_input(features)[None], whole_input(features)[None])
    detail, noise, jpeg = _session().run(OUTPUTS, dict(zip(INPUTS, inputs, strict=True)))
    return Estimate(
        detail_px=float(np.exp2(detail[0])), noise=float(np.expm1(noise[0])), jpeg=float(np.clip(jpeg[0], 0, 1))
    )


@cache
def _session() -> Any:
    """One session on one thread: the network is too small for more, and for a GPU."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(str(quality_file()), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        what = str(error).splitlines()[0]
        raise ModelError("{model} cannot be loaded: {error}", model=quality_file().name, error=what) from error
