"""PSNR and SSIM on the luminance channel, the same functions for every method and for bicubic."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray


def luminance(image: NDArray[np.float32]) -> NDArray[np.float64]:
    """Y of YCbCr, BT.601 studio swing as MATLAB's rgb2ycbcr, after rounding to 8 bits.

    Args: image: `(H, W, 3)` RGB in [0, 1]. Returns: `(H, W)` in [16, 235].
    """
    stored = np.round(np.clip(image.astype(np.float64), 0, 1) * 255) / 255
    return 16 + stored @ np.array([65.481, 128.553, 24.966])


def psnr_y(image: NDArray[np.float32], truth: NDArray[np.float32]) -> float:
    """Peak signal-to-noise ratio of Y in dB, peak 255, no border cropped; infinite for equal images.

    Args: image, truth: `(H, W, 3)` RGB in [0, 1].
    """
    error = float(np.mean((luminance(image) - luminance(truth)) ** 2))
    return math.inf if error == 0 else 10 * math.log10(255**2 / error)


def ssim_y(image: NDArray[np.float32], truth: NDArray[np.float32]) -> float:
    """Structural similarity of Y, 11x11 Gaussian window of sigma 1.5, windows inside the image only.

    Args: image, truth: `(H, W, 3)` RGB in [0, 1], H and W at least 11. Source: Wang et al. 2004.
    """
    from skimage.metrics import structural_similarity

    similarity: Any = structural_similarity(
        luminance(image),
        luminance(truth),
        gaussian_weights=True,
        sigma=1.5,
        use_sample_covariance=False,
        data_range=255,
    )
    return float(similarity)


def sharpness(image: NDArray[np.float32]) -> float:
    """Root mean square of the Laplacian of Y (4 neighbours, image edge left out), in 8-bit steps.

    Args: image: `(H, W, 3)` RGB in [0, 1]. A restoration's sharpness over that of its truth is the sharpness ratio.
    """
    y = luminance(image)
    laplacian = y[:-2, 1:-1] + y[2:, 1:-1] + y[1:-1, :-2] + y[1:-1, 2:] - 4 * y[1:-1, 1:-1]
    return float(np.sqrt(np.mean(laplacian**2)))
