"""How different two pictures look to a network that no training loss uses: EfficientNet-Lite1."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.errors import RecipeError
from engine.evaluation.extras import TRAIN_HINT, MissingExtraError

NETWORK = "efficientnet-lite1"
Images = NDArray[np.float32]  # (N, H, W, 3) RGB in [0, 1]
_BATCH = 4  # pairs; 8 of 256 px took 200 MB


class PerceptualMeter:
    """The perceptual distance of `engine.features.feature_networks`; needs torch, on the CPU."""

    name = NETWORK

    def __init__(self) -> None:
        """Load the network. Raises: MissingExtraError."""
        try:
            from engine.features.feature_networks import load_features

            self._features = load_features(NETWORK)
        except ImportError as error:
            raise MissingExtraError(
                "The package {name} is not installed.", hint=TRAIN_HINT, name=str(error.name)
            ) from error
        except RecipeError as error:
            raise MissingExtraError(error.message, hint=TRAIN_HINT) from error

    def distances(self, images: Images, truth: Images) -> NDArray[np.float64]:
        """The distance of each pair, `(N,)`, in [0, 4], 0 for equal pictures."""
        import torch

        from engine.features.feature_networks import perceptual_distance

        parts: list[NDArray[np.float64]] = []
        with torch.inference_mode():
            for start in range(0, len(images), _BATCH):
                a, b = (
                    torch.from_numpy(np.ascontiguousarray(part[start : start + _BATCH].transpose(0, 3, 1, 2)))
                    for part in (images, truth)
                )
                parts.append(perceptual_distance(self._features, a, b).numpy().astype(np.float64))
        return np.concatenate(parts)
