"""Faces found in synthetic photos of 12 or 24 MP, and the work for it: `python .../detection_crowds.py --faces DIR`.

Validation portraits are pasted, with soft edges, over textures, over a smooth sky, or over both. A face counts as found
when a box's centre lies in the middle half of its true square. The work is the number of px that the network sees; run
it with PYTHONPATH on another version to compare.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from skimage import data

from engine.datasets.portraits import Portrait, read_portraits
from engine.detection.candidates import Candidates
from engine.detection.centerface import CenterFace

SMALL, TEN = (24, 28, 32, 40, 48, 64), (60, 100, 150, 250, 400)  # px of the tight square
TEXTURES = ("coffee", "chelsea", "rocket", "brick", "grass", "gravel", "page", "retina", "hubble_deep_field", "coins")
PATCH = 1000  # px of one texture
Placed = tuple[float, float, int]  # x, y of the middle and side of a face
Picture = NDArray[np.uint8]


def main() -> None:
    """Print a line for each photo."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faces", type=Path, required=True)
    parser.add_argument("--megapixels", type=int, choices=(12, 24), default=12)
    options = parser.parse_args()
    height, width = {12: (3000, 4000), 24: (4000, 6000)}[options.megapixels]
    portraits = read_portraits(options.faces, split="val", min_detail=0)
    detector, seen_px = CenterFace(), _watched()
    plans = [(kind, SMALL, 48) for kind in ("texture", "mixed", "smooth")] + [("texture", TEN, 10), ("mixed", TEN, 10)]
    for number, (kind, sides, count) in enumerate([*plans, ("texture", TEN, 0)]):
        rng = np.random.default_rng(100 + number)
        photo = _ground(kind, rng, height=height, width=width)
        placed = _place(photo, portraits, rng, sides=sides, count=count)
        seen_px.clear()
        started = time.process_time()
        faces = detector.detect(photo)
        taken = time.process_time() - started
        hits = [any(_is_at(face.box.centre, true) for face in faces) for true in placed]
        by_side = {side: f"{sum(h for h, p in zip(hits, placed, strict=True) if p[2] == side)}" for side in sides}
        print(f"{kind}, {count} faces: {sum(hits)} found; {sum(seen_px) / 1e6:.2f} MP seen, {taken:.2f} s; {by_side}")


def _watched() -> list[int]:
    """The px of each look of every detector from now on."""
    seen_px: list[int] = []
    look = CenterFace._look  # pyright: ignore[reportPrivateUsage]

    def noted(self: CenterFace, pixels: Picture) -> Candidates:
        seen_px.append(pixels.shape[0] * pixels.shape[1])
        return look(self, pixels)

    CenterFace._look = noted  # pyright: ignore[reportPrivateUsage]
    return seen_px


def _is_at(centre: tuple[float, float], true: Placed) -> bool:
    return max(abs(centre[0] - true[0]), abs(centre[1] - true[1])) < true[2] / 4


def _ground(kind: str, rng: np.random.Generator, *, height: int, width: int) -> Picture:
    if kind == "smooth":
        return _sky(rng, height=height, width=width)
    ground = np.zeros((height, width, 3), np.float32)
    for top in range(0, height, PATCH):
        for left in range(0, width, PATCH):
            part = ground[top : top + PATCH, left : left + PATCH]
            part[:] = _texture(str(rng.choice(TEXTURES)))[: part.shape[0], : part.shape[1]]
    ground += rng.normal(0, 3, (height, width, 1))
    if kind == "mixed":
        ground[: height // 2] = _sky(rng, height=height // 2, width=width)
    return ground.clip(0, 255).astype(np.uint8)


def _sky(rng: np.random.Generator, *, height: int, width: int) -> Picture:
    down = np.linspace(0, 1, height)[:, None, None]
    sky = rng.uniform(40, 220, 3) * (1 - down) + rng.uniform(40, 220, 3) * down
    return (sky + rng.normal(0, 4, (height, width, 1))).clip(0, 255).astype(np.uint8)


def _texture(name: str) -> Picture:
    picture = np.asarray(getattr(data, name)(), np.uint8)
    colour = np.repeat(picture[..., None], 3, axis=2) if picture.ndim == 2 else picture[..., :3]
    scale = max(PATCH / min(colour.shape[:2]), 1.0) * 1.001
    return np.asarray(cv2.resize(colour, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC), np.uint8)


def _place(
    photo: Picture, portraits: Sequence[Portrait], rng: np.random.Generator, *, sides: Sequence[int], count: int
) -> list[Placed]:
    """Paste `count` portraits where none is yet, as far as a place is found."""
    height, width = photo.shape[:2]
    placed: list[Placed] = []
    used: list[tuple[int, int, int]] = []
    for number in range(count):
        portrait, side = portraits[int(rng.integers(len(portraits)))], sides[number % len(sides)]
        ratio = side / portrait.tight_side
        with Image.open(portrait.path) as file:
            size = (round(file.width * ratio), round(file.height * ratio))
            face = np.asarray(file.convert("RGB").resize(size, Image.Resampling.LANCZOS), np.float32)
        reach = max(size)
        left, top = 0, 0
        for _ in range(200):
            left, top = int(rng.integers(0, width - size[0])), int(rng.integers(0, height - size[1]))
            if all(max(abs(left - x), abs(top - y)) > max(reach, other) + 8 for x, y, other in used):
                break
        used.append((left, top, reach))
        part = photo[top : top + size[1], left : left + size[0]]
        edge = max(2, reach // 16)
        inner = np.pad(np.ones((size[1] - 2 * edge, size[0] - 2 * edge), np.float32), edge)
        soft = np.asarray(cv2.GaussianBlur(inner, (0, 0), edge / 2))[..., None]
        part[:] = (face * soft + part * (1 - soft)).clip(0, 255)
        x, y = (float(value) * ratio for value in portrait.tight_centre)
        placed.append((left + x, top + y, side))
    return placed


if __name__ == "__main__":
    main()
