"""How far off the quality of faces is measured: `python packaging/scripts/quality_errors.py --faces DIR`.

Faces of the splits `val` and `val2` are spoilt in known ways (`quality_faces.py`, a fixed seed) and measured. Prints a
table by kind of damage, and how stable the detail is when one picture is saved larger.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from quality_faces import Spoiling, SpoiltFace, detail_limit, draw_spoiling, sharp_portraits, spoil

from engine.datasets.portraits import Portrait
from engine.quality.face_quality import FaceQuality
from engine.quality.measure import measure_face

SEED = 2026
CLOSE = 1.2  # times: the bar is two thirds of the faces within it
FACTORS = (1, 2, 4, 8)
SAVED_SIDE, SAVED_QUALITY = 96, 90  # px, JPEG: the picture that is saved at several sizes
TORN_FROM = 0.3  # comb
LARGE = 64  # px; a smaller part of a photo shows too little of a screen
Test = Callable[[Spoiling], bool]


@dataclass(frozen=True)
class Measured:
    """A spoilt face and what was measured of it; its pixels are not kept."""

    how: Spoiling
    detail: float  # measured over true
    noise: float  # measured less true, 8-bit steps
    jpeg: float  # the same
    true_detail: float
    quality: FaceQuality


def _is_clean(how: Spoiling) -> bool:
    return not (how.noise or how.early_noise or how.jpeg or how.early_jpeg or how.screen_px or how.torn_px)


KINDS: dict[str, Test] = {
    "all": lambda how: True,
    "no noise, JPEG, screen or comb": _is_clean,
    "as reduced": lambda how: how.factor == 1,
    "enlarged up to 2 times": lambda how: 1 < how.factor < 2,
    "2 to 4 times": lambda how: 2 <= how.factor < 4,
    "4 to 8 times": lambda how: how.factor >= 4,
    "blurred": lambda how: how.blur > 0,
    "noise below 5": lambda how: 0 < how.noise < 5,
    "noise 5 to 12": lambda how: 5 <= how.noise < 12,
    "noise 12 to 20": lambda how: how.noise >= 12,
    "JPEG 20 to 50": lambda how: how.jpeg is not None and how.jpeg < 50,
    "JPEG 50 to 80": lambda how: how.jpeg is not None and 50 <= how.jpeg < 80,
    "JPEG 80 to 95": lambda how: how.jpeg is not None and how.jpeg >= 80,
    "noise or JPEG before enlarging": lambda how: bool(how.early_noise or how.early_jpeg),
    "screen": lambda how: how.screen_px > 0,
    "torn rows": lambda how: how.torn_px > 0,
}
SIDES = ((2, 8), (8, 16), (16, 32), (32, 64), (64, 128), (128, 257))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faces", type=Path, required=True)
    parser.add_argument("--each", type=int, default=6, help="spoilings of each portrait")
    options = parser.parse_args()
    cv2.setNumThreads(1)
    for split in ("val", "val2"):
        portraits = sharp_portraits(options.faces, splits=[split])
        faces = list(_measured(portraits, options.each))
        print(f"\n{split}: {len(portraits)} portraits")
        _print_detail(faces)
        _print_marks(faces)
        _print_stability([p for p in portraits if detail_limit(p) >= SAVED_SIDE])


def _measured(portraits: list[Portrait], each: int) -> Iterator[Measured]:
    rng = np.random.default_rng(SEED)
    for portrait in portraits:
        for _ in range(each):
            face = spoil(portrait, draw_spoiling(rng, limit=detail_limit(portrait)), rng)
            quality = measure_face(face.pixels, face.face)
            yield Measured(
                how=face.spoiling,
                detail=quality.detail_px / face.detail_px,
                noise=quality.noise - face.noise,
                jpeg=quality.jpeg - face.jpeg,
                true_detail=face.detail_px,
                quality=quality,
            )


def _print_detail(faces: list[Measured]) -> None:
    print("| faces | number | detail within 20 % | median error | noise, median error | JPEG, mean error |")
    print("|---|---|---|---|---|---|")
    for kind, test in KINDS.items():
        _print_row(kind, [face for face in faces if test(face.how)])
    for low, high in SIDES:
        _print_row(f"detail {low} to {high - 1} px", [face for face in faces if low <= face.true_detail < high])


def _print_row(kind: str, faces: list[Measured]) -> None:
    if not faces:
        return
    errors = np.abs(np.log2([face.detail for face in faces]))
    noise = float(np.median(np.abs([face.noise for face in faces])))
    jpeg = float(np.mean(np.abs([face.jpeg for face in faces])))
    close, typical = (errors < np.log2(CLOSE)).mean(), 2 ** float(np.median(errors)) - 1
    print(f"| {kind} | {len(faces)} | {close:.0%} | {typical:.0%} | {noise:.1f} | {jpeg:.2f} |")


def _print_marks(faces: list[Measured]) -> None:
    """How often screens and torn rows are found, and seen where there are none."""
    large = [f for f in faces if f.quality.width_px >= LARGE]
    with_screen = [f for f in large if f.how.screen_px]
    right = [abs(f.quality.screen_px / f.how.screen_px - 1) < 0.05 for f in with_screen]
    print(f"screens found with their period within 5 %: {sum(right)} of {len(right)} faces of {LARGE} px and more")
    print(f"screens seen without one: {sum(f.quality.screen_px > 0 for f in faces if not f.how.screen_px)}")
    for low, high in ((1, 2.5), (2.5, 99)):
        torn = [f.quality.comb > TORN_FROM for f in faces if low <= f.how.torn_px < high]
        print(f"rows torn by {low} to {high} px found: {sum(torn)} of {len(torn)}")
    print(f"combs seen without one: {sum(f.quality.comb > TORN_FROM for f in faces if not f.how.torn_px)}")


def _print_stability(portraits: list[Portrait]) -> None:
    """The detail of one picture saved at several sizes, over the mean of them."""
    details = np.array([_details(portrait) for portrait in portraits])
    spread: NDArray[np.float64] = details.max(axis=1) / details.min(axis=1) - 1
    print(f"a picture of {SAVED_SIDE} px saved at {FACTORS} times its size, JPEG {SAVED_QUALITY}:")
    print(f"  detail, median: {', '.join(f'{value:.1f}' for value in np.median(details, axis=0))} px")
    print(f"  largest over smallest: median +{np.median(spread):.1%}, 95th percentile +{np.percentile(spread, 95):.1%}")


def _details(portrait: Portrait) -> list[float]:
    details: list[float] = []
    for factor in FACTORS:
        face: SpoiltFace = spoil(
            portrait, Spoiling(side=SAVED_SIDE, factor=factor, jpeg=SAVED_QUALITY), np.random.default_rng(0)
        )
        details.append(measure_face(face.pixels, face.face).detail_px)
    return details


if __name__ == "__main__":
    main()
