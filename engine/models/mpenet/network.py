# pyright: basic
"""MPENet (Zhang and Liu, "Face Super-Resolution with Progressive Embedding of Multi-scale Face Priors", IJCB 2022).

Three steps of one recurrent network: the first picture is looked at for landmarks, which guide the second step; the
second one for facial action units, which guide the third, each in its region of the face alone.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn

from engine.alignment.resample import enlargement_undone
from engine.models.base import ATTENTION_WEIGHTS
from engine.models.feedback import SHARED_SLOPE, FeedbackBlock, SharedPReLU, conv_prelu
from engine.models.hourglass import Hourglass
from engine.models.mpenet.config import STEPS, MpenetConfig
from engine.priors.action_units import UNITS
from engine.priors.heatmaps import decode_heatmaps, unit_regions

HOURGLASSES = 2


class MpenetOutput(NamedTuple):
    """What the three steps gave.

    `steps` pictures (B, 3, H, W) in order, in the range of the input, not clamped. `heatmaps` (B, 68, H / 4, W / 4) of
    the first one, not clamped; `unit_logits` (B, U) of the second, whose sigmoid tells each unit from 0.5 on; `regions`
    (B, U, H / 4, W / 4) in [0, 1], where each unit acts. None where the network has no such branch.
    """

    steps: tuple[Tensor, ...]
    heatmaps: Tensor | None
    unit_logits: Tensor | None
    regions: Tensor | None

    @property
    def image(self) -> Tensor:
        """The last step's picture, the result."""
        return self.steps[-1]


class ResidualBlock(nn.Module):
    """Two 3x3 convolutions with batch norm on a residual way: (B, in, h, w) -> (B, out, h / stride, w / stride).

    Source: He et al. 2016.
    """

    def __init__(self, channels_in: int, channels_out: int, *, stride: int = 1) -> None:
        super().__init__()
        self.stride = stride
        self.layers = nn.Sequential(
            nn.Conv2d(channels_in, channels_out, 3, stride=stride, padding=1, bias=False),
            nn.BatchNorm2d(channels_out),
            nn.ReLU(),
            nn.Conv2d(channels_out, channels_out, 3, padding=1, bias=False),
            nn.BatchNorm2d(channels_out),
        )
        self.skip = (
            nn.Identity()
            if stride == 1 and channels_in == channels_out
            else nn.Sequential(nn.Conv2d(channels_in, channels_out, 1, bias=False), nn.BatchNorm2d(channels_out))
        )

    def forward(self, x: Tensor) -> Tensor:
        # a 1x1 convolution with this stride; torch 2.13 overruns memory in its backward pass on few channels
        skipped = self.skip(x[:, :, :: self.stride, :: self.stride])
        return (self.layers(x) + skipped).relu()


class AlignmentBranch(nn.Module):
    """H_align: a picture (B, 3, H, W) -> heatmaps (B, 68, H / 4, W / 4).

    A 3x3 convolution and three residual blocks, the first two of which halve the side, and two hourglasses.
    Source: section 3.1, which does not say where the side is halved.
    """

    def __init__(self, width: int, *, depth: int, landmarks: int) -> None:
        super().__init__()
        half = width // 2
        self.stem = nn.Sequential(
            nn.Conv2d(3, half, 3, stride=2, padding=1),
            nn.ReLU(),
            ResidualBlock(half, width, stride=2),
            ResidualBlock(width, width),
            ResidualBlock(width, width),
        )
        self.hourglasses = nn.Sequential(*(Hourglass(depth, width) for _ in range(HOURGLASSES)))
        self.head = nn.Conv2d(width, landmarks, 1)
        nn.init.normal_(self.head.weight, std=1e-3)  # true heatmaps are nearly empty
        nn.init.zeros_(self.head.get_parameter("bias"))

    def forward(self, picture: Tensor) -> Tensor:
        return self.head(self.hourglasses(self.stem(picture)))


class ResNet18(nn.Module):
    """A picture (B, 3, H, W) -> (B, classes) logits. Source: He et al. 2016, table 1, the column of 18 layers."""

    def __init__(self, width: int, classes: int) -> None:
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv2d(3, width, 7, stride=2, padding=3, bias=False),
            nn.BatchNorm2d(width),
            nn.ReLU(),
            nn.MaxPool2d(3, stride=2, padding=1),
        )
        widths = (width, width, 2 * width, 4 * width, 8 * width)
        blocks: list[nn.Module] = []
        for stage in range(4):
            blocks.append(ResidualBlock(widths[stage], widths[stage + 1], stride=1 if stage == 0 else 2))
            blocks.append(ResidualBlock(widths[stage + 1], widths[stage + 1]))
        self.blocks = nn.Sequential(*blocks)
        self.full = nn.Linear(widths[-1], classes)

    def forward(self, picture: Tensor) -> Tensor:
        return self.full(self.blocks(self.stem(picture)).mean(dim=(2, 3)))


class RecurrentModule(FeedbackBlock):
    """The feedback block without its first convolution, whose place the fusion of each step takes (section 3.1)."""

    def __init__(self, config: MpenetConfig) -> None:
        stride, padding = config.feedback_stride, config.feedback_padding
        super().__init__(1, config.features, config.groups, kernel=stride + 2 * padding, stride=stride, padding=padding)
        del self.compress_in

    def forward(self, x: Tensor) -> Tensor:
        return self.project(x)


class MPENet(nn.Module):
    """A face, enlarged from low resolution, in; the pictures of three steps, heatmaps and action units out.

    Input (B, 3, size, size) RGB in [-1, 1]: the bicubic enlargement of the low-resolution face, which is first taken
    out of it again. Source: section 3.1 and figure 1. The shallow features, the recurrent module and the reconstruction
    are the same in every step (but for the first with `own_first_module`); the fusion before the module is each step's
    own, since what comes in differs.
    """

    reduction: Tensor

    def __init__(self, config: MpenetConfig) -> None:
        super().__init__()
        self.config = config
        features, unfold = config.features, config.first_unfold
        reduction = torch.from_numpy(enlargement_undone(config.low_size, config.size))  # of the enlarged face
        self.register_buffer("reduction", reduction, persistent=False)
        self.shallow = nn.Sequential(  # H_SFE
            nn.Conv2d(3, features * unfold**2, 3, padding=1),
            SharedPReLU(),
            nn.PixelShuffle(unfold) if unfold > 1 else nn.Identity(),
        )
        priors = (
            0,
            features + (config.landmarks if config.has_landmarks else 0),
            features + (len(UNITS) if config.has_units else 0),
        )
        self.fusions = nn.ModuleList(
            nn.Sequential(
                conv_prelu(nn.Conv2d(features + more, features, 1)),
                conv_prelu(nn.Conv2d(features, features, 3, padding=1)),
            )
            for more in priors
        )
        self.module = RecurrentModule(config)
        self.first_module = RecurrentModule(config) if config.own_first_module else None
        self.enlarge = conv_prelu(nn.ConvTranspose2d(features, features, 8, stride=4, padding=2))  # H_RECB
        self.picture = nn.Conv2d(features, 3, 3, padding=1)
        self.alignment = (
            AlignmentBranch(config.alignment_width, depth=config.hourglass_depth, landmarks=config.landmarks)
            if config.has_landmarks
            else None
        )
        self.classifier = ResNet18(config.unit_width, len(UNITS)) if config.has_units else None
        for part in (self.shallow, self.fusions, self.module, self.first_module, self.enlarge):
            if part is not None:
                part.apply(_initialise)
        nn.init.normal_(self.picture.weight, std=1e-3)  # the first pictures are the enlarged face
        nn.init.zeros_(self.picture.get_parameter("bias"))

    def forward(self, lr_upsampled: Tensor, *, region_weights: Tensor | None = None) -> MpenetOutput:
        """Args: region_weights: (B or 1, U), factors of the region of each of `UNITS`."""
        low = self.reduction @ lr_upsampled @ self.reduction.T  # (B, 3, 16, 16)
        enlarged = lr_upsampled if self.config.skip == "input" else _bilinear(low, self.config.scale)
        shallow = self.shallow(low)  # F_sf, (B, features, 32, 32), eq. 1
        heatmaps = unit_logits = regions = None
        state: Tensor | None = None
        pictures: list[Tensor] = []
        for step in range(STEPS):
            parts = [shallow] if state is None else [shallow, state]
            if step == 1 and self.alignment is not None:
                heatmaps = self.alignment(pictures[0])
                parts.append(heatmaps)
            if step == 2 and self.classifier is not None:
                unit_logits = self.classifier(pictures[1])
                regions = self._regions(heatmaps, region_weights)
                parts.append(self._unit_maps(unit_logits, regions))
            module = self.first_module if step == 0 and self.first_module is not None else self.module
            state = module(self.fusions[step](torch.cat(parts, dim=1)))  # F_fb, eq. 2
            pictures.append(self.picture(self.enlarge(state)) + enlarged)  # eqs. 3 and 4
        return MpenetOutput(tuple(pictures), heatmaps, unit_logits, regions)

    def _regions(self, heatmaps: Tensor | None, weights: Tensor | None) -> Tensor:
        """The attention maps of the units. No gradient flows back to the landmarks that place them."""
        config = self.config
        assert heatmaps is not None
        points = decode_heatmaps(heatmaps.detach(), image_size=config.size)
        sigma = config.region_sigma * config.map_size / 32
        regions = unit_regions(points, image_size=config.size, map_size=config.map_size, sigma=sigma)
        return regions if weights is None else regions * weights[:, :, None, None]

    def _unit_maps(self, logits: Tensor, regions: Tensor) -> Tensor:
        """The units' values, reshaped to maps and multiplied with their regions."""
        values = logits.sigmoid()[:, :, None, None]
        return values * regions if self.config.guidance == "regions" else values.expand_as(regions)


@torch.no_grad()
def _initialise(module: nn.Module) -> None:
    """Weights that keep the size of signals through many layers without normalisation (He et al. 2015, eq. 15)."""
    if isinstance(module, nn.Conv2d | nn.ConvTranspose2d):
        nn.init.kaiming_normal_(module.weight, a=SHARED_SLOPE)
        nn.init.zeros_(module.get_parameter("bias"))
    if isinstance(module, nn.ConvTranspose2d):
        module.weight.mul_(module.stride[0])  # only one of stride^2 weights reaches an output


def _bilinear(low: Tensor, scale: int) -> Tensor:
    return nn.functional.interpolate(low, scale_factor=scale, mode="bilinear", align_corners=False)


class MpenetGraph(nn.Module):
    """The network as it is exported: picture (B, 3, H, W) in [0, 1] in; the result, the first two steps, landmarks,
    heatmaps, action units in [0, 1] and the region of each unit out. With `mirror_average` pictures are the mean over
    the face and its mirror image; what was found is the face's own.

    Factors of the units' regions (B or 1, U) are an optional second input, where regions guide.
    """

    def __init__(self, network: MPENet) -> None:
        super().__init__()
        self.network = network
        has_regions = network.config.guidance == "regions"
        self.options = {ATTENTION_WEIGHTS: torch.ones(1, len(UNITS))} if has_regions else {}

    def forward(self, lr_upsampled: Tensor, attention_weights: Tensor | None = None) -> tuple[Tensor, ...]:
        config = self.network.config
        output = self.network(lr_upsampled * 2 - 1, region_weights=attention_weights)
        steps = output.steps
        if config.mirror_average:  # units are alike on both sides
            mirrored = self.network(lr_upsampled.flip(3) * 2 - 1, region_weights=attention_weights).steps
            steps = tuple((step + other.flip(3)) / 2 for step, other in zip(steps, mirrored, strict=True))
        first, second, last = (((picture + 1) / 2).clamp(0, 1) for picture in steps)
        found: list[Tensor] = [last, first, second]
        if output.heatmaps is not None:
            found += [decode_heatmaps(output.heatmaps, image_size=config.size), output.heatmaps]
        if output.unit_logits is not None:
            found.append(output.unit_logits.sigmoid())
        if config.guidance == "regions" and output.regions is not None:
            found += output.regions.split(1, dim=1)
        return tuple(found)
