"""A restored face back in its photo, without a seam.

`make_patch` does the work once; `apply_patch` blends it at any strength, so a changed strength needs no new warp.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from engine.alignment.crop import Crop
from engine.alignment.grain import LUMA, missing_grain
from engine.alignment.resample import resize_bicubic
from engine.alignment.similarity import Matrix, compose, invert, resized
from engine.alignment.warp import ANTIALIASED_FROM, warped
from engine.errors import AlignmentError
from engine.types import Floats, Pixels

FEATHER_START, FEATHER_END = 0.70, 0.97  # of half the crop's side: the mask falls from 1 to 0 between them
ROUNDNESS = 4.0  # exponent of the mask's outline: 2 is an ellipse, infinity a square


@dataclass(frozen=True)
class Patch:
    """What replaces a region of a canvas.

    `left`, `top` px of the region in the canvas; `pixels` `(h, w, 3)` in [0, 1]; `mask` `(h, w)` in [0, 1], 0
    where the canvas stays. h or w is 0 where the crop lies outside the canvas.
    """

    left: int
    top: int
    pixels: Floats
    mask: Floats

    @property
    def region(self) -> tuple[slice, slice]:
        """Rows and columns of the canvas that the patch covers."""
        height, width = self.mask.shape
        return slice(self.top, self.top + height), slice(self.left, self.left + width)


def make_patch(
    canvas: Pixels,
    *,
    restored: Floats,
    crop: Crop,
    canvas_scale: int = 1,
    match_grain: bool = False,
    keep_finer: bool = True,
    seed: int = 0,
) -> Patch:
    """The restored face warped to its place, its colour that of the crop, with a feathered mask.

    Of a face with more px than `restored` has, only what `restored` can show is replaced: what the photo has finer,
    grain and true detail, is kept.
    Args: canvas: `(H, W, 3)` uint8 or uint16, the photo enlarged `canvas_scale` times; restored: `(S, S, 3)` in
    [0, 1], the same square as `crop` at any size; match_grain: add the grain that the surroundings have and the
    face lacks, drawn from `seed`; keep_finer: false where what is finer is damage.
    Raises: AlignmentError if `restored` is no square or has values that are not finite.
    """
    _check_restored(restored)
    crop_from_canvas = _restored_from_canvas(crop, restored.shape[0], canvas_scale)
    left, top, right, bottom = _region(crop_from_canvas, restored.shape[0], canvas.shape)
    local = compose(crop_from_canvas, np.array([[1.0, 0.0, left], [0.0, 1.0, top]]))
    width, height = right - left, bottom - top
    mask = _mask(local, side=restored.shape[0], width=width, height=height)
    if mask.size == 0:
        return Patch(left, top, np.zeros((height, width, 3), np.float32), mask)
    coloured = _with_colour_of(crop.image, restored)
    if keep_finer and crop.face_side > ANTIALIASED_FROM * restored.shape[0]:
        change = coloured - resize_bicubic(crop.image, restored.shape[:2])
        photo = canvas[top:bottom, left:right].astype(np.float32) / np.float32(np.iinfo(canvas.dtype).max)
        pixels = photo + warped(change, source_from_destination=local, width=width, height=height)
    else:
        pixels = warped(coloured, source_from_destination=local, width=width, height=height)
    if match_grain:
        generator = np.random.default_rng(seed)
        grain = missing_grain(canvas, pixels, mask, left=left, top=top, grain_size=canvas_scale, generator=generator)
        pixels = pixels + grain[..., None]
    return Patch(left, top, np.clip(pixels, 0, 1), mask)


def apply_patch(canvas: Pixels, patch: Patch, *, strength: float) -> None:
    """Blend the patch into the canvas, in place; where mask x strength is 0 the canvas stays bit-identical.

    Args: strength: in [0, 1]. Raises: AlignmentError if it is not.
    """
    if not 0 <= strength <= 1:
        raise AlignmentError("Expected a strength in [0, 1], got {strength}.", strength=strength)
    peak = np.iinfo(canvas.dtype).max
    before = canvas[patch.region].astype(np.float32)
    weight = (patch.mask * np.float32(strength))[..., None]
    blended = before + weight * (patch.pixels * np.float32(peak) - before)
    canvas[patch.region] = np.clip(np.rint(blended), 0, peak).astype(canvas.dtype)


def to_grey(image: Floats) -> Floats:
    """The image `(H, W, 3)` with three equal channels, its luma (ITU-R BT.601)."""
    luma = image @ LUMA
    return np.repeat(luma[..., None], 3, axis=-1)


def _check_restored(restored: Floats) -> None:
    if restored.ndim != 3 or restored.shape[0] != restored.shape[1] or restored.shape[2] != 3:
        raise AlignmentError("Expected a restored face with shape (S, S, 3), got {shape}.", shape=str(restored.shape))
    if not np.isfinite(restored).all():
        raise AlignmentError("The restored face has values that are not finite.", hint="Try another model.")


def _restored_from_canvas(crop: Crop, side: int, canvas_scale: int) -> Matrix:
    """`(2, 3)`: px of the canvas to px of the restored face, whose side may differ from the crop's."""
    enlargement = side / crop.image.shape[0]
    restored_from_crop = resized(horizontal=enlargement, vertical=enlargement)
    canvas_from_photo = resized(horizontal=canvas_scale, vertical=canvas_scale)
    return compose(restored_from_crop, invert(compose(canvas_from_photo, crop.photo_from_crop)))


def _region(crop_from_canvas: Matrix, side: int, canvas_shape: tuple[int, ...]) -> tuple[int, int, int, int]:
    """Left, top, right, bottom px of the part of the canvas under the crop; empty if there is none."""
    low, high = -0.5, side - 0.5
    corners = np.array([[low, low], [low, high], [high, high], [high, low]])
    canvas_from_crop = invert(crop_from_canvas)
    placed = corners @ canvas_from_crop[:, :2].T + canvas_from_crop[:, 2]
    height, width = canvas_shape[:2]
    left, top = (max(0, math.floor(value)) for value in placed.min(axis=0))
    right, bottom = (math.ceil(value) + 1 for value in placed.max(axis=0))
    left, top = min(left, width), min(top, height)
    return left, top, max(left, min(right, width)), max(top, min(bottom, height))


def _mask(crop_from_region: Matrix, *, side: int, width: int, height: int) -> Floats:
    """`(height, width)` in [0, 1]: a square with round corners that fades out before the crop's border."""
    columns, rows = np.arange(width), np.arange(height)[:, None]
    half = side / 2
    across, down = (np.abs(row[0] * columns + row[1] * rows + row[2] + 0.5 - half) / half for row in crop_from_region)
    distance = (across**ROUNDNESS + down**ROUNDNESS) ** (1 / ROUNDNESS)  # 1 on the crop's border
    share = np.clip((FEATHER_END - distance) / (FEATHER_END - FEATHER_START), 0, 1)
    return (share**2 * (3 - 2 * share)).astype(np.float32)  # smoothstep: no visible begin or end


def _with_colour_of(crop: Floats, restored: Floats) -> Floats:
    """`restored` shifted so that each channel's mean under the mask is that of the crop."""
    shift = _mean_colour(crop) - _mean_colour(restored)
    return np.clip(restored + shift, 0, 1).astype(np.float32)


def _mean_colour(image: Floats) -> Floats:
    """Mean of each channel `(3,)`, weighted by the mask."""
    side = image.shape[0]
    mask = _mask(np.eye(2, 3), side=side, width=side, height=side)
    means = [np.average(np.ascontiguousarray(image[..., channel]), weights=mask) for channel in range(3)]
    return np.array(means, dtype=np.float32)
