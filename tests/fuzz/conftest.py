"""How many inputs, and which: FSR_FUZZ_INPUTS and FSR_FUZZ_SEED; a few that are always the same by default."""

from __future__ import annotations

import os

import numpy as np
import pytest


@pytest.fixture
def inputs() -> int:
    """How many inputs of each kind."""
    return int(os.environ.get("FSR_FUZZ_INPUTS", "300"))


@pytest.fixture
def random() -> np.random.Generator:
    """Draws the same for the same seed."""
    return np.random.default_rng(int(os.environ.get("FSR_FUZZ_SEED", "20")))
