"""Asking whether to stop within a network's pass, and while another thread is waited for: both may take seconds."""

from __future__ import annotations

from collections.abc import Generator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from typing import TypeVar

from torch import Tensor, nn

from engine.context import JobContext

ASKED_EVERY_S = 0.1
Result = TypeVar("Result")


@contextmanager
def interruptible(context: JobContext, *networks: nn.Module) -> Generator[None]:
    """Within the block every layer of these networks asks, forwards and backwards, whether the work is to stop.

    A pass then raises Cancelled. For one process alone: the others of a distributed run would wait for its gradients.
    """

    def ask(_layer: nn.Module, _inputs: object, output: object) -> None:
        context.check_cancelled()
        if isinstance(output, Tensor) and output.requires_grad:
            output.register_hook(ask_backwards)

    def ask_backwards(_gradient: Tensor) -> None:
        context.check_cancelled()

    layers = [layer for network in networks for layer in network.modules() if not any(layer.children())]
    handles = [layer.register_forward_hook(ask) for layer in layers]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()


def result_of(waiting: Future[Result], context: JobContext) -> Result:
    """What another thread makes. Raises: Cancelled, without waiting for its end; what the other thread raises."""
    while not wait([waiting], timeout=ASKED_EVERY_S).done:
        context.check_cancelled()
    return waiting.result()
