"""Faces as a model for unaligned faces sees them: turned, shifted and scaled in their square; the truth is upright."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.alignment.crop import QUAD_RISE
from engine.alignment.similarity import Matrix, compose, invert, similarity_transform
from engine.datasets.labels import Labels
from engine.datasets.landmarks import MESH_POINTS
from engine.datasets.portraits import Portrait, read_pixels, warp_antialiased
from engine.priors.open_face import open_face_points

Images = NDArray[np.float32]  # (N, H, W, 3) RGB in [0, 1]
SEED = 0  # of the placements that are scored on
SIDE_CM, RISE_CM = 20.75, 0.97  # of the upright square over the mean face, and its middle above that face's


@dataclass(frozen=True, kw_only=True)
class Unaligned:
    """How far a face is placed from the middle of its square; all zero and one: it is upright, as the truth."""

    rotation_rad: float = 0.0  # largest turn
    shift: float = 0.0  # largest shift, in sides of the square
    scale_range: tuple[float, float] = (1.0, 1.0)  # size of the face over that in the upright square

    @property
    def is_on(self) -> bool:
        """Whether faces are placed anew at all."""
        return self != Unaligned()


SCORED = Unaligned(rotation_rad=math.radians(30), shift=0.06, scale_range=(0.85, 1.1))  # what models are scored on


def draw_placement(unaligned: Unaligned, rng: np.random.Generator, *, size: int) -> Matrix:
    """A random similarity: px of the square in which the face is seen from px of the upright one, both of `size` px."""
    angle_rad = rng.uniform(-1, 1) * unaligned.rotation_rad
    scale, shift = rng.uniform(*unaligned.scale_range), rng.uniform(-1, 1, 2) * unaligned.shift * size
    return placement(angle_rad, size=size, scale=scale, shift=(shift[0], shift[1]))


def placement(angle_rad: float, *, size: int, scale: float = 1.0, shift: tuple[float, float] = (0.0, 0.0)) -> Matrix:
    """A turn (clockwise as seen) and a size about the middle of a square of `size` px, then a shift in px."""
    middle = np.full(2, (size - 1) / 2)
    linear = _turned_and_scaled(angle_rad, scale)
    return np.column_stack([linear, middle + np.array(shift) - linear @ middle])


def file_from_upright(portrait: Portrait, *, size: int) -> Matrix:
    """Px of the portrait's file from px of its upright square of `size` px.

    It is where the mean face's 68 landmarks fit the portrait's best, so that all of them say where it is. A square that
    hangs on the aligned quad, which eyes and mouth define, and has the tight square's size differs from it by 2.4 % in
    size and 0.6 degrees (standard deviation, faces that look ahead), on average by nothing; it serves where the 68 are
    not known.
    """
    if portrait.mesh is not None:
        found = portrait.mesh[list(MESH_POINTS)].astype(np.float64) - 0.5
        return similarity_transform(source=_upright_landmarks() * size - 0.5, target=found)
    corners = np.array(portrait.quad) - 0.5
    across = corners[3] - corners[0]
    linear = _turned_and_scaled(math.atan2(across[1], across[0]), portrait.tight_side / size)
    middle = corners.mean(axis=0) + linear @ [0, QUAD_RISE * size]
    return np.column_stack([linear, middle - linear @ np.full(2, (size - 1) / 2)])


@functools.cache
def _upright_landmarks() -> NDArray[np.float64]:
    """The mean face's 68 landmarks `(68, 2)` in sides of the upright square, from its top left corner."""
    down_cm = open_face_points()[list(MESH_POINTS), :2] * [1, -1]
    return (down_cm + np.array([0, RISE_CM])) / SIDE_CM + 0.5


def _turned_and_scaled(angle_rad: float, scale: float) -> NDArray[np.float64]:
    return scale * np.array([[math.cos(angle_rad), -math.sin(angle_rad)], [math.sin(angle_rad), math.cos(angle_rad)]])


@dataclass(frozen=True)
class UnalignedFaces:
    """`truth` and `seen` `(N, size, size, 3)` RGB in [0, 1]: faces upright, and as they are placed; `placements`
    `(N, 2, 3)`, px of `seen` from px of `truth`; `file_from_truth`, the matrix that cut each truth."""

    truth: Images
    seen: Images
    placements: Labels
    file_from_truth: Sequence[Matrix]


def unaligned_faces(
    portraits: Sequence[Portrait], placements: Sequence[Matrix] | Unaligned = SCORED, *, size: int
) -> UnalignedFaces:
    """Faces in these places, or in random ones that are the same for the same order of faces."""
    drawn = (
        [draw_placement(placements, np.random.default_rng([SEED, i]), size=size) for i in range(len(portraits))]
        if isinstance(placements, Unaligned)
        else list(placements)
    )
    matrices = [file_from_upright(portrait, size=size) for portrait in portraits]
    truth: list[Images] = []
    seen: list[Images] = []
    for portrait, file_from_truth, seen_from_truth in zip(portraits, matrices, drawn, strict=True):
        pixels = read_pixels(portrait)
        truth.append(cut(pixels, file_from_truth, size))
        seen.append(cut(pixels, compose(file_from_truth, invert(seen_from_truth)), size))
    return UnalignedFaces(np.stack(truth), np.stack(seen), np.stack(drawn).astype(np.float32), matrices)


def cut(pixels: NDArray[np.uint8], source_from_crop: Matrix, size: int) -> Images:
    """A square `(size, size, 3)` of a picture in [0, 1], antialiased where it shrinks, mirrored outside."""
    factor = math.sqrt(abs(np.linalg.det(source_from_crop[:, :2])))
    return warp_antialiased(pixels, source_from_crop, size, factor).astype(np.float32) / np.float32(255)
