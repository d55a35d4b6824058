"""Which model restores small tilted faces best: `python packaging/scripts/turned_small_faces.py --faces DIR MODEL ...`.

Each validation portrait is turned as a whole and reduced until its tight square has 16 px; the detector finds the face,
each model restores it, and the photo at four times its size is compared with the portrait itself, in the circle in the
tight square. Faces that the detector misses are left out of all means.

With `--for-auto` and one model it says whether `auto` should take that one for such faces: at each size and angle the
model must help by the rule of `auto`, and its faces must look nearer to the truth than those of `auto` now, by more
than chance.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from turned_recall import moved, reduced, turned_by

from engine.alignment.resample import enlarge
from engine.alignment.similarity import compose, resized
from engine.context import JobContext
from engine.datasets.portraits import Portrait, read_pixels, read_portraits
from engine.detection.base import Detector
from engine.detection.registry import load_detector
from engine.features.feature_networks import load_features
from engine.pipeline.measured_gain import Gain
from engine.pipeline.model_choice import helps
from engine.pipeline.options import RestoreOptions
from engine.pipeline.restore import restore_photo
from engine.runtime.sessions import ModelCache
from engine.training.validation import distances
from engine.types import Photo

SIDE, SCALE, ANGLES = 16, 4, (0, 15, 30, 45)  # px of the tight square; of the result; degrees
SIDES = (12, 16, 20)  # px, for `auto`
LOOKED_AT = 128  # px, of the square whose features are compared
BEYOND_CHANCE = 2.0  # standard errors of the mean of what single faces gain


@dataclass(frozen=True)
class Cell:
    """Faces of one size and angle. `table`: `(faces, shown, 2)`, PSNR in dB and perceptual distance of the input, then
    of each model."""

    side: int
    angle: int
    portraits: int
    table: NDArray[np.float64]


def main() -> None:
    """Print a line for each angle and model, and what `auto` should do."""
    options = _parsed()
    portraits = read_portraits(options.faces, split=options.split, min_detail=180)[:: options.every]
    detector, cache = load_detector("auto"), ModelCache("cpu")
    models = ("auto", *options.models) if options.for_auto else options.models
    better: list[Cell] = []
    for side in SIDES if options.for_auto else (options.side,):
        for angle in ANGLES:
            rows = [_scores(portrait, angle, side, models, detector, cache) for portrait in portraits]
            cell = Cell(side, angle, len(portraits), np.array([row for row in rows if row is not None]))
            _print(cell, models)
            if options.for_auto and _is_better(cell):
                better.append(cell)
    if options.for_auto:
        _print_verdict(options.models[0], better)


def _parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="+")
    parser.add_argument("--faces", type=Path, required=True)
    parser.add_argument("--split", default="val")
    parser.add_argument("--every", type=int, default=3, help="take every n-th portrait")
    parser.add_argument("--side", type=int, default=SIDE, help="px of the tight square")
    parser.add_argument("--for-auto", action="store_true", help="whether auto should take the one model, at all sizes")
    options = parser.parse_args()
    if options.for_auto and len(options.models) != 1:
        parser.error("--for-auto needs exactly one model")
    return options


def _print(cell: Cell, models: Sequence[str]) -> None:
    print(f"{cell.side} px, {cell.angle} degrees: found {len(cell.table)} of {cell.portraits}")
    for index, name in enumerate(("input", *models) if len(cell.table) else ()):
        psnr, looks = cell.table[:, index].mean(axis=0)
        print(f"  {name}: {psnr:.2f} dB, perceptual {looks:.3f}", flush=True)


def _is_better(cell: Cell) -> bool:
    """Whether the model, third in the table, is to be preferred to `auto`, the second; prints by how much."""
    if len(cell.table) < 2:
        return False
    photo, _auto, model = cell.table.mean(axis=0)
    gain = Gain(float(model[0] - photo[0]), float(1 - model[1] / photo[1]))
    nearer = cell.table[:, 1, 1] - cell.table[:, 2, 1]  # of the perceptual distance
    mean, error = float(nearer.mean()), float(nearer.std(ddof=1) / np.sqrt(len(nearer)))
    is_better = helps(gain) and mean > BEYOND_CHANCE * error
    print(f"  nearer than auto by {mean:.4f} (standard error {error:.4f}); {'better' if is_better else 'not better'}")
    return is_better


def _print_verdict(model: str, better: Sequence[Cell]) -> None:
    turned = {side: [cell.angle for cell in better if cell.side == side] for side in SIDES}
    for side, angles in turned.items():
        from_here = min((angle for angle in ANGLES if set(angles) >= {a for a in ANGLES if a >= angle}), default=None)
        words = "none" if from_here is None else f"those turned by {from_here} degrees and more"
        print(f"of faces of {side} px auto should give {model}: {words}")


def _scores(
    portrait: Portrait, angle: int, side: int, models: Sequence[str], detector: Detector, cache: ModelCache
) -> list[tuple[float, float]] | None:
    """PSNR in dB and perceptual distance of the enlarged photo and of each model's result; None if none is found."""
    scale = side * SCALE / portrait.tight_side
    truth = turned_by(reduced(read_pixels(portrait), scale), angle)
    rows, columns = (size - size % SCALE for size in truth.pixels.shape[:2])
    goal = truth.pixels[:rows, :columns]
    photo = Photo(pixels=reduced(goal, 1 / SCALE))
    file_to_goal = compose(truth.turned_from_file, resized(horizontal=scale, vertical=scale))
    centre = moved(file_to_goal, np.array([portrait.tight_centre]) - 0.5)[0]
    reach = side * SCALE
    faces = [
        f for f in detector.detect(photo.pixels) if np.abs(np.array(f.box.centre) * SCALE - centre).max() < reach / 4
    ]
    if not faces:
        return None
    shown = [np.asarray(enlarge(photo.pixels, SCALE), np.uint8)]
    for model in models:
        options = RestoreOptions(model=model, scale=SCALE, outside_range=model != "auto")
        result = restore_photo(
            photo, options, detector=detector, models=cache, context=JobContext(), faces=faces[:1]
        )  # fmt: skip
        shown.append(result.photo.pixels.astype(np.uint8))
    return [(_psnr(one, goal, centre, reach / 2), _looks(one, goal, centre, reach)) for one in shown]


def _psnr(a: NDArray[np.uint8], b: NDArray[np.uint8], centre: NDArray[np.float64], radius: float) -> float:
    y, x = np.mgrid[0 : a.shape[0], 0 : a.shape[1]]
    inside = np.hypot(x - centre[0], y - centre[1]) < radius
    difference = (a.astype(np.float64) - b)[inside]
    return float(10 * np.log10(255**2 / max(1e-9, (difference**2).mean())))


def _looks(a: NDArray[np.uint8], b: NDArray[np.uint8], centre: NDArray[np.float64], side: float) -> float:
    left, top = (max(0, round(float(value) - side / 2)) for value in centre)
    parts = [
        (reduced(one[top : top + round(side), left : left + round(side)], LOOKED_AT / side) / 255).astype(np.float32)
        for one in (a, b)
    ]
    return float(distances(load_features("efficientnet-lite1"), parts[0][None], parts[1][None])[0])


if __name__ == "__main__":
    main()
