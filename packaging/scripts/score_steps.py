"""The paper's table of steps for a shipped model that works in turns: `python packaging/scripts/score_steps.py ID
--faces DIR`.

PSNR, SSIM and the family's own scores of every step on the validation portraits, by the network alone (no mirror
average).
Needs the extra `train`.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping
from pathlib import Path

from engine.datasets.portraits import read_portraits, tight_faces
from engine.errors import ModelError
from engine.models.registry import find_model
from engine.training.finetune_plan import rebuild, shipped_recipe
from engine.training.validation import TightValidation, own_scores

TIGHT_DETAIL = 180  # px of real detail, as in ship_model.py


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--faces", type=Path, required=True)
    options = parser.parse_args()
    model = find_model(options.model)
    rebuilt, recipe = rebuild(model), shipped_recipe(model.card)
    size, side = model.card.output_size, model.card.low_side
    if recipe is None or not side:
        raise ModelError(
            "{model} is of no shipped recipe, or knows faces of more than one resolution.", model=options.model
        )
    portraits = read_portraits(options.faces, split="val", min_detail=TIGHT_DETAIL)
    own = own_scores(rebuilt.family, recipe.family_loss, portraits, crop="tight", size=size)
    faces = tight_faces(portraits, size=size)
    with tempfile.TemporaryDirectory() as folder:
        validation = TightValidation(faces, sides=(side,), figures=Path(folder), own=own)
        row = validation(rebuilt.network().eval(), 0)
    print(f"{len(faces)} faces, {side} px")
    _print_table(row)


def _print_table(row: Mapping[str, float]) -> None:
    """Scores whose names end in the number of a step, a line for each and a column for each step."""
    lines: dict[str, dict[int, float]] = {}
    for key, value in row.items():
        name, _, number = key.partition("_step_")
        if number:
            lines.setdefault(name, {})[int(number)] = value
    steps = sorted({number for line in lines.values() for number in line})
    print("| | " + " | ".join(f"step {number}" for number in steps) + " |")
    print("|---" * (len(steps) + 1) + "|")
    for name, line in lines.items():
        print(f"| {name} | " + " | ".join(f"{line[number]:g}" for number in steps) + " |")


if __name__ == "__main__":
    main()
