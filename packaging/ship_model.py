"""Turn a checkpoint into a shipped model: `python packaging/ship_model.py CHECKPOINT --facts FACTS.toml --faces DIR`.

Exports the averaged network, scores the exported file on the validation portraits against bicubic at several input
sizes, and writes `resources/models/<id>/` with the card. Without a checkpoint it only scores the model that is there,
also by source. Needs the extra `train`.
"""

from __future__ import annotations

import argparse
import dataclasses
import subprocess
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.metrics import psnr_y, ssim_y
from engine.models.base import ModelCard, Score
from engine.models.card import read_card, write_card
from engine.models.exporting import export_model, load_weights
from engine.models.registry import InstalledModel, load_family
from engine.paths import models_folder
from engine.runtime.sessions import LoadedModel
from engine.training.checkpoints import read_facts, read_tensors
from engine.training.pairs import degrade_bicubic, validation_faces
from engine.training.portraits import Portrait
from engine.training.recipe import Recipe

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SIDES = (8, 10, 12, 16, 20, 24, 32, 40, 48, 56, 64)  # px


def main() -> None:
    """Export, score, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path, nargs="?", help="left out: only score the shipped model")
    parser.add_argument("--facts", type=Path, required=True, help="TOML file with the card's words")
    parser.add_argument("--faces", type=Path, required=True)
    parser.add_argument(
        "--mirror-average", action="store_true", help="the exported model averages over the crop and its mirror image"
    )
    options = parser.parse_args()
    facts = tomllib.loads(options.facts.read_text(encoding="utf-8"))
    folder = models_folder() / facts["id"]
    if options.checkpoint:
        card = _export(options.checkpoint, facts, folder, mirror_average=options.mirror_average)
    else:
        card = read_card(folder)
    portraits, faces = validation_faces(options.faces, size=card.output_size)
    loaded = LoadedModel(InstalledModel(card, folder, "shipped"), "cpu")
    scores = [_score(loaded, portraits, faces, side) for side in SIDES]
    if options.checkpoint:
        write_card(dataclasses.replace(card, scores=tuple(scores)), folder)


def _export(checkpoint: Path, facts: dict[str, object], folder: Path, *, mirror_average: bool) -> ModelCard:
    step, _, recipe = read_facts(checkpoint)
    family = load_family(recipe.family)
    config = dataclasses.replace(recipe.network, mirror_average=mirror_average)
    network = family.build(config)
    load_weights(network, read_tensors(checkpoint, "average"), what=str(checkpoint))
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True)
    words = {name: tuple(value) if isinstance(value, list) else value for name, value in facts.items()}
    card = ModelCard(
        **words,  # type: ignore[arg-type]
        family=recipe.family,
        paper=family.paper,
        file="",
        sha256="",
        parameters=0,
        outputs=(),
        input_size=recipe.network.size,
        output_size=recipe.network.size,
        recipe=_run_in_words(recipe, step, mirror_average=mirror_average),
        commit=commit.stdout.strip(),
        network=dataclasses.asdict(config),
    )
    return export_model(family=family, network=network, card=card, folder=folder)


def _run_in_words(recipe: Recipe, step: int, *, mirror_average: bool) -> str:
    words = f"{recipe.family}/{recipe.name}.toml, {step} steps"
    if recipe.starts_from:
        words += f", after {recipe.family}/{recipe.starts_from}.toml"
    return words + (", exported with the mirror average" if mirror_average else "")


def _score(loaded: LoadedModel, portraits: list[Portrait], faces: NDArray[np.float32], side: int) -> Score:
    low = np.stack([degrade_bicubic(face, side) for face in faces])
    images = loaded.run(low.transpose(0, 3, 1, 2)).image.transpose(0, 2, 3, 1)
    table = np.array(
        [[psnr_y(i, f), ssim_y(i, f), psnr_y(b, f), ssim_y(b, f)] for i, b, f in zip(images, low, faces, strict=True)]
    )
    mean = table.mean(axis=0)
    _print(side, "all", table)
    for source in sorted({portrait.source for portrait in portraits}):
        _print(side, source, table[[portrait.source == source for portrait in portraits]])
    return Score(
        input_px=side,
        faces=len(faces),
        psnr_db=round(float(mean[0]), 3),
        ssim=round(float(mean[1]), 4),
        bicubic_psnr_db=round(float(mean[2]), 3),
        bicubic_ssim=round(float(mean[3]), 4),
    )


def _print(side: int, name: str, table: NDArray[np.float64]) -> None:
    psnr, ssim, bicubic_psnr, bicubic_ssim = table.mean(axis=0)
    worse = int((table[:, 0] < table[:, 2]).sum())
    print(
        f"{side:3d} px {name:9s} {len(table):4d} faces  {psnr:6.2f} dB {ssim:.4f}  bicubic {bicubic_psnr:6.2f} dB "
        f"{bicubic_ssim:.4f}  gain {psnr - bicubic_psnr:+.2f} dB {ssim - bicubic_ssim:+.4f}  worse on {worse}"
    )


if __name__ == "__main__":
    main()
