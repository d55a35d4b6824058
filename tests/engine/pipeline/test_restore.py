"""A photo with faces goes in; what must never happen does not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.alignment.crop import tight_square
from engine.alignment.resample import resize_bicubic
from engine.context import Cancelled, JobContext
from engine.detection.base import UNWATCHED
from engine.detection.by_hand import face_from_box
from engine.errors import DetectionError, EngineError, ModelError, PhotoError
from engine.models.registry import find_model
from engine.pipeline.auto_scale import AUTO_SCALE
from engine.pipeline.options import RestoreOptions, parse_faces
from engine.pipeline.restore import restore_photo
from engine.runtime.low_side import as_the_model_knows_it
from engine.runtime.sessions import ModelCache
from engine.types import Box, Face, FaceQuality, Floats, Photo, PhotoResult, Pixels, Restoration

SMALL, OTHER, LARGE = Box(20, 30, 30, 36), Box(120, 40, 28, 33), Box(60, 80, 150, 170)


@pytest.fixture(autouse=True)
def all_is_detail(monkeypatch: pytest.MonkeyPatch) -> None:
    """The faces here are waves and noise, of which nobody could say what they hold."""

    def quality_of(_pixels: Pixels, face: Face) -> FaceQuality:
        side = tight_square(face).width
        return FaceQuality(width_px=side, detail_px=side)

    monkeypatch.setattr("engine.pipeline.face_restoring.quality_of", quality_of)


class NoDetector:
    """Finds nothing; the tests give the faces by hand."""

    name = "none"

    def detect(self, pixels: Pixels, context: JobContext = UNWATCHED) -> list[Face]:
        return []


class BrokenModel:
    """Fails on crops whose mean is above a limit, and on every batch that holds one."""

    provider = "CPUExecutionProvider"

    def run(self, batch: Floats) -> Restoration:
        if (batch.mean(axis=(1, 2, 3)) > 0.6).any():
            raise ModelError("out of memory")
        return Restoration(image=1 - batch)


class BrokenCache(ModelCache):
    def load(self, model_id: str) -> Any:
        return BrokenModel()


def photo_of(seed: int = 0, *, grey: bool = False, dtype: Any = np.uint8, alpha: bool = False) -> Photo:
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:260, 0:240]
    base = 128 + 60 * np.sin(x / 9 + y / 13)[..., None] + rng.normal(0, 8, (260, 240, 3))
    if grey:
        base = np.repeat(base[..., :1], 3, axis=2)
    pixels = (np.clip(base, 0, 255) * (np.iinfo(dtype).max / 255)).astype(dtype)
    return Photo(pixels=pixels, is_grey=grey, alpha=pixels[..., 0].copy() if alpha else None)


def restored(photo: Photo, *boxes: Box, cache: ModelCache | None = None, **options: Any) -> PhotoResult:
    faces = [face_from_box(box, photo_width=photo.width, photo_height=photo.height) for box in boxes]
    return restored_faces(photo, faces, cache=cache, **options)


def restored_faces(photo: Photo, given: list[Face], *, cache: ModelCache | None = None, **options: Any) -> PhotoResult:
    return restore_photo(
        photo,
        RestoreOptions(**options),
        detector=NoDetector(),
        models=cache or ModelCache("cpu"),
        context=JobContext(),
        faces=given,
    )


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_only_pixels_near_the_faces_change_and_the_source_does_not(dtype: Any) -> None:
    photo = photo_of(dtype=dtype)
    before = photo.pixels.copy()
    result = restored(photo, SMALL, OTHER, model="sparnet-x8")
    changed = (result.photo.pixels != before).any(axis=2)
    assert [face.status for face in result.faces] == ["restored", "restored"]
    assert np.array_equal(photo.pixels, before)
    assert result.photo.pixels.dtype == dtype
    assert changed[35:60, 22:45].any() and changed[45:70, 125:145].any()
    changed[25:75, 10:60] = changed[30:80, 110:160] = False
    assert not changed.any()
    assert result.provider == "CPUExecutionProvider"


def test_at_strength_zero_the_whole_photo_is_bit_identical() -> None:
    photo = photo_of()
    assert np.array_equal(restored(photo, SMALL, OTHER, strength=0.0).photo.pixels, photo.pixels)


def test_a_grey_photo_stays_grey() -> None:
    pixels = restored(photo_of(grey=True), SMALL, scale=2, match_grain=True).photo.pixels
    assert np.array_equal(pixels[..., 0], pixels[..., 1])
    assert np.array_equal(pixels[..., 0], pixels[..., 2])


def test_a_grey_photo_that_was_saved_in_colour_gets_no_tint() -> None:
    photo = photo_of(grey=True)
    rounding = np.random.default_rng(1).integers(0, 3, photo.pixels.shape, dtype=np.uint8)
    nearly = Photo(pixels=np.clip(photo.pixels, 0, 252) + rounding)
    result = restored(nearly, SMALL, scale=1)
    assert result.faces[0].restored is not None
    assert np.ptp(result.faces[0].restored, axis=2).max() == 0
    assert np.ptp(result.photo.pixels.astype(int), axis=2).max() <= 2
    coloured = restored(photo_of(), SMALL).faces[0].restored
    assert coloured is not None and np.ptp(coloured, axis=2).max() > 0.02


def test_the_same_run_gives_the_same_bits() -> None:
    one, two = (restored(photo_of(), SMALL, OTHER, scale=2, match_grain=True) for _ in range(2))
    assert np.array_equal(one.photo.pixels, two.photo.pixels)


def test_a_face_that_fails_is_left_as_it_is_and_marked_and_the_others_are_restored() -> None:
    photo = photo_of()
    photo.pixels[40:75, 120:150] = 230  # the broken model fails on this face
    result = restored(photo, SMALL, OTHER, cache=BrokenCache())
    assert [face.status for face in result.faces] == ["restored", "failed"]
    assert "out of memory" in str(result.faces[1].reason)
    assert result.faces[1].restored is None
    assert np.array_equal(result.photo.pixels[40:75, 120:150], photo.pixels[40:75, 120:150])
    assert (result.photo.pixels[35:60, 22:45] != photo.pixels[35:60, 22:45]).any()


def test_a_face_too_large_for_the_model_is_skipped_with_the_reason_unless_asked_for() -> None:
    photo = photo_of()
    face = restored(photo, LARGE, model="sparnet-x8").faces[0]
    assert face.status == "skipped"
    assert "more than the 64 px" in str(face.reason)
    assert restored(photo, LARGE, model="sparnet-x8", include_large=True).faces[0].status == "restored"


def test_a_named_model_restores_faces_outside_its_range_if_told_so_and_marks_them() -> None:
    tiny = Box(10, 10, 4, 5)
    told = restored(photo_of(), tiny, LARGE, SMALL, model="sparnet-x8", outside_range=True).faces
    assert [(face.status, face.outside_range) for face in told] == [
        ("restored", True), ("restored", True), ("restored", False)
    ]  # fmt: skip


def test_left_to_the_program_faces_outside_every_range_get_the_nearest_model_if_told_so_and_are_marked() -> None:
    huge, tiny = Box(0, 0, 236, 256), Box(10, 10, 4, 5)
    left = restored(photo_of(), huge, tiny).faces
    assert [face.status for face in left] == ["skipped", "skipped"]
    large = restored(photo_of(), huge, tiny, include_large=True).faces
    assert [(face.status, face.model, face.outside_range) for face in large] == [
        ("restored", "sparnet-hd", True), ("skipped", None, False)
    ]  # fmt: skip
    told = restored(photo_of(), huge, tiny, outside_range=True).faces
    assert [(face.model, face.outside_range) for face in told] == [("sparnet-hd", True), ("sparnet-x8", True)]


def test_a_face_whose_points_cannot_be_a_faces_is_left_unless_asked_for() -> None:
    upright = np.array([[60, 60], [75, 60], [67.5, 69], [61.5, 76], [73.5, 76]], np.float32)
    for points, status in ((upright, "restored"), (upright[[3, 4, 2, 0, 1]], "skipped")):
        face = Face(Box(51, 42, 33, 44), points, score=0.9, source="centerface")
        result = restored_faces(photo_of(), [face], model="sparnet-x8").faces[0]
        assert (result.status, result.outside_range) == (status, False)
        assert (status == "restored") == (str(result.reason) == "")
        told = restored_faces(photo_of(), [face], model="sparnet-x8", outside_range=True).faces[0]
        assert (told.status, told.outside_range) == ("restored", status == "skipped")


def test_a_face_too_small_for_the_model_is_skipped_with_the_reason() -> None:
    face = restored(photo_of(), Box(10, 10, 4, 5)).faces[0]
    assert face.status == "skipped"
    assert str(face.reason) == "The face holds only about 6 px of real detail; any model needs 10 px."


def test_faces_are_chosen_by_number_or_size_and_the_rest_is_reported() -> None:
    by_number = restored(photo_of(), SMALL, OTHER, faces=(2,)).faces
    assert [face.status for face in by_number] == ["skipped", "restored"]
    assert "not chosen" in str(by_number[0].reason) and by_number[0].quality
    largest = restored(photo_of(), SMALL, OTHER, faces="largest").faces
    assert [face.status for face in largest] == ["restored", "skipped"]
    with pytest.raises(DetectionError, match="Face 3 was asked for; faces found: 2"):
        restored(photo_of(), SMALL, OTHER, faces=(3,))


@pytest.mark.parametrize("scale", [1, 2, 4])
def test_scale_enlarges_photo_and_alpha_and_puts_the_face_in_at_that_size(scale: int) -> None:
    photo = photo_of(alpha=True)
    result = restored(photo, SMALL, model="sparnet-x8", scale=scale)
    assert result.photo.pixels.shape == (260 * scale, 240 * scale, 3)
    assert result.photo.alpha is not None
    assert result.photo.alpha.shape == (260 * scale, 240 * scale)
    plain = restored(photo, scale=scale).photo.pixels
    rows, columns = np.nonzero((plain != result.photo.pixels).any(axis=2))
    assert abs(rows.mean() / scale - 48) < 2 and abs(columns.mean() / scale - 35) < 2


def test_left_to_the_program_a_photo_is_enlarged_as_far_as_its_restored_faces_need_it() -> None:
    photo = photo_of()
    auto = restored(photo, SMALL, OTHER, scale=AUTO_SCALE)
    assert auto.scale == 4 and str(auto.scale_reason).startswith("Auto took ×4: at ×1 faces of 37–40 px cannot")
    assert np.array_equal(auto.photo.pixels, restored(photo, SMALL, OTHER, scale=4).photo.pixels)
    none = restored(photo, scale=AUTO_SCALE)
    assert none.scale == 1 and np.array_equal(none.photo.pixels, photo.pixels)
    chosen = restored(photo, SMALL, OTHER, faces=(2,), scale=AUTO_SCALE)
    assert "a face of 37 px" in str(chosen.scale_reason)
    assert not restored(photo, SMALL, scale=2).scale_reason


def test_attention_of_every_unit_is_part_of_the_result() -> None:
    restoration = restored(photo_of(), SMALL, model="sparnet-x8").faces[0].restoration
    assert restoration is not None and restoration.attention is not None
    assert len(restoration.attention) == 7
    assert all(m.shape[:2] == (1, 1) and m.min() >= 0 and m.max() <= 1 for m in restoration.attention.values())


def test_a_photo_that_would_be_gigantic_is_refused() -> None:
    photo = Photo(pixels=np.broadcast_to(np.zeros(3, np.uint8), (9000, 9000, 3)))
    with pytest.raises(PhotoError, match="smaller scale"):
        restored(photo, scale=4)


def test_a_model_of_one_low_resolution_gets_larger_faces_reduced_to_it_and_smaller_ones_as_they_are() -> None:
    own = np.random.default_rng(0).uniform(0.2, 0.8, (20, 20, 3)).astype(np.float32)
    crop = resize_bicubic(own, (128, 128))
    card = replace(find_model("sparnet-x8").card, low_side=16)
    known = as_the_model_knows_it(crop, card, face_side=20)
    np.testing.assert_allclose(known, resize_bicubic(resize_bicubic(own, (16, 16)), (128, 128)), atol=5e-3)
    known = as_the_model_knows_it(crop, card, face_side=90)
    np.testing.assert_allclose(known, resize_bicubic(resize_bicubic(crop, (16, 16)), (128, 128)), atol=1e-6)
    assert as_the_model_knows_it(crop, card, face_side=16) is crop
    assert as_the_model_knows_it(crop, replace(card, low_side=0), face_side=200) is crop


@pytest.mark.parametrize("face_side", [40, 120, 600])
def test_a_model_gets_a_face_reduced_to_what_it_holds(face_side: int) -> None:
    card = find_model("sparnet-x8").card
    own = np.random.default_rng(0).uniform(0.2, 0.8, (24, 24, 3)).astype(np.float32)
    crop = resize_bicubic(resize_bicubic(own, (face_side, face_side)), (128, 128))
    known = as_the_model_knows_it(crop, card, face_side=face_side, held_side=24)
    wanted = resize_bicubic(own, (128, 128))
    assert np.abs(known - wanted).mean() < 0.01 and known.shape == crop.shape
    assert as_the_model_knows_it(crop, card, face_side=face_side, held_side=face_side) is crop


def test_cancelling_stops_the_work() -> None:
    with pytest.raises(Cancelled):
        restore_photo(
            photo_of(),
            RestoreOptions(),
            detector=NoDetector(),
            models=ModelCache("cpu"),
            context=JobContext(is_cancelled=lambda: True),
        )


def test_face_choices_are_parsed_and_nonsense_is_refused() -> None:
    assert parse_faces("all") == "all"
    assert parse_faces("3,1,3") == (3, 1)
    for text in ("", "one", "1;2"):
        with pytest.raises(EngineError, match="Expected all, largest or numbers"):
            parse_faces(text)
    for options in ({"faces": (0,)}, {"strength": 1.5}, {"scale": 3}):
        with pytest.raises(EngineError):
            RestoreOptions(**options)  # type: ignore[arg-type]


def test_an_unknown_model_names_the_installed_ones() -> None:
    with pytest.raises(ModelError, match=r"no model 'nothing'.*sparnet-x8"):
        restored(photo_of(), SMALL, model="nothing")
