"""Real damage of film and prints, laid over a face: hairs, dirt, lint and scratches from a folder of opacity masks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import DataError

Image = NDArray[np.float32]
STORED_PX = 256  # side of a mask in memory
CANVAS_PX = 256  # longer side of the picture that masks are laid on, before the cover is reduced to the print's size
SIDES = (0.6, 1.8)  # smallest and largest side of a mask over that of the picture
BLURS_PX = (0.0, 1.2)  # of the canvas
OPACITIES = (0.4, 1.0)
# White and black as of the emulsion and of dirt, the paper under it, and a stain.
COLOURS = np.array([[0.96, 0.96, 0.95], [0.06, 0.06, 0.06], [0.88, 0.84, 0.74], [0.45, 0.33, 0.20]], np.float32)
COLOUR_SHARES = (0.45, 0.25, 0.18, 0.12)
COLOUR_STD = 0.04


@dataclass(frozen=True)
class DamageMasks:
    """Opacity masks `(N, 256, 256)`, 255 where the damage covers the picture."""

    masks: NDArray[np.uint8]


def load_damage(folder: Path) -> DamageMasks:
    """All PNG masks in `folder` and the folders in it, shrunk, in the order of their paths.

    Raises: DataError if there is none, or one cannot be read.
    """
    files = sorted(folder.rglob("*.png"))
    if not files:
        raise DataError(
            "There is no mask of damage in {folder}.",
            hint="Expected grey PNG files, white where the damage covers the picture.",
            folder=folder,
        )
    return DamageMasks(np.stack([_read_mask(file) for file in files]))


def _read_mask(file: Path) -> NDArray[np.uint8]:
    mask = cv2.imdecode(np.fromfile(file, np.uint8), cv2.IMREAD_GRAYSCALE)
    if mask is None:
        raise DataError("The mask {file} cannot be read.", hint="Expected a grey PNG file.", file=file)
    return cv2.resize(mask, (STORED_PX, STORED_PX), interpolation=cv2.INTER_AREA).astype(np.uint8)


def lay_damage(small: Image, damage: DamageMasks, *, count: int, rng: np.random.Generator) -> Image:
    """`small` `(h, w, 3)` in [0, 1] under `count` masks, each at random place, size, turn, opacity, blur and colour."""
    for _ in range(count):
        cover = _cover(damage, small.shape[:2], rng)
        small = (small + (_colour(rng) - small) * cover[..., None]).astype(np.float32)
    return small


def _cover(damage: DamageMasks, shape: tuple[int, int], rng: np.random.Generator) -> Image:
    """What one mask hides of each px of a print of that shape, in [0, 1]."""
    scale = CANVAS_PX / max(shape)
    height, width = (max(1, round(side * scale)) for side in shape)
    mask = damage.masks[rng.integers(len(damage.masks))]
    turn = cv2.getRotationMatrix2D(
        (STORED_PX / 2, STORED_PX / 2), rng.uniform(0, 360), rng.uniform(*SIDES) * CANVAS_PX / STORED_PX
    )
    turn[:, 2] += rng.uniform(0, (width, height)) - STORED_PX / 2
    laid = cv2.warpAffine(mask, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=0)
    if (sigma := rng.uniform(*BLURS_PX)) > 0.3:
        laid = cv2.GaussianBlur(laid, (0, 0), sigma)
    reduced = cv2.resize(laid, (shape[1], shape[0]), interpolation=cv2.INTER_AREA)
    return (reduced.astype(np.float32) * np.float32(rng.uniform(*OPACITIES) / 255)).astype(np.float32)


def _colour(rng: np.random.Generator) -> Image:
    colour = COLOURS[rng.choice(len(COLOURS), p=COLOUR_SHARES)]
    return np.clip(colour + rng.normal(0, COLOUR_STD), 0, 1).astype(np.float32)
