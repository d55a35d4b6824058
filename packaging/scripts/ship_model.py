"""Turn a checkpoint into a shipped model: `python packaging/scripts/ship_model.py CHECKPOINT --facts FACTS.toml
--faces DIR`.

Exports the averaged network, scores the exported file on the validation portraits against bicubic at several input
sizes, and writes `resources/models/<id>/` with the card. Without a checkpoint it only scores the model that is there,
also by source. Needs the extra `train`.
"""

from __future__ import annotations

import argparse
import dataclasses
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from engine.alignment.resample import resize_bicubic
from engine.datasets.portraits import Portrait, aligned_faces, read_portraits, tight_faces
from engine.degradation.blind import degrade_bicubic
from engine.degradation.blind_set import BLIND, blind_inputs
from engine.evaluation.metrics import psnr_y, sharpness, ssim_y
from engine.features.feature_networks import load_features
from engine.models.base import ModelCard, Score
from engine.models.card import read_card, write_card
from engine.models.exporting import export_model, load_weights
from engine.models.registry import InstalledModel, load_family
from engine.paths import models_folder
from engine.runtime.low_side import as_the_model_knows_it
from engine.runtime.sessions import LoadedModel
from engine.training.checkpoints import read_facts, read_tensors
from engine.training.recipe import Recipe
from engine.training.validation import LARGEST_TRUTH, distances, reduced

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SIDES = (8, 10, 12, 16, 20, 24, 32, 40, 48, 56, 64)  # px, low-resolution side of tight faces
ALIGNED_SIDES = (64, 128, 256)  # px, of aligned faces, besides the blind degradation
ALIGNED_DETAIL, ALIGNED_INSIDE = 256, 0.4
TIGHT_DETAIL = 180


def main() -> None:
    """Export, score, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path, nargs="?", help="left out: only score the shipped model")
    parser.add_argument("--facts", type=Path, required=True, help="TOML file with the card's words")
    parser.add_argument("--faces", type=Path, required=True)
    parser.add_argument(
        "--mirror-average", action="store_true", help="the exported model averages over the crop and its mirror image"
    )
    parser.add_argument(
        "--reduction", type=int, default=1, help="the exported model is so many times larger than it was trained"
    )
    parser.add_argument("--detail-gain", type=float, default=0.0, help="sharpens what the exported model adds")
    parser.add_argument("--weave-filter", action="store_true", help="takes what repeats every 4 px out of that")
    parser.add_argument(
        "--blend", type=Path, help="a second checkpoint of the same network: the exported weights lie half-way between"
    )
    options = parser.parse_args()
    facts = tomllib.loads(options.facts.read_text(encoding="utf-8"))
    folder = models_folder() / facts["id"]
    if options.checkpoint:
        shape = Shape(
            mirror_average=options.mirror_average,
            reduction=options.reduction,
            detail_gain=options.detail_gain,
            weave_filter=options.weave_filter,
        )
        card = _export(options.checkpoint, facts, folder, shape, blend=options.blend)
    else:
        card = read_card(folder)
    loaded = LoadedModel(InstalledModel(card, folder, "shipped"), "cpu")
    scores = _score_aligned(loaded, options.faces) if card.crop == "ffhq" else _score_tight(loaded, options.faces)
    if options.checkpoint:
        write_card(dataclasses.replace(card, scores=tuple(scores)), folder)


@dataclass(frozen=True)
class Shape:
    """What the exported network does that the trained one does not; see the family's configuration."""

    mirror_average: bool
    reduction: int
    detail_gain: float
    weave_filter: bool

    def changes(self) -> dict[str, object]:
        """The changed fields of the configuration."""
        mirror = {"mirror_average": True} if self.mirror_average else {}
        gain = {"detail_gain": self.detail_gain} if self.detail_gain else {}
        weave = {"weave_filter": True} if self.weave_filter else {}
        return {**mirror, **gain, **weave, **({"reduction": self.reduction} if self.reduction > 1 else {})}


def _export(checkpoint: Path, facts: dict[str, object], folder: Path, shape: Shape, *, blend: Path | None) -> ModelCard:
    step, recipe = read_facts(checkpoint)
    family = load_family(recipe.family)
    size = recipe.network.size * shape.reduction
    config = dataclasses.replace(recipe.network, size=size, **shape.changes())
    network = family.build(config)
    weights = read_tensors(checkpoint, "average")
    if blend:
        others = read_tensors(blend, "average")
        weights = {name: _between(weight, others[name]) for name, weight in weights.items()}
    load_weights(network, weights, what=str(checkpoint))
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
        input_size=size,
        output_size=size,
        low_side=getattr(config, "low_size", 0),
        recipe=_run_in_words(recipe, step, shape, blend),
        commit=commit.stdout.strip(),
        network=dataclasses.asdict(config),
    )
    return export_model(family=family, network=network, card=card, folder=folder)


def _between(one: Tensor, other: Tensor) -> Tensor:
    """Half-way (network interpolation, ESRGAN, section 3.4); counters are kept as they are."""
    return (one + other) / 2 if one.is_floating_point() else one


def _run_in_words(recipe: Recipe, step: int, shape: Shape, blend: Path | None) -> str:
    words = f"{recipe.family}/{recipe.name}.toml, {step} steps"
    if recipe.starts_from:
        words += f", after {recipe.family}/{recipe.starts_from}.toml"
    if blend:
        other_step, other = read_facts(blend)
        words += f", weights half-way to {other.family}/{other.name}.toml, {other_step} steps"
    words += ", without weave" if shape.weave_filter else ""
    words += f", what it adds sharpened by {shape.detail_gain:g}" if shape.detail_gain else ""
    words += f", exported for {shape.reduction} times the size" if shape.reduction > 1 else ""
    return words + (", exported with the mirror average" if shape.mirror_average else "")


def _score_tight(loaded: LoadedModel, folder: Path) -> list[Score]:
    portraits = read_portraits(folder, split="val", min_detail=TIGHT_DETAIL)
    truth = tight_faces(portraits, size=loaded.model.card.output_size)
    scores: list[Score] = []
    lowest, highest = loaded.model.card.useful_range
    for side in SIDES:
        if not lowest <= side <= highest:
            continue
        low = np.stack([degrade_bicubic(face, side) for face in truth])
        known = np.stack([as_the_model_knows_it(image, loaded.model.card, face_side=side) for image in low])
        scores.append(_score(side, portraits, restored=_restore(loaded, known), low=low, truth=truth))
    return scores


def _score_aligned(loaded: LoadedModel, folder: Path) -> list[Score]:
    """At 256 px: few portraits hold more real detail."""
    portraits = read_portraits(folder, split="val", min_detail=ALIGNED_DETAIL, min_inside=ALIGNED_INSIDE)
    size = loaded.model.card.output_size
    truth = aligned_faces(portraits, size=LARGEST_TRUTH)
    scores: list[Score] = []
    for side in (0, *ALIGNED_SIDES):
        low = np.stack([resize_bicubic(_reduced(face, side), (size, size)) for face in truth])
        if side == 0:
            low = blind_inputs(truth, BLIND, size=size)
        restored, seen = (reduced(images, size=LARGEST_TRUTH) for images in (_restore(loaded, low), low))
        scores.append(_score(side, portraits, restored=restored, low=seen, truth=truth))
    return scores


def _reduced(face: NDArray[np.float32], side: int) -> NDArray[np.float32]:
    side = side or face.shape[0]
    return (np.round(resize_bicubic(face, (side, side)) * 255) / 255).astype(np.float32)


def _restore(loaded: LoadedModel, low: NDArray[np.float32]) -> NDArray[np.float32]:
    return loaded.run(low.transpose(0, 3, 1, 2), picture_only=True).image.transpose(0, 2, 3, 1)


def _score(
    side: int,
    portraits: Sequence[Portrait],
    *,
    restored: NDArray[np.float32],
    low: NDArray[np.float32],
    truth: NDArray[np.float32],
) -> Score:
    features = load_features("efficientnet-lite1")
    table = np.array(
        [
            [psnr_y(i, f), ssim_y(i, f), psnr_y(b, f), ssim_y(b, f), sharpness(i) / sharpness(f)]
            for i, b, f in zip(restored, low, truth, strict=True)
        ],
        np.float64,
    )
    perceptual = [distances(features, images, truth).astype(np.float64) for images in (restored, low)]
    table = np.column_stack([table, *perceptual])
    _print(side, "all", table)
    for source in sorted({portrait.source for portrait in portraits}):
        _print(side, source, table[[portrait.source == source for portrait in portraits]])
    mean = table.mean(axis=0)
    return Score(
        input_px=side,
        faces=len(truth),
        psnr_db=round(float(mean[0]), 3),
        ssim=round(float(mean[1]), 4),
        bicubic_psnr_db=round(float(mean[2]), 3),
        bicubic_ssim=round(float(mean[3]), 4),
        perceptual=round(float(mean[5]), 4),
        bicubic_perceptual=round(float(mean[6]), 4),
        sharpness=round(float(np.median(table[:, 4])), 3),
    )


def _print(side: int, name: str, table: NDArray[np.float64]) -> None:
    psnr, ssim, low_psnr, low_ssim, _, perceptual, low_perceptual = table.mean(axis=0)
    worse = int((table[:, 0] < table[:, 2]).sum())
    print(
        f"{side or 'blind':>5} {name:9s} {len(table):4d} faces  {psnr:6.2f} dB {ssim:.4f}  "
        f"bicubic {low_psnr:6.2f} dB {low_ssim:.4f}  "
        f"gain {psnr - low_psnr:+.2f} dB {ssim - low_ssim:+.4f}  worse on {worse}  "
        f"perceptual {perceptual:.4f} of {low_perceptual:.4f} ({perceptual / low_perceptual - 1:+.1%})  "
        f"sharpness {np.median(table[:, 4]):.3f}"
    )


if __name__ == "__main__":
    main()
