"""Where crops come from, and what training sees of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from engine.datasets.portraits import Portrait, cut_quad, cut_square
from engine.degradation.recipe import DegradationRecipe
from engine.errors import DataError
from engine.models.base import CropKind
from engine.models.dic.losses import DicLosses
from engine.models.sparnet.config import SparnetConfig
from engine.training.face_landmarks import SEEN_PX
from engine.training.pairs import make_pairs
from engine.training.recipe import DataRecipe, OptimiserRecipe, Recipe

STILL = DataRecipe(
    min_detail=0, scale_range=(1, 1), resolution_range=(1, 1), shift=0, rotation_rad=0, flip=0, tone=0
)  # fmt: skip
SIZE = 64


def recipe_of(data: DataRecipe) -> Recipe:
    return Recipe(
        name="x",
        family="sparnet",
        network=SparnetConfig(size=SIZE, smallest_feature=16),
        data=data,
        degradation=DegradationRecipe(lr_range=(16, 16)),
        optimiser=OptimiserRecipe(steps=1),
    )


@pytest.fixture
def portrait() -> Portrait:
    """A smooth picture of 200 px whose quad is turned by a few degrees."""
    y, x = np.mgrid[0:200, 0:200] / 18
    pixels = np.stack([np.sin(x) * np.cos(y), np.sin(x + y), np.cos(x * 0.7)], axis=2) * 100 + 128
    return Portrait(
        name="p",
        path=Path("p.png"),
        source="a",
        split="train",
        native_quad=128,
        inside=1,
        is_grey=False,
        is_engraving=False,
        quad=((40, 30), (30, 157.6), (157.6, 167.6), (167.6, 40)),
        tight_centre=(99, 104),
        tight_side=100,
        pixels=pixels.astype(np.uint8),
    )


def truth(portraits: list[Portrait], data: DataRecipe, *, seed: int = 0, count: int = 1) -> NDArray[np.float32]:
    pairs = make_pairs(portraits, recipe_of(data), size=SIZE)
    return pairs.batch(count, np.random.default_rng(seed))[1].transpose(0, 2, 3, 1)


def test_without_augmentation_a_tight_crop_is_the_square_that_is_scored(portrait: Portrait) -> None:
    expected = cut_square(portrait, side_px=SIZE, extent=1.0) / 255
    assert np.abs(truth([portrait], STILL)[0] - expected).mean() < 0.01


def test_without_augmentation_an_aligned_crop_is_the_quad_that_is_scored(portrait: Portrait) -> None:
    expected = cut_quad(portrait, side_px=SIZE) / 255
    assert np.abs(truth([portrait], replace(STILL, crop="ffhq"))[0] - expected).max() < 0.02


def test_a_patch_is_a_part_of_the_quad_at_its_own_resolution(portrait: Portrait) -> None:
    quad = cut_quad(portrait, side_px=128) / 255
    patch = truth([portrait], replace(STILL, crop="ffhq", patch=32))[0]
    assert patch.shape == (32, 32, 3)
    distances = [
        np.abs(patch - quad[top : top + 32, left : left + 32]).max() for top in range(97) for left in range(97)
    ]
    assert min(distances) < 0.12  # the patch lies between whole px
    assert np.median(distances) > 0.3


def test_a_crop_is_mirrored_moved_and_scaled_as_the_recipe_allows(portrait: Portrait) -> None:
    quad = truth([portrait], replace(STILL, crop="ffhq"))[0]
    np.testing.assert_allclose(truth([portrait], replace(STILL, crop="ffhq", flip=1.0))[0], quad[:, ::-1], atol=0.02)
    wide = truth([portrait], replace(STILL, crop="ffhq", scale_range=(1.5, 1.5)))[0]
    middle = np.abs(wide[SIZE // 2, SIZE // 2] - quad[SIZE // 2, SIZE // 2]).max()
    assert middle < 0.1
    assert np.abs(wide - quad).mean() > 0.05
    moved = [truth([portrait], replace(STILL, crop="ffhq", shift=0.1), seed=seed)[0] for seed in range(8)]
    assert len({picture.tobytes() for picture in moved}) == 8


@pytest.mark.parametrize("crop", ["tight", "ffhq"])
def test_pairs_of_half_the_size_show_the_same_faces_reduced_to_half_as_many_px(
    portrait: Portrait, crop: CropKind
) -> None:
    pairs = make_pairs([portrait], recipe_of(replace(STILL, crop=crop)), size=SIZE)
    whole, half = (source.batch(1, np.random.default_rng(0)) for source in (pairs, pairs.half_size()))
    assert half.high.shape == half.low.shape == (1, 3, SIZE // 2, SIZE // 2)
    averaged = whole.high.reshape(1, 3, SIZE // 2, 2, SIZE // 2, 2).mean(axis=(3, 5))
    assert np.abs(half.high - averaged).mean() < 0.01
    assert pairs.half_size().recipe.degradation.lr_range == (8, 8)
    lost = [np.abs(batch.low - batch.high).mean() for batch in (whole, half)]
    assert lost[1] > 1.5 * lost[0]  # as many px of the face fewer


def test_sources_are_drawn_by_their_weights(portrait: Portrait) -> None:
    black = replace(portrait, source="b", pixels=np.zeros_like(portrait.pixels))
    pictures = truth([portrait, black], replace(STILL, source_weights={"b": 9.0}), count=400)
    assert np.mean([picture.max() == 0 for picture in pictures]) == pytest.approx(0.9, abs=0.04)


@pytest.mark.parametrize("crop", ["tight", "ffhq"])
def test_landmarks_move_turn_and_are_renumbered_with_the_crop(
    portrait: Portrait, crop: CropKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = np.random.default_rng(5)
    places = rng.uniform(90, 110, (1, 68, 2)).astype(np.float32)  # px of the file
    right_corner, left_corner = 36, 45  # of the eyes: each other's mirror image
    places[0, right_corner], places[0, left_corner] = (80, 95), (118, 120)
    y, x = np.mgrid[0:200, 0:200]
    red, green = (np.exp(-((x - px) ** 2 + (y - py) ** 2) / 18) for px, py in places[0, [right_corner, left_corner]])
    pixels = (np.stack([red, green, 0 * red], axis=2) * 255).astype(np.uint8)
    monkeypatch.setattr("engine.training.face_landmarks._found", lambda portraits: _in_seen_square(places, portraits))
    data = replace(STILL, crop=crop, shift=0.05, rotation_rad=0.3, flip=0.5, scale_range=(0.95, 1.1))
    recipe = replace(recipe_of(data), family_loss=DicLosses(alignment_weight=1.0))
    batch = make_pairs([replace(portrait, pixels=pixels)], recipe, size=SIZE).batch(24, np.random.default_rng(1))
    assert batch.labels["landmarks"].shape == (24, 68, 2)
    mirrored = 0
    for image, points in zip(batch.high, batch.labels["landmarks"], strict=True):
        brightest = [np.array(np.unravel_index(image[channel].argmax(), (SIZE, SIZE)))[::-1] for channel in (0, 1)]
        near = [np.abs(points[number] - brightest[channel]).max() < 2 for channel, number in enumerate((36, 45))]
        swapped = [np.abs(points[number] - brightest[channel]).max() < 2 for channel, number in enumerate((45, 36))]
        assert all(near) != all(swapped)
        mirrored += all(swapped)
    assert 4 < mirrored < 20


def _in_seen_square(places: NDArray[np.float32], portraits: Sequence[Portrait]) -> NDArray[np.float32]:
    """px of the file -> px of the tight square that landmarks are sought in."""
    (portrait,) = portraits
    corner = np.array(portrait.tight_centre) - portrait.tight_side / 2
    return ((places + 0.5 - corner) * (SEEN_PX / portrait.tight_side) - 0.5).astype(np.float32)


def test_without_an_alignment_term_no_landmarks_are_sought(portrait: Portrait, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.training.face_landmarks._found", lambda *_: pytest.fail("not wanted"))
    assert make_pairs([portrait], recipe_of(STILL), size=SIZE).batch(1, np.random.default_rng(0)).labels == {}


def test_without_faces_there_are_no_pairs() -> None:
    with pytest.raises(DataError, match="no face to train on"):
        make_pairs([], recipe_of(STILL), size=SIZE)


def test_turned_heads_are_drawn_more_often(portrait: Portrait, tmp_path: Path) -> None:
    mesh = np.zeros((2, 478, 3), np.float16)
    mesh[:, 454, 0] = 100  # the ears of one lie beside each other, those of the other behind each other by 60 degrees
    mesh[1, 454] = (50, 0, 87)
    np.savez(tmp_path / "mesh478.npz", names=np.array(["a", "b"]), points=mesh)
    (tmp_path / "train").mkdir()
    folder = [replace(portrait, name=name, path=tmp_path / "train" / f"{name}.png", pixels=None) for name in "ab"]
    for face in folder:
        Image.fromarray(np.asarray(portrait.pixels)).save(face.path)
    pairs = make_pairs(folder, recipe_of(replace(STILL, turned_weight=3.0)), size=SIZE)
    assert pairs.weights.tolist() == pytest.approx([0.25, 0.75])
    held = make_pairs([portrait], recipe_of(replace(STILL, turned_weight=3.0)), size=SIZE)
    assert held.weights.tolist() == [1.0]  # without a mesh nobody knows
