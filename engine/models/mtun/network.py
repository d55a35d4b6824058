# pyright: basic
"""MTUN (Yu et al., "Face Super-resolution Guided by Facial Component Heatmaps", ECCV 2018).

A tiny face, turned, shifted and scaled in its square, is enlarged as features, set upright by a spatial transformer,
looked at for its components, and enlarged to an upright picture with their heatmaps as guide.
"""

from __future__ import annotations

import itertools
from typing import NamedTuple

import torch
from torch import Tensor, nn

from engine.alignment.resample import enlargement_undone
from engine.models.hourglass import Hourglass
from engine.models.mtun.config import SIZES, MtunConfig
from engine.models.mtun.transformer import Locator, composed, in_px, mirror, warped


class MtunOutput(NamedTuple):
    """`image` (B, 3, H, W) upright, in the range of the input, not clamped; `heatmaps` of each hourglass in order,
    (B, 4, h, h), not clamped; `transform` (B, 2, 3), which maps the upright picture to the input, in units of half the
    side from the middle."""

    image: Tensor
    heatmaps: tuple[Tensor, ...]
    transform: Tensor


class PreactivatedUnit(nn.Module):
    """Residual unit: BN, ReLU, 3x3 to as many channels, BN, ReLU, 1x1; (B, in, h, w) -> (B, out, h, w).

    Source: MTUN, section 3.4.
    """

    def __init__(self, in_channels: int, out_channels: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.BatchNorm2d(in_channels),
            nn.ReLU(),
            nn.Conv2d(in_channels, in_channels, 3, padding=1, bias=False),
            nn.BatchNorm2d(in_channels),
            nn.ReLU(),
            nn.Conv2d(in_channels, out_channels, 1),
        )
        self.skip = nn.Conv2d(in_channels, out_channels, 1) if in_channels != out_channels else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        return self.skip(x) + self.layers(x)


class ComponentBranch(nn.Module):
    """HEB: aligned features (B, C, h, h) -> the heatmaps (B, K, h, h) of each of the stacked hourglasses.

    Features and heatmaps of one hourglass go into the next by 1x1 convolutions (Newell et al. 2016, figure 4).
    Source: MTUN, section 3.1 and the green block of figure 2.
    """

    def __init__(self, width: int, *, stacks: int, depth: int, components: int) -> None:
        super().__init__()
        self.hourglasses = nn.ModuleList(Hourglass(depth, width, unit=PreactivatedUnit) for _ in range(stacks))
        self.after = nn.ModuleList(
            nn.Sequential(PreactivatedUnit(width, width), nn.BatchNorm2d(width), nn.ReLU()) for _ in range(stacks)
        )
        self.heads = nn.ModuleList(nn.Conv2d(width, components, 1) for _ in range(stacks))
        self.features_on = nn.ModuleList(nn.Conv2d(width, width, 1) for _ in range(stacks - 1))
        self.heatmaps_on = nn.ModuleList(nn.Conv2d(components, width, 1) for _ in range(stacks - 1))
        for head in self.heads:  # true heatmaps are nearly empty
            nn.init.normal_(head.get_parameter("weight"), std=1e-3)
            nn.init.zeros_(head.get_parameter("bias"))

    def forward(self, x: Tensor) -> tuple[Tensor, ...]:
        found: list[Tensor] = []
        for number, (hourglass, after, head) in enumerate(zip(self.hourglasses, self.after, self.heads, strict=True)):
            features = after(hourglass(x))
            found.append(head(features))
            if number < len(self.features_on):
                x = x + self.features_on[number](features) + self.heatmaps_on[number](found[-1])
        return tuple(found)


class _Block(nn.Module):
    """Two 3x3 convolutions on a residual way."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(channels, channels, 3, padding=1),
            nn.PReLU(channels),
            nn.Conv2d(channels, channels, 3, padding=1),
        )

    def forward(self, x: Tensor) -> Tensor:
        return x + self.layers(x)


def _down(channels_in: int, channels_out: int, *, stride: int) -> nn.Module:
    return nn.Sequential(nn.Conv2d(channels_in, channels_out, 3, stride=stride, padding=1), nn.PReLU(channels_out))


def _up(channels_in: int, channels_out: int, blocks: int = 0) -> nn.Module:
    """A deconvolution to twice the side, k4 s2 p1, and residual blocks."""
    layers = [nn.ConvTranspose2d(channels_in, channels_out, 4, stride=2, padding=1), nn.PReLU(channels_out)]
    return nn.Sequential(*layers, *(_Block(channels_out) for _ in range(blocks)))


class AutoEncoder(nn.Module):
    """Features (B, C, 16, 16) of a tiny face (B, 3, 16, 16), by way of 8 and 4 px, a skip at 16 and 8 px.

    Source: MTUN, section 3.2.
    """

    def __init__(self, channels: tuple[int, int, int], blocks: int) -> None:
        super().__init__()
        first, second, third = channels
        self.first, self.second = _down(3, first, stride=1), _down(first, second, stride=2)
        self.third = nn.Sequential(_down(second, third, stride=2), *(_Block(third) for _ in range(min(blocks, 1))))
        self.up_second, self.up_first = _up(third, second), _up(second, first)
        self.blocks = nn.Sequential(*(_Block(first) for _ in range(2 * blocks)))

    def forward(self, low: Tensor) -> Tensor:
        at_16 = self.first(low)
        at_8 = self.second(at_16)
        return self.blocks(at_16 + self.up_first(at_8 + self.up_second(self.third(at_8))))


class MTUN(nn.Module):
    """A face that may be turned in, enlarged from low resolution; the upright face, its components and its place out.

    Input (B, 3, 128, 128) RGB in [-1, 1]: the bicubic enlargement of the low-resolution face, which is first taken out
    of it again. Source: figure 2, sections 3.1 and 3.2.
    """

    reduction: Tensor

    def __init__(self, config: MtunConfig) -> None:
        super().__init__()
        self.config = config
        reduction = torch.from_numpy(enlargement_undone(config.low_size, config.size))
        self.register_buffer("reduction", reduction, persistent=False)
        first = config.channels[0]
        self.encoder = (
            AutoEncoder(config.channels, config.blocks) if config.is_autoencoder else _down(3, first, stride=1)
        )
        widths = (first, *config.widths)  # at 16, 32, 64, 128 px
        ups = [_up(a, b, config.blocks) for a, b in itertools.pairwise(widths)]
        aligned_at = SIZES.index(config.heatmap_size)
        self.before, self.after = nn.ModuleList(ups[:aligned_at]), nn.ModuleList(ups[aligned_at:])
        width = widths[aligned_at]
        self.locators = nn.ModuleList(
            Locator(width, width=config.locator_width, hidden=config.locator_hidden, grid=config.locator_grid)
            for _ in range(config.locator_rounds)
        )
        self.branch = (
            ComponentBranch(width, stacks=config.stacks, depth=config.depth, components=config.components)
            if config.stacks
            else None
        )
        maps = config.components if config.stacks else 0
        self.fusion = nn.Sequential(
            nn.Conv2d(width + maps, width, 3, padding=1),
            nn.PReLU(width),
            nn.Conv2d(width, width, 3, padding=1),
            *(_Block(width) for _ in range(2 * config.blocks)),
        )
        self.picture = nn.Conv2d(widths[-1], 3, 3, padding=1)
        if config.is_residual:  # the first pictures are the enlarged face
            nn.init.normal_(self.picture.weight, std=1e-3)

    def forward(self, lr_upsampled: Tensor) -> MtunOutput:
        features = self.features(lr_upsampled)
        return self.restored(lr_upsampled, features, self.transform(features))

    def features(self, lr_upsampled: Tensor) -> Tensor:
        """The face's features as it lies, (B, C, h, h), at the size at which they are aligned."""
        features = self.encoder(self.reduction @ lr_upsampled @ self.reduction.T)
        for up in self.before:
            features = up(features)
        return features

    def transform(self, features: Tensor) -> Tensor:
        """The transform (B, 2, 3) that sets these features upright."""
        first, *others = self.locators
        transform = first(features)
        for locator in [*others, *others[-1:] * (self.config.last_looks - 1)]:
            transform = composed(transform, locator(warped(features, transform)))
        return transform

    def restored(self, lr_upsampled: Tensor, features: Tensor, transform: Tensor) -> MtunOutput:
        """What comes of a face whose transform is known."""
        config, aligned = self.config, warped(features, transform)
        heatmaps = self.branch(aligned) if self.branch is not None else ()
        fused = self.fusion(torch.cat([aligned, heatmaps[-1].to(aligned.dtype)], dim=1) if heatmaps else aligned)
        image = aligned + fused if config.has_skip else fused
        for up in self.after:
            image = up(image)
        picture = self.picture(image)
        if config.is_residual:
            picture = picture + warped(lr_upsampled, transform)
        return MtunOutput(picture, heatmaps, transform)


class MtunGraph(nn.Module):
    """The network as it is exported: picture (B, 3, 128, 128) in [0, 1] in; the upright picture, the transform
    (B, 2, 3) in px that maps it to the input, the heatmaps (B, 4, h, h) of the last hourglass, at least 0, and
    the components' centres (B, 4, 2) x,y px in the upright picture out. With `mirror_average` all is the mean over the
    face and its mirror image, which lies as much to the other side."""

    def __init__(self, network: MTUN) -> None:
        super().__init__()
        self.network = network

    def forward(self, lr_upsampled: Tensor) -> tuple[Tensor, ...]:
        config, face = self.network.config, lr_upsampled * 2 - 1
        output = self._of_both(face) if config.mirror_average else self.network(face)
        picture = ((output.image + 1) / 2).clamp(0, 1)
        transform = in_px(output.transform, config.size)
        if not output.heatmaps:
            return picture, transform
        heatmaps = output.heatmaps[-1].clamp(min=0)
        return picture, transform, heatmaps, component_centres(heatmaps, image_size=config.size)

    def _of_both(self, face: Tensor) -> MtunOutput:
        network, other = self.network, face.flip(3)
        features, mirrored = network.features(face), network.features(other)
        transform = (network.transform(features) + mirror(network.transform(mirrored))) / 2
        mine = network.restored(face, features, transform)
        theirs = network.restored(other, mirrored, mirror(transform))
        heatmaps = tuple((a + b.flip(3)) / 2 for a, b in zip(mine.heatmaps, theirs.heatmaps, strict=True))
        return MtunOutput((mine.image + theirs.image.flip(3)) / 2, heatmaps, transform)


def component_centres(heatmaps: Tensor, *, image_size: int) -> Tensor:
    """The centre of mass of each map's square, which noise at a distance hardly moves.

    Args: heatmaps: (B, K, h, h), at least 0. Returns: (B, K, 2) x,y px of a picture of `image_size` px; the middle for
    an empty map.
    """
    size = heatmaps.shape[-1]
    mass = heatmaps.float().square() + 1e-8
    places = torch.arange(size, dtype=torch.float32, device=heatmaps.device)
    total = mass.sum(dim=(2, 3))
    x, y = (mass.sum(dim=2) * places).sum(dim=2) / total, (mass.sum(dim=3) * places).sum(dim=2) / total
    return (torch.stack([x, y], dim=2) + 0.5) * (image_size / size) - 0.5
