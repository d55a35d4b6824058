"""The paper's table of steps for a shipped model that works in turns: `python packaging/scripts/score_steps.py ID
--faces DIR`.

PSNR, SSIM and landmark error of every step on the validation portraits, by the network alone (no mirror average).
Needs the extra `train`.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from engine.datasets.portraits import read_portraits, tight_faces
from engine.models.exporting import load_weights, state_from_onnx
from engine.models.registry import find_model, load_family
from engine.training.face_landmarks import tight_landmarks
from engine.training.validation import StepsValidation

TIGHT_DETAIL = 180  # px of real detail, as in ship_model.py


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--faces", type=Path, required=True)
    options = parser.parse_args()
    model = find_model(options.model)
    family = load_family(model.card.family)
    config = family.config_type(**model.card.network)
    network = family.build(config)
    load_weights(network, state_from_onnx(model.weights), what=model.card.id)
    portraits = read_portraits(options.faces, split="val", min_detail=TIGHT_DETAIL)
    faces = tight_faces(portraits, size=config.size)
    landmarks = tight_landmarks(portraits, side_px=config.size, extent=1.0)
    with tempfile.TemporaryDirectory() as folder:
        row = StepsValidation(faces, landmarks, side=config.low_size, figures=Path(folder))(network.eval(), 0)
    steps = range(1, config.steps + 1)
    print(f"{len(faces)} faces, {config.low_size} px")
    print("| | " + " | ".join(f"step {number}" for number in steps) + " |")
    print("|---" * (config.steps + 1) + "|")
    for name, key in (("PSNR, dB", "psnr"), ("SSIM", "ssim"), ("NRMSE of landmarks", "nrmse")):
        print(f"| {name} | " + " | ".join(f"{row[f'{key}_step_{number}']:g}" for number in steps) + " |")


if __name__ == "__main__":
    main()
