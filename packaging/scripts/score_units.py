"""Score what action units bring: `python packaging/scripts/score_units.py mpenet-x8 --faces DIR --ict DIR`.

Takes a shipped model's id, or a checkpoint of a run; FACES needs weak labels (`label_action_units.py`). Prints PSNR,
SSIM, and F1 and accuracy of the units for the enlargement, each step and the truth: units are told by the same judge
for all, landmarks found on the picture and the fit of the ICT FaceKit, and compared with the weak labels. For a model
that tells units itself, also the F1 of each against guessing by frequency. Needs the extras `train` and `evaluate`.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from engine.datasets.portraits import read_portraits, tight_faces
from engine.degradation.blind import degrade_bicubic
from engine.evaluation.action_units import UnitJudge, guessed_f1, unit_scores
from engine.evaluation.metrics import psnr_y, ssim_y
from engine.models.mpenet.labels import WeakActionUnits
from engine.models.registry import find_model, load_family
from engine.priors.action_units import NAMES
from engine.priors.weak_units import f1_scores
from engine.runtime.outputs import restoration_from_outputs
from engine.runtime.sessions import LoadedModel
from engine.training.checkpoints import read_facts, read_tensors
from engine.types import Restoration

SIZE, SIDE, DETAIL, BATCH = 128, 16, 180, 8  # px, px, px of real detail, faces
Images = NDArray[np.float32]  # (N, H, W, 3) RGB in [0, 1]
Run = Callable[[NDArray[np.float32]], Restoration]


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", help="the id of a shipped model, or a checkpoint")
    parser.add_argument("--faces", type=Path, required=True, help="portrait folder with weak labels")
    parser.add_argument("--ict", type=Path, required=True, help="folder of the ICT FaceKit")
    parser.add_argument("--every", type=int, default=1, help="score every n-th face")
    options = parser.parse_args()
    portraits = read_portraits(options.faces, split="val", min_detail=DETAIL)[:: options.every]
    truth, labels = tight_faces(portraits, size=SIZE), WeakActionUnits().of_faces(portraits)
    low = np.stack([degrade_bicubic(face, SIDE) for face in truth])
    pictures, told = _restored(_runner(options.model), low)
    judge = UnitJudge(options.ict, truth[[portrait.is_grey for portrait in portraits]])
    print(f"{len(truth)} faces, {SIDE} px")
    _print_steps({"bicubic": low, **pictures, "truth": truth}, truth, labels, judge)
    if told is not None:
        train = WeakActionUnits().of_faces(read_portraits(options.faces, split="train", min_detail=DETAIL))
        _print_told(told > 0.5, labels, np.nanmean(train, axis=0))


def _runner(model: str) -> Run:
    path = Path(model)
    if not path.is_file():
        loaded = LoadedModel(find_model(model), "cpu")
        return lambda batch: loaded.run(batch)
    _, recipe = read_facts(path)
    family = load_family(recipe.family)
    network = family.build(recipe.network)
    network.load_state_dict(read_tensors(path, "average"))
    graph, names = family.exportable(network.eval())

    def run(batch: NDArray[np.float32]) -> Restoration:
        with torch.inference_mode():
            outputs = graph(torch.from_numpy(batch))
        return restoration_from_outputs({n: v.numpy() for n, v in zip(names, outputs, strict=True)})

    return run


def _restored(run: Run, low: Images) -> tuple[dict[str, Images], NDArray[np.float32] | None]:
    """The pictures of each step by name, the result last, and the units that the model told, if it did."""
    parts = [run(np.ascontiguousarray(low[i : i + BATCH].transpose(0, 3, 1, 2))) for i in range(0, len(low), BATCH)]
    steps = [np.concatenate(each) for each in zip(*((*part.steps, part.image) for part in parts), strict=True)]
    told = [part.action_units for part in parts if part.action_units is not None]
    pictures = {f"step {n}": np.ascontiguousarray(s.transpose(0, 2, 3, 1)) for n, s in enumerate(steps, start=1)}
    return pictures, np.concatenate(told) if told else None


def _print_steps(pictures: Mapping[str, Images], truth: Images, labels: NDArray[np.float32], judge: UnitJudge) -> None:
    print("| pictures | PSNR(Y) | SSIM | unit F1 | unit accuracy |\n" + "|---" * 5 + "|")
    for name, images in pictures.items():
        pairs = list(zip(images, truth, strict=True))
        psnr = np.mean([psnr_y(*pair) for pair in pairs]) if images is not truth else np.inf
        ssim = np.mean([ssim_y(*pair) for pair in pairs])
        units = unit_scores(judge.units(images), labels)
        print(f"| {name} | {psnr:.2f} | {ssim:.4f} | {units['unit_f1']:.3f} | {units['unit_accuracy']:.3f} |")


def _print_told(told: NDArray[np.bool_], labels: NDArray[np.float32], rates: NDArray[np.floating]) -> None:
    is_known = np.isfinite(labels).all(axis=1)
    found, guessed = f1_scores(told[is_known], labels[is_known] > 0.5), guessed_f1(labels, rates)
    print("| unit, told by the model | faces | F1 | by frequency |\n" + "|---" * 4 + "|")
    for number, name in enumerate(NAMES):
        count = int(np.nansum(labels[:, number]))
        print(f"| {name} | {count} | {found[number]:.3f} | {guessed[number]:.3f} |")
    print(f"| mean | | {found.mean():.3f} | {guessed.mean():.3f} |")


if __name__ == "__main__":
    main()
