"""Weak labels of action units for a portrait folder: `python packaging/scripts/label_action_units.py --faces DIR --ict
DIR [--out DIR]`.

Fits the ICT FaceKit to the 68 landmarks of the folder's face mesh and writes `action_units.npz` beside it: `names
(N,)`, `units (U,)`, `is_on (N, U)`, NaN where no label can be trusted, and `strengths (N, U)`. Training finds it there.
With --out, a folder of links to what FACES holds is made and gets the labels, for portraits that must not be changed.
Prints how often each unit is there in `train`, which a recipe takes as `unit_rates`.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.datasets.landmarks import portrait_landmarks
from engine.files import atomic_file
from engine.models.mpenet.labels import LABELS_FILE
from engine.priors.action_units import NAMES
from engine.priors.face_kit import read_face_kit
from engine.priors.weak_units import WeakUnits, choose_thresholds, kit_to_fit, label_units, with_landmarks_of

FEWEST_STILL = 100  # grey portraits, old ones for which people held still; with fewer, all are taken for it


def main() -> None:
    """Label, write and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--faces", type=Path, required=True, help="portrait folder with mesh478.npz")
    parser.add_argument("--ict", type=Path, required=True, help="folder of the ICT FaceKit")
    parser.add_argument("--out", type=Path, help="folder of links that gets the labels instead")
    options = parser.parse_args()
    rows = _rows(options.faces)
    points = portrait_landmarks(options.faces, [row["name"] for row in rows])
    is_train = np.array([row["split"] == "train" for row in rows])
    is_grey = np.array([row["grayscale"] == "1" and row["engraving_suspect"] != "1" for row in rows]) & is_train
    still = points[is_grey if is_grey.sum() >= FEWEST_STILL else is_train]
    whole = read_face_kit(options.ict)
    units = label_units(points, with_landmarks_of(kit_to_fit(whole), still), choose_thresholds(whole))
    _write(_place(options.faces, options.out), [row["name"] for row in rows], units)
    _print(units, is_train)


def _rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "faces.csv").open(newline="", encoding="utf-8") as table:
        return list(csv.DictReader(table))


def _place(faces: Path, out: Path | None) -> Path:
    if out is None:
        return faces
    out.mkdir(parents=True, exist_ok=True)
    for entry in faces.iterdir():
        if entry.name != LABELS_FILE and not (out / entry.name).exists():
            (out / entry.name).symlink_to(entry.resolve())
    return out


def _write(folder: Path, names: list[str], units: WeakUnits) -> None:
    is_on = np.where(units.is_fitted[:, None], units.is_on, np.nan).astype(np.float16)
    strengths = units.strengths.astype(np.float16)
    with atomic_file(folder / LABELS_FILE) as beside, beside.open("wb") as file:
        np.savez(file, names=np.array(names), units=np.array(NAMES), is_on=is_on, strengths=strengths)


def _print(units: WeakUnits, is_train: NDArray[np.bool_]) -> None:
    chosen = WeakUnits(units.strengths[is_train], units.is_on[is_train], units.is_fitted[is_train])
    print(f"{int(chosen.is_fitted.sum())} of {len(chosen.is_fitted)} training portraits have labels")
    for name, rate in zip(NAMES, chosen.rates(), strict=True):
        print(f"{name}: {rate:.3f}")
    print("unit_rates =", [round(float(rate), 3) for rate in chosen.rates()])


if __name__ == "__main__":
    main()
