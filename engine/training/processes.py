"""The processes of a run on Lightning Fabric: starting them, and ending them together."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from typing import Literal

import torch
from lightning_fabric import Fabric
from lightning_fabric.utilities.exceptions import MisconfigurationException

from engine.context import Cancelled, JobContext
from engine.errors import DataError, EngineError, ModelError
from engine.training.recipe import Recipe

Accelerator = Literal["auto", "cpu", "cuda"]
Strategy = Literal["auto", "ddp"]
_PRECISIONS = {"float32": "32-true", "bfloat16": "bf16-mixed", "float16": "16-mixed"}
_PATIENCE_S = 5.0  # how long the other processes may take to end by themselves


def make_fabric(
    recipe: Recipe, *, accelerator: Accelerator = "auto", devices: int = 1, strategy: Strategy = "auto"
) -> Fabric:
    """Lightning Fabric with the recipe's precision, to be launched. Raises: ModelError if there are no such devices."""
    precision = _PRECISIONS[recipe.optimiser.precision]
    try:
        return Fabric(accelerator=accelerator, devices=devices, strategy=strategy, precision=precision)  # type: ignore[arg-type]
    except (RuntimeError, ValueError, MisconfigurationException) as error:
        raise ModelError(
            "{devices} device(s) of the kind '{accelerator}' cannot be had: {error}",
            hint="Ask for fewer, or use --accelerator cpu.",
            devices=devices,
            accelerator=accelerator,
            error=str(error),
        ) from error


def is_first_process() -> bool:
    """Whether this process is the one that speaks and writes, as Fabric's launcher or torchrun says."""
    return os.environ.get("RANK", os.environ.get("LOCAL_RANK", "0")) == "0"


def stop_together(fabric: Fabric, context: JobContext, failure: EngineError | Cancelled | None = None) -> None:
    """Raise this process's failure; raise Cancelled in all processes if the user cancelled, or another one failed.

    Each waits here for the others. Without it, those that go on would wait for ever for the gradients of one that
    ended.
    """
    stops = failure is not None or context.is_cancelled()
    if fabric.world_size > 1:
        count = fabric.all_reduce(torch.tensor(float(stops), device=fabric.device), reduce_op="sum")
        assert isinstance(count, torch.Tensor)
        stops = count.item() > 0
    if failure:
        raise failure
    if stops:
        raise Cancelled


@contextmanager
def launched(fabric: Fabric) -> Generator[None]:
    """All processes of a run; when the block ends with an error, none of those that were started here is left.

    Raises: DataError if the connection to another process broke off.
    """
    try:
        fabric.launch()
        yield
    except RuntimeError as error:
        _end_others(fabric)
        if fabric.world_size == 1:
            raise
        reason = (str(error).strip().splitlines() or [type(error).__name__])[-1]
        raise DataError(
            "One of the {count} processes of the training ended, so the others cannot go on: {reason}",
            hint="The messages above say why; the last checkpoint is kept.",
            count=fabric.world_size,
            reason=reason,
        ) from error
    except BaseException:
        _end_others(fabric)
        raise


def _end_others(fabric: Fabric) -> None:
    launched_here: list[subprocess.Popen[bytes]] = getattr(fabric.strategy.launcher, "procs", [])
    children = launched_here.copy()
    launched_here.clear()  # Fabric watches this list, and would kill this process before it can say what happened
    for child in children:
        try:
            child.wait(_PATIENCE_S)
        except subprocess.TimeoutExpired:
            child.kill()  # it waits for gradients that will never come
            child.wait()
