"""How long each back end takes for one face: `python packaging/scripts/backend_times.py [--threads N] [--runs N]`.

Eager torch, ONNX Runtime and OpenVINO (fp32, and bfloat16 where the processor has it) in turn in one run, so that
whatever else the machine does hits all of them. Medians of the processor's time of all threads, which other programs
disturb least, and of wall time; and how far each back end's picture is from ONNX Runtime's.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import torch

from engine.devices import thread_count
from engine.models.exporting import load_weights
from engine.models.importing import state_from_onnx
from engine.models.registry import InstalledModel, load_family, scan_models
from engine.runtime.back_ends import BackEnd
from engine.runtime.openvino_network import has_bfloat16, has_openvino
from engine.runtime.sessions import LoadedModel
from engine.types import Floats


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    torch.set_num_threads(thread_count(options.threads))
    print(
        "| model | back end | processor ms | wall ms | of torch | largest, mean difference |\n|---|---|---|---|---|---|"
    )
    for model in scan_models()[0]:
        if model.source == "shipped":
            _measure(model, threads=options.threads, runs=options.runs)


def _measure(model: InstalledModel, *, threads: int, runs: int) -> None:
    crop = np.random.default_rng(0).random((1, 3, model.card.input_size, model.card.input_size), dtype=np.float32)
    ways: dict[str, Callable[[], Floats]] = {"torch": _eager(model, crop)}
    for back_end in _back_ends():
        loaded = LoadedModel(model, "cpu", threads=threads, back_end=back_end)
        ways[back_end] = lambda loaded=loaded: loaded.run_raw(crop)["image"]
    pictures = {name: run() for name, run in ways.items()}  # also warms them
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for _ in range(runs):
        for name, run in ways.items():
            wall, processor = time.perf_counter(), time.process_time()
            run()
            taken[name].append((time.process_time() - processor, time.perf_counter() - wall))
    medians = {name: np.median(times, axis=0) * 1e3 for name, times in taken.items()}
    for name, (processor, wall) in medians.items():
        off = np.abs(pictures[name] - pictures["onnxruntime"])
        share = processor / medians["torch"][0]
        print(
            f"| `{model.card.id}` | {name} | {processor:.0f} | {wall:.0f} | {share:.2f} "
            f"| {off.max():.1g}, {off.mean():.1g} |",
            flush=True,
        )


def _back_ends() -> tuple[BackEnd, ...]:
    if not has_openvino():
        return ("onnxruntime",)
    return ("onnxruntime", "openvino", "openvino-bf16") if has_bfloat16() else ("onnxruntime", "openvino")


def _eager(model: InstalledModel, crop: Floats) -> Callable[[], Floats]:
    """The network as torch runs it, uncompiled, with all its outputs."""
    family = load_family(model.card.family)
    network = family.build(family.config_type(**model.card.network))
    load_weights(network, state_from_onnx(model.weights), what=model.card.id)
    graph, names = family.exportable(network.eval())
    batch: Any = torch.from_numpy(crop)

    def run() -> Floats:
        with torch.inference_mode():
            return dict(zip(names, graph(batch), strict=True))["image"].numpy()

    return run


if __name__ == "__main__":
    main()
