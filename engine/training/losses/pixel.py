"""Pixel losses."""

from __future__ import annotations

from torch import Tensor

from engine.training.recipe import PixelLoss


def pixel_loss(restored: Tensor, truth: Tensor, kind: PixelLoss) -> Tensor:
    """The loss that a recipe names, of two batches `(B, 3, H, W)`; see `engine.training.recipe.PixelLoss`."""
    error = restored - truth
    if kind == "l1":
        return error.abs().mean()
    squares = error.square().mean(dim=(1, 2, 3))  # (B,)
    if kind == "l2":
        return squares.mean()
    return 0.5 * error.abs().mean() + 0.5 * (squares + 1e-8).sqrt().mean()
