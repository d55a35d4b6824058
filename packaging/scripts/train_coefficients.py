"""Train what tells the numbers of a 3D face: `python packaging/scripts/train_coefficients.py --faces FACES --out RUN`.

First the open face model is fitted to every training portrait, which takes some minutes and is kept in RUN; then the
network learns from them, from drawn faces, and from crops without a usable face. Ended runs go on where they were; the
same seed gives the same network. With `--export` it writes the file that the program loads; with `--network resnet50`
it trains the paper's network, whose file stays in RUN. Needs the extra `train`.
"""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

import cv2

from engine.datasets.portraits import read_portraits
from engine.priors.coefficients.config import PAPER_COEFFICIENTS, CoefficientsConfig
from engine.priors.coefficients.teller import coefficients_file
from engine.priors.drawn_face import drawing_model
from engine.training.coefficients.examples import Examples
from engine.training.coefficients.run import CoefficientsPlan, export_coefficients, train_coefficients, validation_of
from engine.training.coefficients.scores import tight_truth
from engine.training.coefficients.targets import FittedPortraits, fit_portraits, read_fitted, write_fitted

LEAST_DETAIL = 180  # px
SCORED_PX = 128


def main() -> None:
    """Fit, train, and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--faces", type=Path, required=True, help="a portrait folder")
    parser.add_argument("--out", type=Path, required=True, help="folder of the run")
    parser.add_argument("--network", choices=("light", "resnet50"), default="light")
    parser.add_argument("--steps", type=int, default=CoefficientsPlan.steps)
    parser.add_argument("--export", action="store_true", help="write the shipped file")
    options = parser.parse_args()
    cv2.setNumThreads(1)
    say = partial(print, flush=True)
    options.out.mkdir(parents=True, exist_ok=True)
    config = PAPER_COEFFICIENTS if options.network == "resnet50" else CoefficientsConfig()
    train, held_out = (fitted(options.faces, options.out, split) for split in ("train", "val"))
    examples = Examples(train, drawing_model())
    plan = CoefficientsPlan(config=config, steps=options.steps)
    validate = validation_of(tight_truth(held_out, SCORED_PX), examples)
    network = train_coefficients(plan, examples, options.out, validate=validate, tell=say)
    if options.export:
        is_shipped = options.network == "light"
        export_coefficients(network, coefficients_file() if is_shipped else options.out / "coefficients.onnx")


def fitted(faces: Path, out: Path, split: str) -> FittedPortraits:
    """The portraits of a split with their numbers, fitted once."""
    kept = out / f"fitted-{split}.npz"
    if not kept.exists():
        found = fit_portraits(drawing_model(), read_portraits(faces, split=split, min_detail=LEAST_DETAIL), faces)
        write_fitted(kept, found)
    return read_fitted(kept)


if __name__ == "__main__":
    main()
