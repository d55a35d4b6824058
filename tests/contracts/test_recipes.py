"""Every shipped recipe is parsed, survives a round trip and trains for two steps with all its loss terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.context import JobContext
from engine.datasets.landmarks import Points
from engine.datasets.portraits import Portrait
from engine.degradation.damage import STORED_PX, DamageMasks
from engine.models.exporting import load_weights
from engine.models.registry import load_family
from engine.paths import resources_folder
from engine.priors.action_units import UNITS
from engine.training.checkpoints import read_facts, read_tensors
from engine.training.face_landmarks import SEEN_PX
from engine.training.loop import Progress, train
from engine.training.pairs import make_pairs
from engine.training.recipe import read_recipe, recipe_from_table
from tests.engine.models.told_faces import stand_in

RECIPES = sorted((resources_folder() / "recipes").rglob("*.toml"))
SIDE = 300
# Of networks and losses: as many channels and units as two steps need. Every term, layer kind and size stays.
NARROW = {
    "base_channels": 4, "max_channels": 8, "attention_width": 4, "body_units": 1, "features": 8, "groups": 2,
    "fusion_units": 1, "hourglass_features": 8, "hourglass_stem": 8, "discriminator_width": 4, "stacks": 2,
    "alignment_width": 8, "unit_width": 4,
}  # fmt: skip


def waves(seed: int) -> Portrait:
    """A smooth coloured picture with a face square and a quad in it."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:SIDE, 0:SIDE] / 25
    channels = [np.sin(x * a) * np.cos(y * b) for a, b in rng.uniform(0.5, 2, (3, 2))]
    return Portrait(
        name=f"waves-{seed}",
        path=Path("waves.png"),
        source="synthetic",
        split="train",
        native_quad=280,
        inside=1,
        is_grey=False,
        is_engraving=False,
        quad=((10, 10), (10, 290), (290, 290), (290, 10)),
        tight_centre=(150, 160),
        tight_side=180,
        pixels=(np.stack(channels, axis=2) * 100 + 128).astype(np.uint8),
    )


def scattered(portraits: Sequence[Portrait]) -> Points:
    """Landmarks anywhere in the squares that they are sought in."""
    rng = np.random.default_rng(0)
    return rng.uniform(0.2 * SEEN_PX, 0.8 * SEEN_PX, (len(portraits), 68, 2)).astype(np.float32)


def all_seen(_source: object, portraits: Sequence[Portrait]) -> Points:
    """Landmarks anywhere, none of them hidden: what only a face mesh tells."""
    return np.concatenate([scattered(portraits), np.ones((len(portraits), 68, 1), np.float32)], axis=2)


def some_units(_source: object, portraits: Sequence[Portrait]) -> NDArray[np.float32]:
    """Labels of action units, some there and some not."""
    return np.random.default_rng(0).integers(0, 2, (len(portraits), len(UNITS))).astype(np.float32)


def narrowed(part: Any) -> Any:
    """A network's configuration, or a recipe of losses, with fewer channels and units."""
    return replace(part, **{name: most for name, most in NARROW.items() if getattr(part, name, 0) > most})


def test_recipes_are_shipped() -> None:
    assert {path.stem for path in RECIPES} >= {"sparnet-x8", "sparnet-x8-base", "sparnet-hd", "sparnet-hd-psnr"}


@pytest.mark.parametrize("path", RECIPES, ids=lambda p: p.stem)
def test_a_recipe_is_parsed_and_survives_a_round_trip(path: Path) -> None:
    recipe = read_recipe(path)
    assert recipe.name == path.stem
    assert recipe.family == path.parent.name
    assert recipe_from_table(asdict(recipe)) == recipe
    if recipe.starts_from:
        first = read_recipe(path.with_stem(recipe.starts_from))
        shapes = [
            {name: value.shape for name, value in load_family(r.family).build(r.network).state_dict().items()}
            for r in (first, recipe)
        ]
        assert shapes[0] == shapes[1]


@pytest.mark.parametrize("path", RECIPES, ids=lambda p: p.stem)
def test_a_recipe_trains_for_two_steps(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.training.face_landmarks._found", scattered)
    monkeypatch.setattr("engine.models.mtun.labels.VisibleLandmarks.of_faces", all_seen)
    monkeypatch.setattr("engine.models.mpenet.labels.WeakActionUnits.of_faces", some_units)
    stand_in(monkeypatch)
    shipped = read_recipe(path)
    plan = replace(shipped.optimiser, steps=2, batch=2, warmup_steps=0, precision="float32", learning_rate=1e-3)
    recipe = replace(shipped, optimiser=plan, network=narrowed(shipped.network), loss=narrowed(shipped.loss))
    masks = DamageMasks(np.full((1, STORED_PX, STORED_PX), 255, np.uint8))
    pairs = make_pairs([waves(1), waves(2)], recipe, size=recipe.network.size, damage=masks)
    seen: list[Progress] = []
    last = train(recipe, pairs, tmp_path, context=JobContext(), report=seen.append)
    assert [progress.step for progress in seen] == [1, 2]
    assert read_facts(last) == (2, recipe)
    terms = {"loss", "pixel"}
    terms |= {"structure"} if recipe.loss.structure_weight else set()
    terms |= {"perceptual"} if recipe.loss.perceptual_weight else set()
    terms |= {"adversarial", "discriminator"} if recipe.loss.adversarial_weight else set()
    terms |= {"matching"} if recipe.loss.feature_matching_weight else set()
    own = set(seen[-1].losses) - terms  # the family's
    assert terms <= set(seen[-1].losses) and bool(own) == any(asdict(recipe.family_loss).values())
    assert all(np.isfinite(value) for value in seen[-1].losses.values())
    network = load_family(recipe.family).build(recipe.network)
    first = {name: value.clone() for name, value in network.state_dict().items()}
    load_weights(network, read_tensors(last, "network"), what="checkpoint")
    assert any(not first[name].equal(value) for name, value in network.state_dict().items())
