"""Large arrays come from the child in memory that its parent lends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import numpy as np
import pytest

from engine import handed_over
from engine.confinement import ConfinedWorker, ExceededError

SIDE = 700


@pytest.fixture
def worker() -> Iterator[ConfinedWorker]:
    worker = ConfinedWorker(seconds=60, megabytes=300)
    yield worker
    worker.close()


def arrays(side: int) -> dict[str, np.ndarray]:
    """Large ones, a small one, one whose rows are turned round, and an empty one."""
    random = np.random.default_rng(side)
    large = random.integers(0, 65_536, (side, side, 3), np.uint16)
    return {
        "large": large,
        "other": large[..., 0] >> 8,
        "small": large[:2, :2],
        "turned": large[::-1],
        "none": large[:0],
    }


@pytest.mark.parametrize("has_memory_files", [True, False])
def test_arrays_are_the_same_and_several_stay_apart(
    worker: ConfinedWorker, has_memory_files: bool, monkeypatch: pytest.MonkeyPatch
):
    if not has_memory_files:
        monkeypatch.delattr(os, "memfd_create", raising=False)
    found = [worker.call(arrays, side) for side in (SIDE, SIDE + 1, 20)]
    for side, one in zip((SIDE, SIDE + 1, 20), found, strict=True):
        expected = arrays(side)
        assert one.keys() == expected.keys()
        for name, values in expected.items():
            assert np.array_equal(one[name], values) and one[name].dtype == values.dtype, name
    found[0]["large"][:] = 7  # who asked may write to them
    assert not (found[1]["large"] == 7).all()


def more_than_it_may(_side: int) -> np.ndarray:
    return np.broadcast_to(np.zeros(1, np.uint8), (20 << 20,)).copy()


def test_an_answer_larger_than_the_child_may_be_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("engine.confinement.resident_megabytes", lambda _pid: 0)
    worker = ConfinedWorker(seconds=60, megabytes=300)
    worker.prepare()
    worker._megabytes = 10  # the parent's own limit, where the child's did not hold
    try:
        with pytest.raises(ExceededError, match="too large"):
            worker.call(more_than_it_may, 0)
    finally:
        worker.close()


@pytest.mark.skipif(sys.platform != "linux", reason="files in memory are sealed there")
def test_the_child_cannot_cut_what_its_parent_reads():
    descriptor = handed_over._nameless_file(4096)
    try:
        for size in (0, 8192):
            with pytest.raises(PermissionError):
                os.ftruncate(descriptor, size)
    finally:
        os.close(descriptor)
