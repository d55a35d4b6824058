"""Score networks for aligned faces side by side.

Run: `python packaging/scripts/score_hd.py --faces DIR MODEL_OR_CHECKPOINT ...`. On the portraits with 256 px of real
detail, blind degradation: PSNR over the input's, change of the perceptual distance, sharpness, and the amplitude of a
grid of 4 px over the truth's; for `val` and `val2`, all together and by source. A checkpoint's averaged network is
scored at its own size, an installed model as it is exported. With `--sheet` the named portraits are laid side by side
at 400 %: input, each network, truth. Needs the extra `train`.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from engine.alignment.resample import resize_bicubic
from engine.datasets.portraits import Portrait, aligned_faces, read_portraits
from engine.degradation.blind_set import blind_lows
from engine.evaluation.metrics import psnr_y, sharpness
from engine.features.feature_networks import load_features
from engine.models.exporting import load_weights
from engine.models.registry import find_model, load_family
from engine.runtime.sessions import LoadedModel
from engine.training.checkpoints import read_facts, read_tensors
from engine.training.validation import LARGEST_TRUTH, distances, reduced, restore

DETAIL, INSIDE = 256, 0.4  # px and share, as in ship_model.py
SPLITS = ("val", "val2")
# Cycles per px along rows and columns of what repeats every 4 px; what repeats every 2 px is part of it.
GRID = [(0, 0.25), (0.25, 0), (0.25, 0.25), (0.25, -0.25), (0, 0.5), (0.5, 0), (0.25, 0.5), (0.5, 0.25), (0.5, 0.5)]
MIDDLE = (slice(32, 224), slice(32, 224))  # rows and columns of the whole face
EYES = (slice(100, 140), slice(60, 196))
SHOWN = (slice(76, 164), slice(56, 200))  # on the sheet
ZOOM = 4
LUMA = np.array([0.299, 0.587, 0.114], np.float32)  # BT.601
RED_GREEN = np.array([1, -1, 0], np.float32)
Table = NDArray[np.float64]  # (N, 5), see `_table`
Floats = NDArray[np.float32]  # (H, W, 3) RGB in [0, 1]
Images = NDArray[np.float32]  # (N, H, W, 3) RGB in [0, 1]
Restorer = Callable[[Sequence[Floats]], Images]  # from reduced faces to results of 256 px


@dataclass(frozen=True)
class Faces:
    """The portraits of one split, their truths, and what was made of these."""

    portraits: Sequence[Portrait]
    truth: Images
    reduced: Sequence[Floats]  # at their own size
    low: Images


def main() -> None:
    """Score, print, and lay out the sheet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("networks", nargs="+", help="ids of installed models, or paths of checkpoints")
    parser.add_argument("--faces", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1, help="only every so manieth portrait")
    parser.add_argument("--sheet", type=Path, help="PNG file for the named portraits")
    parser.add_argument("--portraits", nargs="*", default=(), help="beginnings of their names")
    options = parser.parse_args()
    splits = {split: _faces(options.faces, split, options.every) for split in SPLITS}
    restored = {
        name: {split: _restorer(name)(faces.reduced) for split, faces in splits.items()} for name in options.networks
    }
    features = load_features("efficientnet-lite1")
    for split, faces in splits.items():
        low = distances(features, faces.low, faces.truth)
        for name, results in restored.items():
            print(f"{split}, {name}")
            table = _table(faces, results[split], distances(features, results[split], faces.truth), low)
            sources = np.array([portrait.source for portrait in faces.portraits])
            for source in ("all", *sorted(set(sources))):
                _print(source, table[(sources == source) | (source == "all")])
            _print_grid(faces, results[split])
    if options.sheet:
        rows = [
            [faces.low[i], *(results[split][i] for results in restored.values()), faces.truth[i]]
            for split, faces in splits.items()
            for i, portrait in enumerate(faces.portraits)
            if portrait.name.startswith(tuple(options.portraits))
        ]
        _write_sheet(options.sheet, rows, ["input", *options.networks, "truth"])


def _faces(folder: Path, split: str, every: int) -> Faces:
    portraits = read_portraits(folder, split=split, min_detail=DETAIL, min_inside=INSIDE)
    truth = aligned_faces(portraits, size=LARGEST_TRUTH)
    small = blind_lows(truth)[::every]  # before choosing: the seeds go by number
    return Faces(portraits[::every], truth[::every], small, _enlarged(small, LARGEST_TRUTH))


def _enlarged(small: Sequence[Floats], size: int) -> Images:
    return np.stack([resize_bicubic(face, (size, size)) for face in small])


def _restorer(name: str) -> Restorer:
    if Path(name).is_file():
        _, recipe = read_facts(Path(name))
        network = load_family(recipe.family).build(recipe.network)
        load_weights(network, read_tensors(Path(name), "average"), what=name)
        size: int = recipe.network.size
        return lambda small: reduced(restore(network.eval(), _enlarged(small, size)), size=LARGEST_TRUTH)
    loaded = LoadedModel(find_model(name), "cpu")
    size = loaded.model.card.input_size

    def run(small: Sequence[Floats]) -> Images:
        image = loaded.run(_enlarged(small, size).transpose(0, 3, 1, 2), picture_only=True).image.transpose(0, 2, 3, 1)
        return reduced(image, size=LARGEST_TRUTH)

    return run


def _table(faces: Faces, restored: Images, distance: NDArray[np.float32], low_distance: NDArray[np.float32]) -> Table:
    """For each portrait: PSNR and the input's, perceptual distance and the input's, sharpness over the truth's."""
    rows = [
        (psnr_y(image, truth), psnr_y(low, truth), sharpness(image) / sharpness(truth))
        for image, low, truth in zip(restored, faces.low, faces.truth, strict=True)
    ]
    psnr, low_psnr, sharp = np.array(rows).T
    return np.column_stack([psnr, low_psnr, distance, low_distance, sharp]).astype(np.float64)


def _print(source: str, table: Table) -> None:
    psnr, low_psnr, distance, low_distance, _ = table.mean(axis=0)
    worse = (table[:, 0] < table[:, 1]).sum()
    print(
        f"  {source:10s} {len(table):4d} faces  PSNR {psnr - low_psnr:+.2f} dB, worse on {worse}"
        f"  perceptual {distance / low_distance - 1:+.1%}  sharpness {np.median(table[:, 4]):.3f}"
    )


def _print_grid(faces: Faces, restored: Images) -> None:
    """Amplitudes at the grid's frequencies over the truth's: the largest of the medians, and where."""
    coloured = [not portrait.is_grey for portrait in faces.portraits]
    for name, weights, chosen in (("Y", LUMA, [True] * len(coloured)), ("R-G", RED_GREEN, coloured)):
        for place, window in (("face", MIDDLE), ("eyes", EYES)):
            ours, truths = (
                _amplitudes(images[chosen][:, window[0], window[1]] @ weights) for images in (restored, faces.truth)
            )
            ratios = np.median(ours, axis=0) / np.median(truths, axis=0)
            worst = int(ratios.argmax())
            print(f"  grid of 4 px, {name:3s}, {place}: {ratios[worst]:.2f} times the truth's at {GRID[worst]}")


def _amplitudes(signals: NDArray[np.float32]) -> NDArray[np.float64]:
    """`(N, h, w)` -> `(N, 9)`: how strong each of `GRID` is, under a Hann window."""
    rows, columns = (np.arange(side) for side in signals.shape[1:])
    window = np.hanning(len(rows))[:, None] * np.hanning(len(columns))
    flat = (signals - signals.mean(axis=(1, 2), keepdims=True)) * window
    waves = np.stack([np.exp(-2j * np.pi * (k * rows[:, None] + m * columns)) for k, m in GRID])
    return np.abs(np.einsum("nhw,ghw->ng", flat, waves)) / window.sum()


def _write_sheet(path: Path, rows: Sequence[Sequence[NDArray[np.float32]]], titles: Sequence[str]) -> None:
    """One portrait a row, the middle of each face enlarged without smoothing."""
    shown = [[image[SHOWN].repeat(ZOOM, axis=0).repeat(ZOOM, axis=1) for image in row] for row in rows]
    pixels = np.concatenate([np.concatenate(row, axis=1) for row in shown])
    sheet = Image.fromarray(np.rint(np.clip(pixels, 0, 1) * 255).astype(np.uint8))
    draw = ImageDraw.Draw(sheet)
    for number, title in enumerate(titles):
        draw.text((number * shown[0][0].shape[1] + 4, 2), title, fill=(255, 60, 60))
    sheet.save(path)


if __name__ == "__main__":
    main()
