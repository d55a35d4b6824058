"""Faces that lie elsewhere than upright in what a model sees, and their upright truth."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.alignment.crop import QUAD_RISE
from engine.datasets.labels import PLACEMENT
from engine.datasets.landmarks import MESH_POINTS
from engine.datasets.portraits import Portrait
from engine.datasets.unaligned import (
    RISE_CM,
    SCORED,
    SIDE_CM,
    Unaligned,
    draw_placement,
    file_from_upright,
    placement,
    unaligned_faces,
)
from engine.degradation.recipe import DegradationRecipe
from engine.models.mtun.config import MtunConfig
from engine.priors.open_face import open_face_points
from engine.training.pairs import make_pairs
from engine.training.recipe import DataRecipe, OptimiserRecipe, Recipe

SIZE = 128
ROLL_DEG = 8.0
STILL = DataRecipe(min_detail=0, scale_range=(1, 1), shift=0, rotation_rad=0, flip=0, tone=0)


@pytest.fixture
def portrait() -> Portrait:
    """A smooth picture whose face is turned by 8 degrees in its file."""
    y, x = np.mgrid[0:240, 0:240] / 20
    pixels = np.stack([np.sin(x) * np.cos(y), np.sin(x + y), np.cos(x * 0.7)], axis=2) * 100 + 128
    turn = placement(math.radians(ROLL_DEG), size=120)
    corners = np.array([[0, 0], [0, 120], [120, 120], [120, 0]]) @ turn[:, :2].T + turn[:, 2] + 60
    return Portrait(
        name="p", path=Path("p.png"), source="a", split="train", native_quad=128, inside=1, is_grey=False,
        is_engraving=False, quad=tuple((float(x), float(y)) for x, y in corners), tight_centre=(120, 120),
        tight_side=110, pixels=pixels.astype(np.uint8),
    )  # fmt: skip


def test_the_upright_square_is_turned_with_the_face(portrait: Portrait) -> None:
    matrix = file_from_upright(portrait, size=SIZE)
    assert math.degrees(math.atan2(matrix[1, 0], matrix[0, 0])) == pytest.approx(ROLL_DEG)
    size = math.hypot(matrix[0, 0], matrix[1, 0]) * SIZE
    assert size == pytest.approx(portrait.tight_side)
    middle = matrix[:, :2] @ [63.5, 63.5] + matrix[:, 2]
    down = QUAD_RISE * size * np.array([-math.sin(math.radians(ROLL_DEG)), math.cos(math.radians(ROLL_DEG))])
    assert middle == pytest.approx(np.mean(portrait.quad, axis=0) - 0.5 + down)


def test_a_face_with_a_mesh_is_upright_where_the_mean_face_fits_its_landmarks(portrait: Portrait) -> None:
    mean_cm = open_face_points()[:, :2] * [1, -1]
    turn = placement(math.radians(20), size=1)[:, :2] * 7.5  # px of the file a cm
    mesh = (mean_cm @ turn.T + [130, 90]).astype(np.float32)  # from the file's edge
    matrix = file_from_upright(replace(portrait, mesh=mesh), size=SIZE)
    assert matrix[:, :2] == pytest.approx(turn * SIDE_CM / SIZE, abs=1e-4)
    middle = np.array([129.5, 89.5]) + turn @ [0, -RISE_CM]
    assert matrix[:, :2] @ [63.5, 63.5] + matrix[:, 2] == pytest.approx(middle, abs=1e-3)


def test_points_that_are_no_landmarks_move_no_face(portrait: Portrait) -> None:
    mesh = (open_face_points()[:, :2] * [7, -7] + 100).astype(np.float32)
    matrix = file_from_upright(replace(portrait, mesh=mesh), size=SIZE)
    others = np.setdiff1d(np.arange(len(mesh)), MESH_POINTS)
    mesh[others] += 5
    np.testing.assert_array_equal(file_from_upright(replace(portrait, mesh=mesh), size=SIZE), matrix)


def test_the_placement_maps_the_truth_onto_what_is_seen(portrait: Portrait) -> None:
    place = placement(math.radians(30), size=SIZE, scale=1.1, shift=(5, -7))
    faces = unaligned_faces([portrait], [place], size=SIZE)
    again = cv2.warpAffine(
        faces.seen[0], faces.placements[0].astype(float), (SIZE, SIZE), flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    )
    inner = slice(40, 88)  # which the seen square holds
    assert np.abs(again[inner, inner] - faces.truth[0][inner, inner]).max() < 0.02
    assert np.abs(faces.seen[0] - faces.truth[0]).mean() > 0.1


def test_drawn_places_are_within_their_limits_and_the_same_again(portrait: Portrait) -> None:
    rng = np.random.default_rng(1)
    drawn = [draw_placement(SCORED, rng, size=SIZE) for _ in range(300)]
    angles = np.array([math.atan2(one[1, 0], one[0, 0]) for one in drawn])
    sizes = np.array([math.hypot(one[0, 0], one[1, 0]) for one in drawn])
    assert 0.95 * SCORED.rotation_rad < np.abs(angles).max() <= SCORED.rotation_rad
    assert SCORED.scale_range[0] <= sizes.min() and sizes.max() <= SCORED.scale_range[1]
    first, again = (unaligned_faces([portrait, portrait], size=SIZE) for _ in range(2))
    np.testing.assert_array_equal(first.seen, again.seen)
    assert np.abs(first.placements[0] - first.placements[1]).max() > 0.01


def test_pairs_have_an_upright_truth_and_say_where_it_is_seen(portrait: Portrait) -> None:
    data = replace(STILL, unaligned=Unaligned(rotation_rad=1.0, shift=0.05, scale_range=(0.9, 1.1)))
    recipe = Recipe(
        name="x", family="mtun", network=MtunConfig(), data=data,
        degradation=DegradationRecipe(lr_range=(64, 64)), optimiser=OptimiserRecipe(steps=1),
    )  # fmt: skip
    batch = make_pairs([portrait], recipe, size=SIZE).batch(3, np.random.default_rng(2))
    expected = unaligned_faces([portrait], [placement(0, size=SIZE)], size=SIZE).truth[0]
    for low, high, place in zip(batch.low, batch.high, batch.labels[PLACEMENT], strict=True):
        truth, seen = high.transpose(1, 2, 0), low.transpose(1, 2, 0)
        inner = slice(32, 96)
        assert np.abs(truth[inner, inner] - expected[inner, inner]).max() < 0.05
        again = cv2.warpAffine(seen, place.astype(float), (SIZE, SIZE), flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP)
        assert np.abs(again[inner, inner] - truth[inner, inner]).max() < 0.05
        assert np.abs(seen - truth).mean() > 0.05


def test_a_mirrored_pair_is_placed_as_it_says(portrait: Portrait) -> None:
    data = replace(STILL, flip=1.0, unaligned=Unaligned(rotation_rad=1.0))
    recipe = Recipe(
        name="x", family="mtun", network=MtunConfig(), data=data,
        degradation=DegradationRecipe(lr_range=(64, 64)), optimiser=OptimiserRecipe(steps=1),
    )  # fmt: skip
    batch = make_pairs([portrait], recipe, size=SIZE).batch(1, np.random.default_rng(2))
    truth, seen = batch.high[0].transpose(1, 2, 0), batch.low[0].transpose(1, 2, 0)
    expected = unaligned_faces([portrait], [placement(0, size=SIZE)], size=SIZE).truth[0][:, ::-1]
    inner = slice(32, 96)
    assert np.abs(truth[inner, inner] - expected[inner, inner]).max() < 0.05
    place = batch.labels[PLACEMENT][0].astype(float)
    again = cv2.warpAffine(seen, place, (SIZE, SIZE), flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP)
    assert np.abs(again[inner, inner] - truth[inner, inner]).max() < 0.05
