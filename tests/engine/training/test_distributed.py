"""Two processes train as one that sees both their batches, and end together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import torch

from engine.context import JobContext
from engine.training.checkpoints import read_facts, read_tensors
from engine.training.loop import train
from tests.engine.training import tiny_run
from tests.engine.training.tiny_run import CANCELLED, BothHalves, tiny_recipe

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext

pytestmark = pytest.mark.slow
LIMIT_S = 200.0


def run_two(processes: ForkServerContext, out: Path, fails: str = "") -> int | None:
    """How the first of two processes ended: its exit status."""
    first = processes.Process(target=tiny_run.run_two, args=(out, fails))
    first.start()
    first.join(LIMIT_S)
    if first.is_alive():
        first.kill()
    return first.exitcode


def tensors_after(pairs: BothHalves, out: Path) -> dict[str, dict[str, torch.Tensor]]:
    out.mkdir()
    last = train(tiny_recipe(gan=True, steps=4), pairs, out, context=JobContext())
    return {part: read_tensors(last, part) for part in ("network", "average", "discriminator")}


def mean_difference(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> float:
    """The mean, since Adam makes whole steps of gradients that are zero but for rounding."""
    assert one.keys() == other.keys()
    return float(torch.cat([(one[name] - other[name]).abs().flatten() for name in one]).mean())


def test_two_processes_give_the_weights_of_one_that_averages_over_both_their_batches(
    processes: ForkServerContext, tmp_path: Path
) -> None:
    out = tmp_path / "two"
    out.mkdir()
    assert run_two(processes, out) == 0
    last = out / "last.safetensors"
    assert read_facts(last)[0] == 4
    assert len((out / "curve.csv").read_text().splitlines()) == 3  # written by one of the two
    recipe = tiny_recipe(gan=True, steps=4)
    whole = tensors_after(BothHalves(recipe), tmp_path / "whole")
    half = tensors_after(BothHalves(recipe, ranks=(0,)), tmp_path / "half")
    for part, expected in whole.items():
        found = read_tensors(last, part)
        assert mean_difference(found, expected) < 2e-6, part
        assert mean_difference(half[part], expected) > 1e-4, part  # what each would come to alone


@pytest.mark.parametrize(
    ("fails", "code", "left"),
    [
        ("pairs-0", 1, {"failed-0"}),  # in the middle of a step: the other one is ended
        ("pairs-1", None, None),  # the same in the second process: the first one is ended, or notices
        ("write", 1, {"failed-0", "cancelled-1"}),
        ("cancel-1", CANCELLED, {"cancelled-0", "cancelled-1"}),
    ],
)
def test_when_one_process_ends_the_other_does_not_hang(
    fails: str, code: int | None, left: set[str] | None, processes: ForkServerContext, tmp_path: Path
) -> None:
    ended = run_two(processes, tmp_path, fails)
    assert ended == code if code is not None else ended != 0
    marks = {path.name for path in tmp_path.glob("*-[01]")}
    assert marks == left if left else "failed-1" in marks
