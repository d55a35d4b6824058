"""Score the shipped models by damage: `python packaging/scripts/score_damage.py --faces DIR [--write]`.

For each kind of damage and each amount of real detail, portraits of `val` are made into small photos, restored as
`fsr-desktop restore` does it (screen and comb taken out first, large faces reduced to what they hold, pasted back), and
compared with the truth at 256 px. `--write` puts the numbers on the cards, by which `auto` chooses. Needs the extra
`train`.
"""

from __future__ import annotations

import argparse
import dataclasses
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.alignment.crop import FFHQ_POINTS, SIDE_PER_LARGER_SIDE, cut_tight
from engine.alignment.paste_back import apply_patch, make_patch
from engine.alignment.resample import enlarge, resize_bicubic
from engine.datasets.portraits import Portrait, cut_square, file_from_quad, file_from_square, read_portraits
from engine.degradation.old_photo import age_print
from engine.degradation.recipe import DegradationRecipe, Effect
from engine.evaluation.metrics import psnr_y
from engine.evaluation.perceptual import PerceptualMeter
from engine.models.base import Damage, DamageScore
from engine.models.card import write_card
from engine.models.registry import scan_models
from engine.pipeline.face_input import cut_face
from engine.runtime.sessions import LoadedModel
from engine.types import Box, Face, FaceQuality, Pixels

SEED = 2026
DAMAGES: tuple[Damage, ...] = ("clean", "noise", "jpeg", "screen", "comb")
DETAILS = (16, 32, 64, 128)  # px of the tight square
DETAIL, INSIDE = 256, 0.7  # of the portraits
EXTENT = 1.75  # of the tight square: the small photos; the aligned square is within
SIZE = 256  # px of the tight square, at which is scored
SCREEN_PX = 4
DETAIL_PER_SCREEN = 1.4  # px of detail that a screen leaves for each of its dots
NOISE, JPEG, COMB_NOISE = (5.0, 15.0), (20, 50), 3.0
COMB_SHIFT = (0.02, 0.08)  # of the face's side, between the two fields
SMALL_MODELS = 40  # px: models of one low resolution are not tried on more

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Sample:
    """A small photo, its face, what is known of it, and the truth `(SIZE, SIZE, 3)`."""

    pixels: Pixels
    face: Face
    quality: FaceQuality
    truth: Floats


def main() -> None:
    """Score, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--faces", type=Path, required=True)
    parser.add_argument("--count", type=int, default=24, help="faces for each kind and size")
    parser.add_argument("--write", action="store_true", help="put the scores on the cards")
    parser.add_argument("--models", nargs="*", default=(), help="only these")
    options = parser.parse_args()
    every = read_portraits(options.faces, split="val", min_detail=DETAIL, min_inside=INSIDE)
    portraits = [every[int(i)] for i in np.linspace(0, len(every) - 1, options.count)]
    installed = [m for m in scan_models()[0] if m.source == "shipped" and m.card.id in (options.models or m.card.id)]
    loaded = [LoadedModel(model, "cpu") for model in installed]
    meter = PerceptualMeter()
    scores: dict[str, list[DamageScore]] = {model.card.id: [] for model in installed}
    for damage in DAMAGES:
        for detail in DETAILS:
            samples = [make_sample(portrait, damage, detail) for portrait in portraits]
            before = _measured([tight_part(sample, sample.pixels, 1) for sample in samples], samples, meter)
            for one in loaded:
                if one.model.card.low_side and detail > SMALL_MODELS:
                    continue
                after = _measured(_restored(one, samples), samples, meter)
                score = DamageScore(
                    damage=damage, detail_px=detail, faces=len(samples), psnr_db=after[0], input_psnr_db=before[0],
                    perceptual=after[1], input_perceptual=before[1],
                )  # fmt: skip
                scores[one.model.card.id].append(score)
                print(
                    f"{damage:6s} {detail:4d} px {one.model.card.id:11s} {score.psnr_gain_db:+.2f} dB  perceptual "
                    f"{score.perceptual:.4f} of {score.input_perceptual:.4f} ({-score.perceptual_gain:+.1%})",
                    flush=True,
                )
    if options.write:
        for model in installed:
            write_card(dataclasses.replace(model.card, damage_scores=tuple(scores[model.card.id])), model.folder)


def make_sample(portrait: Portrait, damage: Damage, detail: int) -> Sample:
    """The portrait as a small photo with that damage, whose face holds `detail` px."""
    rng = np.random.default_rng([SEED, zlib.crc32(portrait.name.encode()), detail, DAMAGES.index(damage)])
    whole = cut_square(portrait, side_px=round(SIZE * EXTENT), extent=EXTENT).astype(np.float32) / np.float32(255)
    side = round(detail * SCREEN_PX / DETAIL_PER_SCREEN) if damage == "screen" else detail
    photo_side = round(side * EXTENT)
    small = resize_bicubic(whole, (photo_side, photo_side))
    if damage == "screen":
        small = age_print(small, DegradationRecipe(halftone=Effect(probability=1, amount=(SCREEN_PX, SCREEN_PX))), rng)
    noise = rng.uniform(*NOISE) if damage == "noise" else COMB_NOISE if damage == "comb" else 0.0
    if damage == "comb":
        shift = max(1, round(rng.uniform(*COMB_SHIFT) * side))
        small[1::2] = np.roll(small, shift, axis=1)[1::2]
    if noise:
        channels = 3 if rng.random() < 0.5 else 1
        small = small + rng.normal(0, noise / 255, (*small.shape[:2], channels)).astype(np.float32)
    stored = np.rint(np.clip(small, 0, 1) * 255).astype(np.uint8)
    quality = round(rng.uniform(*JPEG))
    if damage == "jpeg":
        written = cv2.imencode(".jpg", stored[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
        read = cast(NDArray[np.uint8], cv2.imdecode(written, cv2.IMREAD_COLOR))  # never None for what was just written
        stored = np.ascontiguousarray(read[..., ::-1])
    known = FaceQuality(
        width_px=photo_side / EXTENT,
        detail_px=detail,
        noise=noise,
        jpeg=(100 - quality) / 90 if damage == "jpeg" else 0.0,
        screen_px=SCREEN_PX if damage == "screen" else 0.0,
        comb=1.0 if damage == "comb" else 0.0,
    )
    margin = round(SIZE * (EXTENT - 1) / 2)
    return Sample(stored, _face(portrait, photo_side), known, whole[margin : margin + SIZE, margin : margin + SIZE])


def _face(portrait: Portrait, photo_side: int) -> Face:
    """The face in its small photo, with the points that align it as the portrait is."""
    side = photo_side / EXTENT
    box_side = side / SIDE_PER_LARGER_SIDE
    corner = (photo_side - box_side) / 2
    in_file = np.array(FFHQ_POINTS) * 512 - 0.5
    file_from = file_from_quad(portrait, side_px=512)
    in_file = in_file @ file_from[:, :2].T + file_from[:, 2]
    to_file = file_from_square(portrait, side_px=photo_side, extent=EXTENT)
    points = (in_file - to_file[:, 2]) @ np.linalg.inv(to_file[:, :2]).T
    return Face(Box(corner, corner, box_side, box_side), points.astype(np.float32), 1.0, "hand")


def _restored(loaded: LoadedModel, samples: Sequence[Sample]) -> list[Floats]:
    inputs = [cut_face(s.pixels, s.face, loaded.model, s.quality) for s in samples]
    batch = np.stack([one.given.transpose(2, 0, 1) for one in inputs])
    images = np.concatenate(
        [loaded.run(batch[i : i + 8], picture_only=True).image for i in range(0, len(batch), 8)]
    ).transpose(0, 2, 3, 1)
    results: list[Floats] = []
    for sample, one, image in zip(samples, inputs, images, strict=True):
        scale = max(1, round(SIZE / sample.quality.width_px))
        canvas = enlarge(sample.pixels, scale)
        patch = make_patch(canvas, restored=image, crop=one.crop, canvas_scale=scale, keep_finer=one.keep_finer)
        apply_patch(canvas, patch, strength=1)
        results.append(tight_part(sample, canvas, scale))
    return results


def tight_part(sample: Sample, canvas: Pixels, scale: int) -> Floats:
    """The tight square of a photo enlarged `scale` times, at the size that is scored."""
    side, width = sample.quality.width_px * scale, canvas.shape[1]
    if scale == 1:
        scale = max(1, round(SIZE / side))
        canvas, side, width = enlarge(canvas, scale), side * scale, width * scale
    corner = (width - side) / 2
    return cut_tight(canvas, Box(corner, corner, side, side), size=SIZE).image


def _measured(images: Sequence[Floats], samples: Sequence[Sample], meter: PerceptualMeter) -> tuple[float, float]:
    truth = np.stack([sample.truth for sample in samples])
    psnr = np.mean([psnr_y(image, sample.truth) for image, sample in zip(images, samples, strict=True)])
    return round(float(psnr), 3), round(float(meter.distances(np.stack(images), truth).mean()), 4)


if __name__ == "__main__":
    main()
