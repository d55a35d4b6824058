"""Landmarks as heatmaps and back, the maps of components and regions of action units they give, and their loss.

A heatmap is a picture of few px; x below is a coordinate in it, pixel centres at integers as everywhere.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from engine.priors.action_units import UNITS
from engine.priors.components import COMPONENTS
from engine.priors.landmarks68 import INNER_EYE_CORNERS

MAXIMUM_FLOOR = 0.05  # a channel is never divided by less, however flat it is
PEAK_SIGMA = 1.0  # px, width of the peak that `decode_heatmaps` fits; others only take it more rounds
PEAK_REACH = 3  # px on each side of the highest value that are looked at
PEAK_ROUNDS = 4
PEAK_MOVE = 1.5  # px, the furthest a peak may be from the highest value


def make_heatmaps(
    points: Tensor, *, image_size: int, heatmap_size: int = 32, sigma: float = 1.0, half_pixel: bool = True
) -> Tensor:
    """A Gaussian around each landmark, 1 at its very place, so at most 1 at a pixel; not cut off, not normalised.

    Args: points: `(B, K, 2)` x,y px of a square picture of `image_size` px. sigma: px of the heatmap. half_pixel:
    False maps pixel centres without their half-pixel shift, as the published DIC does: every landmark is then
    `(image_size / heatmap_size - 1) / 2` picture px off.
    Returns: `(B, K, heatmap_size, heatmap_size)` of the points' type.
    Source: DIC, section 3.1 (the maps of eq. 6); sigma and form as published.
    """
    shift = 0.5 if half_pixel else 0.0
    centres = (points + shift) * (heatmap_size / image_size) - shift  # (B, K, 2)
    places = torch.arange(heatmap_size, dtype=points.dtype, device=points.device)
    profiles = torch.exp(-((places - centres[..., None]) ** 2) / (2 * sigma**2))  # (B, K, 2, h)
    return profiles[:, :, 1, :, None] * profiles[:, :, 0, None, :]


def component_maps(heatmaps: Tensor) -> Tensor:
    """Heatmaps summed over each of `COMPONENTS`, every channel first divided by its maximum.

    The maximum counts as at least `MAXIMUM_FLOOR`, also if it is negative; gradients flow through it. Sums are not
    averaged: a map may reach the number of its landmarks.

    Args: heatmaps: `(B, 68, h, w)`. Returns: `(B, 5, h, w)`.
    Source: DIC, section 3.2, C_p; the division is the published code's, the paper does not mention it.
    """
    scaled = heatmaps / heatmaps.amax(dim=(2, 3), keepdim=True).clamp(min=MAXIMUM_FLOOR)
    return torch.stack([scaled[:, list(part.indices)].sum(dim=1) for part in COMPONENTS], dim=1)


def component_attention(heatmaps: Tensor) -> Tensor:
    """How much each component counts at each pixel; the five sum to 1.

    Args: heatmaps: `(B, 68, h, w)`. Returns: `(B, 5, h, w)` in [0, 1].
    Source: DIC, eq. 7.
    """
    return component_maps(heatmaps).softmax(dim=1)


def unit_centres(points: Tensor) -> Tensor:
    """Where each action unit acts, at the person's right and left: `(B, 68, 2)` -> `(B, U, 2, 2)` x,y px.

    "Raised" is towards the top of the picture: the face must be upright. Source: JAA-Net (Shao et al. 2021),
    by the rules of `engine.priors.action_units.UNITS`; its unit is the distance of the inner eye corners.
    """
    unit = (points[:, INNER_EYE_CORNERS[0]] - points[:, INNER_EYE_CORNERS[1]]).norm(dim=1)  # (B,)
    weights = points.new_zeros(len(UNITS), 2, points.shape[1])
    raised = points.new_zeros(len(UNITS), 2, 2)
    for number, action_unit in enumerate(UNITS):
        for side, centre in enumerate(action_unit.centres):
            weights[number, side, list(centre.landmarks)] = 1 / len(centre.landmarks)
            raised[number, side, 1] = -centre.raised
    return weights @ points[:, None] + raised * unit[:, None, None, None]


def unit_regions(points: Tensor, *, image_size: int, map_size: int, sigma: float) -> Tensor:
    """The attention region of each action unit: the larger of two Gaussians, 1 at its centres.

    Args: points: landmarks `(B, 68, 2)` px of a picture of `image_size` px. sigma: px of the map.
    Returns: `(B, U, map_size, map_size)` in [0, 1]. Source: MPENet, section 3.1, after JAA-Net.
    """
    centres = unit_centres(points).flatten(1, 2)
    maps = make_heatmaps(centres, image_size=image_size, heatmap_size=map_size, sigma=sigma)
    return maps.unflatten(1, (len(UNITS), 2)).amax(dim=2)


def decode_heatmaps(heatmaps: Tensor, *, image_size: int, half_pixel: bool = True) -> Tensor:
    """The place of each heatmap's peak, finer than a pixel.

    Around the highest value, the centre of mass of map times a Gaussian is compared with what it would be if the peak
    were where it is thought to be; Newton steps make the two equal. That is exact for a Gaussian, also where the
    picture's border or the window cuts it off, and under white noise as good as a fit can be: a mean error of the
    noise's deviation over the peak's height, in px of the heatmap. Negative values count as nothing; a map without a
    positive value gives the place of its highest one. Peaks wider or narrower than `PEAK_SIGMA` are found as well,
    but pulled inwards by up to half a px where the border cuts them off.

    Args: heatmaps: `(B, K, h, h)`. half_pixel: as they were made.
    Returns: `(B, K, 2)` x,y float32 px of a picture of `image_size` px.
    Source: a matched filter. Deviation from DIC, whose evaluation knows only steps of one picture px.
    """
    size = heatmaps.shape[-1]
    flat = heatmaps.float().flatten(2)  # (B, K, h * h)
    highest = flat.argmax(dim=2)  # (B, K)
    start = torch.stack([highest % size, torch.div(highest, size, rounding_mode="floor")], dim=2)  # (B, K, 2)
    reach = torch.arange(-PEAK_REACH, PEAK_REACH + 1, device=heatmaps.device)
    places = start[..., None] + reach  # (B, K, 2, n)
    is_inside = ((places >= 0) & (places < size)).float()
    columns, rows = places.clamp(0, size - 1).unbind(dim=2)
    index = rows[..., :, None] * size + columns[..., None, :]  # (B, K, n, n)
    window = flat.gather(2, index.flatten(2)).reshape(index.shape).clamp(min=0)
    peak = start.float()
    for _ in range(PEAK_ROUNDS):
        peak = _nearer_peak(window, places.float(), is_inside, peak, start.float())
    shift = 0.5 if half_pixel else 0.0
    return (peak + shift) * (image_size / size) - shift


def _nearer_peak(window: Tensor, places: Tensor, is_inside: Tensor, peak: Tensor, start: Tensor) -> Tensor:
    """One Newton step. `window` `(B, K, n, n)`; `places`, `is_inside` `(B, K, 2, n)`; `peak`, `start` `(B, K, 2)`."""
    away = places - peak[..., None]
    profile = torch.exp(-(away**2) / (2 * PEAK_SIGMA**2)) * is_inside  # (B, K, 2, n), also the expected peak
    along_x, along_y = profile.unbind(dim=2)
    sums = torch.stack(
        [
            (window * along_y[..., :, None]).sum(dim=2) * along_x,
            (window * along_x[..., None, :]).sum(dim=3) * along_y,
        ],
        dim=2,
    )  # (B, K, 2, n)
    mass = sums.sum(dim=3)
    seen = (sums * away).sum(dim=3) / mass.clamp(min=1e-12)
    weights = profile**2 / (profile**2).sum(dim=3, keepdim=True)
    expected = (weights * away).sum(dim=3)
    spread = (weights * (away - expected[..., None]) ** 2).sum(dim=3)
    moved = peak + (seen - expected) * PEAK_SIGMA**2 / spread
    kept = torch.minimum(torch.maximum(moved, start - PEAK_MOVE), start + PEAK_MOVE)
    return torch.where(mass > 1e-12, kept, start)


def heatmap_loss(found: Tensor, truth: Tensor) -> Tensor:
    """Mean squared error of heatmaps of one shape, a scalar.

    Source: DIC, eq. 6, one step of it; the mean over pixels and channels, not the sum, as published.
    """
    return functional.mse_loss(found, truth)
