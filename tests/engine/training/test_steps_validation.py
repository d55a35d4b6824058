"""Scores of every step of a network that works in turns, and landmarks of the faces it is scored on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
import torch

from engine.datasets.portraits import Portrait, read_pixels
from engine.priors.heatmaps import make_heatmaps
from engine.training.face_landmarks import file_landmarks, tight_landmarks
from engine.training.validation import StepsValidation
from tests.faces import on_real_faces, validation_faces


class Output(NamedTuple):
    steps: tuple[torch.Tensor, ...]
    heatmaps: tuple[torch.Tensor, ...]


class Known(torch.nn.Module):
    """Gives the low-resolution faces, then their truth; landmarks first off by 4 px, then right."""

    def __init__(self, truth: torch.Tensor, points: torch.Tensor) -> None:
        super().__init__()
        self.truth, self.points = torch.nn.Parameter(truth), points

    def forward(self, low: torch.Tensor) -> Output:
        maps = [make_heatmaps(self.points + off, image_size=128) for off in (4.0, 0.0)]
        return Output((low, self.truth * 2 - 1), tuple(maps))


def test_each_step_is_scored_by_itself_and_faces_without_landmarks_do_not_count(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    faces = rng.random((2, 128, 128, 3)).astype(np.float32)
    points = rng.uniform(20, 100, (2, 68, 2)).astype(np.float32)
    points[:, 0], points[:, 16] = (14, 64), (114, 64)  # the face's width is 100 px
    truth = points.copy()
    truth[1] = np.nan
    network = Known(torch.from_numpy(faces).permute(0, 3, 1, 2).contiguous(), torch.from_numpy(points))
    row = StepsValidation(faces, truth, side=16, figures=tmp_path)(network, 7)
    assert row["psnr_step_2"] > 80 > row["psnr_step_1"]
    assert row["psnr_16"] == row["psnr_step_2"]
    assert row["nrmse_step_1"] == pytest.approx(4 * 2**0.5 / 100, abs=1e-3)
    assert row["nrmse_step_2"] < 1e-3
    assert (tmp_path / "step-000007.png").is_file()


@on_real_faces
def test_landmarks_of_photos_by_dlib_lie_near_those_of_the_portraits_mesh(folder: Path) -> None:
    pytest.importorskip("dlib")
    portraits = validation_faces(folder, min_detail=180, about=6)
    mesh = tight_landmarks(portraits, side_px=228, extent=1.5)
    held = [_held(portrait) for portrait in portraits]
    found = tight_landmarks(held, side_px=228, extent=1.5)
    assert np.nanmedian(np.linalg.norm(found - mesh, axis=2)) < 5
    in_file, found_in_file = file_landmarks(portraits), file_landmarks(held)
    sides = np.array([portrait.tight_side for portrait in portraits])[:, None]
    assert np.nanmedian(np.linalg.norm(found_in_file - in_file, axis=2) / sides) < 5 / 152


def _held(portrait: Portrait) -> Portrait:
    """The same portrait as one that was cut from a photo of a plain folder: its pixels are at hand."""
    return replace(portrait, pixels=read_pixels(portrait))
