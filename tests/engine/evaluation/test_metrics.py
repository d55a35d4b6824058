"""PSNR and SSIM against numbers worked out by hand and against scikit-image."""

from __future__ import annotations

import math

import numpy as np
import pytest
from skimage.metrics import peak_signal_noise_ratio

from engine.evaluation.metrics import luminance, psnr_y, ssim_y


def test_luminance_of_black_white_and_primaries_is_that_of_bt601_studio_swing() -> None:
    colours = np.array([[[0, 0, 0], [1, 1, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1]]], dtype=np.float32)
    expected = [16, 235, 81.481, 144.553, 40.966]
    np.testing.assert_allclose(luminance(colours)[0], expected, atol=1e-3)


def test_psnr_of_a_known_difference_is_the_hand_computed_number() -> None:
    grey = np.full((16, 16, 3), 100 / 255, dtype=np.float32)
    lighter = np.full((16, 16, 3), 110 / 255, dtype=np.float32)
    difference = 10 * 219 / 255  # levels of Y
    assert psnr_y(lighter, grey) == pytest.approx(20 * math.log10(255 / difference), abs=1e-6)
    assert psnr_y(grey, grey) == math.inf


def test_psnr_agrees_with_scikit_image() -> None:
    rng = np.random.default_rng(0)
    one, two = rng.random((2, 32, 32, 3), dtype=np.float32)
    reference = peak_signal_noise_ratio(luminance(two), luminance(one), data_range=255)
    assert psnr_y(one, two) == pytest.approx(reference, abs=1e-9)


def test_ssim_equals_a_direct_computation_of_wangs_formula_inside_the_image() -> None:
    rng = np.random.default_rng(1)
    truth = rng.random((20, 24, 3)).astype(np.float32)
    image = np.clip(truth + rng.normal(0, 0.1, truth.shape), 0, 1).astype(np.float32)
    kernel = np.exp(-((np.arange(11) - 5) ** 2) / (2 * 1.5**2))
    window = np.outer(kernel, kernel) / kernel.sum() ** 2
    x, y = luminance(image), luminance(truth)
    values = []
    for top in range(x.shape[0] - 10):
        for left in range(x.shape[1] - 10):
            a, b = x[top : top + 11, left : left + 11], y[top : top + 11, left : left + 11]
            ma, mb = (window * a).sum(), (window * b).sum()
            va, vb = (window * a * a).sum() - ma**2, (window * b * b).sum() - mb**2
            cov = (window * a * b).sum() - ma * mb
            c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
            values.append((2 * ma * mb + c1) * (2 * cov + c2) / ((ma**2 + mb**2 + c1) * (va + vb + c2)))
    assert ssim_y(image, truth) == pytest.approx(np.mean(values), abs=1e-6)
    assert ssim_y(truth, truth) == pytest.approx(1)
