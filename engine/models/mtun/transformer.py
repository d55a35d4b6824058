# pyright: basic
"""The spatial transformer of MTUN: four numbers of a similarity, and pictures warped by it (Jaderberg et al. 2015)."""

from __future__ import annotations

import torch
from torch import Tensor, nn

LOOKED_AT = 64  # px, the side of the features that the locator's layers are made for


def similarity(numbers: Tensor) -> Tensor:
    """The similarity transform of four numbers: `(B, 4)` as (a, b, x, y) -> `(B, 2, 3)`.

    `[[1 + a, -b, x], [b, 1 + a, y]]` maps places of the upright picture to places of the input, both in units of half
    the side from the middle. Turn, size and two shifts are all it has: it cannot shear. Zeros give the identity.
    Source: MTUN, section 3.4.
    """
    a, b, x, y = numbers.unbind(dim=1)
    return torch.stack([1 + a, -b, x, b, 1 + a, y], dim=1).reshape(-1, 2, 3)


def mirror(transform: Tensor) -> Tensor:
    """The transform `(B, 2, 3)` of the mirrored input that gives the mirrored picture."""
    return transform * transform.new_tensor([[1.0, -1.0, -1.0], [-1.0, 1.0, 1.0]])


def composed(outer: Tensor, inner: Tensor) -> Tensor:
    """The affine map that does `inner`, then `outer`; all `(B, 2, 3)`."""
    linear = outer[:, :, :2] @ inner[:, :, :2]
    shift = outer[:, :, :2] @ inner[:, :, 2:] + outer[:, :, 2:]
    return torch.cat([linear, shift], dim=2)


def inverse(transform: Tensor) -> Tensor:
    """The affine map back, `(B, 2, 3)`."""
    linear = torch.linalg.inv(transform[:, :, :2])
    return torch.cat([linear, -linear @ transform[:, :, 2:]], dim=2)


def warped(image: Tensor, transform: Tensor, *, mode: str = "bilinear") -> Tensor:
    """`image` `(B, C, h, h)` seen through `transform` `(B, 2, 3)`; what lies outside repeats the border."""
    size = image.shape[-1]
    places = (torch.arange(size, dtype=transform.dtype, device=transform.device) * 2 + 1) / size - 1
    rows, columns = torch.meshgrid(places, places, indexing="ij")
    grid = torch.stack([columns, rows, torch.ones_like(rows)], dim=-1).reshape(1, size * size, 3)
    moved = (grid @ transform.transpose(1, 2)).reshape(-1, size, size, 2)
    return nn.functional.grid_sample(
        image.to(transform.dtype), moved, mode=mode, padding_mode="border", align_corners=False
    )


def in_px(transform: Tensor, size: int) -> Tensor:
    """A transform `(B, 2, 3)` in units of half the side as one in px of a picture of `size` px, centres at integers."""
    linear = transform[:, :, :2]
    shift = (linear.sum(dim=2) * (1 - size) + size * transform[:, :, 2] + size - 1) / 2
    return torch.cat([linear, shift[:, :, None]], dim=2)


def from_px(transform: Tensor, size: int) -> Tensor:
    """The inverse of `in_px`."""
    linear = transform[:, :, :2]
    shift = (2 * transform[:, :, 2] + 1 - size - linear.sum(dim=2) * (1 - size)) / size
    return torch.cat([linear, shift[:, :, None]], dim=2)


class Locator(nn.Module):
    """Features `(B, C, h, h)` -> the transform `(B, 2, 3)` that sets them upright; the identity at first.

    MP2, conv k5, MP2, conv k5, max pooling to `grid` x `grid`, two full connections. Source: MTUN, section 3.4.
    Deviation: at 64 px a third MP2 leaves 5 x 5 places, but the paper's full connection takes 80 = 20 * 2 * 2
    numbers; the last pooling is 5 wide here to leave those, or 2 with `grid` 5. Smaller features are enlarged to 64 px.
    """

    def __init__(self, channels: int, *, width: int, hidden: int, grid: int) -> None:
        super().__init__()
        self.convs = nn.Sequential(
            nn.MaxPool2d(2),
            nn.Conv2d(channels, width, 5),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Conv2d(width, width, 5),
            nn.ReLU(),
            nn.MaxPool2d(10 // grid),
        )
        self.full = nn.Sequential(nn.Linear(width * grid**2, hidden), nn.ReLU(), nn.Linear(hidden, 4))
        for name in ("full.2.weight", "full.2.bias"):
            nn.init.zeros_(self.get_parameter(name))

    def forward(self, features: Tensor) -> Tensor:
        """The transform."""
        if features.shape[-1] != LOOKED_AT:
            size = (LOOKED_AT, LOOKED_AT)
            features = nn.functional.interpolate(features, size, mode="bilinear", align_corners=False)
        return similarity(self.full(self.convs(features).flatten(1)).float())
