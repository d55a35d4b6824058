"""The finest size of a large photo is looked at where the next coarser one hints at a face, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from skimage import data

from engine.context import Cancelled, JobContext
from engine.detection.candidates import NO_CANDIDATES, Candidates
from engine.detection.centerface import CenterFace
from engine.detection.closer_looks import is_crowd, needs_hints, open_hints, windows
from engine.detection.pyramid import Level, Tile, levels, tiles
from engine.types import Face

TWELVE_MEGAPIXELS = (3000, 4000, 3)


@pytest.fixture(scope="module")
def level() -> Level:
    return Level(np.zeros(TWELVE_MEGAPIXELS, np.uint8), (1.0, 1.0))


def hints(*faces: tuple[float, float, float, float]) -> Candidates:
    """Of x, y of the middle, side and score."""
    middles, sides = np.array([face[:2] for face in faces]), np.array([face[2] for face in faces])
    return Candidates(
        boxes=np.concatenate([middles - sides[:, None] / 2, middles + sides[:, None] / 2], axis=1).astype(np.float32),
        points=np.zeros((len(faces), 5, 2), np.float32),
        scores=np.array([face[3] for face in faces], np.float32),
        views=(sides / 2).astype(np.float32),
    )


def shows(tile: Tile, x: float, y: float, reach: float) -> bool:
    height, width = tile.pixels.shape[:2]
    inside = (
        tile.left <= x - reach,
        tile.top <= y - reach,
        x + reach <= tile.left + width,
        y + reach <= tile.top + height,
    )
    return all(is_in or not is_cut for is_in, is_cut in zip(inside, tile.cut, strict=True))


def test_a_small_photo_is_looked_at_everywhere(level: Level) -> None:
    assert needs_hints(level)
    assert not any(needs_hints(one) for one in levels(np.zeros((900, 1200, 3), np.uint8)))


def test_without_hints_the_finest_size_is_not_looked_at(level: Level) -> None:
    assert list(windows(level, NO_CANDIDATES)) == []


@pytest.mark.parametrize("x, y", [(2000, 1500), (3, 5), (3990, 2995), (60, 2900)])
@pytest.mark.parametrize("side, score", [(24, 0.03), (50, 0.1), (100, 0.2), (300, 0.4)])
def test_a_hint_is_shown_whole_with_what_lies_around_it(
    level: Level, x: float, y: float, side: float, score: float
) -> None:
    (only,) = windows(level, hints((x, y, side, score)))
    assert shows(only, x, y, 0.7 * side)
    assert only.pixels.size <= 3 * 544**2


def test_the_hints_of_one_face_share_a_window(level: Level) -> None:
    cells = [(1000.0 + 8 * i, 700.0 + 8 * j, 30.0, 0.1) for i in range(4) for j in range(4)]
    assert len(list(windows(level, hints(*cells)))) == 1


def test_every_hint_of_a_crowd_is_shown(level: Level) -> None:
    generator = np.random.default_rng(4)
    crowd = [
        (float(x), float(y), float(side), 0.5)
        for x, y, side in zip(
            generator.uniform(0, 4000, 40), generator.uniform(0, 3000, 40), generator.uniform(20, 128, 40), strict=True
        )
    ]
    parts = list(windows(level, hints(*crowd)))
    assert len(parts) <= 40
    assert all(any(shows(part, x, y, 0.6 * side) for part in parts) for x, y, side, _ in crowd)


def test_hints_all_over_the_photo_give_its_tiles(level: Level) -> None:
    grid = [(x, y, 30.0, 0.1) for x in range(60, 4000, 110) for y in range(60, 3000, 110)]
    given = [(part.left, part.top) for part in windows(level, hints(*grid))]
    assert given == [(part.left, part.top) for part in tiles(level)]


def test_a_weak_hint_at_a_large_face_does_not_count(level: Level) -> None:
    assert list(windows(level, hints((500, 500, 100, 0.1), (1500, 500, 700, 0.4)))) == []


def test_faint_hints_count_in_a_crowd_alone(level: Level) -> None:
    faint, plain = (500.0, 500.0, 30.0, 0.01), (1500.0, 500.0, 30.0, 0.1)
    (part,) = windows(level, hints(faint, plain))
    assert shows(part, 1500, 500, 30)
    (part,) = windows(level, hints(faint, plain), in_crowd=True)
    assert shows(part, 500, 500, 30)


def test_many_small_faces_are_a_crowd(level: Level) -> None:
    row = [(200.0 * number, 300.0, 40.0, 0.9) for number in range(1, 8)]
    assert is_crowd(hints(*row), level, threshold=0.5)
    assert not is_crowd(hints(*row[:5], *row[:5]), level, threshold=0.5)  # the same five, seen twice
    assert not is_crowd(hints(*[(x, y, 90.0, score) for x, y, _, score in row]), level, threshold=0.5)
    assert not is_crowd(NO_CANDIDATES, level, threshold=0.5)


def test_a_face_that_was_seen_well_is_not_looked_at_again() -> None:
    sure, part, beside = (500, 500, 200, 0.9), (520, 480, 30, 0.1), (900, 500, 30, 0.1)
    seen = hints(sure, part, beside)
    np.testing.assert_array_equal(open_hints(seen, seen, threshold=0.5).scores, np.array([0.1], np.float32))
    unsure = hints((500, 500, 200, 0.4), part)
    assert len(open_hints(unsure, unsure, threshold=0.5)) == 2


def test_no_window_is_given_after_the_cancel(level: Level) -> None:
    given: list[Tile] = []
    far_apart = hints((500, 500, 30, 0.1), (1500, 500, 30, 0.1))
    with pytest.raises(Cancelled):
        for part in windows(level, far_apart, JobContext(is_cancelled=lambda: len(given) == 1)):
            given.append(part)
    assert len(given) == 1


def with_heads(shape: tuple[int, int, int], *, count: int) -> NDArray[np.uint8]:
    """Noise around heads of about 45 px, in rows."""
    photo = np.random.default_rng(0).normal(120, 6, shape).clip(0, 255).astype(np.uint8)
    head = np.asarray(data.astronaut(), np.uint8)[0:256:2, 100:356:2]
    for number in range(count):
        top, left = 300 + 900 * (number // 4), 210 + 450 * (number % 4)
        photo[top : top + 128, left : left + 128] = head
    return photo


def test_five_faces_are_found_in_a_third_of_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is the number of px that the network sees; looking everywhere is what all tiles would be."""
    seen_px: list[int] = []
    look = CenterFace._look

    def noted(detector: CenterFace, pixels: NDArray[np.uint8]) -> Candidates:
        seen_px.append(pixels.shape[0] * pixels.shape[1])
        return look(detector, pixels)

    monkeypatch.setattr(CenterFace, "_look", noted)
    photo = with_heads((2000, 2000, 3), count=5)
    faces: list[Face] = CenterFace().detect(photo)
    assert len(faces) == 5
    everywhere = sum(part.pixels.shape[0] * part.pixels.shape[1] for size in levels(photo) for part in tiles(size))
    assert sum(seen_px) < 0.35 * everywhere
