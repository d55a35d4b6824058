"""Opening a photo: the picture first, then the faces."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engine.context import Cancelled
from engine.errors import PhotoError
from engine.jobs import open_photo
from engine.jobs.state import ServiceState
from engine.paths import samples_folder
from engine.photo_io import read_photo
from engine.pipeline.picture_file import PictureFile, read_level
from engine.process.protocol import OpenPhoto

HOPPER = samples_folder() / "grace-hopper-old.tif"


def test_a_photo_is_opened_with_its_picture_before_its_faces(warm: ServiceState, told: Any, tmp_path: Path) -> None:
    folder = tmp_path / "work" / "p1"
    opened = open_photo.run(OpenPhoto(path=HOPPER, folder=folder), warm, told.context, told.preview)
    assert told.order == ["reading", "preparing the picture", "PictureFile", "finding faces", "done"]
    assert told.fractions == sorted(told.fractions)
    assert told.previews == [opened.picture] and isinstance(opened.picture, PictureFile)
    assert (opened.picture.width, opened.picture.height) == (108, 126)
    assert np.array_equal(read_level(opened.picture, 0), read_photo(HOPPER).pixels)
    (face,), (side,) = opened.faces, opened.sides_px
    (quality,) = opened.qualities
    assert quality.width_px == side and 8 < quality.detail_px <= side
    assert face.source == "centerface" and abs(face.box.centre[0] - 57) < 5
    assert side == pytest.approx(0.729 * face.box.width + 0.553 * face.box.height)
    assert (opened.bits, opened.format, opened.is_grey) == (8, "TIFF", False)


def test_a_photo_is_known_again_by_its_content(warm: ServiceState, told: Any, tmp_path: Path) -> None:
    opened = open_photo.run(OpenPhoto(path=HOPPER, folder=tmp_path), warm, told.context, told.preview)
    assert opened.content == hashlib.sha256(HOPPER.read_bytes()).hexdigest()
    with pytest.raises(PhotoError, match="No such file") as caught:  # one that was never open is not gone
        open_photo.run(OpenPhoto(path=tmp_path / "no.jpg", folder=tmp_path), warm, told.context, told.preview)
    assert caught.value.code == "photo"


def test_what_the_photo_is_and_what_was_wrong_with_it_is_said(warm: ServiceState, told: Any, tmp_path: Path) -> None:
    path = tmp_path / "deep.png"
    Image.fromarray(np.full((40, 30), 30000, np.uint16)).save(path, icc_profile=b"no profile")
    opened = open_photo.run(OpenPhoto(path=path, folder=tmp_path), warm, told.context, told.preview)
    assert (opened.bits, opened.format, opened.is_grey, opened.faces) == (16, "PNG", True, ())
    assert (read_level(opened.picture, 0) == round(30000 / 257)).all()
    assert any("profile" in str(note) for note in opened.notes)


@pytest.mark.parametrize("stage", ["preparing", "finding"])
def test_opening_is_cancelled_between_stages(warm: ServiceState, told: Any, tmp_path: Path, stage: str) -> None:
    told.cancel_at = stage
    told.report(0, stage)
    with pytest.raises(Cancelled):
        open_photo.run(OpenPhoto(path=HOPPER, folder=tmp_path), warm, told.context, told.preview)
    assert told.previews == []


def test_a_file_that_is_no_photo_is_a_photo_error(warm: ServiceState, told: Any, tmp_path: Path) -> None:
    path = tmp_path / "bad.jpg"
    path.write_bytes(b"no photo")
    with pytest.raises(PhotoError, match="not a photo"):
        open_photo.run(OpenPhoto(path=path, folder=tmp_path), warm, told.context, told.preview)
    assert told.previews == []
