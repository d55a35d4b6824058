"""Train variants of a recipe for equal steps from equal seeds and print their scores: the ablations of
`packaging/docs/results-history.md`.

`python packaging/scripts/ablate.py attention --faces DIR --out DIR` compares attention branches of a narrow SPARNet;
`python packaging/scripts/ablate.py guidance --faces DIR --out DIR` compares what landmarks bring a DIC;
`python packaging/scripts/ablate.py priors --faces DIR --out DIR --ict DIR` what landmarks, action units and their
regions bring an MPENet (tables 3 and 4 of its paper), from the weights of `dic-x8`, with the units that each step's
pictures show if the ICT FaceKit is given; FACES needs weak labels (`label_action_units.py`);
`python packaging/scripts/ablate.py losses --faces DIR --out DIR --start CHECKPOINT` compares the loss terms of
SPARNetHD, and `python packaging/scripts/ablate.py adversarial --faces DIR --out DIR --start CHECKPOINT --steps 400
--seed 4` DIC and DICGAN, each from the same first weights;
`python packaging/scripts/ablate.py components --faces DIR --out DIR` compares sizes and numbers of MTUN's hourglasses
(its tables 1 and 2), and `python packaging/scripts/ablate.py structure --faces DIR --out DIR` its loss terms (table 3);
`python packaging/scripts/ablate.py rendered-x8 --faces DIR --out DIR` (or rendered-x4) what a rendered 3D face brings
SRCNN and VDSR, and SAM beside them (table 3 of 3D facial priors); `score_prior3d.py poses` scores the runs by pose.
Needs the extra `train`. A variant whose run has ended is only scored again.
"""

from __future__ import annotations

import argparse
import dataclasses
import logging
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from begin_run import begun

from engine.context import JobContext
from engine.datasets.portraits import Portrait, read_portraits, tight_faces
from engine.degradation.blind import degrade_bicubic
from engine.evaluation.action_units import UnitJudge, unit_scores
from engine.evaluation.metrics import sharpness
from engine.features.feature_networks import load_features
from engine.models.mpenet.labels import WeakActionUnits
from engine.models.registry import load_family
from engine.training.checkpoints import LAST_NAME, read_facts, read_tensors
from engine.training.loop import first_weights, train
from engine.training.pairs import make_pairs
from engine.training.recipe import LossRecipe, Recipe, read_recipe
from engine.training.recipes_shipped import find_recipe
from engine.training.validation import AlignedValidation, Images, OwnScores, distances, outcome, validation_of

STUDIED = {  # study: recipe
    "attention": "sparnet-x8-base",
    "guidance": "dic-x8-base",
    "priors": "mpenet-x8",
    "losses": "sparnet-hd-gan",
    "adversarial": "dicgan-x8",
    "components": "mtun-x8",
    "structure": "mtun-x8",
    "rendered-x8": "sam-x8",
    "rendered-x4": "sam-x4",
}
NARROW = {"base_channels": 24, "max_channels": 48, "attention_width": 16}
ATTENTION = {
    "no attention": {"attention_units": 0},
    "last FAU (V1)": {"attention_units": 1},
    "all FAUs, 2D": {},
    "all FAUs, 3D": {"attention": "3d"},
}
GUIDANCE = {
    "DIC-NL (no landmarks)": {"guidance": "none"},
    "DIC-CL (concatenated)": {"guidance": "concatenation"},
    "DIC (fusion)": {},
}
AS_PAPER = {"own_first_module": False}  # one module for all steps
PRIORS = {
    "baseline": {"guidance": "none", **AS_PAPER},
    "with landmarks": {"guidance": "landmarks", **AS_PAPER},
    "with landmarks and units": {"guidance": "units", **AS_PAPER},
    "with landmarks units and regions": AS_PAPER,
}
ADVERSARIAL = {"DIC": {"perceptual_weight": 0.0, "adversarial_weight": 0.0}, "DICGAN": {}}
LOSSES = {
    "L1 only": {"perceptual_weight": 0.0, "adversarial_weight": 0.0, "feature_matching_weight": 0.0},
    "without GAN and matching": {"adversarial_weight": 0.0, "feature_matching_weight": 0.0},
    "without feature matching": {"feature_matching_weight": 0.0},
    "without perceptual": {"perceptual_weight": 0.0},
    "all terms": {},
}


COMPONENTS = {
    "R16": {"heatmap_size": 16},
    "R32": {"heatmap_size": 32},
    "S1": {"stacks": 1},
    "S2": {},
    "S3": {"stacks": 3},
    "S4": {"stacks": 4},
    "S2 without skip": {"has_skip": False},
    "S2 without auto-encoder": {"is_autoencoder": False},
}
FEATURES = {"perceptual_weight": 0.1}
ADVERSARY = {"adversarial_weight": 0.002, "adversarial": "log", "discriminator": "dcgan"}
STRUCTURE = {  # loss terms, and whether heatmaps are learned
    "Lp without Lh": ({}, False),
    "Lp+f without Lh": (FEATURES, False),
    "Lp+f+u without Lh": (FEATURES | ADVERSARY, False),
    "Lp with Lh": ({}, True),
    "Lp+f with Lh": (FEATURES, True),
    "Lp+f+u with Lh": (FEATURES | ADVERSARY, True),
}


NARROW_VDSR = {"features": 16}  # of the published 64, whose steps take a quarter of a minute on one core
RENDERED = {
    "SRCNN": {"network": "srcnn"},
    "SRCNN+": {"network": "srcnn+"},
    "VDSR": {"network": "vdsr", **NARROW_VDSR},
    "VDSR+": {"network": "vdsr+", **NARROW_VDSR},
    "SAM": {},
}


def main() -> None:
    """Run the variants one after another, then print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("study", choices=list(STUDIED))
    parser.add_argument("--faces", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="checkpoint of sparnet-hd-psnr or dic-x8, for the losses")
    parser.add_argument("--ict", type=Path, help="folder of the ICT FaceKit, for the units that pictures show")
    parser.add_argument("--steps", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", type=int, default=1, help="score every n-th validation face")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    rows: dict[str, dict[str, float]] = {}
    for name, recipe in _variants(options.study, steps=options.steps, seed=options.seed).items():
        out = options.out / f"{name.replace(' ', '-').replace(',', '')}-{options.seed}"
        rows[name] = _run(recipe, out, options.faces, start=options.start, every=options.every)
        if options.study == "adversarial":
            rows[name] |= _looks(recipe, out, options.faces, every=options.every)
        if options.study == "priors" and options.ict:
            rows[name] |= _units(recipe, out, options.faces, ict=options.ict, every=options.every)
    columns = list(dict.fromkeys(column for row in rows.values() for column in row))  # not all have landmarks
    print("| variant | " + " | ".join(columns) + " |")
    print("|---" * (len(columns) + 1) + "|")
    for name, row in rows.items():
        print(f"| {name} | " + " | ".join(f"{row[column]:g}" if column in row else "-" for column in columns) + " |")


def _variants(study: str, *, steps: int, seed: int) -> dict[str, Recipe]:
    recipe = _limited(read_recipe(find_recipe(STUDIED[study])), steps=steps, seed=seed)
    if study == "attention":
        return _of_networks(recipe, {name: {**NARROW, **change} for name, change in ATTENTION.items()})
    if study in ("guidance", "priors"):
        return _of_networks(recipe, GUIDANCE if study == "guidance" else PRIORS)
    if study.startswith("rendered"):
        return _of_networks(dataclasses.replace(recipe, starts_from=""), RENDERED)
    if study == "components":
        return _of_networks(recipe, COMPONENTS)
    if study == "structure":
        return {name: _with_terms(recipe, terms, is_learned) for name, (terms, is_learned) in STRUCTURE.items()}
    changes = LOSSES if study == "losses" else ADVERSARIAL
    return {name: dataclasses.replace(recipe, loss=_loss(recipe.loss, change)) for name, change in changes.items()}


def _of_networks(recipe: Recipe, changes: Mapping[str, Mapping[str, object]]) -> dict[str, Recipe]:
    return {
        name: dataclasses.replace(recipe, network=dataclasses.replace(recipe.network, **change))
        for name, change in changes.items()
    }


def _loss(loss: LossRecipe, change: dict[str, float]) -> LossRecipe:
    return dataclasses.replace(loss, **change)  # type: ignore[arg-type]


def _with_terms(recipe: Recipe, terms: Mapping[str, object], has_heatmaps: bool) -> Recipe:
    """MTUN's recipe with these loss terms; without its structure loss nobody tells the maps what to show."""
    own = recipe.family_loss if has_heatmaps else dataclasses.replace(recipe.family_loss, heatmap_weight=0.0)  # type: ignore[call-arg]
    loss = dataclasses.replace(recipe.loss, **terms)  # type: ignore[arg-type]
    return dataclasses.replace(recipe, loss=loss, family_loss=own)


def _limited(recipe: Recipe, *, steps: int, seed: int) -> Recipe:
    """The recipe over fewer steps; its averaging follows, so that the start is forgotten in time.

    With its own steps and seed it stays as it is.
    """
    if (steps, seed) == (recipe.optimiser.steps, recipe.optimiser.seed):
        return recipe
    decay = min(recipe.optimiser.ema_decay, 1 - 10 / steps)
    plan = dataclasses.replace(
        recipe.optimiser,
        steps=steps,
        seed=seed,
        ema_decay=decay,
        checkpoint_every=steps,
        decay_steps=min(recipe.optimiser.decay_steps, steps // 4),  # of a plateau
    )
    return dataclasses.replace(recipe, optimiser=plan)


def _run(recipe: Recipe, out: Path, folder: Path, *, start: Path | None, every: int) -> dict[str, float]:
    out.mkdir(parents=True, exist_ok=True)
    data, last = recipe.data, out / LAST_NAME
    if not last.exists() or read_facts(last) != (recipe.optimiser.steps, recipe):
        portraits = read_portraits(folder, split="train", min_detail=data.min_detail, min_inside=data.min_inside)
        pairs = make_pairs(portraits, recipe, size=recipe.network.size)
        first = begun(recipe).state_dict() if recipe.family == "mpenet" else first_weights(recipe, start)
        train(recipe, pairs, out, context=JobContext(), start=first)
    held_out = read_portraits(folder, split="val", min_detail=data.min_detail, min_inside=data.min_inside)
    validation = validation_of(recipe, held_out[::every], out / "figures")
    network = load_family(recipe.family).build(recipe.network)
    network.load_state_dict(read_tensors(last, "average"))
    scores = validation(network.eval(), recipe.optimiser.steps)
    if isinstance(validation, AlignedValidation):
        print("input:", validation.input_scores())
    return {"parameters": sum(p.numel() for p in network.parameters()), **scores}


def _looks(recipe: Recipe, out: Path, folder: Path, *, every: int) -> dict[str, float]:
    """Perceptual distance (EfficientNet-Lite1) and median sharpness ratio, which pixels alone do not tell."""
    held_out = read_portraits(folder, split="val", min_detail=recipe.data.min_detail)[::every]
    truth, steps = _restored(recipe, out, held_out)
    ratios = [sharpness(image) / sharpness(real) for image, real in zip(steps[-1], truth, strict=True)]
    perceptual = distances(load_features("efficientnet-lite1"), steps[-1], truth)
    return {"perceptual": round(float(perceptual.mean()), 4), "sharpness": round(float(np.median(ratios)), 4)}


def _units(recipe: Recipe, out: Path, folder: Path, *, ict: Path, every: int) -> dict[str, float]:
    """F1 and accuracy of the units that each step's pictures show, against the weak labels."""
    held_out = read_portraits(folder, split="val", min_detail=recipe.data.min_detail)[::every]
    truth, steps = _restored(recipe, out, held_out)
    judge = UnitJudge(ict, truth[[portrait.is_grey for portrait in held_out]])
    labels = WeakActionUnits().of_faces(held_out)
    row: dict[str, float] = {}
    for number, images in enumerate(steps, start=1):
        scores = unit_scores(judge.units(images), labels)
        row |= {f"judged_{name}_step_{number}": value for name, value in scores.items()}
    return row


def _restored(recipe: Recipe, out: Path, held_out: Sequence[Portrait]) -> tuple[Images, list[Images]]:
    """The truth, and the pictures of each step, by the run's averaged weights."""
    truth = tight_faces(held_out, size=recipe.network.size)
    family = load_family(recipe.family)
    low = np.stack([degrade_bicubic(face, family.low_side(recipe.network)) for face in truth])
    network = family.build(recipe.network)
    network.load_state_dict(read_tensors(out / LAST_NAME, "average"))
    return truth, outcome(network.eval(), low, OwnScores(losses=recipe.family_loss)).pictures


if __name__ == "__main__":
    main()
