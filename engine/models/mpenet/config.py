"""Sizes of an MPENet, torch-free, so that the model list can be shown without torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.models.checked_sizes import check_sizes

STEPS = 3  # the first without a prior, the second with landmarks, the third with action units
# What is embedded, table 4 of the paper: nothing, landmarks, action units as well, and units in their regions alone.
Guidance = Literal["none", "landmarks", "units", "regions"]


@dataclass(frozen=True, kw_only=True)
class MpenetConfig:
    """Every choice that shapes an MPENet; the defaults are the paper's network, as far as it is described.

    The paper gives three iterations, 6 groups and 48 features of the feedback block, a 3x3 convolution, three residual
    blocks and two hourglasses for landmarks, and ResNet-18 for action units. Kernels of the feedback block and of the
    reconstruction are those of the published DIC, whose sizes are the same; the width of the alignment branch and the
    regions' size, which it does not name, are ours. `skip` is the enlargement that is added to each picture:
    "bilinear", eq. 4, or the "input" itself, which is the bicubic one. `own_first_module` gives the first step, which
    nothing guides and to which nothing is fed back, a module of its own, as the published DIC does; the paper has one
    for all steps.
    """

    size: int = 128  # px, side of the picture that comes in (the face, enlarged) and of the one that goes out
    scale: int = 8  # the face is reduced so many times before anything else
    features: int = 48
    groups: int = 6
    feedback_stride: int = 8
    feedback_padding: int = 2  # the projections' kernels have the side stride + 2 * padding
    landmarks: int = 68
    alignment_width: int = 128  # channels of the alignment branch
    hourglass_depth: int = 4
    unit_width: int = 64  # channels of the first layers of ResNet-18; the last ones have 8 times as many
    region_sigma: float = 3.0  # px of maps of 32 px
    guidance: Guidance = "regions"
    own_first_module: bool = False
    skip: Literal["bilinear", "input"] = "bilinear"
    mirror_average: bool = False  # exported: the picture is the mean over the face and its mirror image

    def __post_init__(self) -> None:
        check_sizes(size=self.size, scale=self.scale, map_size=self.map_size, halvings=self.hourglass_depth)

    @property
    def low_size(self) -> int:
        """Side in px of the low-resolution face: 16 in the paper."""
        return self.size // self.scale

    @property
    def map_size(self) -> int:
        """Side in px of features, heatmaps and regions: a quarter of the picture's."""
        return self.size // 4

    @property
    def first_unfold(self) -> int:
        """How many times the shallow features are enlarged: 2 in the paper."""
        return self.map_size // self.low_size

    @property
    def has_landmarks(self) -> bool:
        """Whether there is an alignment branch."""
        return self.guidance != "none"

    @property
    def has_units(self) -> bool:
        """Whether there is a branch of action units."""
        return self.guidance in ("units", "regions")


PAPER_MPENET = MpenetConfig()
