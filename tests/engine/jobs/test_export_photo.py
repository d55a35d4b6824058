"""Exports: the pixels of the command line, the source untouched, files that were there kept."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engine.errors import DataError, PhotoError, PhotoGoneError
from engine.jobs import export_photo, restore_faces
from engine.jobs.state import ServiceState
from engine.photo_io import read_photo, write_photo
from engine.pipeline.face_file import read_face_file
from engine.process.export_jobs import ExportCrops, ExportPhoto, FileOptions
from engine.process.protocol import FaceRequest, PlacedFace, RestoreFaces
from engine.types import Face, Photo, PhotoMetadata
from fsr_desktop.cli.main import main

Faces = tuple[Face, Face]


def restored(path: Path, faces: Faces, folder: Path, state: ServiceState, told: Any) -> tuple[PlacedFace, ...]:
    requests = tuple(FaceRequest(id=f"f{number}", face=face) for number, face in enumerate(faces))
    job = RestoreFaces(path=path, folder=folder, faces=requests)
    before = len(told.previews)
    restore_faces.run(job, state, told.context, told.preview)
    return tuple(PlacedFace(file=outcome.file) for outcome in told.previews[before:] if outcome.file)


@pytest.fixture
def placed(two_people: Path, by_hand: Faces, tmp_path: Path, warm: ServiceState, told: Any) -> tuple[PlacedFace, ...]:
    return restored(two_people, by_hand, tmp_path / "work", warm, told)


def by_command(photo: Path, faces: Faces, folder: Path, *options: str) -> Photo:
    boxes = [part for face in faces for part in ("--box", ",".join(f"{n:g}" for n in vars(face.box).values()))]
    assert main(["restore", str(photo), "-o", str(folder), "--device", "cpu", *boxes, *options]) == 0
    (written,) = folder.iterdir()
    return read_photo(written)


def exported(job: ExportPhoto, state: ServiceState, told: Any) -> Photo:
    (file,) = export_photo.run(job, state, told.context, told.preview).files
    return read_photo(file)


def test_the_record_of_an_export_marks_a_face_outside_the_range_of_its_model(
    two_people: Path, by_hand: Faces, warm: ServiceState, told: Any, tmp_path: Path
) -> None:
    faces = (FaceRequest(id="f1", face=by_hand[0], model="dic-x8", outside_range=True),)
    restore_faces.run(RestoreFaces(path=two_people, folder=tmp_path, faces=faces), warm, told.context, told.preview)
    (outcome,) = told.previews
    assert outcome.outside_range and outcome.file
    job = ExportPhoto(path=two_people, target=tmp_path / "a.png", faces=(PlacedFace(file=outcome.file),))
    packet = exported(job, warm, told).metadata.xmp or b""
    assert re.findall(rb"<fsr:OutsideRange>(\w+)<", packet) == [b"True"]


@pytest.mark.parametrize("options", [{}, {"scale": 2, "match_grain": True}], ids=["plain", "enlarged with grain"])
def test_an_export_has_the_very_pixels_that_the_command_line_writes(
    two_people: Path, by_hand: Faces, placed: Any, warm: ServiceState, told: Any, tmp_path: Path, options: Any
) -> None:
    flags = ["--scale", "2", "--match-grain"] if options else ["--scale", "1"]
    expected = by_command(two_people, by_hand, tmp_path / "by-command", "--strength", "0.8", *flags)
    weaker = tuple(replace(face, strength=0.8) for face in reversed(placed))  # the order makes no difference
    target = tmp_path / "new" / "folder" / "result.png"
    result = exported(ExportPhoto(path=two_people, target=target, faces=weaker, **options), warm, told)
    assert np.array_equal(result.pixels, expected.pixels)
    source = read_photo(two_people)
    changed = result.pixels.shape != source.pixels.shape or (result.pixels != source.pixels).any()
    assert changed
    assert told.order[-5:] == ["enlarging" if options else "copying", "pasting face 1 of 2", "pasting face 2 of 2",
                               "writing", "done"]  # fmt: skip


def test_an_export_says_what_was_restored_as_the_command_line_does(
    two_people: Path, by_hand: Faces, placed: Any, warm: ServiceState, told: Any, tmp_path: Path
) -> None:
    expected = said(by_command(two_people, by_hand, tmp_path / "by-command", "--strength", "0.8"))
    assert expected["Strength"] == ["0.8", "0.8"]
    weaker = tuple(replace(face, strength=0.8, box=by_hand[n].box) for n, face in enumerate(placed))
    job = ExportPhoto(path=two_people, target=tmp_path / "a.jpg", faces=weaker, scale=int(expected["Scale"][0]))
    small = replace(job, options=FileOptions(long_edge_px=100, keep_metadata=False))
    for one in (job, small):
        assert said(exported(one, warm, told)) == expected
    without = said(exported(replace(job, faces=tuple(replace(face, box=None) for face in weaker)), warm, told))
    boxes, others = ([[float(side) for side in box.split(",")] for box in one["Box"]] for one in (without, expected))
    np.testing.assert_allclose([*map(middle_of, boxes)], [*map(middle_of, others)], atol=0.01)
    silent = replace(job, options=FileOptions(record=False))
    assert b"fsr:" not in (exported(silent, warm, told).metadata.xmp or b"")


def said(photo: Photo) -> dict[str, list[str]]:
    """The values of the record, by their names."""
    packet = (photo.metadata.xmp or b"").decode()
    return {name: re.findall(f"<fsr:{name}>([^<]*)<", packet) for name in ("Model", "Strength", "Scale", "Box")}


def middle_of(box: Any) -> tuple[float, float]:
    return float(box[0] + box[2] / 2), float(box[1] + box[3] / 2)


def test_a_photo_of_16_bits_with_alpha_and_metadata_keeps_them(
    two_people: Path, by_hand: Faces, warm: ServiceState, told: Any, tmp_path: Path, srgb_profile: bytes
) -> None:
    path = tmp_path / "deep.tiff"
    pixels = read_photo(two_people).pixels.astype(np.uint16) * 257 + 3
    alpha = np.full(pixels.shape[:2], 40000, np.uint16)
    metadata = PhotoMetadata(icc=srgb_profile, dpi=(300, 300))
    write_photo(Photo(pixels=pixels, alpha=alpha, metadata=metadata), path)
    placed = restored(path, by_hand, tmp_path / "work", warm, told)
    result = exported(ExportPhoto(path=path, target=tmp_path / "out.png", faces=placed[:1]), warm, told)
    assert result.pixels.dtype == np.uint16 and result.alpha is not None and (result.alpha == 40000).all()
    assert result.metadata.icc == srgb_profile and result.metadata.dpi is not None
    assert result.metadata.dpi[0] == pytest.approx(300, abs=0.1)
    changed = (result.pixels != pixels).any(axis=2)
    assert changed[169:217, 390:431].mean() > 0.9 and not changed[:, :360].any()
    again = read_photo(path)
    assert np.array_equal(again.pixels, pixels)
    with pytest.raises(PhotoError, match="16 bit"):
        exported(ExportPhoto(path=path, target=tmp_path / "out.jpg", faces=placed), warm, told)
    assert not (tmp_path / "out.jpg").exists()


@pytest.mark.parametrize("link", ["itself", "symlink", "hardlink"])
@pytest.mark.parametrize("replace_existing", [False, True])
def test_the_photo_itself_is_never_overwritten(
    two_people: Path, warm: ServiceState, told: Any, tmp_path: Path, link: str, replace_existing: bool
) -> None:
    path = Path(shutil.copy(two_people, tmp_path / "photo.jpg"))
    before, target = path.read_bytes(), path
    if link != "itself":
        target = tmp_path / "link.jpg"
        (os.symlink if link == "symlink" else os.link)(path, target)
    names = sorted(os.listdir(tmp_path))
    with pytest.raises(PhotoError, match="is the photo itself"):
        exported(ExportPhoto(path=path, target=target, faces=(), replace_existing=replace_existing), warm, told)
    assert path.read_bytes() == before and sorted(os.listdir(tmp_path)) == names


def test_a_file_that_is_there_gets_a_numbered_neighbour_unless_it_is_to_be_replaced(
    two_people: Path, warm: ServiceState, told: Any, tmp_path: Path
) -> None:
    job = ExportPhoto(path=two_people, target=tmp_path / "a.png", faces=())
    names = [export_photo.run(job, warm, told.context, told.preview).files[0].name for _ in range(3)]
    assert names == ["a.png", "a-2.png", "a-3.png"]
    job.target.write_bytes(b"old")
    job = replace(job, replace_existing=True)
    assert export_photo.run(job, warm, told.context, told.preview).files == (tmp_path / "a.png",)
    assert np.array_equal(read_photo(tmp_path / "a.png").pixels, read_photo(two_people).pixels)


def test_a_photo_without_faces_is_written_enlarged(
    two_people: Path, warm: ServiceState, told: Any, tmp_path: Path
) -> None:
    result = exported(ExportPhoto(path=two_people, target=tmp_path / "a.png", faces=(), scale=2), warm, told)
    height, width = read_photo(two_people).pixels.shape[:2]
    assert result.pixels.shape[:2] == (2 * height, 2 * width)


def test_a_missing_face_file_is_an_error_and_nothing_is_written(
    two_people: Path, warm: ServiceState, told: Any, tmp_path: Path
) -> None:
    gone = PlacedFace(file=tmp_path / "gone.npz")
    with pytest.raises(DataError, match="missing"):
        exported(ExportPhoto(path=two_people, target=tmp_path / "a.png", faces=(gone,)), warm, told)
    assert not (tmp_path / "a.png").exists()


def test_faces_are_not_pasted_into_a_photo_that_has_changed_since(
    two_people: Path, by_hand: Faces, warm: ServiceState, told: Any, tmp_path: Path
) -> None:
    path = Path(shutil.copy(two_people, tmp_path / "photo.jpg"))
    faces = restored(path, by_hand, tmp_path / "faces", warm, told)
    with Image.open(two_people) as image:
        image.rotate(180).save(path)
    with pytest.raises(PhotoError, match="has changed since"):
        exported(ExportPhoto(path=path, target=tmp_path / "a.png", faces=faces), warm, told)
    assert not (tmp_path / "a.png").exists()


def test_the_cached_photo_is_not_changed_by_an_export(
    two_people: Path, placed: Any, warm: ServiceState, told: Any, tmp_path: Path
) -> None:
    for scale in (1, 2):
        before = warm.canvas(two_people, scale).pixels.copy()
        exported(ExportPhoto(path=two_people, target=tmp_path / "a.png", faces=placed, scale=scale), warm, told)
        assert np.array_equal(warm.canvas(two_people, scale).pixels, before)


def test_crops_are_written_before_and_after_at_the_models_size(
    two_people: Path, placed: Any, warm: ServiceState, told: Any, tmp_path: Path
) -> None:
    targets = (tmp_path / "crops" / "one.png", tmp_path / "crops" / "two.png")
    job = ExportCrops(path=two_people, faces=placed, targets=targets)
    files = export_photo.run_crops(job, warm, told.context, told.preview).files
    assert [file.name for file in files] == ["one_before.png", "one_after.png", "two_before.png", "two_after.png"]
    face = read_face_file(placed[1].file)
    for file, image in zip(files[2:], (face.crop, face.restored), strict=True):
        with Image.open(file) as written:
            assert np.abs(np.asarray(written) / 255 - image).max() <= 0.51 / 255
    packets = [read_photo(file).metadata.xmp for file in files]
    assert packets[0] is packets[2] is None
    assert [re.findall(rb"<fsr:Model>([^<]*)<", packets[n] or b"") for n in (1, 3)] == [[face.model.encode()]] * 2
    numbered = export_photo.run_crops(replace(job, record=False), warm, told.context, told.preview).files
    assert {read_photo(file).metadata.xmp for file in numbered} == {None}
    assert numbered[0].name == "one_before-2.png"
    replaced = export_photo.run_crops(replace(job, replace_existing=True), warm, told.context, told.preview).files
    assert replaced == files


def test_a_crop_never_replaces_the_photo(
    two_people: Path, placed: Any, warm: ServiceState, told: Any, tmp_path: Path
) -> None:
    path = Path(shutil.copy2(two_people, tmp_path / "photo_after.jpg"))
    before = path.read_bytes()
    job = ExportCrops(path=path, faces=placed[:1], targets=(tmp_path / "photo.jpg",), replace_existing=True)
    with pytest.raises(PhotoError, match="is the photo itself"):
        export_photo.run_crops(job, warm, told.context, told.preview)
    assert path.read_bytes() == before


def test_a_photo_that_was_moved_or_copied_is_still_the_same(
    two_people: Path, by_hand: Faces, warm: ServiceState, told: Any, tmp_path: Path
) -> None:
    path = Path(shutil.copy(two_people, tmp_path / "photo.jpg"))
    faces = restored(path, by_hand, tmp_path / "faces", warm, told)
    path.rename(tmp_path / "elsewhere.jpg")
    os.utime(tmp_path / "elsewhere.jpg", ns=(1, 1))
    with pytest.raises(PhotoGoneError, match="No such file"):
        exported(ExportPhoto(path=path, target=tmp_path / "a.png", faces=faces), warm, told)
    exported(ExportPhoto(path=tmp_path / "elsewhere.jpg", target=tmp_path / "a.png", faces=faces), warm, told)
    assert (tmp_path / "a.png").exists()
