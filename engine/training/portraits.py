"""Reader of a portrait folder: faces.csv, mesh478.npz and the crops it names."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.errors import DataError

TIGHT_FACTOR = 1.25  # side of the tight square over the larger side of the face mesh
TIGHT_RISE = 0.04  # the square sits this much of its side above the mesh's centre


@dataclass(frozen=True)
class Portrait:
    """One portrait: its file, its source, and the tight face square in it."""

    path: Path
    source: str
    split: str
    native_quad: float  # px, real detail
    is_engraving: bool
    tight_centre: tuple[float, float]  # px in the crop file
    tight_side: float  # px


def read_portraits(folder: Path, *, split: str, min_detail: float) -> list[Portrait]:
    """Portraits of one split with enough real detail, engravings left out, in the file's order.

    Raises: DataError if the folder lacks its tables.
    """
    try:
        with (folder / "faces.csv").open(newline="", encoding="utf-8") as table:
            rows = list(csv.DictReader(table))
        mesh = np.load(folder / "mesh478.npz")
    except OSError as error:
        raise DataError(
            f"{folder} is no portrait folder: {error.strerror}.",
            hint="Expected faces.csv, mesh478.npz and the folders train and val.",
        ) from error
    points = dict(zip(mesh["names"].tolist(), mesh["points"].astype(np.float32), strict=True))
    portraits = [_portrait(folder, row, points[row["name"]]) for row in rows if row["split"] == split]
    return [p for p in portraits if p.native_quad >= min_detail and not p.is_engraving]


def _portrait(folder: Path, row: dict[str, str], points: NDArray[np.float32]) -> Portrait:
    low, high = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    side = float((high - low).max()) * TIGHT_FACTOR
    centre = (low + high) / 2
    return Portrait(
        path=folder / row["split"] / f"{row['name']}.jpg",
        source=row["source"],
        split=row["split"],
        native_quad=float(row["native_quad"]),
        is_engraving=row["engraving_suspect"] == "1",
        tight_centre=(float(centre[0]), float(centre[1]) - TIGHT_RISE * side),
        tight_side=side,
    )


def cut_square(portrait: Portrait, *, side_px: int, extent: float) -> NDArray[np.uint8]:
    """A square around the tight face square, `extent` times its side, mirrored where the photo ends.

    Returns: `(side_px, side_px, 3)` RGB, scaled by antialiased bicubic as all pairs are.
    """
    with Image.open(portrait.path) as file:
        photo = np.asarray(file.convert("RGB"))
    half = portrait.tight_side * extent / 2
    left, top = portrait.tight_centre[0] - half, portrait.tight_centre[1] - half
    margin = int(np.ceil(max(0, -left, -top, left + 2 * half - photo.shape[1], top + 2 * half - photo.shape[0])))
    padded = cv2.copyMakeBorder(photo, margin, margin, margin, margin, cv2.BORDER_REFLECT)
    box = (left + margin, top + margin, left + margin + 2 * half, top + margin + 2 * half)
    square = Image.fromarray(padded).resize((side_px, side_px), Image.Resampling.BICUBIC, box=box)
    return np.asarray(square)
