"""How far a restored face departs from its photo is said by one number wherever it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.context import JobContext
from engine.detection.by_hand import face_from_box
from engine.detection.registry import load_detector
from engine.jobs import restore_faces
from engine.jobs.state import ServiceState
from engine.paths import samples_folder
from engine.photo_io import read_photo
from engine.pipeline.departure import departure_of
from engine.pipeline.options import RestoreOptions
from engine.pipeline.restore import restore_photo
from engine.process.protocol import EngineSettings, FaceOutcome, FaceRequest, RestoreFaces
from engine.runtime.sessions import ModelCache
from engine.types import Box, Face, PhotoResult

PHOTO = samples_folder() / "two-people.jpg"


def restored(faces: list[Face], model: str) -> PhotoResult:
    options = RestoreOptions(model=model, scale=1, outside_range=True)
    detector = load_detector()
    return restore_photo(
        read_photo(PHOTO), options, detector=detector, models=ModelCache("cpu"), context=JobContext(), faces=faces
    )


def in_the_window(faces: list[Face], model: str, folder: Path) -> list[float | None]:
    requests = [FaceRequest(id=str(n), face=face, model=model, outside_range=True) for n, face in enumerate(faces)]
    told: list[object] = []
    job = RestoreFaces(path=PHOTO, folder=folder, faces=tuple(requests))
    restore_faces.run(job, ServiceState(EngineSettings(device="cpu")), JobContext(), told.append)
    return [outcome.departs for outcome in told if isinstance(outcome, FaceOutcome)]


@pytest.mark.parametrize("model", ["sparnet-x8", "sparnet-hd"])
def test_the_command_line_says_what_the_window_says(model: str, tmp_path: Path) -> None:
    photo = read_photo(PHOTO)
    found = load_detector().detect(photo.pixels)
    drawn = face_from_box(Box(391, 168, 41, 48), photo_width=photo.width, photo_height=photo.height)
    for number, faces in enumerate((found, [drawn])):
        said = [departure_of(face) for face in restored(faces, model).faces]
        wanted = in_the_window(faces, model, tmp_path / str(number))
        assert len(wanted) == len(faces) and None not in wanted
        assert said == pytest.approx(wanted, rel=1e-3)


def test_a_face_that_was_left_departs_by_nothing_that_can_be_said() -> None:
    tiny = Face(Box(100, 100, 3, 3), None, 1.0, "hand")
    photo = restore_photo(
        read_photo(PHOTO),
        RestoreOptions(model="sparnet-x8", scale=1),
        detector=load_detector(),
        models=ModelCache("cpu"),
        context=JobContext(),
        faces=[tiny],
    )
    assert [face.status for face in photo.faces] == ["skipped"]
    assert departure_of(photo.faces[0]) is None
