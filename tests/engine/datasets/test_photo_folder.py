"""Any folder of photos as training data: which files count, how faces are cut, and how the photos are split."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from engine.alignment.crop import cut_tight, ffhq_crop, tight_square
from engine.context import Cancelled, JobContext
from engine.datasets.photo_faces import LARGEST_QUAD, portrait_of, quad_in_photo
from engine.datasets.photo_folder import content_hash, photos_in, read_photo_folder, with_both_splits
from engine.datasets.portraits import Portrait, cut_quad, cut_square, quad_side, read_pixels
from engine.detection.base import UNWATCHED
from engine.errors import AlignmentError, DataError, PhotoError
from engine.types import Box, Face, Photo, Pixels

POINTS = np.array([(0.373, 0.474), (0.627, 0.474), (0.5, 0.624), (0.395, 0.739), (0.605, 0.739)])


def face_at(x: float, y: float, *, quad: float, angle_rad: float = 0.0) -> Face:
    """A face whose aligned quad has the centre x, y and the side `quad`, px."""
    turn = np.array([[np.cos(angle_rad), np.sin(angle_rad)], [-np.sin(angle_rad), np.cos(angle_rad)]])
    points = ((POINTS - 0.5) @ turn * quad + np.array([x, y]) - 0.5).astype(np.float32)
    return Face(Box(x - 0.25 * quad, y - 0.2 * quad, 0.5 * quad, 0.6 * quad), points, 0.9, "centerface")


def smooth(height: int, width: int, seed: int = 0, *, step: int = 16) -> NDArray[np.uint8]:
    """A picture without detail finer than `step` px, so that two ways of cutting it must agree."""
    coarse = np.random.default_rng(seed).integers(0, 255, (height // step, width // step, 3), dtype=np.uint8)
    return np.asarray(Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC))


def save(path: Path, *, seed: int = 0, size: tuple[int, int] = (64, 64)) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(smooth(*size, seed)).save(path)
    return path


@dataclass(frozen=True)
class FakeDetector:
    """Finds the same faces everywhere, and none in a photo that is one colour."""

    faces: tuple[Face, ...] = (face_at(32, 32, quad=40),)
    name: str = "fake"

    def detect(self, pixels: Pixels, context: JobContext = UNWATCHED) -> list[Face]:
        return list(self.faces) if np.ptp(pixels[..., 0]) > 0 else []


def read(folder: Path, detector: FakeDetector | None = None) -> list[Portrait]:
    return read_photo_folder(folder, detector=detector or FakeDetector(), context=JobContext())[0]


def test_photos_of_all_sub_folders_are_found_sorted_without_hidden_ones(tmp_path: Path) -> None:
    for name in (
        "b.png",
        "a/z.JPG",
        "a/deep/c.tif",
        "a.webp",
        ".hidden.png",
        ".thumbs/x.png",
        "notes.txt",
        "faces.csv",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = [path.relative_to(tmp_path).as_posix() for path in photos_in(tmp_path)]
    assert found == sorted(found, key=Path)
    assert set(found) == {"a.webp", "a/deep/c.tif", "a/z.JPG", "b.png"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_circle_of_links_is_not_walked(tmp_path: Path) -> None:
    save(tmp_path / "in" / "a.png")
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.png").symlink_to(tmp_path / "nothing.png")
    assert [path.name for path in photos_in(tmp_path)] == ["gone.png", "a.png"]
    portraits, skipped = read_photo_folder(tmp_path, detector=FakeDetector(), context=JobContext())
    assert len(portraits) == 1
    assert [(one.path.name, one.reason) for one in skipped] == [("gone.png", "unreadable photo")]


def test_a_missing_folder_and_one_without_photos_are_data_errors_with_a_hint(tmp_path: Path) -> None:
    for folder, words in (
        (tmp_path / "absent", "no folder"),
        (tmp_path, "no photos"),
        (save(tmp_path / "a.png"), "no"),
    ):
        with pytest.raises(DataError, match=words) as caught:
            photos_in(folder)
        assert caught.value.hint
        (tmp_path / "a.png").unlink(missing_ok=True)


def test_portraits_are_named_by_their_path_and_come_from_their_folder(tmp_path: Path) -> None:
    folder = tmp_path / "family"
    save(folder / "top.png")
    save(folder / "1950" / "summer" / "sea side.png", seed=1)
    two = FakeDetector((face_at(32, 32, quad=40), face_at(20, 20, quad=33)))
    assert [(p.name, p.source) for p in read(folder, two)] == [
        ("1950/summer/sea side.png#1", "1950/summer"),
        ("1950/summer/sea side.png#2", "1950/summer"),
        ("top.png#1", "family"),
        ("top.png#2", "family"),
    ]
    assert read(folder)[0].path == folder / "1950" / "summer" / "sea side.png"


def test_bad_photos_and_photos_without_faces_are_skipped_with_the_reason(tmp_path: Path) -> None:
    save(tmp_path / "good.png")
    (tmp_path / "bad.jpg").write_bytes(b"no photo")
    Image.new("RGB", (40, 40), (9, 99, 199)).save(tmp_path / "sky.png")
    portraits, skipped = read_photo_folder(tmp_path, detector=FakeDetector(), context=JobContext())
    assert [p.name for p in portraits] == ["good.png#1"]
    assert [(one.path.name, one.reason) for one in skipped] == [("bad.jpg", "unreadable photo"), ("sky.png", "no face")]
    assert "bad.jpg" in skipped[0].detail


def test_a_face_without_usable_points_is_left_out_and_its_neighbour_stays(tmp_path: Path) -> None:
    save(tmp_path / "a.png")
    whole, box = face_at(32, 32, quad=40), Box(5, 5, 20, 20)
    same = np.ones((5, 2), np.float32)
    assert len(read(tmp_path, FakeDetector((Face(box, None, 1, "x"), Face(box, same, 1, "x"), whole)))) == 1
    portraits, skipped = read_photo_folder(
        tmp_path, detector=FakeDetector((Face(box, None, 1, "x"),)), context=JobContext()
    )
    assert (portraits, str(skipped[0].reason)) == ([], "no eyes, nose and mouth")


@pytest.mark.parametrize("mode", ["16 bit", "RGBA", "CMYK", "L", "P"])
def test_photos_of_every_kind_become_eight_bit_colour(mode: str, tmp_path: Path) -> None:
    colour = Image.fromarray(smooth(64, 64))
    if mode == "16 bit":
        Image.fromarray(np.asarray(colour.convert("L")).astype(np.uint16) * 257).save(tmp_path / "a.png")
    else:
        colour.convert(mode).save(tmp_path / ("a.jpg" if mode == "CMYK" else "a.png"))
    (portrait,) = read(tmp_path)
    assert portrait.pixels is not None and portrait.pixels.dtype == np.uint8
    assert portrait.pixels.shape[0] == portrait.pixels.shape[1] and portrait.pixels.shape[2] == 3
    assert portrait.pixels.std() > 10
    assert portrait.is_grey == (mode in ("16 bit", "L"))


def test_a_grey_photo_stored_in_colour_is_grey_and_a_sepia_one_is_not(tmp_path: Path) -> None:
    grey = Image.fromarray(smooth(64, 64)).convert("L").convert("RGB")
    grey.save(tmp_path / "grey.jpg")
    Image.fromarray((np.asarray(grey) * np.array([1, 0.87, 0.69])).astype(np.uint8)).save(tmp_path / "sepia.png")
    assert [p.is_grey for p in read(tmp_path)] == [True, False]


@pytest.mark.parametrize(("x", "y", "angle_rad"), [(150.3, 140.8, 0.3), (150, 140, 0), (30, 270, -0.4)])
@pytest.mark.parametrize("to_16_bit", [False, True])
def test_a_portrait_is_cut_as_the_models_crops_are(x: float, y: float, angle_rad: float, to_16_bit: bool) -> None:
    pixels: Pixels = smooth(288, 304)
    photo = Photo(pixels=pixels.astype(np.uint16) * 257 if to_16_bit else pixels)
    face = face_at(x, y, quad=100, angle_rad=angle_rad)
    portrait = portrait_of(photo, face, name="a", source="b", split="val")
    quad = ffhq_crop(photo.pixels, face, size=64).image
    square = cut_tight(photo.pixels, tight_square(face), size=64).image
    assert np.abs(cut_quad(portrait, side_px=64) / 255 - quad).mean() < 0.01
    assert np.abs(cut_square(portrait, side_px=64, extent=1.0) / 255 - square).mean() < 0.004


def test_the_quads_corners_are_in_the_readers_order() -> None:
    corners = quad_in_photo(face_at(100, 80, quad=60))
    assert np.allclose(corners, [(70, 50), (70, 110), (130, 110), (130, 50)], atol=0.3)
    with pytest.raises(AlignmentError):
        quad_in_photo(Face(Box(0, 0, 9, 9), None, 1, "hand"))


@pytest.mark.parametrize("angle_rad", [0.0, 0.5])
def test_the_pixels_hold_the_quad_and_one_and_a_half_tight_squares(angle_rad: float) -> None:
    portrait = portrait_of(
        Photo(pixels=smooth(304, 304)), face_at(40, 150, quad=120, angle_rad=angle_rad), name="", source="", split=""
    )
    assert portrait.pixels is not None
    side, reach = portrait.pixels.shape[0], 0.75 * portrait.tight_side
    assert np.min(portrait.quad) >= 0 and np.max(portrait.quad) <= side
    assert min(portrait.tight_centre) - reach >= 0 and max(portrait.tight_centre) + reach <= side


def test_a_large_face_is_reduced_and_says_how_much_detail_it_had() -> None:
    photo = Photo(pixels=smooth(2400, 2400, step=150))
    face = face_at(1200, 1200, quad=1500, angle_rad=0.2)
    portrait = portrait_of(photo, face, name="", source="", split="")
    assert portrait.pixels is not None and portrait.pixels.shape[0] < 900
    assert quad_side(portrait) == pytest.approx(LARGEST_QUAD, rel=0.005)
    assert portrait.native_quad == pytest.approx(1500, rel=0.005)
    expected = ffhq_crop(photo.pixels, face, size=128).image
    assert np.abs(cut_quad(portrait, side_px=128) / 255 - expected).mean() < 0.01
    expected = cut_tight(photo.pixels, tight_square(face), size=128).image
    assert np.abs(cut_square(portrait, side_px=128, extent=1.0) / 255 - expected).mean() < 0.01


@pytest.mark.parametrize("quad", [60, 900])  # whole, and reduced
def test_pixels_that_are_not_held_are_cut_again_and_are_the_same(quad: float, tmp_path: Path) -> None:
    save(tmp_path / "a.png", size=(1200, 1200))
    detector = FakeDetector((face_at(500, 700, quad=quad, angle_rad=0.1), face_at(300, 300, quad=quad)))
    context = JobContext()
    held, _ = read_photo_folder(tmp_path, detector=detector, context=context)
    light, _ = read_photo_folder(tmp_path, detector=detector, context=context, held=False)
    assert len(light) == 2 and all(portrait.pixels is None for portrait in light)
    for one, other in zip(held, light, strict=True):
        np.testing.assert_array_equal(read_pixels(one), read_pixels(other))
        assert replace(other, cut=None) == replace(one, pixels=None)


def test_pixels_that_cannot_be_cut_again_are_an_error_that_says_why(tmp_path: Path) -> None:
    path = save(tmp_path / "a.png")
    ((portrait,), _) = read_photo_folder(tmp_path, detector=FakeDetector(), context=JobContext(), held=False)
    path.unlink()
    with pytest.raises(PhotoError, match="does not exist"):
        read_pixels(portrait)


def test_inside_is_the_share_of_the_square_that_is_photo() -> None:
    photo = Photo(pixels=smooth(304, 304))
    shares = [portrait_of(photo, face_at(*at, quad=100), name="", source="", split="").inside for at in CENTRES]
    assert shares == pytest.approx([1, 0.5, 0.25], abs=0.005)


CENTRES = ((150, 150), (0, 150), (304, 304))


def test_about_a_tenth_of_the_photos_is_for_validation_and_all_faces_of_one_stay_together(tmp_path: Path) -> None:
    for number in range(200):
        save(tmp_path / f"{number}.bmp", seed=number, size=(32, 32))
    portraits = read(tmp_path, FakeDetector((face_at(16, 16, quad=20), face_at(12, 12, quad=10))))
    assert len(portraits) == 400
    of_photo = {path: {p.split for p in portraits if p.path == path} for path in {p.path for p in portraits}}
    assert all(len(splits) == 1 for splits in of_photo.values())
    assert 8 <= sum(splits == {"val"} for splits in of_photo.values()) <= 35


def test_a_photo_keeps_its_split_when_renamed_and_its_copies_share_it(tmp_path: Path) -> None:
    for number in range(30):
        save(tmp_path / "one" / f"{number}.bmp", seed=number, size=(32, 32))
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    for path in list((tmp_path / "two").iterdir()):
        path.rename(path.with_name(f"renamed {path.name}"))
    splits = {p.name: p.split for p in read(tmp_path)}
    for number in range(30):
        assert splits[f"one/{number}.bmp#1"] == splits[f"two/renamed {number}.bmp#1"]


@pytest.mark.parametrize("split", ["train", "val"])
def test_one_photo_and_its_copies_fill_the_empty_split_whatever_the_order(split: str, tmp_path: Path) -> None:
    paths = [save(tmp_path / f"{n}.png", seed=n) for n in range(3)]
    first = min(paths, key=content_hash)
    copy = Path(shutil.copy(first, tmp_path / "copy.png"))
    paths.append(copy)
    pixels, face = smooth(64, 64), face_at(32, 32, quad=40)
    photos = [Photo(pixels=pixels, path=path) for path in paths for _ in range(2)]  # two faces in each
    portraits = [portrait_of(photo, face, name="", source="", split=split) for photo in photos]
    after = with_both_splits(portraits)
    assert {p.split for p in after} == {"train", "val"}
    moved = {p.path for p in after if p.split != split}
    assert moved == {first, copy}
    assert {p.path for p in with_both_splits(portraits[::-1]) if p.split != split} == moved
    assert {p.split for p in with_both_splits(portraits[:2])} == {split}
    only_copies = [p for p in portraits if p.path in (first, copy)]
    assert {p.split for p in with_both_splits(only_copies)} == {split}


def test_progress_names_each_photo_and_cancel_works_between_two(tmp_path: Path) -> None:
    for number in range(4):
        save(tmp_path / f"{number}.png", seed=number)
    told: list[tuple[float, str]] = []
    read_photo_folder(
        tmp_path, detector=FakeDetector(), context=JobContext(lambda share, stage: told.append((share, str(stage))))
    )
    assert told[:2] == [(0.0, "finding faces 1 of 4"), (0.25, "finding faces 2 of 4")]
    assert told[-1] == (1.0, "4 faces found")
    told.clear()
    context = JobContext(lambda *now: told.append(now), is_cancelled=lambda: len(told) == 2)
    with pytest.raises(Cancelled):
        read_photo_folder(tmp_path, detector=FakeDetector(), context=context)
    assert len(told) == 2
