"""No test: a family in one file, with a loss term, a kind of labels, a score and a named map that no other has.

It adds a light to the face, whose map it shows, and learns how bright the whole face is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.datasets.labels import Labels
from engine.datasets.portraits import Portrait, cut_square
from engine.models.base import FamilyLosses, FamilySpec


@dataclass(frozen=True, kw_only=True)
class ToyConfig:
    size: int = 32
    gain: float = 1.0


class ToyOutput(NamedTuple):
    image: Tensor
    light: Tensor  # (B, 1, H, W) in [0, 1]


class Toy(nn.Module):
    def __init__(self, config: ToyConfig) -> None:
        super().__init__()
        self.config = config
        self.first, self.last = nn.Conv2d(3, 8, 3, padding=1), nn.Conv2d(8, 4, 3, padding=1)

    def forward(self, face: Tensor) -> ToyOutput:
        added, light = self.last(self.first(face).relu()).split((3, 1), dim=1)
        return ToyOutput(face + self.config.gain * added, light.sigmoid())


class ToyGraph(nn.Module):
    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, face: Tensor) -> tuple[Tensor, Tensor]:
        output = self.network(face * 2 - 1)
        return ((output.image + 1) / 2).clamp(0, 1), output.light


@dataclass(frozen=True, kw_only=True)
class ToyLosses(FamilyLosses):
    light_weight: float = 0.5

    @property
    def labels(self) -> tuple[str, ...]:
        return ("brightness",) if self.light_weight else ()

    def terms(self, output: Any, labels: Mapping[str, Tensor], truth: Tensor) -> Mapping[str, tuple[float, Tensor]]:
        errors = output.light.mean(dim=(1, 2, 3)) - labels["brightness"]
        return {"light": (self.light_weight, errors.abs().mean())}


class Brightness:
    def of_faces(self, portraits: Sequence[Portrait]) -> Labels:
        squares = [cut_square(portrait, side_px=16, extent=1.0) for portrait in portraits]
        return np.array([square.mean() / 255 for square in squares], np.float32)

    def in_crop(self, label: Labels, source_from_crop: NDArray[np.float64]) -> Labels:
        return label


def _light_errors(output: Any, labels: Mapping[str, Tensor]) -> Mapping[str, NDArray[np.floating[Any]]]:
    errors = output.light.mean(dim=(1, 2, 3)) - labels["brightness"]
    return {"light_error": errors.abs().cpu().numpy()}


SPEC = FamilySpec(
    id="toy",
    title="Toy: a light on the face",
    paper="Nobody, Nothing, 2026",
    outputs=("image", "attention"),
    config_type=ToyConfig,
    build=Toy,
    exportable=lambda network: (ToyGraph(network), ("image", "attention_light")),
    names=lambda _config: {"attention_light": ("where the light falls",)},
    losses=ToyLosses,
    label_sources={"brightness": Brightness},
    extra_scores=_light_errors,
    last_layers=("last.",),
)
