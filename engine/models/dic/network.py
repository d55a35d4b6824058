# pyright: basic
"""DIC (Ma et al., "Deep Face Super-Resolution with Iterative Collaboration ...", CVPR 2020): recovery and landmarks.

Module names are those of the published checkpoints, so that a user's own copy of them loads strictly. Nothing is kept
in the modules from one call to the next.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import torch
from torch import Tensor, nn

from engine.alignment.resample import enlargement_undone
from engine.models.base import ATTENTION_WEIGHTS
from engine.models.dic.config import DicConfig
from engine.models.feedback import FeedbackBlock, SharedPReLU, conv_prelu
from engine.models.hourglass import RecurrentHourglass
from engine.priors.components import COMPONENTS, MIRRORED_COMPONENTS
from engine.priors.heatmaps import component_attention, decode_heatmaps

LEAKY_SLOPE = 0.2


class DicOutput(NamedTuple):
    """What each of the N steps gave, in order.

    `steps` pictures (B, 3, H, W) in the range of the input, not clamped; `heatmaps` (B, 68, H / 4, W / 4), empty
    without an alignment branch; `attention` (B, 5, H / 4, W / 4) of the steps that had one, from the second on.
    """

    steps: tuple[Tensor, ...]
    heatmaps: tuple[Tensor, ...]
    attention: tuple[Tensor, ...]

    @property
    def image(self) -> Tensor:
        """The last step's picture, the result."""
        return self.steps[-1]


class _GroupUnit(nn.Module):
    """Residual unit of two 3x3 convolutions, each component's channels by themselves."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        groups = len(COMPONENTS)
        self.res = nn.Sequential(
            nn.Conv2d(channels, channels, 3, padding=1, groups=groups),
            nn.LeakyReLU(LEAKY_SLOPE),
            nn.Conv2d(channels, channels, 3, padding=1, groups=groups),
        )

    def forward(self, x: Tensor) -> Tensor:
        return x + self.res(x)


class AttentiveFusion(nn.Module):
    """f_Fusion = sum_p M_p * f_p (eq. 8): features of each component, weighted by where it is.

    (B, features, h, w) and attention (B, 5, h, w) -> (B, features, h, w).
    """

    def __init__(self, features: int, units: int) -> None:
        super().__init__()
        wide = features * len(COMPONENTS)
        self.conv_in = nn.Sequential(nn.Conv2d(features, wide, 1), nn.LeakyReLU(LEAKY_SLOPE))
        self.resnet = nn.Sequential(*(_GroupUnit(wide) for _ in range(units)))

    def forward(self, x: Tensor, attention: Tensor) -> Tensor:
        wide = self.resnet(self.conv_in(x))
        of_component = wide.unflatten(1, (len(COMPONENTS), -1))  # (B, 5, features, h, w)
        return (of_component * attention[:, :, None]).sum(dim=1)


class RecurrentBlock(FeedbackBlock):
    """G_R: LR features and the last output, squeezed, guided by the landmarks, through the feedback block (eq. 1)."""

    def __init__(self, config: DicConfig) -> None:
        maps = config.landmarks if config.guidance == "concatenation" else 0
        super().__init__(2 * config.features + maps, config.features, config.groups, **_projection(config))
        self.fusion_block = (
            AttentiveFusion(config.features, config.fusion_units) if config.guidance == "fusion" else None
        )


def _projection(config: DicConfig) -> dict[str, int]:
    stride, padding = config.feedback_stride, config.feedback_padding
    return {"kernel": stride + 2 * padding, "stride": stride, "padding": padding}


class DIC(nn.Module):
    """A face, enlarged from low resolution, in; the pictures and heatmaps of every step out.

    Input (B, 3, size, size) RGB in [-1, 1]: the bicubic enlargement of the low-resolution face, which is first taken
    out of it again. Source: section 3, figures 2 and 3; layer sizes of the published network where
    the paper is silent.
    """

    mean: Tensor
    reduction: Tensor

    def __init__(self, config: DicConfig) -> None:
        super().__init__()
        self.config = config
        features, unfold = config.features, config.first_unfold
        self.register_buffer("mean", torch.tensor(config.mean).reshape(1, 3, 1, 1), persistent=False)
        reduction = torch.from_numpy(enlargement_undone(config.low_size, config.size))  # of the enlarged face
        self.register_buffer("reduction", reduction, persistent=False)
        self.conv_in = nn.Sequential(
            nn.Conv2d(3, features * unfold**2, 3, padding=1),
            SharedPReLU(),
            nn.PixelShuffle(unfold) if unfold > 1 else nn.Identity(),
        )
        self.first_block = FeedbackBlock(features, features, config.groups, **_projection(config))
        self.block = RecurrentBlock(config)
        self.out = conv_prelu(nn.ConvTranspose2d(features, features, 8, stride=4, padding=2))
        self.conv_out = nn.Sequential(nn.Conv2d(features, 3, 3, padding=1))
        self.HG = (
            None
            if config.guidance == "none"
            else RecurrentHourglass(
                features=config.hourglass_features,
                stem=config.hourglass_stem,
                depth=config.hourglass_depth,
                landmarks=config.landmarks,
            )
        )
        for name, module in self.named_modules():
            if not name.startswith("HG."):  # whose residual units would add up
                _initialise(module)
        nn.init.normal_(self.get_parameter("conv_out.0.weight"), std=1e-3)  # the first pictures are the enlarged face
        if self.HG is not None:  # and the first heatmaps nearly empty, as true ones are
            nn.init.normal_(self.HG.get_parameter("hg_conv_out.2.weight"), std=1e-3)

    def forward(
        self, lr_upsampled: Tensor, *, component_weights: Tensor | None = None, with_last_heatmaps: bool = True
    ) -> DicOutput:
        """Args: component_weights: (B or 1, 5), factors of the attention of each of `COMPONENTS`; figure 6 keeps one
        and sets the others to zero. with_last_heatmaps: False saves the last alignment, which no picture needs."""
        config = self.config
        centred = (lr_upsampled + 1) / 2 - self.mean
        low = self.reduction @ centred @ self.reduction.T  # (B, 3, 16, 16)
        if config.skip == "input":
            enlarged = centred
        else:
            enlarged = nn.functional.interpolate(low, scale_factor=config.scale, mode="bilinear", align_corners=False)
        extracted = self.conv_in(low)  # G_1, (B, features, 32, 32)
        state = self.first_block(extracted)  # f_0
        memory: Tensor | None = None
        pictures: list[Tensor] = []
        heatmaps: list[Tensor] = []
        attention: list[Tensor] = []
        for step in range(config.steps):
            if step:
                state = self._next(extracted, state, heatmaps, attention, component_weights)  # eq. 1
            picture = self.conv_out(self.out(state)) + enlarged  # eq. 2
            pictures.append((picture + self.mean) * 2 - 1)
            if self.HG is not None and (with_last_heatmaps or step < config.steps - 1):
                aligned = self.HG(picture, memory)  # eqs. 3, 4
                memory = aligned.memory
                heatmaps.append(aligned.heatmaps)
        return DicOutput(tuple(pictures), tuple(heatmaps), tuple(attention))

    def _next(
        self,
        extracted: Tensor,
        state: Tensor,
        heatmaps: list[Tensor],
        attention: list[Tensor],
        component_weights: Tensor | None,
    ) -> Tensor:
        block = self.block
        if self.config.guidance == "concatenation":
            return block.project(block.squeeze_in(extracted, state, heatmaps[-1]))
        squeezed = block.squeeze_in(extracted, state)
        if block.fusion_block is None:
            return block.project(squeezed)
        weights = component_attention(heatmaps[-1])  # eq. 7
        if component_weights is not None:
            weights = weights * component_weights[:, :, None, None]
        attention.append(weights)
        return block.project(block.fusion_block(squeezed, weights))


def _initialise(module: nn.Module) -> None:
    """Weights that keep the size of signals through many layers without normalisation (He et al. 2015, eq. 15)."""
    if not isinstance(module, nn.Conv2d | nn.ConvTranspose2d):
        return
    inputs = module.in_channels // module.groups * module.kernel_size[0] ** 2  # that reach one output
    if isinstance(module, nn.ConvTranspose2d):
        inputs //= module.stride[0] ** 2
    nn.init.normal_(module.weight, std=math.sqrt(2 / (1 + LEAKY_SLOPE**2) / inputs))
    if module.bias is not None:
        nn.init.zeros_(module.bias)


class DicGraph(nn.Module):
    """The network as it is exported: picture (B, 3, H, W) in [0, 1] in; the result, the earlier steps, the attention of
    each component in the last step (at one quarter of the size), heatmaps and landmarks of the last step out. With
    `mirror_average` pictures are the mean over the face and its mirror image; maps and landmarks are the face's own.

    With attentive fusion, factors of the components' attention (B or 1, 5) are an optional second input.
    """

    def __init__(self, network: DIC) -> None:
        super().__init__()
        self.network = network
        has_attention = network.config.guidance == "fusion" and network.config.steps > 1
        self.side_outputs = () if network.HG is None else ("heatmaps", "landmarks")
        self.options = {ATTENTION_WEIGHTS: torch.ones(1, len(COMPONENTS))} if has_attention else {}

    def forward(self, lr_upsampled: Tensor, attention_weights: Tensor | None = None) -> tuple[Tensor, ...]:
        config = self.network.config
        output = self.network(lr_upsampled * 2 - 1, component_weights=attention_weights)
        steps = output.steps
        if config.mirror_average:
            mirrored = self._of_mirrored(lr_upsampled, attention_weights)
            steps = tuple((step + other) / 2 for step, other in zip(steps, mirrored, strict=True))
        pictures = [((picture + 1) / 2).clamp(0, 1) for picture in steps]
        maps = output.attention[-1].split(1, dim=1) if output.attention else ()
        if not output.heatmaps:
            return pictures[-1], *pictures[:-1]
        landmarks = decode_heatmaps(output.heatmaps[-1], image_size=config.size)
        return pictures[-1], *pictures[:-1], *maps, output.heatmaps[-1], landmarks

    def _of_mirrored(self, lr_upsampled: Tensor, attention_weights: Tensor | None) -> tuple[Tensor, ...]:
        """The pictures of the mirrored face, mirrored back; its right eye is the left one."""
        weights = None if attention_weights is None else attention_weights[:, list(MIRRORED_COMPONENTS)]
        output = self.network(lr_upsampled.flip(3) * 2 - 1, component_weights=weights, with_last_heatmaps=False)
        return tuple(picture.flip(3) for picture in output.steps)
