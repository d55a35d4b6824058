"""Scores of every step of a network that works in turns, and landmarks of the faces it is scored on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
import torch

from engine.datasets.portraits import Portrait, read_pixels
from engine.models.dic.losses import DicLosses
from engine.models.dic.spec import SPEC
from engine.priors.heatmaps import make_heatmaps
from engine.training.labels import face_labels, in_squares
from engine.training.validation import OwnScores, TightValidation
from tests.faces import on_real_faces, validation_faces


class Output(NamedTuple):
    steps: tuple[torch.Tensor, ...]
    heatmaps: tuple[torch.Tensor, ...]

    @property
    def image(self) -> torch.Tensor:
        return self.steps[-1]


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
    own = OwnScores(family=SPEC, losses=DicLosses(alignment_weight=1.0), labels={"landmarks": truth})
    row = TightValidation(faces, sides=(16,), figures=tmp_path, own=own)(network, 7)
    assert row["psnr_step_2"] > 80 > row["psnr_step_1"]
    assert row["psnr_16"] == row["psnr_step_2"]
    assert row["nrmse_step_1"] == pytest.approx(4 * 2**0.5 / 100, abs=1e-3)
    assert row["nrmse_step_2"] < 1e-3
    assert (tmp_path / "step-000007.png").is_file()


@on_real_faces
def test_landmarks_of_photos_by_dlib_lie_near_those_of_the_portraits_mesh(folder: Path) -> None:
    pytest.importorskip("dlib")
    portraits = validation_faces(folder, min_detail=180, about=6)
    in_file = face_labels(SPEC, ["landmarks"], portraits)
    mesh = in_squares(in_file, portraits, side_px=228, extent=1.5)["landmarks"].values
    held = [_held(portrait) for portrait in portraits]
    found = in_squares(face_labels(SPEC, ["landmarks"], held), held, side_px=228, extent=1.5)["landmarks"].values
    assert np.nanmedian(np.linalg.norm(found - mesh, axis=2)) < 5


def _held(portrait: Portrait) -> Portrait:
    """The same portrait as one that was cut from a photo of a plain folder: its pixels are at hand."""
    return replace(portrait, pixels=read_pixels(portrait))
