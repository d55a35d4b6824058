"""Two processes train as one that sees both their batches, and end together."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from engine.context import JobContext
from engine.training.checkpoints import read_facts, read_tensors
from engine.training.loop import train
from tests.engine.training import tiny_run
from tests.engine.training.tiny_run import CANCELLED, BothHalves, tiny_recipe

ROOT = Path(__file__).parents[3]
LIMIT_S = 200.0


def run_two(out: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("LOCAL_RANK", "RANK", "WORLD_SIZE")}
    return subprocess.run(
        [sys.executable, str(Path(tiny_run.__file__)), str(out), *arguments],
        env={**kept, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
    )


def tensors_after(pairs: BothHalves, out: Path) -> dict[str, dict[str, torch.Tensor]]:
    out.mkdir()
    last = train(tiny_recipe(gan=True, steps=4), pairs, out, context=JobContext())
    return {part: read_tensors(last, part) for part in ("network", "average", "discriminator")}


def mean_difference(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> float:
    """The mean, since Adam makes whole steps of gradients that are zero but for rounding."""
    assert one.keys() == other.keys()
    return float(torch.cat([(one[name] - other[name]).abs().flatten() for name in one]).mean())


@pytest.mark.slow
def test_two_processes_give_the_weights_of_one_that_averages_over_both_their_batches(tmp_path: Path) -> None:
    out = tmp_path / "two"
    out.mkdir()
    done = run_two(out)
    assert done.returncode == 0, done.stderr
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


@pytest.mark.slow
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
    fails: str, code: int | None, left: set[str] | None, tmp_path: Path
) -> None:
    done = run_two(tmp_path, "--fails", fails)
    assert done.returncode == code if code is not None else done.returncode != 0
    marks = {path.name for path in tmp_path.glob("*-[01]")}
    assert marks == left if left else "failed-1" in marks
