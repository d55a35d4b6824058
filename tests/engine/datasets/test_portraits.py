"""The reader of the portrait folder, on the portraits themselves."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.datasets.portraits import cut_square, read_portraits
from engine.errors import DataError
from tests.faces import TRAINING, needs_training_faces, on_real_faces


@needs_training_faces
def test_validation_has_the_217_portraits_of_the_training_notes() -> None:
    portraits = read_portraits(TRAINING, split="val", min_detail=180)
    assert len(portraits) == 217
    assert not any(p.is_engraving for p in portraits)


@on_real_faces
def test_a_square_reaching_over_the_edge_is_mirrored_and_whole(folder: Path) -> None:
    portrait = read_portraits(folder, split="val", min_detail=180)[0]
    square = cut_square(portrait, side_px=96, extent=3.0)
    assert square.shape == (96, 96, 3)
    assert square.dtype == np.uint8
    assert square[0].std() > 0


def test_a_folder_without_tables_is_a_data_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no portrait folder"):
        read_portraits(tmp_path, split="train", min_detail=0)
