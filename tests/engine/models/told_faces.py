"""No test: what stands in for the network of coefficients, so that networks that use it are tested without it."""

from __future__ import annotations

import numpy as np
import pytest

from engine.priors.coefficients.config import STATES
from engine.priors.morphable import FaceCoefficients


def stand_in(monkeypatch: pytest.MonkeyPatch, *, state: str = "") -> None:
    """Every crop is told to be the mean face, a little turned by how bright it is; usable, or of another state.

    It need not look like its crop.
    """

    def tell(batch: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        vectors = np.tile(FaceCoefficients.mean_face().vector, (len(batch), 1))
        vectors[:, -5] = batch.mean(axis=(1, 2, 3)) - 0.5
        states = np.full((len(batch), len(STATES)), 0.01, np.float32)
        states[:, STATES.index(state)] = 0.97  # type: ignore[arg-type]
        return vectors.astype(np.float32), states

    monkeypatch.setattr("engine.priors.coefficients.prior.tell", tell)
    monkeypatch.setattr("engine.priors.coefficients.prior.LEAST_LIKE", -1.0)
