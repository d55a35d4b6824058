"""Two portraits of the shipped samples, as the metrics get them."""

from __future__ import annotations

import shutil

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.context import JobContext
from engine.datasets.open_faces import open_faces
from engine.datasets.portraits import Portrait, tight_faces
from engine.evaluation.trial import Degradation, Trial, layout_of, make_trial
from engine.paths import samples_folder


@pytest.fixture(scope="session")
def portraits(tmp_path_factory: pytest.TempPathFactory) -> tuple[Portrait, ...]:
    """The astronaut and Grace Hopper."""
    folder = tmp_path_factory.mktemp("photos")
    for name in ("astronaut.png", "grace-hopper.jpg"):
        shutil.copy(samples_folder() / name, folder)
    return open_faces(folder, split="all", context=JobContext()).portraits


@pytest.fixture(scope="session")
def faces(portraits: tuple[Portrait, ...]) -> NDArray[np.float32]:
    """Their tight squares `(2, 128, 128, 3)`."""
    return tight_faces(portraits, size=128)


@pytest.fixture(scope="session")
def trial(portraits: tuple[Portrait, ...]) -> Trial:
    """Both at x8, tight crops."""
    return make_trial(portraits, layout_of("tight", 128, None), Degradation(scale=8, seed=2020))
