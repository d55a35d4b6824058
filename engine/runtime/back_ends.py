"""Which back end runs a model on this CPU: the quickest in a short trial, which is remembered."""

from __future__ import annotations

import json
import platform
import time
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal, cast, get_args

import numpy as np

from engine.devices import Device, thread_count
from engine.errors import ModelError
from engine.files import PRIVATE, atomic_file, make_own_folder
from engine.models.registry import InstalledModel, priors_of
from engine.paths import user_data_folder
from engine.runtime.network import Network
from engine.runtime.onnx_network import OnnxNetwork, first_line, runs_on_cpu, runtime_errors
from engine.runtime.openvino_network import OpenVinoNetwork, has_bfloat16, has_openvino

BackEnd = Literal["onnxruntime", "openvino", "openvino-bf16"]
WORTH_IT = 0.85  # of ONNX Runtime's time: compiling for OpenVINO takes a second or more, once a process
RUNS = 5  # of each back end in a trial, in turn; the quickest counts, since other programs run too


def open_network(model: InstalledModel, device: Device, *, threads: int, back_end: BackEnd) -> Network:
    """The model in that back end. Raises: ModelError if it cannot be loaded."""
    if back_end == "onnxruntime":
        return OnnxNetwork(model, device, threads=threads)
    try:
        return OpenVinoNetwork(model, precision="bf16" if back_end == "openvino-bf16" else "f32", threads=threads)
    except runtime_errors() as error:
        raise ModelError("{model} cannot be loaded: {error}", model=model.card.id, error=first_line(error)) from error


def quickest_back_end(model: InstalledModel, device: Device, *, threads: int = 0, fast: bool = False) -> BackEnd:
    """What runs the model quickest on this machine; a trial of a few seconds where it was not measured before.

    Args: fast: also with bfloat16, where the processor calculates in it. Raises: ModelError if the device is missing.
    """
    if not has_openvino() or not runs_on_cpu(device) or priors_of(model.card):  # OpenVINO fixes optional inputs
        return "onnxruntime"
    key = _key(model, threads=threads, fast=fast)
    known = remembered_back_ends().get(key)
    if known is None:
        known = _quickest(trial(model, threads=threads, fast=fast))
        _remember(key, known)
    return known


def trial(model: InstalledModel, *, threads: int = 0, fast: bool = False) -> dict[BackEnd, float]:
    """Seconds that each back end takes for one crop, once warm. One that cannot load or run the model is left out."""
    model.check_weights()
    crop = np.full((1, 3, model.card.input_size, model.card.input_size), 0.5, np.float32)
    networks: dict[BackEnd, Network] = {"onnxruntime": OnnxNetwork(model, "cpu", threads=threads)}
    rivals: tuple[BackEnd, ...] = ("openvino", "openvino-bf16") if fast and has_bfloat16() else ("openvino",)
    for back_end in rivals:
        try:
            rival = open_network(model, "cpu", threads=threads, back_end=back_end)
            rival.run(rival.outputs, {rival.input: crop})
        except (ModelError, *runtime_errors()):
            continue
        networks[back_end] = rival
    seconds: dict[BackEnd, list[float]] = {back_end: [] for back_end in networks}
    for _ in range(RUNS):
        for back_end, network in networks.items():
            started = time.perf_counter()
            network.run(network.outputs, {network.input: crop})
            seconds[back_end].append(time.perf_counter() - started)
    return {back_end: min(taken) for back_end, taken in seconds.items()}


def _quickest(seconds: Mapping[BackEnd, float]) -> BackEnd:
    best = min(seconds, key=lambda back_end: seconds[back_end])
    return best if seconds[best] <= WORTH_IT * seconds["onnxruntime"] else "onnxruntime"


def back_ends_file() -> Path:
    """Where the outcomes of trials are kept. May not exist."""
    return user_data_folder() / "back_ends.json"


def remembered_back_ends() -> dict[str, BackEnd]:
    """The outcomes of trials by what was tried and where; a file that cannot be read counts as none."""
    try:
        stored = json.loads(back_ends_file().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    kept = cast("dict[str, object]", stored).items() if isinstance(stored, dict) else ()
    return {key: cast(BackEnd, value) for key, value in kept if value in get_args(BackEnd)}


def _remember(key: str, back_end: BackEnd) -> None:
    known: dict[str, BackEnd] = {**remembered_back_ends(), key: back_end}
    try:
        make_own_folder(back_ends_file().parent)
        with atomic_file(back_ends_file(), keeping=PRIVATE) as beside:
            beside.write_text(json.dumps(known, indent=1), "utf-8")
    except OSError:
        return  # it is tried again when the model is loaded again


def _key(model: InstalledModel, *, threads: int, fast: bool) -> str:
    versions = "/".join(_version(name) for name in ("onnxruntime", "onnxruntime-gpu", "openvino"))
    kind = "fast" if fast else "full"
    return f"{model.card.id} {model.card.sha256[:16]} {kind} {versions} {_machine()} {thread_count(threads)}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"


def _machine() -> str:
    return f"{platform.system()} {platform.machine()} {_processor()}"


def _processor() -> str:
    """The processor's name where the system tells it; "" else."""
    try:
        facts = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.processor()
    return next((line.split(":", 1)[1].strip() for line in facts.splitlines() if line.startswith("model name")), "")
