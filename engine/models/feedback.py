# pyright: basic
"""The feedback block: features go up and down several times, densely linked (Li et al. 2019, SRFBN; DIC's G_R).

Module names are those of DIC's published checkpoints.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

SHARED_SLOPE = 0.2  # first value of the one slope that each PReLU has


class SharedPReLU(nn.PReLU):
    """PReLU with one slope for all channels; on a CPU its backward pass takes a fifth of torch's own (measured)."""

    def __init__(self) -> None:
        super().__init__(init=SHARED_SLOPE)

    def forward(self, x: Tensor) -> Tensor:
        is_trained = torch.is_grad_enabled() and x.requires_grad and x.device.type == "cpu"
        if is_trained and not torch.onnx.is_in_onnx_export():
            return _LeakyWithSlope.apply(x, self.weight)
        return super().forward(x)


class _LeakyWithSlope(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, x: Tensor, slope: Tensor) -> Tensor:
        ctx.save_for_backward(x, slope)
        return nn.functional.leaky_relu(x, slope.item())

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, Tensor]:
        (gradient,) = gradients
        x, slope = ctx.saved_tensors
        of_slope = (gradient * x.clamp(max=0)).sum().to(slope.dtype).reshape(slope.shape)
        return torch.ops.aten.leaky_relu_backward(gradient, x, slope.item(), False), of_slope


def conv_prelu(conv: nn.Module) -> nn.Sequential:
    """A convolution and a PReLU with one slope for all channels."""
    return nn.Sequential(conv, SharedPReLU())


class FeedbackBlock(nn.Module):
    """`groups` pairs of an up-projection (transposed convolution) and a down-projection (convolution).

    (B, in_channels, h, w) -> (B, features, h, w). From the second group on, a 1x1 convolution first squeezes all
    earlier low maps, the input included, or all earlier high ones. Between `squeeze_in` and `project` a caller may put
    a step of its own, as DIC its attentive fusion. Kernel, stride and padding decide on the high side: h * stride if
    kernel = stride + 2 * padding.
    """

    def __init__(self, in_channels: int, features: int, groups: int, *, kernel: int, stride: int, padding: int) -> None:
        super().__init__()

        def squeeze(count: int) -> nn.Sequential:
            return conv_prelu(nn.Conv2d(count * features, features, 1))

        def up() -> nn.Sequential:
            return conv_prelu(nn.ConvTranspose2d(features, features, kernel, stride=stride, padding=padding))

        def down() -> nn.Sequential:
            return conv_prelu(nn.Conv2d(features, features, kernel, stride=stride, padding=padding))

        self.compress_in = conv_prelu(nn.Conv2d(in_channels, features, 1))
        self.upBlocks = nn.ModuleList(up() for _ in range(groups))
        self.downBlocks = nn.ModuleList(down() for _ in range(groups))
        self.uptranBlocks = nn.ModuleList(squeeze(count) for count in range(2, groups + 1))
        self.downtranBlocks = nn.ModuleList(squeeze(count) for count in range(2, groups + 1))
        self.compress_out = squeeze(groups)

    def squeeze_in(self, *parts: Tensor) -> Tensor:
        """What comes in, concatenated and squeezed to (B, features, h, w)."""
        return self.compress_in(torch.cat(parts, dim=1))

    def project(self, x: Tensor) -> Tensor:
        """The groups on what was squeezed, (B, features, h, w) -> the same."""
        low, high = [x], list[Tensor]()
        for index, (up, down) in enumerate(zip(self.upBlocks, self.downBlocks, strict=True)):
            below = self.uptranBlocks[index - 1](torch.cat(low, dim=1)) if index else x
            high.append(up(below))
            above = self.downtranBlocks[index - 1](torch.cat(high, dim=1)) if index else high[0]
            low.append(down(above))
        return self.compress_out(torch.cat(low[1:], dim=1))

    def forward(self, x: Tensor) -> Tensor:
        return self.project(self.squeeze_in(x))
