from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.alignment.resample import enlarge
from fsr_desktop.canvas.difference import DifferencePicture
from fsr_desktop.canvas.patch_levels import PatchLevels
from fsr_desktop.canvas.picture import LayerPicture
from fsr_desktop.canvas.scene import Layer, PlacedPatch
from fsr_desktop.canvas.tile_grid import APRON, Region, TileAddress, level_for, tile_region, tiles_of
from tests.fsr_desktop.canvas.layers import unseen_patch


@pytest.fixture
def noise() -> NDArray[np.uint8]:
    return np.random.default_rng(7).integers(0, 256, (700, 900, 3), np.uint8)


def patch_of(side: int, left: int, top: int, strength: float = 0.8) -> PlacedPatch:
    random = np.random.default_rng(3)
    colours = random.integers(0, 256, (side, side, 3), np.uint8)
    return PlacedPatch(left, top, colours, random.random((side, side), np.float32), strength, "face 1")


def test_a_tile_shows_the_picture_with_an_apron_of_its_neighbours(pyramid, noise) -> None:
    source = LayerPicture(Layer("", pyramid(noise)), "after", PatchLevels())
    tile = source.pixels(TileAddress(0, 1, 1))
    assert tile.shape == (700 - 512 + 2, 900 - 512 + 2, 3)
    np.testing.assert_array_equal(tile[:-1, :-1], noise[511:, 511:])
    np.testing.assert_array_equal(tile[-1, :-1], noise[-1, 511:])  # the edge repeated


def test_a_patch_is_blended_by_mask_and_strength(pyramid, noise) -> None:
    patch = patch_of(100, 480, 490)
    source = LayerPicture(Layer("", pyramid(noise), (patch,)), "after", PatchLevels())
    got = source.read(Region(0, 0, 900, 700), 0)
    weight = 0.8 * patch.mask[..., None]
    under = noise[490:590, 480:580].astype(np.float32)
    expected = under + weight * (patch.patch - under)
    np.testing.assert_allclose(got[490:590, 480:580], expected, atol=0.51)
    got[490:590, 480:580] = noise[490:590, 480:580]
    np.testing.assert_array_equal(got, noise)


def test_later_patches_lie_over_earlier_ones_also_across_tiles(pyramid, noise) -> None:
    low = replace(patch_of(60, 490, 10), mask=np.ones((60, 60), np.float32), strength=1.0, key="low")
    high = replace(low, patch=255 - low.patch, left=500, key="high")
    source = LayerPicture(Layer("", pyramid(noise), (low, high)), "after", PatchLevels())
    right = source.pixels(TileAddress(0, 1, 0))[APRON:, APRON:]
    np.testing.assert_array_equal(right[10:70, : 560 - 512], high.patch[:, 512 - 500 :])
    left = source.pixels(TileAddress(0, 0, 0))[APRON:, APRON:]
    np.testing.assert_array_equal(left[10:70, 490:500], low.patch[:, :10])


@pytest.mark.parametrize("place", [(64, 32), (33, 71)])
def test_a_coarse_level_shows_the_mean_of_the_blended_picture(pyramid, place) -> None:
    picture = np.full((400, 600, 3), 90, np.uint8)
    patch = patch_of(101, *place)
    source = LayerPicture(Layer("", pyramid(picture, levels=3), (patch,)), "after", PatchLevels())
    fine = source.read(Region(0, 0, 600, 400), 0).astype(np.float32)
    coarse = source.read(Region(0, 0, 150, 100), 2)
    np.testing.assert_allclose(coarse, fine.reshape(100, 4, 150, 4, 3).mean(axis=(1, 3)), atol=1.5)


def test_another_strength_changes_the_keys_of_touched_tiles_only(pyramid, noise) -> None:
    layer = Layer("", pyramid(noise), (patch_of(50, 600, 600),))
    weaker = replace(layer, patches=(replace(layer.patches[0], strength=0.1),))
    old, new = (LayerPicture(one, "after", PatchLevels()) for one in (layer, weaker))
    changed = [tile for tile in tiles_of(Region(0, 0, 900, 700), 0) if old.key(tile) != new.key(tile)]
    assert changed == [TileAddress(0, 1, 1)]


def test_the_level_is_the_one_just_above_the_screen(pyramid) -> None:
    picture = pyramid(np.zeros((64, 64, 3), np.uint8), levels=4)
    layers = (Layer("", picture), Layer("", picture, (unseen_patch(2),)))
    one, twice = (LayerPicture(layer, "", PatchLevels()) for layer in layers)
    assert [level_for(one, zoom) for zoom in (4, 1, 0.9, 0.5, 0.49, 0.25, 0.01)] == [0, 0, 0, 1, 1, 2, 3]
    assert [level_for(twice, zoom) for zoom in (4, 2, 1, 0.5)] == [0, 0, 1, 2]


def test_difference_is_that_of_each_channel_times_gain(pyramid) -> None:
    before = LayerPicture(Layer("", pyramid(np.full((40, 60, 3), (10, 100, 200), np.uint8))), "b", PatchLevels())
    after = LayerPicture(Layer("", pyramid(np.full((40, 60, 3), (15, 90, 200), np.uint8))), "a", PatchLevels())
    tile = DifferencePicture(before, after, 3.0).pixels(TileAddress(0, 0, 0))
    assert tile.shape == (42, 62, 3)
    assert (tile == (15, 30, 0)).all()


@pytest.mark.parametrize("scale", [2, 4])
def test_difference_compares_an_enlarged_layer_at_the_size_of_the_photo(pyramid, scale) -> None:
    photo = np.random.default_rng(1).integers(0, 200, (40, 60, 3), np.uint8)
    file, brighter = pyramid(photo), (photo[8:18, 8:18] + 20).repeat(scale, axis=0).repeat(scale, axis=1)
    side = 10 * scale
    patch = PlacedPatch(8 * scale, 8 * scale, brighter, np.ones((side, side), np.float32), 1.0, "face", scale)
    before = LayerPicture(Layer("", file), "b", PatchLevels())
    after = LayerPicture(Layer("", file, (patch,)), "a", PatchLevels())
    difference = DifferencePicture(before, after, 4.0)
    assert tile_region(difference, TileAddress(0, 0, 0)) == Region(0, 0, 60, 40)
    shown = difference.pixels(TileAddress(0, 0, 0))[APRON:-APRON, APRON:-APRON].copy()
    assert (shown[8:18, 8:18] == 80).all()
    shown[8:18, 8:18] = 0
    assert not shown.any()


@pytest.mark.parametrize("scale", [2, 4])
def test_where_a_face_is_finer_the_photo_is_enlarged_as_an_export_enlarges_it(pyramid, noise, scale) -> None:
    layer = Layer("", pyramid(noise, levels=2), (unseen_patch(scale),))
    source = LayerPicture(layer, "after", PatchLevels())
    whole = enlarge(noise, scale)
    assert source.level_region(0) == Region(0, 0, 900 * scale, 700 * scale)
    for region in (Region(0, 0, 70, 50), Region(511, 513, 1025, 1026), Region(900 * scale - 99, 7, 900 * scale, 640)):
        got = source.read(region, 0)
        np.testing.assert_array_equal(got, whole[region.top : region.bottom, region.left : region.right])
    np.testing.assert_array_equal(source.read(Region(0, 0, 900, 700), scale // 2), noise)


def test_a_coarser_face_is_enlarged_to_the_finest_one(pyramid) -> None:
    grey = pyramid(np.full((60, 80, 3), 90, np.uint8))
    plain = PlacedPatch(10, 20, np.full((8, 8, 3), 200, np.uint8), np.ones((8, 8), np.float32), 1.0, "face", 1)
    source = LayerPicture(Layer("", grey, (plain, unseen_patch(4))), "after", PatchLevels())
    shown = source.read(Region(0, 0, 320, 240), 0)
    assert (shown[80:112, 40:72] == 200).all()
    shown[80:112, 40:72] = 90
    assert (shown == 90).all()
    assert (source.read(Region(0, 0, 80, 60), 2)[20:28, 10:18] == 200).all()


def test_patches_that_are_gone_are_forgotten(pyramid) -> None:
    kept = PatchLevels()
    patch = patch_of(50, 0, 0)
    first = kept.get(patch, 2)
    kept.keep_only([patch])
    assert kept.get(patch, 2) is first
    kept.keep_only([])
    assert kept.get(patch, 2) is not first
