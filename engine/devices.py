"""Which device runs the models: the only place that chooses between CPU, CUDA and others."""

from __future__ import annotations

import ctypes
import os
import sys
from typing import Literal

from engine.errors import ModelError

Device = Literal["auto", "cpu", "cuda", "coreml"]
DEVICES: tuple[Device, ...] = ("auto", "cpu", "cuda", "coreml")

_PROVIDERS = {
    "cpu": "CPUExecutionProvider",
    "cuda": "CUDAExecutionProvider",
    "coreml": "CoreMLExecutionProvider",
}


def has_nvidia_driver() -> bool:
    """Whether the CUDA driver library of an NVIDIA card is there (not whether a card is free)."""
    if sys.platform == "darwin":
        return False
    try:
        ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError:
        return False
    return True


def requested_providers(device: Device, available: list[str]) -> list[str]:
    """ONNX Runtime's providers to ask for, best first; CPU is always the last.

    Raises: ModelError if a device asked for by name is not there: it never falls back in silence.
    """
    if device == "auto":
        wanted = ["cuda"] if has_nvidia_driver() else []
        wanted = [name for name in wanted if _PROVIDERS[name] in available]
    else:
        wanted = [device]
    for name in wanted:
        if _PROVIDERS[name] not in available:
            raise ModelError(
                "The device '{name}' is not available here.",
                hint="ONNX Runtime offers: {names}. Use --device auto or cpu.",
                name=name,
                names=tuple(available),
            )
    return list(dict.fromkeys([*(_PROVIDERS[name] for name in wanted), _PROVIDERS["cpu"]]))


def provider_of(device: Device) -> str | None:
    """The provider that a named device must end up with; None for `auto`."""
    return _PROVIDERS.get(device)


def thread_count(wanted: int = 0) -> int:
    """How many threads a model may use: the processors this process may run on, or fewer if `wanted` is not 0."""
    there = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(wanted, there) if wanted else there)
