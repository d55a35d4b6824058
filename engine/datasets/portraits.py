"""Faces to train and score on, and the reader of a portrait folder: faces.csv, mesh478.npz and the crops it names."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.errors import DataError
from engine.files import reason_of

TIGHT_FACTOR = 1.25  # side of the tight square over the larger side of the face mesh
TIGHT_RISE = 0.04  # the square sits this much of its side above the mesh's centre


@dataclass(frozen=True)
class Portrait:
    """One face: its file, its source, and where the face is in it.

    `pixels` `(H, W, 3)` RGB is held for a face that was cut from a larger photo, or `cut` cuts them whenever they are
    needed, so that any number of faces takes little memory; with neither the file is read. All px are of those pixels
    or the file. `score` is the detector's, in [0, 1]; `turn` how far the nose is from the middle between eyes and
    mouth, in distances of the eyes: 0.4 for a head that is turned by about 40 degrees. A portrait folder knows neither.
    """

    name: str
    path: Path
    source: str
    split: str
    native_quad: float  # px, side of the aligned quad in the photo it was cut from: real detail
    inside: float  # share of the file that is photo, the rest is mirrored
    is_grey: bool
    is_engraving: bool
    quad: tuple[tuple[float, float], ...]  # aligned quad, from its top left counter-clockwise, px in the crop file
    tight_centre: tuple[float, float]  # px in the crop file
    tight_side: float  # px
    pixels: NDArray[np.uint8] | None = None
    cut: Callable[[], NDArray[np.uint8]] | None = None
    score: float = 1.0
    turn: float = 0.0
    mesh: NDArray[np.float32] | None = None  # (478, 2) px in the crop file, of a portrait folder


def read_portraits(folder: Path, *, split: str, min_detail: float, min_inside: float = 0) -> list[Portrait]:
    """Portraits of one split with enough real detail, engravings left out, in the file's order.

    Raises: DataError if the folder lacks its tables.
    """
    try:
        with (folder / "faces.csv").open(newline="", encoding="utf-8") as table:
            rows = list(csv.DictReader(table))
        mesh = np.load(folder / "mesh478.npz")
    except OSError as error:
        raise DataError(
            "{folder} is no portrait folder: {error}.",
            hint="Expected faces.csv, mesh478.npz and the folders train and val.",
            folder=folder,
            error=reason_of(error),
        ) from error
    points = dict(zip(mesh["names"].tolist(), mesh["points"].astype(np.float32), strict=True))
    portraits = [_portrait(folder, row, points[row["name"]]) for row in rows if row["split"] == split]
    return [p for p in portraits if p.native_quad >= min_detail and p.inside >= min_inside and not p.is_engraving]


def _portrait(folder: Path, row: dict[str, str], points: NDArray[np.float32]) -> Portrait:
    low, high = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    side = float((high - low).max()) * TIGHT_FACTOR
    centre = (low + high) / 2
    return Portrait(
        name=row["name"],
        path=folder / row["split"] / f"{row['name']}.jpg",
        source=row["source"],
        split=row["split"],
        native_quad=float(row["native_quad"]),
        inside=float(row["inside"]),
        is_grey=row["grayscale"] == "1",
        is_engraving=row["engraving_suspect"] == "1",
        quad=tuple((float(row[f"q{i}x"]), float(row[f"q{i}y"])) for i in range(4)),
        tight_centre=(float(centre[0]), float(centre[1]) - TIGHT_RISE * side),
        tight_side=side,
        mesh=points[:, :2],
    )


def cut_square(portrait: Portrait, *, side_px: int, extent: float) -> NDArray[np.uint8]:
    """A square around the tight face square, `extent` times its side, mirrored where the photo ends.

    Returns: `(side_px, side_px, 3)` RGB, scaled by antialiased bicubic as all pairs are.
    """
    photo = read_pixels(portrait)
    half = portrait.tight_side * extent / 2
    left, top = portrait.tight_centre[0] - half, portrait.tight_centre[1] - half
    margin = int(np.ceil(max(0, -left, -top, left + 2 * half - photo.shape[1], top + 2 * half - photo.shape[0])))
    padded = cv2.copyMakeBorder(photo, margin, margin, margin, margin, cv2.BORDER_REFLECT)
    box = (left + margin, top + margin, left + margin + 2 * half, top + margin + 2 * half)
    square = Image.fromarray(padded).resize((side_px, side_px), Image.Resampling.BICUBIC, box=box)
    return np.asarray(square)


def file_from_square(portrait: Portrait, *, side_px: int, extent: float) -> NDArray[np.float64]:
    """The matrix `(2, 3)` from px of the square that `cut_square` cuts with the same numbers to px of the file, pixel
    centres at integers in both."""
    factor = portrait.tight_side * extent / side_px
    corner = np.array(portrait.tight_centre) - portrait.tight_side * extent / 2
    return np.column_stack([factor * np.eye(2), corner + factor / 2 - 0.5])


def read_pixels(portrait: Portrait) -> NDArray[np.uint8]:
    """The portrait's picture, `(H, W, 3)` RGB. Raises: PhotoError if it is cut again from a photo that has gone."""
    if portrait.pixels is not None:
        return portrait.pixels
    if portrait.cut is not None:
        return portrait.cut()
    with Image.open(portrait.path) as file:
        return np.asarray(file.convert("RGB"))


def quad_side(portrait: Portrait) -> float:
    """Side of the aligned quad in px of the portrait's file."""
    (left, top), (x, y) = portrait.quad[0], portrait.quad[1]
    return float(np.hypot(x - left, y - top))


def cut_quad(portrait: Portrait, *, side_px: int) -> NDArray[np.uint8]:
    """The aligned quad, `(side_px, side_px, 3)` RGB, bicubic; antialiased where it shrinks."""
    pixels, factor = read_pixels(portrait), quad_side(portrait) / side_px
    return warp_antialiased(pixels, file_from_quad(portrait, side_px=side_px), side_px, factor)


def file_from_quad(portrait: Portrait, *, side_px: int) -> NDArray[np.float64]:
    """The matrix `(2, 3)` from px of the quad that `cut_quad` cuts to px of the file, pixel centres at integers."""
    first, down, _, right = (np.array(corner) for corner in portrait.quad)
    step_x, step_y = (right - first) / side_px, (down - first) / side_px
    return np.column_stack([step_x, step_y, first + 0.5 * (step_x + step_y) - 0.5])


def warp_antialiased(
    pixels: NDArray[np.uint8], source_from_result: NDArray[np.float64], side_px: int, factor: float
) -> NDArray[np.uint8]:
    """A square of `pixels` by an affine map, after a blur that fits a reduction by `factor`; mirrored outside."""
    if factor > 1.1:
        sigma = 0.45 * float(np.sqrt(factor**2 - 1))
        pixels = cv2.GaussianBlur(pixels, (0, 0), sigma, borderType=cv2.BORDER_REFLECT).astype(np.uint8)
    return cv2.warpAffine(
        pixels,
        source_from_result,
        (side_px, side_px),
        flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REFLECT,
    ).astype(np.uint8)


def tight_faces(portraits: Sequence[Portrait], *, size: int) -> NDArray[np.float32]:
    """The tight squares `(N, size, size, 3)` RGB in [0, 1]: what faces are scored against."""
    squares = [cut_square(portrait, side_px=size, extent=1.0) for portrait in portraits]
    return np.stack(squares).astype(np.float32) / np.float32(255)


def aligned_faces(portraits: Sequence[Portrait], *, size: int) -> NDArray[np.float32]:
    """The aligned quads `(N, size, size, 3)` RGB in [0, 1]."""
    quads = [cut_quad(portrait, side_px=size) for portrait in portraits]
    return np.stack(quads).astype(np.float32) / np.float32(255)
