"""Scores of a network on validation faces at several low-resolution sizes, against bicubic."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from engine.evaluation.metrics import psnr_y, ssim_y
from engine.training.pairs import degrade_bicubic

BATCH = 16


def score(
    network: nn.Module | None, faces: NDArray[np.float32], side: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """PSNR (dB) and SSIM of Y for each face restored from `side` px; without a network, of bicubic.

    Args: faces: `(N, H, H, 3)` RGB in [0, 1], the ground truth. Returns: two arrays `(N,)`.
    """
    low = np.stack([degrade_bicubic(face, side) for face in faces])
    restored = low if network is None else _restore(network, low)
    pairs = list(zip(restored, faces, strict=True))
    return np.array([psnr_y(*p) for p in pairs]), np.array([ssim_y(*p) for p in pairs])


@torch.inference_mode()
def _restore(network: nn.Module, low: NDArray[np.float32]) -> NDArray[np.float32]:
    parts: list[NDArray[np.float32]] = []
    for start in range(0, len(low), BATCH):
        batch = torch.from_numpy(low[start : start + BATCH]).permute(0, 3, 1, 2).contiguous()
        image = (network(batch * 2 - 1).image + 1) / 2
        parts.append(image.clamp(0, 1).permute(0, 2, 3, 1).numpy())
    return np.concatenate(parts)


def curve_row(network: nn.Module, faces: NDArray[np.float32], sides: Sequence[int] = (8, 16, 32)) -> dict[str, float]:
    """Mean scores at each size, as columns of a training curve."""
    row: dict[str, float] = {}
    for side in sides:
        psnr, ssim = score(network, faces, side)
        row |= {f"psnr_{side}": round(float(psnr.mean()), 4), f"ssim_{side}": round(float(ssim.mean()), 5)}
    return row
