# pyright: basic
"""Hourglass networks for landmark heatmaps: the bottleneck residual unit, the hourglass, and a recurrent one.

Newell et al. 2016 ("Stacked Hourglass Networks") in the form that DIC (Ma et al. 2020, eqs. 3-4) uses, without
normalisation; MTUN builds the same hourglass of residual units of its own.
Module names are those of DIC's published checkpoints.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import torch
from torch import Tensor, nn


class BottleneckUnit(nn.Module):
    """Residual unit: 1x1 to half the channels, ReLU, 3x3, 1x1; (B, in, h, w) -> (B, out, h, w), no activation after."""

    def __init__(self, in_channels: int, out_channels: int) -> None:
        super().__init__()
        half = out_channels // 2
        self.conv_block = nn.Sequential(
            nn.Conv2d(in_channels, half, 1),
            nn.ReLU(),
            nn.Conv2d(half, half, 3, padding=1),
            nn.Conv2d(half, out_channels, 1),
        )
        self.skip_layer = nn.Conv2d(in_channels, out_channels, 1) if in_channels != out_channels else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        return self.skip_layer(x) + self.conv_block(x)


class Hourglass(nn.Module):
    """`depth` halvings by max pooling and as many doublings, a skip unit at each level; keeps (B, width, h, w).

    h and w must be multiples of 2 ** depth. Args: unit: makes a residual unit of channels in and out.
    """

    def __init__(self, depth: int, width: int, *, unit: Callable[[int, int], nn.Module] = BottleneckUnit) -> None:
        super().__init__()
        self.depth = depth
        for level in range(depth, 0, -1):
            for part in (1, 2, 3):  # skip; after pooling; before enlarging
                self.add_module(f"res{level}_{part}", unit(width, width))
        self.res_center = unit(width, width)

    def forward(self, x: Tensor) -> Tensor:
        return self._level(self.depth, x)

    def _level(self, level: int, x: Tensor) -> Tensor:
        skip = self.get_submodule(f"res{level}_1")(x)
        inner = self.get_submodule(f"res{level}_2")(nn.functional.max_pool2d(x, 2))
        inner = self._level(level - 1, inner) if level > 1 else self.res_center(inner)
        inner = self.get_submodule(f"res{level}_3")(inner)
        return skip + nn.functional.interpolate(inner, scale_factor=2, mode="bilinear", align_corners=True)


class AlignmentStep(NamedTuple):
    """`heatmaps` (B, K, H / 4, W / 4), one for each landmark, not clamped; `memory` (B, F, H / 4, W / 4)."""

    heatmaps: Tensor
    memory: Tensor


class RecurrentHourglass(nn.Module):
    """The recurrent alignment branch: pre-processing A_1, recursive hourglass A_R, post-processing A_2.

    A picture (B, 3, H, W), and the memory of the step before, give heatmaps and a new memory. Without a memory the
    picture's own features take its place: f_0 = A_1(I_1). Source: DIC, eqs. 3 and 4.
    """

    def __init__(self, *, features: int, stem: int, depth: int, landmarks: int) -> None:
        super().__init__()
        self.features = features
        self.pre_conv_block = nn.Sequential(
            nn.Conv2d(3, stem, 7, stride=2, padding=3),
            nn.ReLU(),
            BottleneckUnit(stem, features // 2),
            nn.MaxPool2d(2),
            BottleneckUnit(features // 2, features // 2),
            BottleneckUnit(features // 2, features),
        )
        self.compress_in = nn.Conv2d(2 * features, 2 * features, 1)
        self.hg = Hourglass(depth, 2 * features)
        self.hg_conv_out = nn.Sequential(
            BottleneckUnit(features, features),
            _Squeeze(features),
            nn.Conv2d(features, landmarks, 1),
        )

    def forward(self, picture: Tensor, memory: Tensor | None) -> AlignmentStep:
        found = self.pre_conv_block(picture)  # A_1
        joined = torch.cat([found, found if memory is None else memory], dim=1)
        seen, kept = self.hg(self.compress_in(joined)).split(self.features, dim=1)  # A_R
        return AlignmentStep(self.hg_conv_out(seen), kept)  # A_2


class _Squeeze(nn.Module):
    """A 1x1 convolution and a ReLU."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.conv_block = nn.Sequential(nn.Conv2d(features, features, 1), nn.ReLU())

    def forward(self, x: Tensor) -> Tensor:
        return self.conv_block(x)
