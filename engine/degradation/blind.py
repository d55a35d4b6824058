"""A low-resolution face from a good one: I_l = ((I_h * k) reduced by s + n) in JPEG q (SPARNet eq. 14)."""

from __future__ import annotations

from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.alignment.resample import resize_bicubic
from engine.degradation.damage import DamageMasks, lay_damage
from engine.degradation.old_photo import age_print, age_tone
from engine.degradation.recipe import BlurKind, BlurRecipe, DegradationRecipe, Effect, Reduction

Image = NDArray[np.float32]
SMALLEST = 4  # px, no crop is reduced further
_OPENCV = {"area": cv2.INTER_AREA, "linear": cv2.INTER_LINEAR, "nearest": cv2.INTER_NEAREST_EXACT}


def make_pair(
    hr: Image,
    recipe: DegradationRecipe,
    rng: np.random.Generator,
    *,
    face_px: float,
    damage: DamageMasks | None = None,
) -> tuple[Image, Image]:
    """The low-resolution face, back at full size, and its truth.

    Args: hr: `(H, W, 3)` RGB in [0, 1], a face crop or a part of one. face_px: side of the whole crop at the scale of
    `hr`; blur and reduction are relative to it. damage: what the recipe's `damage` draws from; without masks there is
    none. Returns: two arrays as `hr`.
    """
    truth = age_tone(hr, recipe, rng)
    return reduce(truth, recipe, rng, face_px=face_px, damage=damage), truth


def reduce(
    hr: Image,
    recipe: DegradationRecipe,
    rng: np.random.Generator,
    *,
    face_px: float,
    damage: DamageMasks | None = None,
) -> Image:
    """`hr` blurred, reduced, aged and compressed as the recipe says, then enlarged to full size by bicubic."""
    height, width = hr.shape[:2]
    small = shrink(hr, recipe, rng, face_px=face_px, damage=damage)
    return resize_bicubic(small, (height, width))


def shrink(
    hr: Image,
    recipe: DegradationRecipe,
    rng: np.random.Generator,
    *,
    face_px: float,
    damage: DamageMasks | None = None,
) -> Image:
    """As `reduce`, but left at its own size: `(h, w, 3)`, 8-bit steps in [0, 1]."""
    blurred = _blur(hr, recipe.blur, rng, scale=face_px / 512)
    share = min(1.0, draw_side(recipe, rng) / face_px)
    size = (max(SMALLEST, round(hr.shape[0] * share)), max(SMALLEST, round(hr.shape[1] * share)))
    small = _reduce_to(blurred, size, recipe.reductions[rng.integers(len(recipe.reductions))])
    small = age_print(small, recipe, rng)
    if damage and happens(recipe.damage, rng):
        small = lay_damage(small, damage, count=round(rng.uniform(*recipe.damage.amount)), rng=rng)
    if happens(recipe.noise, rng):
        shape = (*size, 3) if rng.random() < 0.5 else (*size, 1)  # coloured, or the same in all channels
        small = small + rng.normal(0, rng.uniform(*recipe.noise.amount) / 255, shape).astype(np.float32)
    stored = np.rint(np.clip(small, 0, 1) * 255).astype(np.uint8)
    if happens(recipe.jpeg, rng):
        stored = _compress(stored, quality=round(rng.uniform(*recipe.jpeg.amount)))
    return stored.astype(np.float32) / np.float32(255)


def draw_side(recipe: DegradationRecipe, rng: np.random.Generator) -> int:
    """Side in px of the reduced face crop."""
    if recipe.lr_fixed and rng.random() < recipe.lr_fixed_share:
        return int(rng.choice(recipe.lr_fixed))
    low, high = recipe.lr_range
    return int(np.round(np.exp(rng.uniform(np.log(low), np.log(high)))))


def happens(effect: Effect, rng: np.random.Generator) -> bool:
    """Whether an effect is applied this time; draws nothing for one that is off."""
    return effect.probability > 0 and rng.random() < effect.probability


def degrade_bicubic(hr: Image, side: int) -> Image:
    """The papers' low-resolution face, back at full size: bicubic down to `side`, 8 bits, bicubic up.

    Args: hr: `(H, H, 3)` in [0, 1]. Returns: the same shape.
    """
    small = np.round(resize_bicubic(hr, (side, side)) * 255) / 255
    return resize_bicubic(small.astype(np.float32), hr.shape[:2])


def _blur(hr: Image, recipe: BlurRecipe, rng: np.random.Generator, *, scale: float) -> Image:
    if recipe.probability == 0 or rng.random() >= recipe.probability:
        return hr
    kind: BlurKind = recipe.kinds[rng.integers(len(recipe.kinds))]
    if kind == "gaussian":
        sigma = rng.uniform(*recipe.gaussian) * scale
        return cv2.GaussianBlur(hr, (0, 0), max(sigma, 0.1), borderType=cv2.BORDER_REFLECT).astype(np.float32)
    if kind == "average":
        window = _box_kernel(rng.uniform(*recipe.average) * scale)
        return cv2.sepFilter2D(hr, -1, window, window, borderType=cv2.BORDER_REFLECT).astype(np.float32)
    if kind == "median":
        side = max(1, round((rng.uniform(*recipe.median) * scale - 1) / 2) * 2 + 1)
        stored = np.rint(hr * 255).astype(np.uint8)
        return cv2.medianBlur(stored, side).astype(np.float32) / np.float32(255)
    line = _line_kernel(rng.uniform(*recipe.motion) * scale, angle_rad=rng.uniform(0, np.pi))
    return cv2.filter2D(hr, -1, line, borderType=cv2.BORDER_REFLECT).astype(np.float32)


def _box_kernel(width: float) -> Image:
    """A window of `width` px that sums to 1, `(n,)` with n odd: its outer px count in part, so that nothing moves."""
    inner = 2 * int(np.ceil((max(width, 1.0) - 1) / 2)) - 1  # -1 for a window of one px, which is only its own centre
    if inner < 0:
        return np.ones(1, np.float32)
    edge = (width - inner) / 2
    return np.array([edge, *[1.0] * inner, edge], np.float32) / np.float32(width)


def _line_kernel(length: float, *, angle_rad: float) -> Image:
    """A line through the centre, `(n, n)` with n odd, that sums to 1."""
    side = 2 * int(np.ceil(max(length, 1) / 2)) + 1
    centre = side // 2
    along = np.linspace(-(length - 1) / 2, (length - 1) / 2, 8 * side)
    kernel = np.zeros((side, side), np.float32)
    x, y = centre + along * np.cos(angle_rad), centre + along * np.sin(angle_rad)
    np.add.at(kernel, (np.rint(y).astype(int), np.rint(x).astype(int)), 1)
    return kernel / kernel.sum()


def _reduce_to(image: Image, size: tuple[int, int], how: Reduction) -> Image:
    if size == image.shape[:2]:
        return image
    if how == "bicubic":
        return resize_bicubic(image, size)
    return cv2.resize(image, (size[1], size[0]), interpolation=_OPENCV[how]).astype(np.float32)


def _compress(stored: NDArray[np.uint8], *, quality: int) -> NDArray[np.uint8]:
    written = cv2.imencode(".jpg", stored[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    read = cast(NDArray[np.uint8], cv2.imdecode(written, cv2.IMREAD_COLOR))  # never None for what was just written
    return np.ascontiguousarray(read[..., ::-1])
