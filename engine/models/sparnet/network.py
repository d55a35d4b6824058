# pyright: basic
"""SPARNet (Chen et al., "Learning Spatial Attention for Face Super-Resolution", 2020).

Figure 2: down FAUs, body FAUs, up FAUs. Module names are those of the published checkpoints, so that a user's
own copy of them loads strictly.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn.utils import spectral_norm

from engine.models.sparnet.config import SparnetConfig
from engine.models.sparnet.detail_filters import QuietColour, Sharpening, WithoutChequers, WithoutLines, WithoutWeave

LEAKY_SLOPE = 0.2  # published code; the paper's text says PReLU, see `SparnetConfig.activation`
ENLARGING_REACH = 8  # px, of `_enlarging_kernel`: what lies beyond is less than 1/1000
ROUNDS = 8  # of back-projection; more sharpen little but chequers, packaging/docs/results-history.md


class SparnetOutput(NamedTuple):
    """`image` (B, 3, H, W), same range as the input, not clamped; `attention` one map (B, 1, h, w) in [0, 1]
    for each name in `SparnetConfig.attention_names` (3D attention: its mean over channels)."""

    image: Tensor
    attention: tuple[Tensor, ...]


class Norm(nn.Module):
    """Batch or instance normalisation, both affine, eps 1e-5; or nothing."""

    def __init__(self, channels: int, kind: str) -> None:
        super().__init__()
        if kind == "none":
            self.norm = nn.Identity()
        else:
            self.norm = nn.BatchNorm2d(channels) if kind == "batch" else nn.InstanceNorm2d(channels, affine=True)

    def forward(self, x: Tensor) -> Tensor:
        return self.norm(x)


def _activation(config: SparnetConfig, channels: int) -> nn.Module:
    if config.activation == "prelu":
        return nn.PReLU(channels, init=LEAKY_SLOPE)
    return nn.LeakyReLU(LEAKY_SLOPE)


class ConvLayer(nn.Module):
    """[nearest x2] -> padded 3x3 conv, stride 2 when it scales down -> [norm] -> [activation]."""

    def __init__(
        self,
        config: SparnetConfig,
        in_channels: int,
        out_channels: int,
        *,
        scale: str = "none",
        with_norm: bool = True,
        with_activation: bool = False,
    ) -> None:
        super().__init__()
        self.upsample = nn.Upsample(scale_factor=2, mode="nearest") if scale == "up" else nn.Identity()
        conv = nn.Conv2d(
            in_channels,
            out_channels,
            3,
            stride=2 if scale == "down" else 1,
            padding=1,
            padding_mode=config.padding,
            bias=not with_norm or config.norm == "none",
        )
        self.conv2d = spectral_norm(conv) if config.spectral_norm else conv
        self.norm = Norm(out_channels, config.norm) if with_norm else nn.Identity()
        self.activation = _activation(config, out_channels) if with_activation else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        return self.activation(self.norm(self.conv2d(self.upsample(x))))


class AttentionBranch(nn.Module):
    """Hourglass, then a conv and a sigmoid: alpha_j = sigma(F_att(f_j)) (eq. 3, "Attention Branch").

    (B, C, h, w) -> (B, 1, h, w), or (B, C, h, w) with 3D attention. `depth` is the number of halvings.
    """

    def __init__(self, config: SparnetConfig, channels: int, depth: int) -> None:
        super().__init__()
        self.depth = depth
        width = config.attention_width

        def layer(in_channels: int, scale: str = "none") -> ConvLayer:
            return ConvLayer(config, in_channels, width, scale=scale, with_activation=True)

        for level in range(depth, 0, -1):
            in_channels = channels if level == depth else width
            self.add_module(f"b1_{level}", layer(in_channels))
            self.add_module(f"b2_{level}", layer(in_channels, "down"))
            if level == 1:
                self.add_module("b2_plus_1", layer(width))
            self.add_module(f"b3_{level}", layer(width, "up"))
        out_channels = channels if config.attention == "3d" else 1
        self.out_block = nn.Sequential(ConvLayer(config, width, out_channels, with_norm=False))

    def _hourglass(self, level: int, x: Tensor) -> Tensor:
        skip = self.get_submodule(f"b1_{level}")(x)
        inner = self.get_submodule(f"b2_{level}")(x)
        inner = self._hourglass(level - 1, inner) if level > 1 else self.get_submodule("b2_plus_1")(inner)
        inner = self.get_submodule(f"b3_{level}")(inner)
        if inner.shape[-2:] != skip.shape[-2:]:  # an odd side does not halve evenly
            inner = nn.functional.interpolate(inner, size=skip.shape[-2:], mode="nearest")
        return skip + inner

    def forward(self, f: Tensor) -> Tensor:
        return torch.sigmoid(self.out_block(self._hourglass(self.depth, f)))


class FaceAttentionUnit(nn.Module):
    """FAU: x_j = F_scale(x_{j-1}) + alpha_j * f_j (eqs. 2-5), pre-activation residual unit as feature branch.

    Returns x_j (B, C_j, h, w) and alpha_j, or None without an attention branch (depth 0).
    """

    def __init__(
        self,
        config: SparnetConfig,
        in_channels: int,
        out_channels: int,
        *,
        scale: str,
        depth: int,
        with_attention: bool,
    ) -> None:
        super().__init__()
        keeps_shape = scale == "none" and in_channels == out_channels
        self.shortcut_func = (
            nn.Identity() if keeps_shape else ConvLayer(config, in_channels, out_channels, scale=scale, with_norm=False)
        )
        self.preact_func = nn.Sequential(Norm(in_channels, config.norm), _activation(config, in_channels))
        self.conv1 = ConvLayer(
            config,
            in_channels,
            out_channels,
            scale="up" if scale == "up" else "none",
            with_activation=True,
        )
        self.conv2 = ConvLayer(config, out_channels, out_channels, scale="down" if scale == "down" else "none")
        self.att_func = AttentionBranch(config, out_channels, depth) if with_attention else None

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor | None]:
        f = self.conv2(self.conv1(self.preact_func(x)))  # eq. 2
        shortcut = self.shortcut_func(x)  # F_scale
        if self.att_func is None:
            return shortcut + f, None
        alpha = self.att_func(f)  # eq. 3
        return shortcut + alpha * f, alpha  # eqs. 4, 5


class Enlargement(nn.Module):
    """Bicubic enlargement whose antialiased bicubic reduction nearly gives the picture back: bicubic alone blurs.

    (B, 3, H, W) -> (B, 3, times * H, times * W). Source: iterative back-projection (Irani and Peleg 1991); all is
    linear, hence one convolution here. The picture's edge is repeated outwards.
    """

    kernel: Tensor

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times
        kernel = _enlarging_kernel(times).repeat(3, 1, 1, 1)  # (3 * times**2, 1, 17, 17)
        self.register_buffer("kernel", kernel, persistent=False)  # fixed: not in the state_dict, a constant in ONNX

    def forward(self, picture: Tensor) -> Tensor:
        padded = nn.functional.pad(picture, [ENLARGING_REACH] * 4, mode="replicate")
        return nn.functional.pixel_shuffle(nn.functional.conv2d(padded, self.kernel, groups=3), self.times)


def _enlarging_kernel(times: int) -> Tensor:
    """What each of the `times**2` px that come of one px takes from its neighbours, (times**2, 1, 17, 17), sum 1."""
    pixel = torch.zeros(1, 1, 4 * ENLARGING_REACH + 1, 4 * ENLARGING_REACH + 1)
    pixel[..., 2 * ENLARGING_REACH, 2 * ENLARGING_REACH] = 1
    enlarged = nn.functional.interpolate(pixel, scale_factor=times, mode="bicubic")
    for _ in range(ROUNDS):
        reduced = nn.functional.interpolate(enlarged, scale_factor=1 / times, mode="bicubic", antialias=True)
        enlarged = enlarged + nn.functional.interpolate(pixel - reduced, scale_factor=times, mode="bicubic")
    phases = nn.functional.pixel_unshuffle(enlarged, times)[0, :, None]  # what one px gives, not what one takes
    near = slice(ENLARGING_REACH, 3 * ENLARGING_REACH + 1)
    kernel = phases.flip(2, 3)[..., near, near]
    return kernel / kernel.sum(dim=(2, 3), keepdim=True)


class SPARNet(nn.Module):
    """Low-resolution face, upsampled to the output size, in; restored face and attention maps out.

    Input (B, 3, H, W) RGB in [-1, 1]; H and W multiples of 16 from 48 px work, `config.size` is meant.
    Source: section III, figures 2-4; layer sizes of the published networks where the paper is silent.
    """

    def __init__(self, config: SparnetConfig) -> None:
        super().__init__()
        self.config = config
        channels = [min(config.base_channels * 2**step, config.max_channels) for step in range(config.down_steps + 1)]
        names = iter(config.unit_names)
        attended = set(config.attention_names)

        def unit(in_channels: int, out_channels: int, scale: str, depth: int) -> FaceAttentionUnit:
            return FaceAttentionUnit(
                config,
                in_channels,
                out_channels,
                scale=scale,
                depth=max(1, depth),
                with_attention=next(names) in attended,
            )

        depth = int(math.log2(64 / config.attention_bottleneck))
        fold = 3 * config.shuffle**2

        def side_units() -> nn.ModuleList:
            return nn.ModuleList(unit(channels[0], channels[0], "none", depth + 1) for _ in range(config.side_units))

        self.side_in = side_units()
        encoder: list[nn.Module] = [ConvLayer(config, fold, channels[0], with_norm=False)]
        for narrow, wide in pairwise(channels):
            encoder.append(unit(narrow, wide, "down", depth))
            depth -= 1
        depth += 1
        self.encoder = nn.ModuleList(encoder)
        self.res_layers = nn.ModuleList(
            unit(channels[-1], channels[-1], "none", depth) for _ in range(config.body_units)
        )
        decoder: list[nn.Module] = []
        for wide, narrow in zip(channels[::-1], channels[-2::-1], strict=False):
            depth += 1
            decoder.append(unit(wide, narrow, "up", depth))
        self.decoder = nn.ModuleList(decoder)
        depth -= 1
        self.side_out = side_units()
        self.out_conv = ConvLayer(config, channels[0], fold, with_norm=False)
        if config.global_skip:  # training starts from the bicubic picture itself
            for parameter in self.out_conv.conv2d.parameters():
                nn.init.zeros_(parameter)
        self.fold = nn.PixelUnshuffle(config.shuffle) if config.shuffle > 1 else nn.Identity()
        self.unfold = nn.PixelShuffle(config.shuffle) if config.shuffle > 1 else nn.Identity()
        self.filter = nn.Sequential()  # of what the network adds
        if config.chequer_filter:
            self.filter.append(WithoutChequers())
        if config.weave_filter:
            self.filter.append(WithoutWeave())
        if config.line_filter:
            self.filter.append(WithoutLines(config.line_filter))
        if config.detail_gain:
            self.filter.append(Sharpening(config.detail_gain))
        if config.colour_filter:
            self.filter.append(QuietColour())
        self.enlarge = Enlargement(config.reduction) if config.reduction > 1 else nn.Identity()

    def forward(self, lr_upsampled: Tensor) -> SparnetOutput:
        config = self.config
        reduced = nn.functional.avg_pool2d(lr_upsampled, config.reduction) if config.reduction > 1 else lr_upsampled
        x = self.encoder[0](self.fold(reduced))  # (B, 32, 128, 128) in the paper's size
        maps: list[Tensor] = []
        for fau in (*self.side_in, *self.encoder[1:], *self.res_layers, *self.decoder, *self.side_out):
            x, alpha = fau(x)
            if alpha is not None:
                maps.append(alpha.mean(dim=1, keepdim=True))
        image = self.unfold(self.out_conv(x))  # (B, 3, H, W)
        if config.global_skip:
            image = reduced + self.filter(image)
        if config.reduction > 1:
            image = lr_upsampled + self.enlarge(image - reduced)
        return SparnetOutput(image, tuple(maps))


class SparnetGraph(nn.Module):
    """The network as it is exported: picture (B, 3, H, W) in [0, 1] in; the clamped picture in [0, 1] and the
    attention maps out. With `mirror_average` the picture is the mean over the crop and its mirror image."""

    def __init__(self, network: nn.Module, config: SparnetConfig) -> None:
        super().__init__()
        self.network = network
        self.averages_mirror = config.mirror_average

    def forward(self, lr_upsampled: Tensor) -> tuple[Tensor, ...]:
        x = lr_upsampled * 2 - 1
        if not self.averages_mirror:
            image, maps = self.network(x)
            return _in_unit_range(image), *maps
        count = x.shape[0]
        images, maps = self.network(torch.cat([x, x.flip(3)]))  # one pass, (2B, 3, H, W)
        image = (images[:count] + images[count:].flip(3)) / 2
        return _in_unit_range(image), *(alpha[:count] for alpha in maps)


def _in_unit_range(image: Tensor) -> Tensor:
    return ((image + 1) / 2).clamp(0, 1)
