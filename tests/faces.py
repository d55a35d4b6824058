"""No test: the real faces that contracts are checked on, the few of the samples and, where they are, many more."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.datasets.portraits import Portrait, read_portraits
from engine.paths import samples_folder

SAMPLES = samples_folder() / "faces"
TRAINING = Path(__file__).resolve().parents[2] / "shared" / "faces"  # beside the checkout of those who train
needs_training_faces = pytest.mark.skipif(not TRAINING.exists(), reason="the training portraits are not here")
on_real_faces = pytest.mark.parametrize(
    "folder",
    [pytest.param(SAMPLES, id="samples"), pytest.param(TRAINING, id="training", marks=needs_training_faces)],
)


def validation_faces(folder: Path, *, min_detail: float = 0, about: int = 1000) -> list[Portrait]:
    """Portraits of the split `val`: all, or `about` so many of them, evenly spread."""
    portraits = read_portraits(folder, split="val", min_detail=min_detail)
    return portraits[:: max(1, round(len(portraits) / about))]
