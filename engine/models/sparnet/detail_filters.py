"""Fixed filters of what a network adds to a picture: against what it should not draw, and for what it draws too softly.

All are linear, have nothing to learn and take (B, 3, H, W) to the same shape.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

ALTERNATING = torch.tensor([1, -4, 6, -4, 1]) / 16  # finds what alternates from px to px: gives 1 of it, 0 of the even
SHARPENING_REACH = 3  # px
WEAVE_PERIOD = 4  # px: of networks that enlarge by 4, or twice by 2, last
WEAVE_REACH = 4  # periods
WEAVE_SIGMA = 2.0  # periods: how far a pattern must go on to count as one
LUMA = torch.tensor([0.299, 0.587, 0.114])  # ITU-R BT.601
OF_A_PERIOD = torch.tensor([0.5, 1, 1, 1, 0.5]) / WEAVE_PERIOD  # its mean; nothing of what repeats in it


class WithoutChequers(nn.Module):
    """Takes out px that differ from their neighbours along rows and columns at once, which a network trained with
    discriminators draws and photos hardly have; lines stay. (B, 3, H, W) -> the same; the edge is repeated outwards.
    """

    kernel: Tensor

    def __init__(self) -> None:
        super().__init__()
        kernel = -ALTERNATING[:, None] * ALTERNATING
        kernel[2, 2] += 1
        self.register_buffer("kernel", kernel.repeat(3, 1, 1, 1), persistent=False)  # (3, 1, 5, 5)

    def forward(self, picture: Tensor) -> Tensor:
        """The filtered picture."""
        return nn.functional.conv2d(nn.functional.pad(picture, [2] * 4, mode="replicate"), self.kernel, groups=3)


class WithoutLines(nn.Module):
    """Takes a share out of what alternates from px to px along rows, along columns, or both: the hatch of a network
    that unfolds its px last. (B, 3, H, W) -> the same; the edge is repeated outwards.

    Args: share: 0 to 1. Lines of 4 px keep 1 - share / 4, of 8 px 1 - share / 46.
    """

    kernel: Tensor

    def __init__(self, share: float) -> None:
        super().__init__()
        along = -share * ALTERNATING
        along[2] += 1
        self.register_buffer("kernel", (along[:, None] * along).repeat(3, 1, 1, 1), persistent=False)

    def forward(self, picture: Tensor) -> Tensor:
        """The filtered picture."""
        return nn.functional.conv2d(nn.functional.pad(picture, [2] * 4, mode="replicate"), self.kernel, groups=3)


class QuietColour(nn.Module):
    """Leaves the luma (BT.601) as it is, and takes out of the colour all that repeats within 4 px or less: networks
    whose losses look at luma and edges draw it at random. (B, 3, H, W) RGB -> the same; the edge is repeated outwards.
    """

    kernel: Tensor
    luma: Tensor

    def __init__(self) -> None:
        super().__init__()
        mean = OF_A_PERIOD[:, None] * OF_A_PERIOD
        self.register_buffer("kernel", mean.repeat(3, 1, 1, 1), persistent=False)
        self.register_buffer("luma", LUMA[None, :, None, None], persistent=False)

    def forward(self, picture: Tensor) -> Tensor:
        """The filtered picture."""
        luma = nn.functional.conv2d(picture, self.luma)
        colour = picture - luma
        for _ in range(2):
            colour = nn.functional.conv2d(nn.functional.pad(colour, [2] * 4, mode="replicate"), self.kernel, groups=3)
        return luma + colour


class Sharpening(nn.Module):
    """Adds `gain` times what is finer than a Gaussian of 1 px (unsharp masking). (B, 3, H, W) -> the same; the edge is
    repeated outwards."""

    kernel: Tensor

    def __init__(self, gain: float) -> None:
        super().__init__()
        bell = torch.exp(-torch.arange(-SHARPENING_REACH, SHARPENING_REACH + 1).square() / 2)
        bell = bell / bell.sum()
        kernel = -gain * bell[:, None] * bell
        kernel[SHARPENING_REACH, SHARPENING_REACH] += 1 + gain
        self.register_buffer("kernel", kernel.repeat(3, 1, 1, 1), persistent=False)

    def forward(self, picture: Tensor) -> Tensor:
        """The filtered picture."""
        padded = nn.functional.pad(picture, [SHARPENING_REACH] * 4, mode="replicate")
        return nn.functional.conv2d(padded, self.kernel, groups=3)


class WithoutWeave(nn.Module):
    """Takes out what repeats every 4 px (or 2) over some 16 px along and across: the weave of sub-pixel convolutions.

    At each px: the Gaussian mean of the px whole periods away, less the mean of all px around.
    """

    same_phase: Tensor
    all_phases: Tensor

    def __init__(self) -> None:
        super().__init__()
        at = torch.arange(-WEAVE_REACH, WEAVE_REACH + 1) / WEAVE_SIGMA
        bell = torch.exp(-at.square() / 2)
        bell = bell / bell.sum()
        self.register_buffer("same_phase", (bell[:, None] * bell).repeat(3, 1, 1, 1), persistent=False)
        mean = OF_A_PERIOD[:, None] * OF_A_PERIOD
        self.register_buffer("all_phases", mean.repeat(3, 1, 1, 1), persistent=False)

    def forward(self, picture: Tensor) -> Tensor:
        """The filtered picture."""
        reach = WEAVE_REACH * WEAVE_PERIOD
        padded = nn.functional.pad(picture, [reach + 2] * 4, mode="reflect")
        repeated = nn.functional.conv2d(padded, self.same_phase, groups=3, dilation=WEAVE_PERIOD)
        mean = nn.functional.conv2d(repeated, self.all_phases, groups=3)
        return picture - (repeated[..., 2:-2, 2:-2] - mean)
