"""A model that sets faces upright, from the photo to the face file and the pasted photo."""

from __future__ import annotations

import math
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from skimage import data

from engine.alignment.crop import tight_crop
from engine.context import JobContext
from engine.explain.overlays import overlays_of
from engine.jobs import restore_faces
from engine.jobs.state import ServiceState
from engine.models.registry import find_model
from engine.paths import user_models_folder
from engine.pipeline.departure import departure_of
from engine.pipeline.face_file import read_face_file
from engine.pipeline.options import RestoreOptions
from engine.pipeline.restore import restore_photo
from engine.process.protocol import EngineSettings, FaceRequest, RestoreFaces
from engine.runtime.sessions import LoadedModel, ModelCache
from engine.types import Box, Face, Photo, PhotoResult
from tests.engine.jobs.conftest import Told
from tests.engine.small_models import export_turned

TURN_RAD = math.radians(30)


@pytest.fixture(scope="module")
def turned_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models") / "turned"
    export_turned(folder, turn_rad=TURN_RAD)
    return folder


@pytest.fixture
def turned(own_data_folder: Path, turned_files: Path) -> str:
    shutil.copytree(turned_files, user_models_folder() / "turned")
    return "turned"


@pytest.fixture
def small_photo() -> Photo:
    """The astronaut at 30 px of face."""
    image = Image.fromarray(data.astronaut()).resize((128, 128), Image.Resampling.BICUBIC)
    return Photo(pixels=np.asarray(image, np.uint8))


FACE = Face(Box(44, 14, 26, 32), None, score=1, source="hand")


def _restored(model: str, photo: Photo) -> PhotoResult:
    return restore_photo(
        photo,
        RestoreOptions(model=model, outside_range=True, match_grain=False),
        detector=None,  # type: ignore[arg-type]
        models=ModelCache("cpu"),
        context=JobContext(),
        faces=[FACE],
    )


def test_the_photo_keeps_its_face_where_it_is(turned: str, small_photo: Photo) -> None:
    result = _restored(turned, small_photo)
    face = result.faces[0]
    assert face.status == "restored", str(face.reason)
    assert face.crop is not None and face.restored is not None and face.given is not None
    inner = (slice(32, 96), slice(32, 96))  # which the model saw at any angle
    as_it_lay = tight_crop(small_photo.pixels, FACE, size=128).image
    for shown in (face.restored, face.given):  # 16 px of the crop that was cut at that angle
        assert np.abs(shown[inner] - face.crop[inner]).mean() < 0.06
        assert np.abs(shown[inner] - as_it_lay[inner]).mean() > 0.1
    assert np.abs(result.photo.pixels.astype(int) - small_photo.pixels).mean() < 2


def test_crop_picture_and_maps_of_a_face_file_lie_at_the_angle_that_was_found(
    turned: str, small_photo: Photo, tmp_path: Path, told: Told
) -> None:
    path = tmp_path / "photo.png"
    Image.fromarray(small_photo.pixels).save(path)
    job = RestoreFaces(
        path=path,
        folder=tmp_path / "work",
        faces=(FaceRequest(id="f1", face=FACE, model=turned, outside_range=True),),
    )
    restore_faces.run(job, ServiceState(EngineSettings()), told.context, told.preview)
    outcome: Any = told.previews[0]
    assert outcome.status == "restored", str(outcome.reason)
    face = read_face_file(outcome.file)
    linear = face.photo_from_crop[:, :2]
    assert math.atan2(linear[1, 0], linear[0, 0]) == pytest.approx(TURN_RAD, abs=1e-3)
    keys = [overlay.key for overlay in overlays_of(face)]
    assert [key for key in keys if key.startswith("heatmaps/")] == [
        "heatmaps/all", "heatmaps/eyes", "heatmaps/nose", "heatmaps/mouth", "heatmaps/chin",
    ]  # fmt: skip
    assert "landmarks" in keys
    assert departure_of(_restored(turned, small_photo).faces[0]) == pytest.approx(face.departs, abs=0.01)


def test_the_picture_alone_lies_in_the_crop_as_the_face_does(turned: str) -> None:
    rng = np.random.default_rng(1)
    crop = np.asarray(
        Image.fromarray(rng.integers(0, 255, (16, 16, 3), np.uint8)).resize((128, 128), Image.Resampling.BICUBIC)
    )
    batch = (crop / 255).astype(np.float32).transpose(2, 0, 1)[None]
    loaded = LoadedModel(find_model(turned), "cpu")
    upright = loaded.run(batch).image
    as_it_lies = loaded.run(batch, picture_only=True)
    assert as_it_lies.transform is None
    assert np.abs(as_it_lies.image - batch).mean() < 0.03
    assert np.abs(upright - batch).mean() > 0.1
