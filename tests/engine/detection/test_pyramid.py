from __future__ import annotations

import itertools

import numpy as np
import pytest

from engine.detection.candidates import Candidates, in_photo, one_per_face
from engine.detection.pyramid import TILE_OVERLAP, TILE_SIDE, Tile, levels, tiles, to_eight_bits


def candidates(boxes: list[tuple[float, ...]], scores: list[float]) -> Candidates:
    array = np.array(boxes, np.float32).reshape(-1, 4)
    return Candidates(
        boxes=array,
        points=np.zeros((len(array), 5, 2), np.float32),
        scores=np.array(scores, np.float32),
        views=np.full(len(array), 50, np.float32),
    )


@pytest.mark.parametrize("height, width", [(1, 1), (100, 80), (1000, 1000), (1537, 40), (3000, 4100), (9000, 40)])
def test_the_tiles_of_each_size_cover_the_photo_and_overlap(height: int, width: int) -> None:
    pixels = np.zeros((height, width, 3), np.uint8)
    for level in levels(pixels):
        covered = np.zeros((round(height * level.scale[1]), round(width * level.scale[0])), np.int32)
        assert covered.shape == level.pixels.shape[:2]
        for tile in tiles(level):
            rows, columns = tile.pixels.shape[:2]
            assert max(rows, columns) <= TILE_SIDE
            assert tile.scale == level.scale
            covered[tile.top : tile.top + rows, tile.left : tile.left + columns] += 1
            assert tile.cut == (
                tile.left > 0,
                tile.top > 0,
                tile.left + columns < covered.shape[1],
                tile.top + rows < covered.shape[0],
            )
        assert covered.min() == 1


def test_neighbouring_tiles_overlap_by_the_largest_face_they_must_see() -> None:
    pixels = np.zeros((100, 6000, 3), np.uint8)
    finest = list(tiles(next(levels(pixels))))
    for first, second in itertools.pairwise(sorted(finest, key=lambda tile: tile.left)):
        assert first.left + first.pixels.shape[1] - second.left >= TILE_OVERLAP


def test_a_small_photo_is_enlarged_and_a_huge_one_reduced() -> None:
    assert next(levels(np.zeros((50, 60, 3), np.uint8))).scale == (3, 3)
    assert next(levels(np.zeros((6000, 8000, 3), np.uint8))).scale[0] < 0.75


def test_sixteen_bits_become_eight_and_white_stays_white() -> None:
    deep = np.array([[[0, 32768, 65535]]], np.uint16)
    np.testing.assert_array_equal(to_eight_bits(deep), [[[0, 127, 255]]])


def test_a_box_that_a_tile_cuts_is_dropped_and_one_at_the_photos_edge_kept() -> None:
    tile = Tile(np.zeros((100, 100, 3), np.uint8), left=50, top=0, scale=(0.5, 0.5), cut=(True, False, False, False))
    found = in_photo(candidates([(0, 10, 20, 30), (80, 0, 100, 20)], [0.9, 0.8]), tile)
    np.testing.assert_allclose(found.boxes, [[260, 0, 300, 40]])


def test_the_best_of_several_looks_at_one_face_is_kept() -> None:
    found = candidates([(0, 0, 20, 20), (1, 1, 21, 21), (50, 0, 70, 20)], [0.7, 0.9, 0.6])
    np.testing.assert_allclose(one_per_face(found).scores, [0.9, 0.6])


def test_a_part_of_a_face_is_no_face() -> None:
    found = candidates([(0, 0, 100, 100), (30, 30, 50, 50)], [0.9, 0.6])
    assert len(one_per_face(found)) == 1


def test_no_candidates_stay_no_candidates() -> None:
    assert len(one_per_face(candidates([], []))) == 0
