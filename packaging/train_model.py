"""Train a model by a recipe on a portrait folder: `python packaging/train_model.py RECIPE --faces DIR --out DIR`.

Goes on from the last checkpoint with --resume. Needs the extra `train`. Part 2 makes this `fsr-desktop train`.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from engine.context import JobContext
from engine.training.loop import train
from engine.training.pairs import load_pairs, validation_faces
from engine.training.recipe import read_recipe
from engine.training.validation import curve_row


def main() -> None:
    """Run the training and log a line every 50 steps."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recipe", type=Path)
    parser.add_argument("--faces", type=Path, required=True, help="portrait folder with faces.csv and mesh478.npz")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--start", type=Path, help="checkpoint of the recipe that `starts_from` names")
    parser.add_argument("--stop-at", type=int, help="end after this step, with a checkpoint")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    recipe = read_recipe(options.recipe)
    options.out.mkdir(parents=True, exist_ok=True)
    _, faces = validation_faces(options.faces, size=recipe.network.size)
    train(
        recipe,
        load_pairs(options.faces, recipe.data, size=recipe.network.size),
        options.out,
        context=JobContext(),
        resume=options.resume,
        start=options.start,
        stop_at=options.stop_at,
        validate=lambda network: curve_row(network, faces),
    )


if __name__ == "__main__":
    main()
