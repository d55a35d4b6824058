"""What a model is given of a face: what the face holds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from skimage import data

from engine.alignment.resample import resize_bicubic
from engine.detection.by_hand import face_from_box
from engine.models.registry import InstalledModel, find_model
from engine.pipeline.face_input import cleaned_part, cut_face, found_again
from engine.types import Box, Face, FaceQuality, Pixels

SMALL = resize_bicubic(np.asarray(data.astronaut(), np.float32)[:256, 96:352] / np.float32(255), (96, 96))


def photo_of(times: int) -> tuple[Pixels, Face]:
    """One picture of 96 px, enlarged, and the face in it."""
    side = 96 * times
    pixels = np.rint(resize_bicubic(SMALL, (side, side)) * 255).astype(np.uint8)
    box = Box(32 * times, 22 * times, 32 * times, 40 * times)
    return pixels, face_from_box(box, photo_width=side, photo_height=side)


@pytest.fixture(scope="module", params=["sparnet-x8", "sparnet-hd"])
def model(request: pytest.FixtureRequest) -> InstalledModel:
    return find_model(request.param)


def test_one_picture_at_several_sizes_is_the_same_face_for_a_model(model: InstalledModel) -> None:
    given = []
    for times in (1, 2, 8):
        pixels, face = photo_of(times)
        quality = FaceQuality(width_px=44.4 * times, detail_px=40)
        given.append(cut_face(pixels, face, model, quality).given)
    for other in given[1:]:
        assert 10 * np.log10(1 / np.mean((other - given[0]) ** 2)) > 34


def test_grain_that_is_finer_than_the_face_is_not_given_to_the_model(model: InstalledModel) -> None:
    pixels, face = photo_of(8)
    noisy = np.clip(pixels + np.random.default_rng(0).normal(0, 20, pixels.shape), 0, 255).astype(np.uint8)
    quality = FaceQuality(width_px=355, detail_px=40)
    clean, given = (cut_face(one, face, model, quality).given for one in (pixels, noisy))
    assert np.abs(given - clean).std() < 0.2 * 20 / 255


def test_a_screen_is_taken_out_for_the_model_and_stays_in_what_is_shown_as_before() -> None:
    pixels, face = photo_of(2)
    y, x = np.mgrid[: pixels.shape[0], : pixels.shape[1]]
    dots = 60 * (np.cos(2 * np.pi * x / 4) + np.cos(2 * np.pi * y / 4))[..., None]
    screened = np.clip(pixels + dots, 0, 255).astype(np.uint8)
    found = cut_face(screened, face, find_model("sparnet-x8"), FaceQuality(width_px=89, detail_px=31, screen_px=4.1))
    assert not found.keep_finer
    assert found.crop.image.std() > found.given.std()
    plain = cut_face(pixels, face, find_model("sparnet-x8"), FaceQuality(width_px=89, detail_px=31))
    assert np.abs(found.given - plain.given).mean() < 0.3 * np.abs(found.crop.image - plain.crop.image).mean()


class OneFace:
    """Finds the same face in every part, and keeps the part."""

    name = "one"

    def __init__(self, face: Face) -> None:
        self.face = face
        self.seen: list[Pixels] = []

    def detect(self, pixels: Pixels, context: object = None) -> list[Face]:
        self.seen.append(pixels)
        return [self.face]


def test_a_torn_face_is_found_again_without_the_comb_and_only_where_it_was() -> None:
    pixels, face = photo_of(2)
    torn = pixels.copy()
    torn[1::2] = np.roll(pixels, 6, axis=1)[1::2]
    quality = FaceQuality(width_px=89, detail_px=60, comb=0.9)
    part, moved = cleaned_part(torn, face, quality)
    points = np.array([[20, 20], [40, 20], [30, 32], [22, 42], [38, 42]], np.float32)
    detector = OneFace(replace(moved, box=replace(moved.box, left=moved.box.left + 4), points=points, source="one"))
    again = found_again(torn, face, quality, detector)
    left, top = (round(a - b) for a, b in ((face.box.left, moved.box.left), (face.box.top, moved.box.top)))
    assert again.box.left == pytest.approx(face.box.left + 4) and again.source == "one"
    assert again.points is not None and np.allclose(again.points, points + np.array([left, top]))
    rows = np.abs(np.diff(detector.seen[0].astype(float), axis=0)).mean()
    assert rows < 0.6 * np.abs(np.diff(torn.astype(float), axis=0)).mean() and part.dtype == np.uint16
    far = OneFace(replace(moved, box=replace(moved.box, left=moved.box.left + 60)))
    assert found_again(torn, face, quality, far) is face
    assert found_again(pixels, face, replace(quality, comb=0.0), detector) is face
