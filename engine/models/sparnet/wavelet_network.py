# pyright: basic
"""SPARNet's attention units between lossless wavelet halvings and doublings that cannot draw a grid.

Ours, for aligned faces on a CPU. From the paper (Chen et al. 2020, eqs. 2-5): the face attention units and their maps.
From WFEN (Li et al. 2024), the idea of going down by a Haar transform, which keeps every coefficient where a strided
convolution or pooling drops some; here all bands are mixed by the convolution that follows. Up by nearest neighbour and
convolution (Odena et al. 2016, "Deconvolution and Checkerboard Artifacts"): an even map gives an even map whatever the
weights are, while a pixel shuffle starts with a pattern that repeats every 2 or 4 px and has to unlearn it.
"""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor, nn

from engine.models.sparnet.config import SparnetConfig
from engine.models.sparnet.network import ConvLayer, Enlargement, FaceAttentionUnit, SparnetOutput

ATTENTION_DEPTH = 2  # halvings inside an attention branch


class HaarDown(nn.Module):
    """One level of the orthonormal Haar transform: (B, C, H, W) -> (B, 4C, H/2, W/2), nothing lost.

    Channels come in four groups of C: the mean of 2 x 2 px, and the differences along rows, columns and both. The
    transform is scaled by 1/2 (so that the means stay in the range of the picture).
    """

    def forward(self, x: Tensor) -> Tensor:
        """The four bands, one behind the other."""
        top, bottom = x[..., 0::2, :], x[..., 1::2, :]
        total, change = top + bottom, top - bottom
        left, right = total[..., 0::2], total[..., 1::2]
        left_change, right_change = change[..., 0::2], change[..., 1::2]
        bands = (left + right, left - right, left_change + right_change, left_change - right_change)
        return torch.cat(bands, dim=1) * 0.25


def haar_up(bands: Tensor) -> Tensor:
    """What `HaarDown` was given: (B, 4C, h, w) -> (B, C, 2h, 2w)."""
    mean, along_row, along_column, diagonal = bands.chunk(4, dim=1)
    phases = (
        mean + along_row + along_column + diagonal,
        mean - along_row + along_column - diagonal,
        mean + along_row - along_column - diagonal,
        mean - along_row - along_column + diagonal,
    )
    return nn.functional.pixel_shuffle(torch.stack(phases, dim=2).flatten(1, 2), 2)


class WaveletSparnet(nn.Module):
    """Low-resolution face, enlarged to the output size, in; restored face and attention maps out.

    Input (B, 3, H, W) RGB in [-1, 1], H and W multiples of 32. The picture is halved by Haar transforms down to
    `smallest_feature` px; `side_units` attention units work at twice that side on the way down and as many on the way
    up, `body_units` at the bottom. The way down is added to the way up at the units' side and joined to it above; the
    last convolutions see the input itself. What comes out is the difference to the input.
    """

    def __init__(self, config: SparnetConfig) -> None:
        super().__init__()
        self.config = config
        widths = [min(config.base_channels * 2**step, config.max_channels) for step in range(config.down_steps)]
        names = iter(config.unit_names)
        attended = set(config.attention_names)

        def layer(in_channels: int, out_channels: int, scale: str = "none") -> ConvLayer:
            return ConvLayer(config, in_channels, out_channels, scale=scale, with_norm=False, with_activation=True)

        def units(channels: int, count: int) -> nn.ModuleList:
            return nn.ModuleList(
                FaceAttentionUnit(
                    config,
                    channels,
                    channels,
                    scale="none",
                    depth=ATTENTION_DEPTH,
                    with_attention=next(names) in attended,
                )
                for _ in range(count)
            )

        self.down = HaarDown()
        self.encoder = nn.ModuleList(
            layer(4 * fine, coarse) for fine, coarse in zip((3, *widths), widths, strict=False)
        )  # at 128, 64, 32 px for a picture of 256 px
        self.side_in = units(widths[-2], config.side_units)
        self.res_layers = units(widths[-1], config.body_units)
        self.enlarge_body = layer(widths[-1], widths[-2], "up")
        self.side_out = units(widths[-2], config.side_units)
        self.decoder = nn.ModuleList(nn.Sequential(layer(2 * fine, fine), layer(fine, fine)) for fine in widths[-3::-1])
        self.enlarge_levels = nn.ModuleList(layer(coarse, fine, "up") for coarse, fine in pairwise(widths[-2::-1]))
        finest = max(widths[0] // 2, 1)
        self.enlarge_last = layer(widths[0], finest, "up")
        last = ConvLayer(config, finest, 3, with_norm=False)
        for parameter in last.conv2d.parameters():  # training starts from the input itself
            nn.init.zeros_(parameter)
        self.out_conv = nn.Sequential(layer(finest + 3, finest), last)
        self.enlarge = Enlargement(config.reduction) if config.reduction > 1 else nn.Identity()

    def forward(self, lr_upsampled: Tensor) -> SparnetOutput:
        """The restored picture, not clamped, and the units' attention maps."""
        times = self.config.reduction
        reduced = nn.functional.avg_pool2d(lr_upsampled, times) if times > 1 else lr_upsampled
        maps: list[Tensor] = []
        added = self._difference(reduced, maps)
        return SparnetOutput(lr_upsampled + self.enlarge(added), tuple(maps))

    def _difference(self, picture: Tensor, maps: list[Tensor]) -> Tensor:
        skips: list[Tensor] = []
        x = picture
        for mix in self.encoder[:-1]:
            x = mix(self.down(x))  # (B, 32, 128, 128), (B, 64, 64, 64)
            skips.append(x)
        x = skips[-1] = _attended(self.side_in, x, maps)
        x = _attended(self.res_layers, self.encoder[-1](self.down(x)), maps)  # (B, 128, 32, 32)
        x = _attended(self.side_out, self.enlarge_body(x) + skips[-1], maps)  # (B, 64, 64, 64)
        for enlarge, join, skip in zip(self.enlarge_levels, self.decoder, skips[-2::-1], strict=True):
            x = join(torch.cat([enlarge(x), skip], dim=1))  # (B, 32, 128, 128)
        return self.out_conv(torch.cat([self.enlarge_last(x), picture], dim=1))  # (B, 3, 256, 256)


def _attended(units: nn.ModuleList, x: Tensor, maps: list[Tensor]) -> Tensor:
    for unit in units:
        x, alpha = unit(x)
        if alpha is not None:
            maps.append(alpha.mean(dim=1, keepdim=True))
    return x
