"""Looking for faces stops soon after the user has cancelled."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.context import Cancelled, JobContext
from engine.detection.candidates import Candidates
from engine.detection.centerface import CenterFace
from engine.detection.pyramid import levels, tiles

TWELVE_MEGAPIXELS = (3000, 4000, 3)


@pytest.fixture(scope="module")
def detector() -> CenterFace:
    return CenterFace()


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, ...]]:
    """The shapes that the network was run on; each run still happens."""
    shapes: list[tuple[int, ...]] = []
    look: Callable[[CenterFace, NDArray[np.uint8]], Candidates] = CenterFace._look

    def noted(detector: CenterFace, pixels: NDArray[np.uint8]) -> Candidates:
        shapes.append(pixels.shape)
        return look(detector, pixels)

    monkeypatch.setattr(CenterFace, "_look", noted)
    return shapes


@pytest.mark.parametrize("after", [0, 1, 3])
def test_no_network_runs_after_the_cancel(detector: CenterFace, looks: list[tuple[int, ...]], after: int) -> None:
    context = JobContext(is_cancelled=lambda: len(looks) >= after)
    with pytest.raises(Cancelled):
        detector.detect(np.zeros((1200, 4800, 3), np.uint8), context)
    assert len(looks) == after


def test_one_look_at_a_photo_of_12_megapixels_takes_less_than_the_time_to_cancel(
    detector: CenterFace, looks: list[tuple[int, ...]]
) -> None:
    asked_s: list[float] = []

    def is_cancelled() -> bool:
        asked_s.append(time.process_time())  # the processor's time, of all threads: another program may run
        return len(looks) >= 2

    with pytest.raises(Cancelled):
        detector.detect(np.zeros(TWELVE_MEGAPIXELS, np.uint8), JobContext(is_cancelled=is_cancelled))
    assert len(looks) == 2
    longest = max(np.diff(asked_s))
    print(f"\nbetween two questions whether it is cancelled: at most {longest * 1e3:.0f} ms of processor time")
    assert longest < 2.0


def test_each_size_of_the_photo_is_made_only_if_nobody_cancelled() -> None:
    pixels = np.zeros((400, 300, 3), np.uint8)
    given: list[float] = []
    with pytest.raises(Cancelled):
        for level in levels(pixels, JobContext(is_cancelled=lambda: len(given) == 1)):
            given.append(level.scale[0])
    assert len(given) == 1 < len(list(levels(pixels)))


def test_each_tile_of_a_size_is_given_only_if_nobody_cancelled() -> None:
    level = next(levels(np.zeros((1200, 4800, 3), np.uint8)))
    given: list[int] = []
    with pytest.raises(Cancelled):
        for tile in tiles(level, JobContext(is_cancelled=lambda: len(given) == 1)):
            given.append(tile.left)
    assert len(given) == 1 < len(list(tiles(level)))
