"""What years do to a photograph: tone that changes, and marks on the print."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.degradation.recipe import DegradationRecipe, Effect

Image = NDArray[np.float32]
_LUMA = np.array([0.299, 0.587, 0.114], np.float32)  # BT.601
_BROWN = np.array([1.14, 0.96, 0.76], np.float32)  # a sepia print's colour over its brightness
SCREEN_SAMPLES = 3  # of a printed screen per px and axis; with one, a fine screen beats with the pixel grid
SPECK = (0.8, 3.0)  # px, smallest and largest width of dust
SPECKS_PER_SIDE = 40  # a large speck is a 40th of the picture where that is more


def age_tone(hr: Image, recipe: DegradationRecipe, rng: np.random.Generator) -> Image:
    """`hr` without colour, in brown, or faded, as the recipe draws it. `(H, W, 3)` in [0, 1], as the result."""
    if (amount := _drawn(recipe.grey, rng)) is not None:
        hr = _blend(hr, _luma(hr), amount)
    if (amount := _drawn(recipe.sepia, rng)) is not None:
        hr = _blend(hr, np.clip(_luma(hr) * _BROWN, 0, 1), amount)
    if (amount := _drawn(recipe.fading, rng)) is not None:
        black = rng.uniform(0, amount)  # dark parts grow lighter, light parts darker and a little yellow
        hr = black + hr * (1 - amount)
        hr = hr * np.array([1, 1 - 0.07 * amount, 1 - 0.2 * amount], np.float32)  # less blue alone looks olive
    return np.clip(hr, 0, 1).astype(np.float32)


def age_print(small: Image, recipe: DegradationRecipe, rng: np.random.Generator) -> Image:
    """Marks on a reduced face `(h, w, 3)` in [0, 1]; the result may leave [0, 1]."""
    if (amount := _drawn(recipe.paper, rng)) is not None:
        small = (small * (1 + amount * _relief(small.shape[:2], rng))[..., None]).astype(np.float32)
    if (amount := _drawn(recipe.halftone, rng)) is not None:
        small = _halftone(small, distance=amount, rng=rng)
    if (amount := _drawn(recipe.dust, rng)) is not None:
        small = _dust(small, count=round(amount), rng=rng)
    if (amount := _drawn(recipe.scratches, rng)) is not None:
        small = _scratch(small, count=round(amount), rng=rng)
    if (amount := _drawn(recipe.grain, rng)) is not None:
        small = _grain(small, std=amount / 255, rng=rng)
    return small


def _drawn(effect: Effect, rng: np.random.Generator) -> float | None:
    """The strength of an effect this time, or None; draws nothing for one that is off."""
    if effect.probability == 0 or rng.random() >= effect.probability:
        return None
    return float(rng.uniform(*effect.amount))


def _blend(image: Image, other: Image, share: float) -> Image:
    return (image + (other - image) * np.float32(share)).astype(np.float32)


def _luma(image: Image) -> Image:
    return (image @ _LUMA)[..., None]


def _relief(shape: tuple[int, int], rng: np.random.Generator) -> Image:
    """Fibres and waves of paper, about [-2, 2], `(h, w)`."""
    fine = rng.standard_normal(shape, np.float32)
    return (0.5 * fine + _waves(shape, 5, rng)).astype(np.float32)


def _waves(shape: tuple[int, int], length_px: int, rng: np.random.Generator) -> Image:
    """A smooth random surface with bumps `length_px` wide, mean 0, std below 1, `(h, w)`."""
    coarse = rng.standard_normal((shape[0] // length_px + 2, shape[1] // length_px + 2), np.float32)
    return cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC).astype(np.float32)


def _halftone(small: Image, *, distance: float, rng: np.random.Generator) -> Image:
    """Printed dots on a turned grid, that grow where the picture is dark; averaged over each px, as a scanner does."""
    angle_rad, strength = rng.uniform(0, np.pi / 2), rng.uniform(0.3, 0.8)
    (height, width), n = small.shape[:2], SCREEN_SAMPLES
    y, x = np.mgrid[0 : n * height, 0 : n * width].astype(np.float32) / n
    turn = 2 * np.pi / distance
    u = turn * (x * np.cos(angle_rad) + y * np.sin(angle_rad)) + rng.uniform(0, 2 * np.pi)
    v = turn * (y * np.cos(angle_rad) - x * np.sin(angle_rad)) + rng.uniform(0, 2 * np.pi)
    screen = (0.5 + 0.25 * (np.cos(u) + np.cos(v))).reshape(height, n, width, n)
    luma = _luma(small)
    ink = np.exp(8 * (screen - luma[:, None]))  # (height, n, width, n)
    printed = (1 / (1 + ink)).mean(axis=(1, 3))[..., None]
    return (small + strength * (printed - luma)).astype(np.float32)


def _dust(small: Image, *, count: int, rng: np.random.Generator) -> Image:
    cover = np.zeros(small.shape[:2], np.float32)
    for _ in range(count):
        _add_speck(cover, rng)
    return _cover(small, cover, rng)


def _add_speck(cover: Image, rng: np.random.Generator) -> None:
    """One uneven speck with soft edges, drawn into `cover` `(h, w)`; larger ones where the face has more px."""
    height, width = cover.shape
    largest = max(SPECK[1], max(height, width) / SPECKS_PER_SIDE)
    radii = rng.uniform(SPECK[0], largest, 2) / 2
    x, y, turn_rad = rng.uniform(0, width), rng.uniform(0, height), rng.uniform(0, np.pi)
    dents, phases = rng.uniform(0, 0.25, 2), rng.uniform(0, 2 * np.pi, 2)
    reach = 1.6 * radii.max() + 1  # the dents bring the edge out by half at most
    rows = slice(max(0, int(y - reach)), int(y + reach) + 1)
    columns = slice(max(0, int(x - reach)), int(x + reach) + 1)
    part = cover[rows, columns]
    down, right = np.mgrid[rows, columns][:, : part.shape[0], : part.shape[1]] + 0.5 - np.array([y, x])[:, None, None]
    along = (right * np.cos(turn_rad) + down * np.sin(turn_rad)) / radii[0]
    across = (down * np.cos(turn_rad) - right * np.sin(turn_rad)) / radii[1]
    around = np.arctan2(across, along)
    edge = 1 + dents[0] * np.sin(2 * around + phases[0]) + dents[1] * np.sin(3 * around + phases[1])
    inside = np.clip((edge - np.hypot(along, across)) * radii.min() + 0.5, 0, 1) * min(1, 2 * radii.min())
    np.maximum(part, inside * rng.uniform(0.3, 0.9), out=part)


def _scratch(small: Image, *, count: int, rng: np.random.Generator) -> Image:
    """Lines with a slight bend, deeper in some places and broken in others."""
    height, width = small.shape[:2]
    cover = np.zeros((height, width), np.float32)
    for _ in range(count):
        angle_rad = rng.normal(np.pi / 2, 0.4)  # most run along the way of the film
        start = np.array([rng.uniform(0, width), rng.uniform(0, height)])
        bend = rng.normal(0, 0.05, 4).cumsum()
        steps = np.stack([np.cos(angle_rad + bend), np.sin(angle_rad + bend)], axis=1) * rng.uniform(0.1, 0.4) * height
        line = np.concatenate([start[None], start + steps.cumsum(axis=0)])
        points = np.rint(line * 16).astype(np.int32).reshape(-1, 1, 2)
        ink = np.zeros((height, width), np.uint8)
        cv2.polylines(ink, [points], False, 255, 1, cv2.LINE_AA, 4)
        depth = np.clip(0.8 + 0.5 * _waves((height, width), 10, rng), 0, 1) * rng.uniform(0.3, 0.9)
        cover = np.maximum(cover, (ink / np.float32(255) * depth).astype(np.float32))
    return _cover(small, cover, rng)


def _cover(small: Image, cover: Image, rng: np.random.Generator) -> Image:
    """Marks of one kind are light (lost emulsion) or dark (dirt)."""
    colour = np.float32(rng.uniform(0.85, 1.0) if rng.random() < 0.6 else rng.uniform(0.0, 0.2))
    return (small + (colour - small) * cover[..., None]).astype(np.float32)


def _grain(small: Image, *, std: float, rng: np.random.Generator) -> Image:
    """Grain of a print: soft, in brightness only, strongest in mid-grey."""
    noise = rng.standard_normal(small.shape[:2], np.float32)
    sigma = rng.uniform(0.3, 0.9)
    soft = cv2.GaussianBlur(noise, (0, 0), sigma)
    soft = soft / max(float(soft.std()), 1e-6) * std
    luma = np.clip(_luma(small), 0, 1)
    return (small + soft[..., None] * (0.3 + 2.8 * luma * (1 - luma))).astype(np.float32)
