"""Score 3D faces that are told from small ones, and the networks that they guide.

`python packaging/scripts/score_prior3d.py coefficients --faces DIR` scores the shipped network of coefficients on the
validation portraits at 16 and 32 px: error of the landmarks, overlap of the drawn face with the true one, also of
turned heads; and what it says of crops whose face is not usable. `--run RUN` takes the checkpoint of a run instead.
`python packaging/scripts/score_prior3d.py poses RUN ... --faces DIR` scores trained networks on heads that are turned
left, right (as seen), and hardly (table 2 of 3D facial priors), bicubic first.
Needs the extra `train`.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.datasets.landmarks import yaws_deg
from engine.datasets.portraits import read_portraits, tight_faces
from engine.degradation.blind import degrade_bicubic
from engine.evaluation.metrics import psnr_y, ssim_y
from engine.models.registry import load_family
from engine.priors.coefficients import prior
from engine.priors.coefficients.config import CoefficientsConfig
from engine.priors.coefficients.teller import tell
from engine.priors.drawn_face import drawing_model
from engine.priors.morphable import FaceCoefficients
from engine.training.checkpoints import LAST_NAME, read_facts, read_tensors
from engine.training.coefficients.examples import Examples
from engine.training.coefficients.run import averaged, told_by
from engine.training.coefficients.scores import Teller, scores, tight_truth
from engine.training.coefficients.targets import fit_portraits
from engine.training.validation import restore

LEAST_DETAIL = 180  # px
SIZE = 128  # px
SIDES = (16, 32)  # px
CROPS = 200  # of each kind whose face is not usable
TURNED_DEG = 20  # from here on a head is turned to a side: enough of the portraits for a mean
FAR_RAD = np.radians(80)


def main() -> None:
    """Print the table that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    told, poses = commands.add_parser("coefficients"), commands.add_parser("poses")
    told.add_argument("--run", type=Path, help="a run of train_coefficients.py; else the shipped file")
    poses.add_argument("runs", type=Path, nargs="+")
    for one in (told, poses):
        one.add_argument("--faces", type=Path, required=True)
    options = parser.parse_args()
    cv2.setNumThreads(1)
    if options.command == "coefficients":
        score_coefficients(options.faces, options.run)
    else:
        score_poses(options.faces, options.runs)


def score_coefficients(faces: Path, run: Path | None) -> None:
    """Landmarks, overlap and refusals of the network of coefficients."""
    portraits = read_portraits(faces, split="val", min_detail=LEAST_DETAIL)
    fitted = fit_portraits(drawing_model(), portraits, faces)
    teller = _teller(run)
    truth = tight_truth(fitted, SIZE)
    rows = {f"{side} px": scores(teller, truth, drawing_model(), side=side) for side in SIDES}
    _print_table(rows)
    prior.tell = lambda batch: teller(batch.transpose(0, 2, 3, 1))  # type: ignore[assignment]
    for side in SIDES:
        low = np.stack([degrade_bicubic(face, side) for face in truth.sharp])
        _print_refusals(f"portraits at {side} px", low)
    examples, rng = Examples(fitted, drawing_model()), np.random.default_rng(1)
    for kind in ("cut", "nothing"):
        _print_refusals(kind, np.stack([getattr(examples, kind)(rng).seen for _ in range(CROPS)]))
    _print_refusals("drawn faces turned by 80 degrees", np.stack([_far(examples, rng) for _ in range(CROPS)]))
    grey = np.repeat(truth.sharp.mean(axis=3, keepdims=True), 3, axis=3)
    _print_refusals("the same in grey at 16 px", np.stack([degrade_bicubic(face, SIDES[0]) for face in grey]))


def _teller(run: Path | None) -> Teller:
    if run is None:
        return lambda low: tell(np.ascontiguousarray(low.transpose(0, 3, 1, 2)))
    network = averaged(run / LAST_NAME, CoefficientsConfig())
    return lambda low: told_by(network, low)


def _print_refusals(name: str, low: NDArray[np.float32]) -> None:
    found = prior.face_priors(np.ascontiguousarray(low.transpose(0, 3, 1, 2)))
    counted = Counter(refusal or "used" for refusal in found.refusals)
    print(f"{name}: {len(low)} crops,", ", ".join(f"{kind} {count}" for kind, count in counted.most_common()))


def _far(examples: Examples, rng: np.random.Generator) -> NDArray[np.float32]:
    """A drawn face that is turned by 75 to 85 degrees, from low resolution."""
    while True:
        drawn = examples.drawn(rng)
        if abs(abs(float(FaceCoefficients.from_vector(drawn.vector).pose[1])) - FAR_RAD) < np.radians(5):
            return drawn.seen


def score_poses(faces: Path, runs: Sequence[Path]) -> None:
    """PSNR and SSIM of runs by the pose of the head."""
    portraits = read_portraits(faces, split="val", min_detail=LEAST_DETAIL)
    yaws = yaws_deg(faces, [portrait.name for portrait in portraits])
    poses = {
        "left": yaws <= -TURNED_DEG,
        "right": yaws >= TURNED_DEG,
        "semi-frontal": np.abs(yaws) < TURNED_DEG,
    }
    print({name: int(chosen.sum()) for name, chosen in poses.items()})
    truth = tight_faces(portraits, size=SIZE)
    rows: dict[str, dict[str, float]] = {}
    for run in runs:
        _, recipe = read_facts(run / LAST_NAME)
        family = load_family(recipe.family)
        network = family.build(recipe.network)
        network.load_state_dict(read_tensors(run / LAST_NAME, "average"))
        side = family.low_side(recipe.network)
        low = np.stack([degrade_bicubic(face, side) for face in truth])
        rows.setdefault(f"bicubic, {side} px", _by_pose(low, truth, poses))
        rows[run.name] = _by_pose(restore(network.eval(), low), truth, poses)
    _print_table(rows)


def _by_pose(
    images: NDArray[np.float32], truth: NDArray[np.float32], poses: Mapping[str, NDArray[np.bool_]]
) -> dict[str, float]:
    pairs = list(zip(images, truth, strict=True))
    psnr, ssim = (np.array([score(*pair) for pair in pairs]) for score in (psnr_y, ssim_y))
    return {
        f"{measure} {name}": round(float(values[chosen].mean()), 4)
        for name, chosen in poses.items()
        for measure, values in (("PSNR", psnr), ("SSIM", ssim))
    }


def _print_table(rows: Mapping[str, Mapping[str, float]]) -> None:
    columns = list(next(iter(rows.values())))
    print("| | " + " | ".join(columns) + " |")
    print("|---" * (len(columns) + 1) + "|")
    for name, row in rows.items():
        print(f"| {name} | " + " | ".join(f"{row[column]:.4f}" for column in columns) + " |")


if __name__ == "__main__":
    main()
