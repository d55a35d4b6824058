"""Score a model that sets faces upright: `python packaging/scripts/score_unaligned.py mtun-x8 --faces DIR`.

Takes a shipped model's id, or a checkpoint of a run. Prints, for the splits val and val2, PSNR and SSIM against the
enlargement that the true transform sets upright, how far turn, size and corners are off, a table of the turn's error by
how far faces are turned, and how strongly the maps tell hidden parts of turned faces from seen ones. Needs the extra
`train`.
"""

from __future__ import annotations

import argparse
import dataclasses
import math
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from engine.alignment.warp import warped
from engine.datasets.labels import Labels
from engine.datasets.landmarks import yaws_deg
from engine.datasets.portraits import Portrait, read_portraits
from engine.datasets.unaligned import SCORED, UnalignedFaces, placement, unaligned_faces
from engine.degradation.blind import degrade_bicubic
from engine.evaluation.metrics import psnr_y, ssim_y
from engine.models.mtun.labels import VisibleLandmarks
from engine.models.mtun.losses import turns
from engine.models.registry import find_model, load_family
from engine.runtime.placed_back import placed_back
from engine.runtime.sessions import LoadedModel
from engine.training.checkpoints import read_facts, read_tensors

SIZE, SIDE, DETAIL, BATCH = 128, 16, 180, 16  # px, px, px of real detail, faces
ANGLES = (0, 10, 20, 30, 40, 50, 60)  # degrees, each to both sides
TURNED_BY = 45  # degrees of yaw from which a face hides something
EYES = (range(36, 42), range(42, 48))  # the person's right and left one
NEAR = 5  # px of the maps: the part of one that belongs to an eye
Outputs = Mapping[str, NDArray[np.float32]]
Run = Callable[[NDArray[np.float32]], Outputs]


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", help="the id of a shipped model, or a checkpoint")
    parser.add_argument("--faces", type=Path, required=True)
    parser.add_argument("--mirror", action="store_true", help="a checkpoint's mean over the face and its mirror image")
    parser.add_argument("--every", type=int, default=1, help="score every n-th face")
    options = parser.parse_args()
    run = _runner(options.model, is_mirrored=options.mirror)
    for split in ("val", "val2"):
        portraits = read_portraits(options.faces, split=split, min_detail=DETAIL)[:: options.every]
        faces = unaligned_faces(portraits, size=SIZE)
        outputs = _outputs(run, faces)
        print(f"{split}: {len(portraits)} faces, turned by up to {math.degrees(SCORED.rotation_rad):.0f} degrees")
        _print_scores(faces, outputs, portraits)
        _print_hidden(portraits, run)
    _print_angles(read_portraits(options.faces, split="val", min_detail=DETAIL)[:: options.every], run)


def _runner(model: str, *, is_mirrored: bool) -> Run:
    """What maps pictures `(B, 3, H, W)` in [0, 1] to named outputs."""
    if not model.endswith(".safetensors"):
        return LoadedModel(find_model(model), "cpu").run_raw
    _, recipe = read_facts(Path(model))
    family = load_family(recipe.family)
    network = family.build(dataclasses.replace(recipe.network, mirror_average=is_mirrored))
    network.load_state_dict(read_tensors(Path(model), "average"))
    graph, names = family.exportable(network.eval())

    @torch.inference_mode()
    def run(batch: NDArray[np.float32]) -> Outputs:
        return {name: value.numpy() for name, value in zip(names, graph(torch.from_numpy(batch)), strict=True)}

    return run


def _outputs(run: Run, faces: UnalignedFaces) -> Outputs:
    low = np.stack([degrade_bicubic(face, SIDE) for face in faces.seen]).transpose(0, 3, 1, 2)
    parts = [run(np.ascontiguousarray(low[start : start + BATCH])) for start in range(0, len(low), BATCH)]
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def _print_scores(faces: UnalignedFaces, outputs: Outputs, portraits: Sequence[Portrait]) -> None:
    restored = outputs["image"].transpose(0, 2, 3, 1)
    low = [degrade_bicubic(face, SIDE) for face in faces.seen]
    known = [
        np.clip(warped(face, source_from_destination=place.astype(np.float64), width=SIZE, height=SIZE), 0, 1)
        for face, place in zip(low, faces.placements, strict=True)
    ]
    pairs = {"bicubic, true transform": known, "model": restored}
    psnr = {
        name: np.array([psnr_y(*pair) for pair in zip(one, faces.truth, strict=True)]) for name, one in pairs.items()
    }
    for name, one in pairs.items():
        ssim = np.mean([ssim_y(*pair) for pair in zip(one, faces.truth, strict=True)])
        print(f"  {name}: {psnr[name].mean():.2f} dB, {ssim:.4f}")
    gain = psnr["model"] - psnr["bicubic, true transform"]
    sources = np.array([portrait.source for portrait in portraits])
    by_source = ", ".join(f"{name} {gain[sources == name].mean():+.2f}" for name in sorted(set(sources)))
    print(f"  gain: {gain.mean():+.2f} dB; by source: {by_source}")
    back = [
        placed_back(image, place, crop) for image, place, crop in zip(restored, outputs["transform"], low, strict=True)
    ]
    as_they_lie = {"bicubic": low, "model": back}
    means = {
        name: np.mean([psnr_y(*pair) for pair in zip(one, faces.seen, strict=True)])
        for name, one in as_they_lie.items()
    }
    print("  as the faces lie: " + ", ".join(f"{name} {mean:.2f} dB" for name, mean in means.items()))
    found, truth = outputs["transform"].astype(np.float64), faces.placements.astype(np.float64)
    turn = np.degrees(np.abs(_wrapped(turns(found) - turns(truth))))
    size = np.abs(_sizes(found) / _sizes(truth) - 1)
    middle = np.array([(SIZE - 1) / 2] * 2 + [1])
    away = np.linalg.norm((found - truth) @ middle, axis=1)
    print(
        f"  median errors: turn {np.median(turn):.1f} degrees (95 %: {np.percentile(turn, 95):.1f}), "
        f"size {np.median(size):.1%}, middle {np.median(away):.1f} px of {SIZE}"
    )


def _print_angles(portraits: Sequence[Portrait], run: Run) -> None:
    print("| turned by, degrees | " + " | ".join(map(str, ANGLES)) + " |")
    print("|---" * (len(ANGLES) + 1) + "|")
    middle: list[str] = []
    most: list[str] = []
    for angle in ANGLES:
        places = [placement(math.radians(angle if i % 2 else -angle), size=SIZE) for i in range(len(portraits))]
        faces = unaligned_faces(portraits, places, size=SIZE)
        found = turns(_outputs(run, faces)["transform"].astype(np.float64))
        error = np.degrees(np.abs(_wrapped(found - turns(faces.placements.astype(np.float64)))))
        middle.append(f"{np.median(error):.1f}")
        most.append(f"{np.percentile(error, 95):.1f}")
    print("| error, median | " + " | ".join(middle) + " |")
    print("| error, 95 % | " + " | ".join(most) + " |")


def _print_hidden(portraits: Sequence[Portrait], run: Run) -> None:
    """Of faces turned far: the map of the eyes at the hidden eye over that at the one that is seen."""
    yaws = yaws_deg(portraits[0].path.parent.parent, [portrait.name for portrait in portraits])
    turned = [portrait for portrait, yaw in zip(portraits, yaws, strict=True) if abs(yaw) > TURNED_BY]
    if not turned:
        return
    faces = unaligned_faces(turned, [placement(0, size=SIZE)] * len(turned), size=SIZE)
    source = VisibleLandmarks()
    labels = [
        source.in_crop(label, matrix)
        for label, matrix in zip(source.of_faces(turned), faces.file_from_truth, strict=True)
    ]
    maps = _outputs(run, faces).get("heatmaps")
    if maps is None:
        return
    whole = sum(label[list(eye), 2].mean() < 0.5 for label in labels for eye in EYES)
    ratios = [ratio for eyes, label in zip(maps[:, 0], labels, strict=True) for ratio in _hidden_over_seen(eyes, label)]
    shares = ", ".join(f"{ratio:.2f}" for ratio in sorted(ratios))
    median = np.median(ratios) if ratios else math.nan
    print(
        f"  {len(turned)} faces with more than {TURNED_BY} degrees of yaw, {whole} hidden eyes; "
        f"hidden over seen: median {median:.2f} ({shares})"
    )


def _hidden_over_seen(eyes: NDArray[np.float32], label: Labels) -> list[float]:
    """The ratio of the map's highest values around a hidden and a seen eye, for a face that has one of each."""
    seen = [label[list(eye), 2].mean() >= 0.5 for eye in EYES]
    if all(seen) or not any(seen):
        return []
    peaks = [_peak(eyes, label[list(eye), :2].mean(axis=0)) for eye in EYES]
    return [peaks[seen.index(False)] / max(1e-6, peaks[seen.index(True)])]


def _peak(values: NDArray[np.float32], place_px: NDArray[np.float32]) -> float:
    """The highest value of a map near a place of the picture."""
    x, y = (round(float(p + 0.5) * values.shape[0] / SIZE - 0.5) for p in place_px)
    rows, columns = (slice(max(0, at - NEAR), max(1, at + NEAR + 1)) for at in (y, x))
    return float(values[rows, columns].max(initial=0.0))


def _wrapped(angles_rad: NDArray[np.float64]) -> NDArray[np.float64]:
    return (angles_rad + math.pi) % (2 * math.pi) - math.pi


def _sizes(transforms: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.hypot(transforms[:, 0, 0], transforms[:, 1, 0])


if __name__ == "__main__":
    main()
