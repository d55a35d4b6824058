"""Which network tells the numbers of a face, torch-free."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.priors.drawn_face import Refusal

# What the network says of a crop beside the numbers of its face: whether they are usable, or why not.
STATES: tuple[Refusal, ...] = ("", "turned", "cut", "no_face")
SEEN_PX = 64  # side of the picture that the light network looks at
MOST_YAW_RAD = 1.05  # 60 degrees: beyond, the far half of a face is hidden and the model's profile is a guess
INPUT, OUTPUTS = "lr_upsampled", ("coefficients", "states")


@dataclass(frozen=True, kw_only=True)
class CoefficientsConfig:
    """ "light" is the shipped network; "resnet50" the paper's (He et al. 2016, table 1), `width` channels at first."""

    network: Literal["light", "resnet50"] = "light"
    width: int = 32


PAPER_COEFFICIENTS = CoefficientsConfig(network="resnet50", width=64)
