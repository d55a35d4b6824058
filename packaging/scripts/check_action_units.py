"""Check the weak labels of action units on faces whose expression is known: `python
packaging/scripts/check_action_units.py --ict DIR`.

DIR holds `ict_face.npz` of the ICT FaceKit. Faces are drawn with random identity, pose, camera and blendshapes, their
68 landmarks are projected and disturbed, and labelled. Thresholds are chosen on the draws of one seed, the scores
printed are those of three other seeds. Prints precision, recall and F1 of each unit, and the macro F1, also for less
and more noise of the landmarks and for faces that look further away.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.priors.action_units import NAMES
from engine.priors.expression_draws import Draws, draw_faces
from engine.priors.face_kit import Array, FaceKit, read_face_kit
from engine.priors.weak_units import choose_thresholds, f1_scores, kit_to_fit, label_units

SEEDS = (11, 12, 13)
HARDER = {
    "no noise": {"noise_cm": 0.0},
    "0.12 cm noise": {"noise_cm": 0.12},
    "0.16 cm noise": {"noise_cm": 0.16},
    "turned up to 50 degrees": {"yaw_rad": 0.45},
}
Flags = NDArray[np.bool_]


def main() -> None:
    """Draw, label and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ict", type=Path, required=True, help="folder of the ICT FaceKit")
    parser.add_argument("--count", type=int, default=1000, help="faces of each seed")
    options = parser.parse_args()
    kit = read_face_kit(options.ict)
    thresholds = choose_thresholds(kit)
    usual = Draws(count=options.count, seed=0)
    found, truth = _labelled(kit, thresholds, usual)
    _print_units(found, truth, thresholds)
    print(f"macro F1 {f1_scores(found, truth).mean():.3f}, {usual.noise_cm} cm noise, {len(truth)} faces")
    for name, change in HARDER.items():
        found, truth = _labelled(kit, thresholds, replace(usual, **change))
        print(f"macro F1 {f1_scores(found, truth).mean():.3f}, {name}")


def _labelled(kit: FaceKit, thresholds: Array, draws: Draws) -> tuple[Flags, Flags]:
    """What the labelling finds and what is there, all seeds together; also of faces that it would not trust."""
    pairs: list[tuple[Flags, Flags]] = []
    for seed in SEEDS:
        faces = draw_faces(kit, replace(draws, seed=seed))
        pairs.append((label_units(faces.points, kit_to_fit(kit), thresholds).is_on, faces.is_on))
    found, truth = zip(*pairs, strict=True)
    return np.concatenate(found), np.concatenate(truth)


def _print_units(found: Flags, truth: Flags, thresholds: Array) -> None:
    hits = (found & truth).sum(axis=0)
    precision, recall = hits / found.sum(axis=0), hits / truth.sum(axis=0)
    print("| unit | there | threshold | precision | recall | F1 |")
    print("|---" * 6 + "|")
    for number, name in enumerate(NAMES):
        scores = f"{precision[number]:.2f} | {recall[number]:.2f} | {f1_scores(found, truth)[number]:.2f}"
        print(f"| {name} | {truth[:, number].mean():.2f} | {thresholds[number]:.2f} | {scores} |")


if __name__ == "__main__":
    main()
