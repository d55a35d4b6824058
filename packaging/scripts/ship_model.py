"""Make a shipped model of checkpoints: `python packaging/scripts/ship_model.py ID --runs DIR --faces DIR`.

`resources/models/<id>/source.toml` says of which runs and how; their checkpoints are found in the folders below --runs.
Exports, scores the exported file on the validation portraits against bicubic at several input sizes, and writes
`resources/models/<id>/` with the card. Without --runs it only scores the model that is there, also by source. Needs
the extra `train`.
"""

from __future__ import annotations

import argparse
import dataclasses
import subprocess
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.alignment.resample import resize_bicubic
from engine.alignment.warp import warped
from engine.datasets.portraits import Portrait, aligned_faces, read_portraits, tight_faces
from engine.datasets.unaligned import unaligned_faces
from engine.degradation.blind import degrade_bicubic
from engine.degradation.blind_set import BLIND, blind_inputs
from engine.evaluation.metrics import psnr_y, sharpness, ssim_y
from engine.features.feature_networks import load_features
from engine.models.base import Score
from engine.models.card import read_card, write_card
from engine.models.registry import InstalledModel
from engine.paths import models_folder
from engine.runtime.low_side import as_the_model_knows_it
from engine.runtime.sessions import LoadedModel
from engine.training.shipping import export_anew, export_checkpoint, find_checkpoints, read_source
from engine.training.validation import LARGEST_TRUTH, distances, reduced

SIDES = (8, 10, 12, 16, 20, 24, 32, 40, 48, 56, 64)  # px, low-resolution side of tight faces
ALIGNED_SIDES = (64, 128, 256)  # px, of aligned faces, besides the blind degradation
ALIGNED_DETAIL, ALIGNED_INSIDE = 256, 0.4
TIGHT_DETAIL = 180


def main() -> None:
    """Export, score, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="the id of a model that comes with the program")
    parser.add_argument(
        "--runs", type=Path, help="the folder of the runs; left out: only score the model that is there"
    )
    parser.add_argument("--anew", action="store_true", help="export it again from its own weights, as its source says")
    parser.add_argument("--faces", type=Path, required=True)
    options = parser.parse_args()
    folder = models_folder() / options.model
    if options.runs:
        checkpoints = find_checkpoints(options.runs)
        card = export_checkpoint(read_source(folder), checkpoints, folder, commit=_commit())
    elif options.anew:
        card = export_anew(read_source(folder), folder, commit=_commit())
    else:
        card = read_card(folder)
    loaded = LoadedModel(InstalledModel(card, folder, "shipped"), "cpu")
    score = _score_upright if card.sets_upright else _score_aligned if card.crop == "ffhq" else _score_tight
    scores = score(loaded, options.faces)
    if options.runs or options.anew:
        write_card(dataclasses.replace(card, scores=tuple(scores)), folder)


def _commit() -> str:
    run = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True)
    return run.stdout.strip()


def _score_tight(loaded: LoadedModel, folder: Path) -> list[Score]:
    portraits = read_portraits(folder, split="val", min_detail=TIGHT_DETAIL)
    truth = tight_faces(portraits, size=loaded.model.card.output_size)
    scores: list[Score] = []
    lowest, highest = loaded.model.card.useful_range
    for side in SIDES:
        if not lowest <= side <= highest:
            continue
        low = np.stack([degrade_bicubic(face, side) for face in truth])
        known = np.stack([as_the_model_knows_it(image, loaded.model.card, face_side=side) for image in low])
        scores.append(_score(side, portraits, restored=_restore(loaded, known), low=low, truth=truth))
    return scores


def _score_upright(loaded: LoadedModel, folder: Path) -> list[Score]:
    """Of faces placed at random in what the model sees, beside the enlargement that the true place sets upright."""
    portraits = read_portraits(folder, split="val", min_detail=TIGHT_DETAIL)
    size, side = loaded.model.card.output_size, loaded.model.card.low_side
    faces = unaligned_faces(portraits, size=size)
    seen = np.stack([degrade_bicubic(face, side) for face in faces.seen])
    low = [
        np.clip(warped(face, source_from_destination=place.astype(np.float64), width=size, height=size), 0, 1)
        for face, place in zip(seen, faces.placements, strict=True)
    ]
    restored = loaded.run(seen.transpose(0, 3, 1, 2)).image.transpose(0, 2, 3, 1)
    return [_score(side, portraits, restored=restored, low=np.stack(low), truth=faces.truth)]


def _score_aligned(loaded: LoadedModel, folder: Path) -> list[Score]:
    """At 256 px: few portraits hold more real detail."""
    portraits = read_portraits(folder, split="val", min_detail=ALIGNED_DETAIL, min_inside=ALIGNED_INSIDE)
    size = loaded.model.card.output_size
    truth = aligned_faces(portraits, size=LARGEST_TRUTH)
    scores: list[Score] = []
    for side in (0, *ALIGNED_SIDES):
        low = np.stack([resize_bicubic(_reduced(face, side), (size, size)) for face in truth])
        if side == 0:
            low = blind_inputs(truth, BLIND, size=size)
        restored, seen = (reduced(images, size=LARGEST_TRUTH) for images in (_restore(loaded, low), low))
        scores.append(_score(side, portraits, restored=restored, low=seen, truth=truth))
    return scores


def _reduced(face: NDArray[np.float32], side: int) -> NDArray[np.float32]:
    side = side or face.shape[0]
    return (np.round(resize_bicubic(face, (side, side)) * 255) / 255).astype(np.float32)


def _restore(loaded: LoadedModel, low: NDArray[np.float32]) -> NDArray[np.float32]:
    return loaded.run(low.transpose(0, 3, 1, 2), picture_only=True).image.transpose(0, 2, 3, 1)


def _score(
    side: int,
    portraits: Sequence[Portrait],
    *,
    restored: NDArray[np.float32],
    low: NDArray[np.float32],
    truth: NDArray[np.float32],
) -> Score:
    features = load_features("efficientnet-lite1")
    table = np.array(
        [
            [psnr_y(i, f), ssim_y(i, f), psnr_y(b, f), ssim_y(b, f), sharpness(i) / sharpness(f)]
            for i, b, f in zip(restored, low, truth, strict=True)
        ],
        np.float64,
    )
    perceptual = [distances(features, images, truth).astype(np.float64) for images in (restored, low)]
    table = np.column_stack([table, *perceptual])
    _print(side, "all", table)
    for source in sorted({portrait.source for portrait in portraits}):
        _print(side, source, table[[portrait.source == source for portrait in portraits]])
    mean = table.mean(axis=0)
    return Score(
        input_px=side,
        faces=len(truth),
        psnr_db=round(float(mean[0]), 3),
        ssim=round(float(mean[1]), 4),
        bicubic_psnr_db=round(float(mean[2]), 3),
        bicubic_ssim=round(float(mean[3]), 4),
        perceptual=round(float(mean[5]), 4),
        bicubic_perceptual=round(float(mean[6]), 4),
        sharpness=round(float(np.median(table[:, 4])), 3),
    )


def _print(side: int, name: str, table: NDArray[np.float64]) -> None:
    psnr, ssim, low_psnr, low_ssim, _, perceptual, low_perceptual = table.mean(axis=0)
    worse = int((table[:, 0] < table[:, 2]).sum())
    print(
        f"{side or 'blind':>5} {name:9s} {len(table):4d} faces  {psnr:6.2f} dB {ssim:.4f}  "
        f"bicubic {low_psnr:6.2f} dB {low_ssim:.4f}  "
        f"gain {psnr - low_psnr:+.2f} dB {ssim - low_ssim:+.4f}  worse on {worse}  "
        f"perceptual {perceptual:.4f} of {low_perceptual:.4f} ({perceptual / low_perceptual - 1:+.1%})  "
        f"sharpness {np.median(table[:, 4]):.3f}"
    )


if __name__ == "__main__":
    main()
