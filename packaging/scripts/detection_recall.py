"""How many validation portraits CenterFace finds: `python packaging/scripts/detection_recall.py --faces DIR`.

Each portrait (no engraving) is reduced until its tight square has the given side; a face counts as found when a box's
centre lies in the middle half of the true square. Every second portrait for the reduced sizes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from PIL import Image

from engine.datasets.portraits import Portrait, read_portraits
from engine.detection.registry import load_detector
from engine.types import Pixels

SIDES = (None, 64, 24, 16)  # px; None: as the portrait is


def main() -> None:
    """Print the recall at each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faces", type=Path, required=True)
    options = parser.parse_args()
    detector = load_detector("centerface")
    portraits = read_portraits(options.faces, split="val", min_detail=0)
    for side in SIDES:
        chosen = portraits if side is None else portraits[::2]
        found = 0
        for portrait in chosen:
            pixels, ratio = _reduced(portrait, side)
            centre = np.array(portrait.tight_centre) * ratio
            reach = portrait.tight_side * ratio / 4
            found += any(np.abs(np.array(face.box.centre) - centre).max() < reach for face in detector.detect(pixels))
        print(f"{side or 'native'} px: {found} of {len(chosen)}", flush=True)


def _reduced(portrait: Portrait, side: int | None) -> tuple[Pixels, float]:
    with Image.open(portrait.path) as file:
        photo = file.convert("RGB")
    ratio = 1.0 if side is None else side / portrait.tight_side
    size = (max(1, round(photo.width * ratio)), max(1, round(photo.height * ratio)))
    return np.asarray(photo.resize(size, Image.Resampling.BICUBIC)), ratio


if __name__ == "__main__":
    main()
