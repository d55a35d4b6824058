"""Restored faces made smaller or larger for the levels of a picture."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from engine.types import Floats
from fsr_desktop.canvas.scene import PlacedPatch


@dataclass(frozen=True, eq=False)
class LevelPatch:
    """A patch on a level's grid: means over the level's pixels of the mask `(h, w, 1)` and of mask times patch
    `(h, w, 3)`, from (`left`, `top`) in px of the level."""

    left: int
    top: int
    mask: Floats
    masked: Floats


class PatchLevels:
    """Makes and keeps patches of level 0, their own px, of 1, 2, ..., each half as large, and of -1 and -2, each twice
    as large; threads may share it."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int, int, int], LevelPatch] = {}
        self._lock = threading.Lock()

    def get(self, patch: PlacedPatch, level: int) -> LevelPatch:
        """The patch on the grid of `level`."""
        with self._lock:
            return self._get(patch, level)

    def keep_only(self, patches: Iterable[PlacedPatch]) -> None:
        """Forget all others."""
        keys = {(patch.key, patch.left, patch.top) for patch in patches}
        kept = {key: small for key, small in list(self._kept.items()) if key[:3] in keys}
        self._kept = kept

    def _get(self, patch: PlacedPatch, level: int) -> LevelPatch:
        key = (patch.key, patch.left, patch.top, level)
        found = self._kept.get(key)
        if found is None:
            found = _halved(self._get(patch, level - 1)) if level > 0 else _enlarged(patch, 2**-level)
            self._kept[key] = found
        return found


def _enlarged(patch: PlacedPatch, by: int) -> LevelPatch:
    """The patch as it is, or so many times as large."""
    mask, pixels = patch.mask.astype(np.float32), patch.patch
    if by > 1:
        from PIL import Image  # on a worker's thread; the window's start need not wait for it

        size = (mask.shape[1] * by, mask.shape[0] * by)
        mask = np.clip(np.asarray(Image.fromarray(mask).resize(size, Image.Resampling.BILINEAR)), 0, 1)
        pixels = np.asarray(Image.fromarray(np.ascontiguousarray(pixels)).resize(size, Image.Resampling.LANCZOS))
    mask = mask[..., None]
    return LevelPatch(patch.left * by, patch.top * by, mask, mask * pixels.astype(np.float32))


def _halved(patch: LevelPatch) -> LevelPatch:
    left, top = patch.left // 2, patch.top // 2
    before = (patch.top - 2 * top, patch.left - 2 * left)
    return LevelPatch(left, top, _means_of_four(patch.mask, before), _means_of_four(patch.masked, before))


def _means_of_four(values: Floats, before: tuple[int, int]) -> Floats:
    """Means over 2x2 px, on a grid that begins `before` (rows, columns) earlier; nothing lies outside."""
    rows, columns = ((first, (first + length) % 2) for first, length in zip(before, values.shape[:2], strict=True))
    padded = np.pad(values, (rows, columns, (0, 0)))
    height, width, channels = padded.shape
    return padded.reshape(height // 2, 2, width // 2, 2, channels).mean(axis=(1, 3), dtype=np.float32)
