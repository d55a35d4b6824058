"""Sizes of a SPARNet, torch-free, so that the model list can be shown without torch."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from engine.errors import ModelError

MOST_GAIN = 2.0
# "wavelet": engine/models/sparnet/wavelet_network.py
Layout = Literal["paper", "wavelet"]


@dataclass(frozen=True, kw_only=True)
class SparnetConfig:
    """Every choice that shapes a SPARNet; the defaults are the paper-size network (SPARNet-V16-S4).

    Channels double on each step down, from `base_channels` up to `max_channels`.
    `attention_units` is the N of SPARNet-V-N: how many FAUs, counted from the output, carry an attention
    branch (None: all). `attention_bottleneck` is the M of SPARNet-S-M: the side in px of the smallest map
    inside the hourglass of the first down block when that block works at 64 px (OFFICIAL.md, section 2).
    `shuffle` is ours: the picture is folded by pixel-unshuffle before the stem and unfolded after the last
    conv, which saves a CPU the full-resolution layers; 1 is the paper's network.
    `side_units` are ours: FAUs at the largest maps before the way down, and as many after the way up. So is
    `reduction`: the network works on the picture reduced so many times, what it adds is enlarged again, and the finest
    detail of the input passes by unchanged.
    `global_skip` is ours too: the network predicts the difference to its input; `chequer_filter` takes out of that what
    alternates from px to px along rows and columns at once, `weave_filter` what repeats every 4 px, `line_filter` a
    share (0 to 1) of what alternates along either, and `colour_filter` all colour that repeats within 4 px. Two more
    concern the exported model alone: `detail_gain` sharpens the difference, for losses of pixels and features leave it
    softer than the truth; with `mirror_average` the picture is the mean of those for the crop and for its mirror image
    (the self-ensemble of Lim et al. 2017, with flips only), which costs twice the time.
    """

    layout: Layout = "paper"
    size: int = 128  # px, side of input and output
    base_channels: int = 32
    max_channels: int = 128
    smallest_feature: int = 16  # px, side of the maps in the body
    body_units: int = 10
    attention: Literal["2d", "3d"] = "2d"
    attention_units: int | None = None
    attention_width: int = 64
    attention_bottleneck: int = 4
    norm: Literal["batch", "instance", "none"] = "batch"
    activation: Literal["leaky_relu", "prelu"] = "leaky_relu"
    padding: Literal["reflect", "zeros"] = "reflect"
    spectral_norm: bool = False
    shuffle: int = 1
    side_units: int = 0
    reduction: int = 1
    global_skip: bool = False
    chequer_filter: bool = False
    weave_filter: bool = False
    line_filter: float = 0.0
    colour_filter: bool = False
    detail_gain: float = 0.0
    mirror_average: bool = False

    def __post_init__(self) -> None:
        side = self.largest_feature / self.smallest_feature
        if side < 1 or not math.log2(side).is_integer():
            raise ModelError(
                "Expected size / reduction / shuffle / smallest_feature to be a power of two, got {size} "
                "/ {reduction} / {shuffle} / {smallest}.",
                hint="Choose sizes such as 128 / 1 / 16.",
                size=self.size,
                reduction=self.reduction,
                shuffle=self.shuffle,
                smallest=self.smallest_feature,
            )

        if self.has_filters and not self.global_skip:
            raise ModelError("Filters and detail_gain need global_skip.", hint="Set global_skip, or leave them out.")
        if not 0 <= self.line_filter <= 1:
            raise ModelError("Expected a line_filter of 0 to 1, got {share:g}.", share=self.line_filter)
        if not 0 <= self.detail_gain <= MOST_GAIN:
            raise ModelError(
                "Expected a detail_gain of 0 to {most:g}, got {gain:g}.", most=MOST_GAIN, gain=self.detail_gain
            )

        if self.layout == "wavelet":
            self._check_wavelet()

    def _check_wavelet(self) -> None:
        if self.shuffle > 1 or self.has_filters or not self.global_skip:
            raise ModelError(
                "The wavelet layout needs global_skip, and has neither shuffle nor filters.",
                hint="Set global_skip, and leave out shuffle, all filters and detail_gain.",
            )
        if self.down_steps < 2:
            raise ModelError("The wavelet layout halves the picture at least twice.", hint="Lower smallest_feature.")

    @property
    def has_filters(self) -> bool:
        """Whether anything is changed in what the network adds."""
        filters = (self.chequer_filter, self.weave_filter, self.line_filter, self.colour_filter, self.detail_gain)
        return any(filters)

    @property
    def largest_feature(self) -> float:
        """Side in px of the maps after the stem."""
        return self.size / self.reduction / self.shuffle

    @property
    def down_steps(self) -> int:
        """How many FAUs halve the side, and how many double it; of the wavelet layout: how many transforms."""
        return int(math.log2(self.largest_feature / self.smallest_feature))

    @property
    def total_units(self) -> int:
        """How many FAUs the network has; the 16 of SPARNet-V16."""
        return len(self.unit_names)

    @property
    def unit_names(self) -> tuple[str, ...]:
        """Names of all FAUs in order: in_1.., down_1.., body_1.., up_1.., out_1.. .

        The wavelet layout has none that halve or double.
        """
        sides = range(1, self.side_units + 1)
        steps = range(1, self.down_steps + 1 if self.layout == "paper" else 1)
        body = range(1, self.body_units + 1)
        return (
            *(f"in_{i}" for i in sides),
            *(f"down_{i}" for i in steps),
            *(f"body_{i}" for i in body),
            *(f"up_{i}" for i in steps),
            *(f"out_{i}" for i in sides),
        )

    @property
    def attention_names(self) -> tuple[str, ...]:
        """Names of the FAUs that carry an attention branch, in order."""
        count = self.total_units if self.attention_units is None else self.attention_units
        return self.unit_names[self.total_units - count :]


PAPER_SPARNET = SparnetConfig()
PAPER_SPARNET_LIGHT_3D = SparnetConfig(body_units=1, attention="3d")
# The published HD code asks for a stem of 32 channels, which its size rule turns into 512 // 5 = 102.
PAPER_SPARNET_HD = SparnetConfig(
    size=512,
    base_channels=102,
    max_channels=512,
    smallest_feature=32,
    body_units=9,
    norm="instance",
    spectral_norm=True,
)
PAPER_SPARNET_HD_3D = SparnetConfig(
    size=512,
    base_channels=102,
    max_channels=512,
    smallest_feature=32,
    body_units=9,
    attention="3d",
    norm="instance",
    spectral_norm=True,
)
