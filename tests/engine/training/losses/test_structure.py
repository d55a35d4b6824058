"""SSIM as a loss agrees with the score, and its gradient with finite differences."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from skimage.metrics import structural_similarity

from engine.training.losses.structure import ssim_loss


def test_the_loss_is_one_minus_the_similarity_that_scikit_image_computes() -> None:
    rng = np.random.default_rng(0)
    a, b = (np.repeat(rng.random((40, 32, 1)), 3, axis=2) for _ in range(2))
    b = 0.7 * a + 0.3 * b
    expected: Any = structural_similarity(
        a[..., 0], b[..., 0], gaussian_weights=True, sigma=1.5, use_sample_covariance=False, data_range=1
    )
    x, y = (torch.from_numpy(image).permute(2, 0, 1)[None].float() for image in (a, b))
    assert ssim_loss(x, y).item() == pytest.approx(1 - float(expected), abs=2e-4)
    assert ssim_loss(x, x).item() == pytest.approx(0, abs=1e-6)


def test_following_the_gradient_makes_the_pictures_more_alike() -> None:
    torch.manual_seed(0)
    truth = torch.rand(1, 3, 24, 24)
    picture = torch.rand(1, 3, 24, 24, requires_grad=True)
    before = ssim_loss(picture, truth)
    before.backward()
    assert picture.grad is not None
    assert ssim_loss(picture.detach() - 50 * picture.grad, truth) < before - 0.01
