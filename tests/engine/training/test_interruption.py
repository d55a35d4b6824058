"""A cancel is heard within a pass, not only after it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from engine.context import Cancelled, JobContext
from engine.training.interruption import interruptible
from engine.training.loop import train
from engine.training.pairs import Batch, PairSource
from tests.engine.training.tiny_run import tiny_recipe

DEPTH = 6


class Counted(nn.Module):
    """A layer that tells when it works, forwards and backwards."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._tell = tell
        self.scale = nn.Parameter(torch.ones(()))

    def forward(self, x: Tensor) -> Tensor:
        self._tell("forward")
        y = x * self.scale
        y.register_hook(lambda _gradient: self._tell("backward"))
        return y


def layers(heard: list[str]) -> nn.Sequential:
    return nn.Sequential(*(Counted(heard.append) for _ in range(DEPTH)))


@pytest.mark.parametrize("after", [1, 3])
def test_a_pass_forwards_ends_with_the_layer_in_which_the_user_cancels(after: int) -> None:
    heard: list[str] = []
    context = JobContext(is_cancelled=lambda: len(heard) >= after)
    with pytest.raises(Cancelled), interruptible(context, network := layers(heard)):
        network(torch.ones(1))
    assert heard == ["forward"] * after


def test_a_pass_backwards_ends_with_the_layer_in_which_the_user_cancels() -> None:
    heard: list[str] = []
    context = JobContext(is_cancelled=lambda: heard.count("backward") >= 2)
    with interruptible(context, network := layers(heard)):
        loss = network(torch.ones(1)).sum()
        with pytest.raises(Cancelled):
            loss.backward()
    assert heard.count("forward") == DEPTH
    assert heard.count("backward") == 2
    assert network[0].scale.grad is None  # the layers before were not reached


def test_after_the_block_nobody_asks() -> None:
    heard: list[str] = []
    with interruptible(JobContext(), network := layers(heard)):
        network(torch.ones(1))
    asked: list[bool] = []
    with interruptible(JobContext(is_cancelled=lambda: bool(asked.append(True))), network):
        pass
    network(torch.ones(1)).sum().backward()
    assert not asked and heard.count("backward") == DEPTH


def test_the_answers_are_the_same_with_and_without_questions() -> None:
    torch.manual_seed(0)
    network = nn.Sequential(nn.Conv2d(3, 4, 3), nn.PReLU(), nn.Conv2d(4, 3, 3))
    x = torch.rand(1, 3, 9, 9)
    gradients: list[list[Tensor]] = []
    for context in (JobContext(), None):
        network.zero_grad()
        if context:
            with interruptible(context, network):
                network(x).square().sum().backward()
        else:
            network(x).square().sum().backward()
        gradients.append([p.grad.clone() for p in network.parameters() if p.grad is not None])
    assert len(gradients[0]) == 5
    for asked, plain in zip(*gradients, strict=True):
        torch.testing.assert_close(asked, plain, rtol=0, atol=0)


class SlowPairs(PairSource):
    """Pairs that are not ready before they are let go."""

    def __init__(self) -> None:
        self.begun, self.let_go = threading.Event(), threading.Event()

    def batch(self, count: int, rng: np.random.Generator) -> Batch:
        self.begun.set()
        self.let_go.wait(60)
        raise AssertionError("nobody waits for this")

    def _crop(self, index: int, rng: np.random.Generator):
        raise NotImplementedError


def test_a_cancel_does_not_wait_for_a_batch(tmp_path: Path) -> None:
    pairs = SlowPairs()
    started = time.monotonic()
    try:
        with pytest.raises(Cancelled):
            train(tiny_recipe(), pairs, tmp_path, context=JobContext(is_cancelled=pairs.begun.is_set))
        assert time.monotonic() - started < 30  # the batch would take a minute
    finally:
        pairs.let_go.set()
