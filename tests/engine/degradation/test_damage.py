"""Film damage: masks read from a folder, laid over the low-resolution face and never over the truth."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from engine.degradation.blind import make_pair, shrink
from engine.degradation.damage import STORED_PX, DamageMasks, lay_damage, load_damage
from engine.degradation.recipe import DegradationRecipe, Effect
from engine.errors import DataError

Floats = NDArray[np.float32]
ALWAYS = DegradationRecipe(lr_range=(48, 48), damage=Effect(probability=1.0, amount=(3, 3)))


def stripe() -> DamageMasks:
    """One mask with a broad stripe."""
    mask = np.zeros((1, STORED_PX, STORED_PX), np.uint8)
    mask[:, :, 100:160] = 255
    return DamageMasks(mask)


def flat(side: int = 64) -> Floats:
    return np.full((side, side, 3), 0.5, np.float32)


def test_all_masks_of_a_folder_and_its_folders_are_read_and_shrunk(tmp_path: Path) -> None:
    for number, name in enumerate(("dust/b.png", "hair/a.png", "c.png")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        Image.fromarray(np.full((400, 400), 50 * number, np.uint8)).save(tmp_path / name)
    masks = load_damage(tmp_path).masks
    assert masks.shape == (3, STORED_PX, STORED_PX)
    assert sorted(masks[:, 9, 9].tolist()) == [0, 50, 100]


def test_a_folder_without_masks_or_with_a_torn_one_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no mask of damage"):
        load_damage(tmp_path)
    (tmp_path / "torn.png").write_bytes(b"\x89PNG torn")
    with pytest.raises(DataError, match="cannot be read"):
        load_damage(tmp_path)


def test_damage_covers_a_part_of_the_print_and_stays_in_range() -> None:
    shares: list[float] = []
    for seed in range(40):
        damaged = lay_damage(flat(), stripe(), count=1, rng=np.random.default_rng(seed))
        assert damaged.shape == (64, 64, 3) and damaged.dtype == np.float32
        assert damaged.min() >= 0 and damaged.max() <= 1
        shares.append(float((np.abs(damaged - 0.5).max(axis=2) > 0.01).mean()))
    assert np.mean(shares) == pytest.approx(0.22, abs=0.08)
    assert max(shares) < 0.6


def test_marks_come_light_and_dark_at_changing_places() -> None:
    drawn = [lay_damage(flat(), stripe(), count=1, rng=np.random.default_rng(seed)) - 0.5 for seed in range(40)]
    assert {np.sign(round(float(mark.sum()))) for mark in drawn} >= {-1.0, 1.0}
    assert len({mark.tobytes() for mark in drawn}) > 35


@pytest.mark.parametrize("shape", [(20, 20), (48, 31), (300, 280)])
def test_a_print_of_any_size_is_damaged(shape: tuple[int, int]) -> None:
    small = np.full((*shape, 3), 0.5, np.float32)
    damaged = lay_damage(small, stripe(), count=8, rng=np.random.default_rng(0))
    assert damaged.shape == small.shape
    assert (damaged != small).any()


def test_the_truth_stays_clean() -> None:
    hr = np.random.default_rng(0).random((64, 64, 3), np.float32)
    low, truth = make_pair(hr, ALWAYS, np.random.default_rng(1), face_px=64, damage=stripe())
    clean, _ = make_pair(hr, ALWAYS, np.random.default_rng(1), face_px=64)
    assert np.array_equal(truth, hr)
    assert np.abs(low - clean).max() > 0.1


def test_without_masks_or_without_the_effect_nothing_is_damaged_and_nothing_drawn() -> None:
    hr = np.random.default_rng(0).random((64, 64, 3), np.float32)
    never = replace(ALWAYS, damage=Effect())
    plain = shrink(hr, never, np.random.default_rng(1), face_px=64)
    assert np.array_equal(plain, shrink(hr, never, np.random.default_rng(1), face_px=64, damage=stripe()))
    assert np.array_equal(plain, shrink(hr, ALWAYS, np.random.default_rng(1), face_px=64))
