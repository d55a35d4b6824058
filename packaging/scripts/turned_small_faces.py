"""Which model restores small tilted faces best: `python packaging/scripts/turned_small_faces.py --faces DIR MODEL ...`.

Each validation portrait is turned as a whole and reduced until its tight square has 16 px; the detector finds the face,
each model restores it, and the photo at four times its size is compared with the portrait itself, in the circle in the
tight square. Faces that the detector misses are left out of all means.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
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
from engine.pipeline.options import RestoreOptions
from engine.pipeline.restore import restore_photo
from engine.runtime.sessions import ModelCache
from engine.training.validation import distances
from engine.types import Photo

SIDE, SCALE, ANGLES = 16, 4, (0, 15, 30, 45)  # px of the tight square; of the result; degrees
LOOKED_AT = 128  # px, of the square whose features are compared


def main() -> None:
    """Print a line for each angle and model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="+")
    parser.add_argument("--faces", type=Path, required=True)
    parser.add_argument("--split", default="val")
    parser.add_argument("--every", type=int, default=3, help="take every n-th portrait")
    parser.add_argument("--side", type=int, default=SIDE, help="px of the tight square")
    options = parser.parse_args()
    portraits = read_portraits(options.faces, split=options.split, min_detail=180)[:: options.every]
    detector, cache = load_detector("auto"), ModelCache("cpu")
    for angle in ANGLES:
        rows = [_scores(p, angle, options.side, options.models, detector, cache) for p in portraits]
        found = [row for row in rows if row is not None]
        print(f"{angle} degrees: found {len(found)} of {len(portraits)}")
        for index, name in enumerate(("input", *options.models)):
            psnr, looks = np.mean([row[index] for row in found], axis=0)
            print(f"  {name}: {psnr:.2f} dB, perceptual {looks:.3f}", flush=True)


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
        options = RestoreOptions(model=model, scale=SCALE, outside_range=True)
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
