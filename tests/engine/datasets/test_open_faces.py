"""`open_faces`: a portrait folder by its tables, any other folder by our detector."""

from __future__ import annotations

import shutil
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from engine.context import JobContext
from engine.datasets.open_faces import FaceSet, Split, is_portrait_folder, open_faces
from engine.datasets.portraits import Portrait, cut_quad, cut_square, read_pixels
from engine.errors import DataError, DetectionError
from engine.paths import samples_folder
from tests.faces import TRAINING, on_real_faces, validation_faces

COLUMNS = "name,split,source,native_quad,inside,grayscale,engraving_suspect,q0x,q0y,q1x,q1y,q2x,q2y,q3x,q3y"


def opened(folder: Path, split: Split = "all", *, min_detail: float = 0, min_inside: float = 0) -> FaceSet:
    return open_faces(folder, split=split, min_detail=min_detail, min_inside=min_inside, context=JobContext())


@pytest.fixture
def portrait_folder(tmp_path: Path) -> Path:
    """Three portraits with their tables: two to train on (300 and 100 px of detail), one to validate."""
    folder = tmp_path / "portraits"
    names = [("a", "train", 300), ("b", "train", 100), ("c", "val", 200)]
    for name, split, _ in names:
        (folder / split).mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (100, 100), (80, 60, 50)).save(folder / split / f"{name}.jpg")
    rows = [f"{name},{split},studio,{detail},0.8,0,0,5,5,5,95,95,95,95,5" for name, split, detail in names]
    (folder / "faces.csv").write_text("\n".join([COLUMNS, *rows]))
    points = np.random.default_rng(0).uniform(20, 80, (3, 478, 3)).astype(np.float16)
    np.savez(folder / "mesh478.npz", names=np.array([name for name, _, _ in names]), points=points)
    return folder


@pytest.mark.parametrize(("split", "names"), [("train", "ab"), ("val", "c"), ("all", "abc")])
def test_a_portrait_folder_is_read_by_its_tables(split: Split, names: str, portrait_folder: Path) -> None:
    assert is_portrait_folder(portrait_folder)
    assert "".join(p.name for p in opened(portrait_folder, split).portraits) == names


def test_the_limits_hold_for_a_portrait_folder_and_say_what_they_left_out(portrait_folder: Path) -> None:
    faces = opened(portrait_folder, min_detail=150)
    assert [p.name for p in faces.portraits] == ["a", "c"]
    assert [(one.path.stem, one.reason) for one in faces.skipped] == [("b", "too little real detail")]
    assert "100 px" in faces.skipped[0].detail
    with pytest.raises(DataError, match=r"too much outside the photo \(3\)"):
        opened(portrait_folder, min_inside=0.9)
    with pytest.raises(DataError, match="none of the split 'val'"):
        opened(portrait_folder, "val", min_detail=250)


def test_half_a_portrait_folder_is_a_folder_of_photos(portrait_folder: Path) -> None:
    (portrait_folder / "mesh478.npz").unlink()
    assert not is_portrait_folder(portrait_folder)
    with pytest.raises(DataError, match=r"most often: no face \(3\)"):
        opened(portrait_folder)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> FaceSet:
    folder = tmp_path_factory.mktemp("photos") / "samples"
    shutil.copytree(samples_folder(), folder, ignore=shutil.ignore_patterns("faces"))
    return opened(folder)


def test_the_shipped_samples_are_training_data(samples: FaceSet) -> None:
    names = [p.name for p in samples.portraits]
    assert {"grace-hopper.jpg#1", "astronaut.png#1", "two-people.jpg#1", "two-people.jpg#2"} <= set(names)
    assert names == sorted(names)
    assert {p.split for p in samples.portraits} == {"train", "val"}
    assert {p.source for p in samples.portraits} == {"samples"}
    hopper = next(p for p in samples.portraits if p.name == "grace-hopper.jpg#1")
    assert 200 < hopper.native_quad < 400 and not hopper.is_grey and hopper.inside > 0.9
    for portrait in samples.portraits:
        assert cut_square(portrait, side_px=32, extent=1.5).std() > 20
        assert cut_quad(portrait, side_px=32).std() > 20


@pytest.fixture
def two_small(tmp_path: Path) -> Path:
    """Two photos, of a face with about 60 px of detail and of one with about 40."""
    for name in ("grace-hopper-48px.jpg", "astronaut-32px.png"):
        shutil.copy(samples_folder() / name, tmp_path)
    return tmp_path


def test_two_photos_fill_both_splits_and_each_is_a_part_of_all(two_small: Path) -> None:
    everything = [(p.name, p.split) for p in opened(two_small).portraits]
    assert sorted(split for _, split in everything) == ["train", "val"]
    for split in ("train", "val"):
        faces = open_faces(two_small, split=split, context=JobContext())
        assert [(p.name, p.split) for p in faces.portraits] == [one for one in everything if one[1] == split]


def test_small_faces_are_left_out_when_more_detail_is_asked_for(two_small: Path) -> None:
    large = opened(two_small, min_detail=50)
    assert [p.name for p in large.portraits] == ["grace-hopper-48px.jpg#1"]
    assert [(one.path.name, one.reason) for one in large.skipped] == [("astronaut-32px.png", "too little real detail")]
    with pytest.raises(DataError, match=r"most often: too little real detail \(2\)") as caught:
        opened(two_small, min_detail=5000)
    assert "larger faces" in str(caught.value.hint)
    with pytest.raises(DataError, match="none of the split 'val'"):
        opened(two_small, "val", min_detail=50)


def test_an_error_names_the_most_common_reason(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.jpg").write_bytes(b"no photo")
    Image.new("RGB", (90, 70)).save(tmp_path / "sky.png")
    with pytest.raises(DataError, match=r"None of the 4 photos .* most often: unreadable photo \(3\)") as caught:
        opened(tmp_path)
    assert caught.value.hint


def test_an_unknown_detector_is_named(tmp_path: Path) -> None:
    shutil.copy(samples_folder() / "astronaut.png", tmp_path)
    with pytest.raises(DetectionError, match="no face detector 'other'"):
        open_faces(tmp_path, split="all", context=JobContext(), detector="other")


@on_real_faces
def test_a_portrait_and_the_same_picture_as_a_plain_photo_give_the_same_face(folder: Path, tmp_path: Path) -> None:
    by_tables = validation_faces(folder, min_detail=180, about=6)
    for portrait in by_tables:
        shutil.copy(portrait.path, tmp_path)
    found = {p.path.stem: p for p in reversed(opened(tmp_path).portraits)}  # the largest face comes first, stays last
    pairs = [(p, found[p.name]) for p in by_tables if p.name in found]
    assert len(pairs) >= len(by_tables) - 1
    squares, quads, differences = zip(*(compared(*pair) for pair in pairs), strict=True)
    assert np.median(squares) > 0.85 and np.median(quads) > (0.85 if folder == TRAINING else 0.8)
    assert np.median(differences) < (0.08 if folder == TRAINING else 0.12)  # few faces, sharp and turned


def compared(by_tables: Portrait, by_detector: Portrait) -> tuple[float, float, float]:
    """Overlap of the squares, of the quads, and the mean difference of the pictures cut from both."""
    shift = place_of(read_pixels(by_detector), read_pixels(by_tables))
    first = np.array(by_tables.quad, np.float32), np.array(by_detector.quad, np.float32) + shift
    second = square_of(by_tables), square_of(by_detector) + shift
    cuts = [cut_quad(p, side_px=48).astype(np.float32) / 255 for p in (by_tables, by_detector)]
    return overlap(*second), overlap(*first), float(np.abs(cuts[0] - cuts[1]).mean())


def square_of(portrait: Portrait) -> NDArray[np.float32]:
    x, y, half = *portrait.tight_centre, portrait.tight_side / 2
    return np.array(
        [(x - half, y - half), (x - half, y + half), (x + half, y + half), (x + half, y - half)], np.float32
    )


def place_of(part: NDArray[np.uint8], whole: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Where the top left corner of `part`, which may reach over the edge, lies in `whole`."""
    margin = min(whole.shape[:2]) // 2  # less than a mirror image of a mirror image needs
    padded = cv2.copyMakeBorder(whole, margin, margin, margin, margin, cv2.BORDER_REFLECT)
    match = cv2.matchTemplate(padded, part, cv2.TM_SQDIFF_NORMED)
    best, _, place, _ = cv2.minMaxLoc(match)
    assert best < 1e-3
    return np.array(place, np.float32) - margin


def overlap(first: NDArray[np.float32], second: NDArray[np.float32]) -> float:
    """Intersection over union of two convex shapes `(4, 2)`."""
    shared = cv2.intersectConvexConvex(first, second)[0]
    return shared / (cv2.contourArea(first) + cv2.contourArea(second) - shared)
