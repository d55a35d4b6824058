"""What `restore` tells of a face that was given by hand, and that a model was to restore by a 3D face."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from engine.pipeline.batch import BatchOutcome, BatchPhoto
from engine.pipeline.restorer import RestoredFile
from engine.types import Box, Face, FaceResult, Photo, PhotoResult, Restoration
from fsr_desktop.cli.photo_record import prior_refusal_of, record_of
from fsr_desktop.cli.photo_report import write_report
from fsr_desktop.cli.photo_words import tell_photo
from tests.engine.explain.fitted_restoration import fitted_restoration, refused_restoration

FACE = Face(box=Box(0, 0, 8, 8), points=None, score=1, source="hand")
TOLD = "The 3D face is not usable here: the head is turned too far to a side."


def result(restoration: Restoration | None) -> FaceResult:
    return FaceResult(face=FACE, status="restored", model="sam", restoration=restoration)


@pytest.mark.parametrize(
    ("restoration", "wanted"),
    [
        pytest.param(refused_restoration(), TOLD, id="refused"),
        pytest.param(fitted_restoration(), "", id="used"),
        pytest.param(Restoration(image=np.zeros((1, 3, 8, 8), np.float32)), None, id="no prior"),
        pytest.param(None, None, id="not restored"),
    ],
)
def test_a_face_says_why_its_3d_face_was_not_used(restoration: Restoration | None, wanted: str | None) -> None:
    assert prior_refusal_of(result(restoration)) == wanted


def test_it_is_told_on_the_console_and_in_the_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    faces = (result(fitted_restoration()), result(refused_restoration()))
    photo = Photo(pixels=np.zeros((8, 8, 3), np.uint8))
    done = RestoredFile(PhotoResult(photo=photo, faces=faces, provider=None, scale=1), tmp_path / "out.png", (), "")
    record = record_of(BatchOutcome(BatchPhoto(tmp_path / "photo.png", tmp_path, "out"), 0.1, done))
    assert [face["prior_refusal"] for face in record["faces"]] == ["", TOLD]
    tell_photo(record, done)
    write_report([record], tmp_path / "report.csv")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["prior_refusal"] == f"face 2: {TOLD}"
    lines = capsys.readouterr().err.splitlines()
    assert [line for line in lines if "3D" in line] == [f"  face 2: {TOLD}"]
    given = [f"  face {number}: Given by hand: nothing has checked that it is a face." for number in (1, 2)]
    assert [line for line in lines if "by hand" in line] == given
