# pyright: basic
"""Networks that tell the numbers of a 3D face from a low-resolution one, enlarged (3D facial priors, section 3).

The paper has ResNet-50; the light one, which is shipped, sees where a face lies by a last layer that keeps places.
"""

from __future__ import annotations

import itertools
from typing import NamedTuple

import torch
from torch import Tensor, nn

from engine.priors.coefficients.config import SEEN_PX, STATES, CoefficientsConfig
from engine.priors.morphable import COUNT


class CoefficientsOutput(NamedTuple):
    """`coefficients` `(B, 239)`; `states` `(B, 4)`: logits of `STATES`."""

    coefficients: Tensor
    states: Tensor


class CoefficientsNetwork(nn.Module):
    """A face `(B, 3, 64, 64)` RGB in [-1, 1], the enlargement of a low-resolution one -> its numbers, and if they are
    usable. The network's own outputs are departures from the `mean` of the training faces in their `spread`."""

    mean: Tensor
    spread: Tensor

    def __init__(self, config: CoefficientsConfig) -> None:
        super().__init__()
        self.config = config
        self.register_buffer("mean", torch.zeros(COUNT))
        self.register_buffer("spread", torch.ones(COUNT))
        outputs = COUNT + len(STATES)
        self.body = (
            ResNet50(config.width, outputs) if config.network == "resnet50" else LightNetwork(config.width, outputs)
        )

    def forward(self, face: Tensor) -> CoefficientsOutput:
        found = self.body(face)
        return CoefficientsOutput(self.mean + self.spread * found[:, :COUNT], found[:, COUNT:])


class Block(nn.Module):
    """Two 3x3 convolutions with batch norm on a residual way. Source: He et al. 2016."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(conv_norm(channels, channels), nn.ReLU(), conv_norm(channels, channels))

    def forward(self, x: Tensor) -> Tensor:
        return (x + self.layers(x)).relu()


class LightNetwork(nn.Module):
    """Residual blocks at 32, 16, 8 and 4 px; the last map is not averaged, since a pose is where a face lies."""

    def __init__(self, width: int, outputs: int) -> None:
        super().__init__()
        widths = (width, 2 * width, 4 * width, 5 * width)
        layers: list[nn.Module] = [conv_norm(3, width, stride=2), nn.ReLU(), Block(width)]
        for narrow, wide in itertools.pairwise(widths):
            layers += [conv_norm(narrow, wide, stride=2), nn.ReLU(), Block(wide)]
        self.layers = nn.Sequential(*layers, nn.Conv2d(widths[-1], width, 1), nn.BatchNorm2d(width), nn.ReLU())
        self.full = nn.Sequential(nn.Flatten(), nn.Linear(width * (SEEN_PX // 16) ** 2, 256), nn.ReLU())
        self.last = nn.Linear(256, outputs)

    def forward(self, face: Tensor) -> Tensor:
        return self.last(self.full(self.layers(face)))


class Bottleneck(nn.Module):
    """1x1, 3x3 and 1x1 convolutions, 4 times as wide at the end. Source: He et al. 2016, figure 5."""

    def __init__(self, channels: int, width: int, *, stride: int) -> None:
        super().__init__()
        self.stride = stride
        self.layers = nn.Sequential(
            conv_norm(channels, width, kernel=1),
            nn.ReLU(),
            conv_norm(width, width, stride=stride),
            nn.ReLU(),
            conv_norm(width, 4 * width, kernel=1),
        )
        is_same = stride == 1 and channels == 4 * width
        self.skip = nn.Identity() if is_same else conv_norm(channels, 4 * width, kernel=1)

    def forward(self, x: Tensor) -> Tensor:
        return (self.layers(x) + self.skip(x[:, :, :: self.stride, :: self.stride])).relu()


class ResNet50(nn.Module):
    """A face `(B, 3, S, S)` -> `(B, outputs)`. Source: He et al. 2016, table 1, the column of 50 layers."""

    def __init__(self, width: int, outputs: int) -> None:
        super().__init__()
        stem = nn.Conv2d(3, width, 7, stride=2, padding=3, bias=False)
        self.stem = nn.Sequential(stem, nn.BatchNorm2d(width), nn.ReLU(), nn.MaxPool2d(3, stride=2, padding=1))
        blocks: list[nn.Module] = []
        channels = width
        for stage, count in enumerate((3, 4, 6, 3)):
            for number in range(count):
                inner = width * 2**stage
                blocks.append(Bottleneck(channels, inner, stride=2 if stage and not number else 1))
                channels = 4 * inner
        self.blocks = nn.Sequential(*blocks)
        self.full = nn.Linear(channels, outputs)

    def forward(self, face: Tensor) -> Tensor:
        return self.full(self.blocks(self.stem(face)).mean(dim=(2, 3)))


def conv_norm(channels_in: int, channels_out: int, *, kernel: int = 3, stride: int = 1) -> nn.Sequential:
    """A convolution with batch norm; of this stride, padded to keep the side else."""
    return nn.Sequential(
        nn.Conv2d(channels_in, channels_out, kernel, stride=stride, padding=kernel // 2, bias=False),
        nn.BatchNorm2d(channels_out),
    )


class CoefficientsGraph(nn.Module):
    """The network as it is exported: pictures (B, 3, 64, 64) in [0, 1] in, numbers and probabilities of states out."""

    def __init__(self, network: CoefficientsNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, lr_upsampled: Tensor) -> tuple[Tensor, Tensor]:
        found = self.network(lr_upsampled * 2 - 1)
        return found.coefficients, found.states.softmax(dim=1)
