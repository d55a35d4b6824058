"""The sheet that shows what a recipe does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.degradation import contact_sheet as module
from engine.degradation.contact_sheet import contact_sheet
from engine.degradation.damage import STORED_PX, DamageMasks
from engine.degradation.recipe import BlurRecipe, DegradationRecipe, Effect

MASKS = DamageMasks(np.full((1, STORED_PX, STORED_PX), 255, np.uint8))
FACE = np.random.default_rng(0).random((64, 64, 3)).astype(np.float32)


def tiles_of(
    recipe: DegradationRecipe, monkeypatch: pytest.MonkeyPatch, seed: int = 0, damage: DamageMasks | None = None
) -> list[list[str]]:
    """The captions on the sheet, group by group."""
    groups: list[list[str]] = []

    def keep(all_groups: list[list[module._Tile]]) -> np.ndarray:
        groups.extend([f"{tile.title}: {tile.value}" for tile in tiles] for tiles in all_groups)
        return np.zeros((1, 1, 3), np.uint8)

    monkeypatch.setattr(module, "_paste", keep)
    contact_sheet(FACE, recipe, face_px=64, seed=seed, damage=damage)
    return groups


def test_only_what_the_recipe_switches_on_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = DegradationRecipe(
        lr_range=(16, 64), grey=Effect(probability=0.2, amount=(1, 1)), jpeg=Effect(probability=0.1, amount=(30, 90))
    )
    assert tiles_of(recipe, monkeypatch) == [
        ["the face: crop of 64 px"],
        ["grey: 100% of the colour gone"],
        ["bicubic reduction: to 16 px", "bicubic reduction: to 32 px", "bicubic reduction: to 64 px"],
        [f"jpeg, at 64 px: quality {quality}" for quality in (30, 60, 90)],
        [f"all together: seed 0, draw {number}" for number in range(1, 7)],
    ]


def test_every_effect_that_a_recipe_knows_has_a_place_on_the_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = DegradationRecipe()
    names = [name for name in vars(plain) if isinstance(getattr(plain, name), Effect)]
    recipe = replace(
        DegradationRecipe(blur=BlurRecipe(probability=0.5), reductions=("bicubic", "area", "linear", "nearest")),
        **{name: replace(getattr(plain, name), probability=0.5) for name in names},
    )
    titles = [group[0].split(":")[0].split(",")[0] for group in tiles_of(recipe, monkeypatch, damage=MASKS)]
    blurs = [f"{kind} blur" for kind in ("gaussian", "average", "median", "motion")]
    reductions = [f"{kind} reduction" for kind in ("bicubic", "area", "linear", "nearest")]
    assert sorted(titles) == sorted(["the face", *names, *blurs, *reductions, "all together"])


def test_without_masks_no_damage_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = DegradationRecipe(lr_range=(16, 64), damage=Effect(probability=0.5, amount=(2, 2)))
    titles = [group[0].split(":")[0] for group in tiles_of(recipe, monkeypatch)]
    assert titles == ["the face", "bicubic reduction", "all together"]


def test_the_sheet_holds_the_face_itself_and_is_the_same_for_the_same_seed() -> None:
    recipe = DegradationRecipe(lr_range=(16, 32), noise=Effect(probability=1.0, amount=(5, 20)))
    first, again, other = (contact_sheet(FACE, recipe, face_px=64, seed=seed) for seed in (1, 1, 2))
    assert first.dtype == np.uint8 and first.shape[2] == 3
    assert np.array_equal(first, again) and not np.array_equal(first, other)
    zoom, top = 4, module.GAP + 2 * module.LINE  # 64 px are shown four times as large
    tile = first[top : top + zoom * 64, module.GAP : module.GAP + zoom * 64]
    assert np.array_equal(tile[::zoom, ::zoom], np.rint(FACE * 255).astype(np.uint8))
    assert np.array_equal(tile[1::zoom, 2::zoom], tile[::zoom, ::zoom])


def test_labels_are_written_above_each_tile() -> None:
    sheet = contact_sheet(FACE, DegradationRecipe(lr_range=(16, 32)), face_px=64, seed=0)
    label = sheet[module.GAP : module.GAP + 2 * module.LINE, module.GAP : module.GAP + 256]
    assert (label.max(axis=2) < 90).sum() > 100  # dark letters
