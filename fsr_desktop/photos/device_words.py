"""What really runs the models, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

DEVICES = {
    "CPUExecutionProvider": "CPU",
    "OpenVINO": "CPU, OpenVINO",
    "OpenVINO bfloat16": "CPU, OpenVINO bfloat16",
    "CUDAExecutionProvider": "NVIDIA GPU",
    "TensorrtExecutionProvider": "NVIDIA GPU, TensorRT",
    "CoreMLExecutionProvider": "Apple, Core ML",
    "DmlExecutionProvider": "GPU, DirectML",
    "ROCMExecutionProvider": "AMD GPU",
}

translate = QCoreApplication.translate


def device_words(provider: str) -> str:
    """Where the models run; `provider` names what ran last, "" before anything did."""
    if not provider:
        return translate("Device", "Runs on this computer")
    name = DEVICES.get(provider, provider.removesuffix("ExecutionProvider"))
    return translate("Device", "Runs on this computer ({device})").format(device=name)
