"""A restored face survives its file; a file that was damaged is told from one that is whole."""

from __future__ import annotations

import dataclasses
import errno
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import DataError
from engine.pipeline.face_file import FaceFile, read_face_file, write_face_file
from engine.types import FaceQuality, Restoration

RNG = np.random.default_rng(4)


def drawn(*shape: int) -> Any:
    return RNG.random(shape, dtype=np.float32)


FULL = Restoration(
    image=drawn(1, 3, 16, 16),
    steps=tuple(drawn(1, 3, 16, 16) for _ in range(11)),
    attention={"up_1": drawn(1, 1, 4, 4), "body 2/left": drawn(1, 1, 8, 8)},
    heatmaps=drawn(1, 2, 8, 8),
    landmarks=drawn(1, 68, 2) * 16,
    action_units=drawn(1, 3),
    morphable={"identity": drawn(1, 80), "pose": drawn(1, 6)},
    rendered_prior=drawn(1, 4, 16, 16),
    prior_refusals=("turned",),
    transform=drawn(1, 2, 3),
    singled={"mouth": drawn(1, 3, 16, 16)},
    names={"heatmaps": ("left eye", "Mund ä"), "action_units": ("AU1", "AU2", "AU4")},
)


def face_with(restoration: Restoration) -> FaceFile:
    return FaceFile(
        model="sparnet-x8",
        scale=2,
        seed=2**40,
        match_grain=True,
        is_grey=False,
        crop=drawn(16, 16, 3),
        restored=drawn(16, 16, 3),
        photo_from_crop=RNG.random((2, 3)),
        face_side=31.7,
        left=12,
        top=0,
        patch=(drawn(9, 7, 3) * 255).astype(np.uint8),
        mask=drawn(9, 7),
        consistency=drawn(8, 8) - np.float32(0.5),
        restoration=restoration,
        can_single_out=True,
        seconds=1.25,
        provider="CPUExecutionProvider",
        given=drawn(16, 16, 3),
        quality=FaceQuality(width_px=31.7, detail_px=20.5, noise=3.25, screen_px=4.0),
        profile=np.arange(200, dtype=np.uint8) % 7,  # with bytes 0, also at places like an end
    )


def same(one: Any, other: Any) -> bool:
    if dataclasses.is_dataclass(one):
        fields = [field.name for field in dataclasses.fields(one)]
        return type(one) is type(other) and all(same(getattr(one, f), getattr(other, f)) for f in fields)
    if isinstance(one, np.ndarray):
        return one.dtype == other.dtype and np.array_equal(one, other)
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[name], other[name]) for name in one)
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and one == other


@pytest.mark.parametrize("restoration", [FULL, Restoration(image=FULL.image)], ids=["all parts", "only the picture"])
def test_a_face_comes_back_from_its_file_as_it_was(tmp_path: Path, restoration: Restoration) -> None:
    face = face_with(restoration)
    path = tmp_path / "face.npz"
    write_face_file(face, path)
    assert same(read_face_file(path), face)
    assert os.listdir(tmp_path) == ["face.npz"]
    with zipfile.ZipFile(path) as archive:
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}


def test_a_file_of_a_former_version_tells_no_time_no_provider_and_nothing_that_was_measured(tmp_path: Path) -> None:
    path = tmp_path / "face.npz"
    write_face_file(face_with(FULL), path)
    new = ("seconds", "provider", "given", "quality", "keeps_finer")
    with np.load(path) as archive:
        former = {name: archive[name] for name in archive.files if name not in new}
    np.savez(path, **former)
    face = read_face_file(path)
    assert face.model == "sparnet-x8" and (face.seconds, face.provider) == (0.0, "")
    assert (face.quality, face.given.size, face.keeps_finer, face.held_side) == (None, 0, False, face.face_side)


def test_a_damaged_or_missing_file_is_a_data_error_that_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "face.npz"
    with pytest.raises(DataError, match=r"missing.*Restore the face again"):
        read_face_file(path)
    write_face_file(face_with(FULL), path)
    whole = path.read_bytes()
    for damaged in (b"", b"no face", whole[: len(whole) // 2], whole[:200] + bytes(200) + whole[400:]):
        path.write_bytes(damaged)
        with pytest.raises(DataError, match=r"damaged.*Restore the face again"):
            read_face_file(path)
    np.savez(path, crop=np.zeros((4, 4, 3)))
    with pytest.raises(DataError, match="damaged"):
        read_face_file(path)


def test_pickled_objects_are_never_loaded(tmp_path: Path) -> None:
    path = tmp_path / "face.npz"
    np.savez(path, model=np.array([{"a": 1}], dtype=object))
    with pytest.raises(DataError, match="damaged"):
        read_face_file(path)


def test_a_patch_that_does_not_fit_its_mask_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "face.npz"
    write_face_file(dataclasses.replace(face_with(FULL), mask=drawn(3, 3)), path)
    with pytest.raises(DataError, match="another shape"):
        read_face_file(path)


def test_a_full_disk_is_said_and_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "face.npz"
    write_face_file(face_with(FULL), path)
    before = path.read_bytes()
    monkeypatch.setattr(np.lib.format, "write_array", full)
    with pytest.raises(DataError, match="disk is full"):
        write_face_file(face_with(FULL), path)
    assert os.listdir(tmp_path) == ["face.npz"] and path.read_bytes() == before


def test_the_window_can_read_faces_and_pictures_without_cv2() -> None:
    code = (
        "import sys, engine.pipeline.face_file, engine.pipeline.picture_file; "
        "sys.exit(bool({'cv2', 'onnxruntime', 'torch'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=120, check=False).returncode == 0
