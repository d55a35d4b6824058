"""Pairs of low-resolution and high-resolution faces, made on the fly from squares held in memory."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.alignment.resample import resize_bicubic
from engine.errors import DataError
from engine.training.portraits import Portrait, cut_square, read_portraits
from engine.training.recipe import DataRecipe

STORED_TIGHT = 152  # px per tight square in memory, a little more than the largest output, 128 px
STORED_EXTENT = 1.5  # tight squares per stored square


def degrade_bicubic(hr: NDArray[np.float32], side: int) -> NDArray[np.float32]:
    """The papers' low-resolution face, back at full size: bicubic down to `side`, 8 bits, bicubic up.

    Args: hr: `(H, H, 3)` in [0, 1]. Returns: the same shape.
    """
    small = np.round(resize_bicubic(hr, (side, side)) * 255) / 255
    return resize_bicubic(small.astype(np.float32), hr.shape[:2])


@dataclass(frozen=True)
class PairSource:
    """Draws batches of pairs; all randomness comes from the generator that is passed in."""

    squares: NDArray[np.uint8]  # (N, side, side, 3)
    weights: NDArray[np.float64]  # (N,), sums to 1
    recipe: DataRecipe
    size: int  # px, side of the pairs

    def batch(self, count: int, rng: np.random.Generator) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """`count` pairs (LR upsampled, HR), each `(count, 3, size, size)` RGB in [0, 1]."""
        chosen = rng.choice(len(self.squares), size=count, p=self.weights)
        pairs = [self._pair(self.squares[i], rng) for i in chosen]
        low, high = (np.stack(images).transpose(0, 3, 1, 2) for images in zip(*pairs, strict=True))
        return np.ascontiguousarray(low), np.ascontiguousarray(high)

    def _pair(
        self, square: NDArray[np.uint8], rng: np.random.Generator
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        hr = _change_tone(self._crop(square, rng), self.recipe.tone, rng)
        return degrade_bicubic(hr, self._draw_side(rng)), hr

    def _crop(self, square: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.float32]:
        recipe, stored = self.recipe, square.shape[0]
        side = STORED_TIGHT * rng.uniform(*recipe.scale_range)
        centre = stored / 2 + rng.uniform(-recipe.shift, recipe.shift, 2) * side
        angle_rad = rng.uniform(-recipe.rotation_rad, recipe.rotation_rad)
        mirror = -1.0 if rng.random() < recipe.flip else 1.0
        step = side / self.size
        turn = np.array([[np.cos(angle_rad), -np.sin(angle_rad)], [np.sin(angle_rad), np.cos(angle_rad)]])
        linear = turn * step * np.array([mirror, 1.0])
        middle = (self.size - 1) / 2
        stored_from_crop = np.hstack([linear, (centre - 0.5 - linear @ [middle, middle])[:, None]])
        crop = cv2.warpAffine(
            square,
            stored_from_crop,
            (self.size, self.size),
            flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REFLECT,
        )
        return crop.astype(np.float32) / np.float32(255)

    def _draw_side(self, rng: np.random.Generator) -> int:
        recipe = self.recipe
        if recipe.lr_fixed and rng.random() < recipe.lr_fixed_share:
            return int(rng.choice(recipe.lr_fixed))
        low, high = recipe.lr_range
        return int(np.round(np.exp(rng.uniform(np.log(low), np.log(high)))))


def _change_tone(hr: NDArray[np.float32], probability: float, rng: np.random.Generator) -> NDArray[np.float32]:
    """Another gamma, contrast and saturation, so that faces of every tone and light are seen."""
    if rng.random() >= probability:
        return hr
    gamma, contrast, saturation = rng.uniform(0.7, 1.5), rng.uniform(0.8, 1.1), rng.uniform(0.0, 1.2)
    grey = hr.mean(axis=2, keepdims=True)
    toned = grey + (hr - grey) * saturation
    toned = np.clip(toned, 0, 1) ** gamma
    return np.clip(0.5 + (toned - 0.5) * contrast, 0, 1).astype(np.float32)


def load_pairs(folder: Path, recipe: DataRecipe, *, size: int) -> PairSource:
    """All training squares of a portrait folder, decoded once into memory.

    Raises: DataError if no portrait is left after the recipe's choice.
    """
    portraits = read_portraits(folder, split="train", min_detail=recipe.min_detail)
    if not portraits:
        raise DataError(f"No portrait in {folder} has {recipe.min_detail} px of real detail.")
    side = int(STORED_TIGHT * STORED_EXTENT)
    squares = np.stack([cut_square(p, side_px=side, extent=STORED_EXTENT) for p in portraits])
    weights = np.array([recipe.source_weights.get(p.source, 1.0) for p in portraits], dtype=np.float64)
    return PairSource(squares, weights / weights.sum(), recipe, size)


def validation_faces(folder: Path, *, size: int, min_detail: float = 180) -> tuple[list[Portrait], NDArray[np.float32]]:
    """Portraits of the split `val` and their tight squares `(N, size, size, 3)` RGB in [0, 1]."""
    portraits = read_portraits(folder, split="val", min_detail=min_detail)
    faces = [cut_square(p, side_px=size, extent=1.0).astype(np.float32) / np.float32(255) for p in portraits]
    return portraits, np.stack(faces)
