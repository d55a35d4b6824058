"""Processes that need not load torch again."""

from __future__ import annotations

import multiprocessing
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext


@pytest.fixture(scope="session")
def processes() -> ForkServerContext:
    """New processes that have imported torch, and the tiny run, already."""
    if sys.platform == "win32":
        pytest.skip("Windows forks no processes")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.engine.training.tiny_run"])
    return context
