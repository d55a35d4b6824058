"""How turned faces are found and restored: `python packaging/scripts/turned_recall.py --faces DIR [--sheets DIR]`.

Each of 50 validation portraits (no engraving) is turned as a whole, on a canvas of its mean colour, at its own size
and reduced until the tight square has 96 px. A face counts as found when its box's centre lies in the middle half of
the true square; its angle is compared with that of the eyes in the face mesh, and with the angle at which the upright
portrait's was found. It is restored by `auto`, and compared, in the circle in the tight square, with the restoration of
the upright portrait, turned afterwards.
"""

from __future__ import annotations

import argparse
import math
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.alignment.similarity import Matrix, compose, invert, resized
from engine.context import JobContext
from engine.datasets.portraits import Portrait, read_pixels, read_portraits
from engine.detection.base import Detector
from engine.detection.registry import load_detector
from engine.pipeline.options import RestoreOptions, Scale
from engine.pipeline.restore import restore_photo
from engine.runtime.sessions import ModelCache
from engine.types import Photo

ANGLES = (0, 90, 180, 270, 30, 45, 60)  # degrees, clockwise
SIDES = (96, None)  # px of the tight square; None: as the portrait is
COUNT = 50
EYES = ((33, 160, 158, 133, 153, 144), (362, 385, 387, 263, 373, 380))  # of the mesh: the person's right, left
MOST_OFF = 10.0  # degrees
MANGLED_BELOW = 24.0  # dB
TILE = 160  # px of a face on a sheet


@dataclass(frozen=True)
class Turned:
    """A portrait turned: `pixels`, and where its parts went: `turned_from_file` px -> px."""

    pixels: NDArray[np.uint8]
    turned_from_file: Matrix


@dataclass(frozen=True)
class Outcome:
    """What became of one turned portrait; numbers are NaN where there is none.

    `off_mesh`, `off_upright`: degrees between the line of the eyes and the true one, or the upright portrait's;
    `like_upright`: dB.
    """

    is_found: bool
    is_restored: bool
    off_mesh: float
    off_upright: float
    like_upright: float
    others: int


@dataclass(frozen=True)
class Upright:
    """What became of a portrait at an angle of 0: its restored pixels, and the line of the eyes, in degrees."""

    pixels: NDArray[np.uint8]
    roll: float


def main() -> None:
    """Print a line for each size and angle, and write a sheet of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faces", type=Path, required=True)
    parser.add_argument("--sheets", type=Path, help="folder for a sheet of each size and angle")
    parser.add_argument("--count", type=int, default=COUNT, help="of portraits")
    parser.add_argument(
        "--side", type=int, action="append", help="px of the tight square, 0 for native; default: 96 and 0"
    )
    options = parser.parse_args()
    portraits = read_portraits(options.faces, split="val", min_detail=0)
    portraits = portraits[:: len(portraits) // options.count][: options.count]
    mesh = np.load(options.faces / "mesh478.npz")
    eyes = dict(zip(mesh["names"].tolist(), mesh["points"].astype(np.float64), strict=True))
    detector, models = load_detector("centerface"), ModelCache("cpu")
    for side in [one or None for one in options.side or ()] or SIDES:
        upright: dict[str, Upright] = {}
        for angle in ANGLES:
            outcomes: list[Outcome] = []
            tiles: list[NDArray[np.uint8]] = []
            for portrait in portraits:
                outcome, tile = _try(portrait, angle, side, eyes[portrait.name], upright, detector, models)
                outcomes.append(outcome)
                tiles.append(tile)
            print(_line(side, angle, outcomes), flush=True)
            if options.sheets:
                _write_sheet(options.sheets / f"{side or 'native'}_{angle:03d}.png", tiles)


def _line(side: int | None, angle: int, outcomes: list[Outcome]) -> str:
    found = [one for one in outcomes if one.is_found]
    like = [one.like_upright for one in outcomes if one.is_restored]
    return (
        f"{side or 'native'} px, {angle} degrees: found {len(found)} of {len(outcomes)}, eyes within {MOST_OFF:g}"
        f" degrees of the mesh's {_within([one.off_mesh for one in found])}, of the upright find's"
        f" {_within([one.off_upright for one in found])}; restored {len(like)}, like upright {min(like):.1f} dB at"
        f" least, {np.median(like):.1f} in the median, below {MANGLED_BELOW:g} dB"
        f" {sum(value < MANGLED_BELOW for value in like)}; other faces {sum(one.others for one in outcomes)}"
    )


def _within(degrees: list[float]) -> str:
    return f"{sum(value <= MOST_OFF for value in degrees)} (worst {max(degrees):.1f})"


def _try(
    portrait: Portrait,
    angle: int,
    side: int | None,
    mesh: NDArray[np.float64],
    upright: dict[str, Upright],
    detector: Detector,
    models: ModelCache,
) -> tuple[Outcome, NDArray[np.uint8]]:
    """The outcome of a portrait, and its tile: before, after. `upright` holds those at an angle of 0."""
    scale = 1.0 if side is None else side / portrait.tight_side
    turned = turned_by(reduced(read_pixels(portrait), scale), angle)
    turned_from_file = compose(turned.turned_from_file, resized(horizontal=scale, vertical=scale))
    centre = moved(turned_from_file, np.array([portrait.tight_centre]) - 0.5)[0]
    reach = portrait.tight_side * scale
    faces = detector.detect(turned.pixels)
    near = [face for face in faces if np.abs(np.array(face.box.centre) - 0.5 - centre).max() < reach / 4]
    result = restore_photo(
        Photo(pixels=turned.pixels), RestoreOptions(scale=_scale(reach)), detector=detector, models=models,
        context=JobContext(), faces=near[:1] or faces[:1],
    )  # fmt: skip
    restored = result.photo.pixels.astype(np.uint8)
    is_restored = bool(near) and any(face.status == "restored" for face in result.faces)
    roll = _roll(near[0].points) if near and near[0].points is not None else math.nan
    canvas = result.scale
    first = upright.setdefault(portrait.name, Upright(restored, roll))
    enlarged = resized(horizontal=canvas, vertical=canvas)
    expected = _warped(
        first.pixels, compose(enlarged, compose(turned.turned_from_file, invert(enlarged))), like=restored
    )
    outcome = Outcome(
        is_found=bool(near),
        is_restored=is_restored,
        off_mesh=_between(roll, _roll(moved(turned_from_file, _eyes(mesh)))),
        off_upright=_between(roll, first.roll + angle),
        like_upright=_psnr(restored, expected, canvas * centre, 0.45 * canvas * reach),
        others=len(faces) - len(near[:1]),
    )
    return outcome, _tile(turned.pixels, restored, centre, reach, canvas)


def reduced(pixels: NDArray[np.uint8], scale: float) -> NDArray[np.uint8]:
    """The picture at `scale` times its size, antialiased bicubic."""
    size = (max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale)))
    return np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BICUBIC))


def turned_by(pixels: NDArray[np.uint8], angle: int) -> Turned:
    """The picture turned clockwise on a canvas that holds it whole; by quarters exactly."""
    height, width = pixels.shape[:2]
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    new_width = math.ceil(abs(width * cos) + abs(height * sin) - 1e-6)
    new_height = math.ceil(abs(width * sin) + abs(height * cos) - 1e-6)
    linear = np.array([[cos, -sin], [sin, cos]])
    old, new = np.array([width - 1, height - 1]) / 2, np.array([new_width - 1, new_height - 1]) / 2
    matrix = np.column_stack([linear, new - linear @ old])
    if angle % 90 == 0:
        return Turned(np.ascontiguousarray(np.rot90(pixels, -angle // 90)), matrix)
    return Turned(_warped(pixels, matrix, like=np.empty((new_height, new_width, 3), np.uint8)), matrix)


def _warped(pixels: NDArray[np.uint8], matrix: Matrix, *, like: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture moved by a matrix, source to result, on a canvas of its mean colour of the size of `like`."""
    mean = tuple(float(value) for value in pixels.reshape(-1, 3).mean(axis=0))
    size = (like.shape[1], like.shape[0])
    return np.asarray(cv2.warpAffine(pixels, matrix, size, flags=cv2.INTER_CUBIC, borderValue=mean), np.uint8)


def moved(matrix: Matrix, points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Points `(N, 2)` moved by a matrix."""
    return points @ matrix[:, :2].T + matrix[:, 2]


def _eyes(mesh: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.stack([mesh[list(eye), :2].mean(axis=0) for eye in EYES])


def _scale(side: float) -> Scale:
    """Of the result, so that nothing is lost of what a model gives for a tight square of that side in px."""
    return 4 if side < 48 else 2 if side < 120 else 1


def _roll(points: NDArray[np.floating]) -> float:
    """The angle of the line from the first eye to the second, in degrees."""
    x, y = points[1] - points[0]
    return math.degrees(math.atan2(y, x))


def _between(angle: float, other: float) -> float:
    return abs(math.remainder(angle - other, 360)) if math.isfinite(angle + other) else math.nan


def _psnr(image: NDArray[np.uint8], other: NDArray[np.uint8], centre: NDArray[np.float64], radius: float) -> float:
    rows, columns = np.indices(image.shape[:2])
    is_face = np.hypot(columns - centre[0], rows - centre[1]) < radius
    error = np.square(image[is_face] / 255 - other[is_face] / 255).mean()
    return -10 * math.log10(max(float(error), 1e-10))


def _tile(
    before: NDArray[np.uint8], after: NDArray[np.uint8], centre: NDArray[np.float64], reach: float, scale: int
) -> NDArray[np.uint8]:
    """The face before and after, side by side; `after` is `scale` times as large."""
    half = 0.75 * reach
    box = np.array([centre[0] - half, centre[1] - half, centre[0] + half, centre[1] + half])
    parts = [Image.fromarray(one).transform((TILE, TILE), Image.Transform.EXTENT, tuple((factor * box).tolist()),
             Image.Resampling.BICUBIC) for one, factor in ((before, 1), (after, scale))]  # fmt: skip
    return np.concatenate([np.asarray(part) for part in parts], axis=1)


def _write_sheet(path: Path, tiles: list[NDArray[np.uint8]]) -> None:
    columns = 5
    empty = np.zeros_like(tiles[0])
    padded = [*tiles, *[empty] * (-len(tiles) % columns)]
    rows = [np.concatenate(padded[start : start + columns], axis=1) for start in range(0, len(padded), columns)]
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.concatenate(rows)).save(path)


if __name__ == "__main__":
    main()
