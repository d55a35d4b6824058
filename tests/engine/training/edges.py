"""No test: a meter that looks at edges alone, as quick as the tests need; landmarks are not measured."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.training.finetune_measures import Meters
from engine.training.validation import Images


class EdgeMeter:
    """How different the steps from pixel to pixel are."""

    def distances(self, images: Images, truth: Images) -> NDArray[np.float64]:
        """As `PairMeter.distances`."""
        return np.abs(np.diff(images, axis=2) - np.diff(truth, axis=2)).mean(axis=(1, 2, 3)).astype(np.float64)


EDGES = Meters(perceptual=EdgeMeter())
