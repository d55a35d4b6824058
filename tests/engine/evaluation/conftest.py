"""Two portraits of the shipped samples, as the metrics get them."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.context import JobContext
from engine.datasets.open_faces import open_faces
from engine.datasets.portraits import Portrait, tight_faces
from engine.evaluation.trial import Degradation, Trial, layout_of, make_trial
from engine.paths import samples_folder


@pytest.fixture(scope="session")
def portraits() -> tuple[Portrait, Portrait]:
    """The astronaut and Grace Hopper."""
    found = open_faces(samples_folder(), split="all", context=JobContext()).portraits
    by_file = {portrait.path.name: portrait for portrait in found}
    return by_file["astronaut.png"], by_file["grace-hopper.jpg"]


@pytest.fixture(scope="session")
def faces(portraits: tuple[Portrait, Portrait]) -> NDArray[np.float32]:
    """Their tight squares `(2, 128, 128, 3)`."""
    return tight_faces(portraits, size=128)


@pytest.fixture(scope="session")
def trial(portraits: tuple[Portrait, Portrait]) -> Trial:
    """Both at x8, tight crops."""
    return make_trial(portraits, layout_of("tight", 128, None), Degradation(scale=8, seed=2020))
