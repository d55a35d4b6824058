"""Structural similarity as a loss."""

from __future__ import annotations

import torch
from torch import Tensor

WINDOW, SIGMA = 11, 1.5  # px, as the scores
_C1, _C2 = 0.01**2, 0.03**2  # for pictures in [0, 1]
_LUMA = (0.299, 0.587, 0.114)  # BT.601


def ssim_loss(restored: Tensor, truth: Tensor) -> Tensor:
    """1 - mean SSIM of brightness, of two batches `(B, 3, H, W)` RGB in [0, 1], sides of 11 or more; 0 if equal.

    Windows inside the picture only. Source: Wang et al. 2004, eq. 13; brightness without the scores' studio swing.
    """
    x, y = _brightness(restored), _brightness(truth)
    mean_x, mean_y = _blurred(x), _blurred(y)
    variance_x, variance_y = _blurred(x * x) - mean_x**2, _blurred(y * y) - mean_y**2
    covariance = _blurred(x * y) - mean_x * mean_y
    likeness = (2 * mean_x * mean_y + _C1) * (2 * covariance + _C2)
    size = (mean_x**2 + mean_y**2 + _C1) * (variance_x + variance_y + _C2)
    return 1 - (likeness / size).mean()


def _brightness(image: Tensor) -> Tensor:
    weights = torch.tensor(_LUMA, device=image.device).view(1, 3, 1, 1)
    return (image.float() * weights).sum(dim=1, keepdim=True)  # (B, 1, H, W)


def _blurred(x: Tensor) -> Tensor:
    at = torch.arange(WINDOW, device=x.device, dtype=x.dtype) - WINDOW // 2
    line = torch.exp(-(at**2) / (2 * SIGMA**2))
    line = line / line.sum()
    across = torch.nn.functional.conv2d(x, line.view(1, 1, 1, -1))
    return torch.nn.functional.conv2d(across, line.view(1, 1, -1, 1))
