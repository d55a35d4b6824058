"""Sizes of a DIC, torch-free, so that the model list can be shown without torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.errors import ModelError
from engine.models.checked_sizes import check_sizes


@dataclass(frozen=True, kw_only=True)
class DicConfig:
    """Every choice that shapes a DIC; the defaults are the published network, 21,803,849 parameters.

    `guidance` is how landmarks guide the restoration: "fusion", the paper's attentive fusion; "concatenation" of the
    heatmaps (its ablation DIC-CL); "none", without alignment branch (DIC-NL). The feedback block's maps are
    `feedback_stride` times larger on its high side; the published stride makes them 256 px and costs most of the time.
    `skip` is the U of eq. 2: "bilinear" enlargement of the low-resolution face as published, or the "input" itself,
    which is its bicubic enlargement.
    """

    size: int = 128  # px, side of the picture that comes in (the face, enlarged) and of the one that goes out
    scale: int = 8  # the face is reduced so many times before anything else
    features: int = 48
    groups: int = 6
    steps: int = 4
    feedback_stride: int = 8
    feedback_padding: int = 2  # the projections' kernels have the side stride + 2 * padding
    fusion_units: int = 7
    landmarks: int = 68
    hourglass_features: int = 256
    hourglass_stem: int = 64
    hourglass_depth: int = 4
    guidance: Literal["fusion", "concatenation", "none"] = "fusion"
    skip: Literal["bilinear", "input"] = "bilinear"
    mirror_average: bool = False  # exported: the picture is the mean over the face and its mirror image
    mean: tuple[float, float, float] = (0.509, 0.424, 0.378)  # of RGB in [0, 1], subtracted first

    def __post_init__(self) -> None:
        if self.steps < 1 or self.groups < 1:
            raise ModelError(
                "Expected at least one step and one group, got {steps} and {groups}.",
                steps=self.steps,
                groups=self.groups,
            )
        check_sizes(size=self.size, scale=self.scale, map_size=self.heatmap_size, halvings=self.hourglass_depth)

    @property
    def low_size(self) -> int:
        """Side in px of the low-resolution face: 16 in the paper."""
        return self.size // self.scale

    @property
    def heatmap_size(self) -> int:
        """Side in px of heatmaps, attention maps and features: a quarter of the picture's."""
        return self.size // 4

    @property
    def first_unfold(self) -> int:
        """How many times the first layer enlarges the low-resolution face: 2 in the paper."""
        return self.heatmap_size // self.low_size


PAPER_DIC = DicConfig()
