"""What the screen shows of a photo: 16 bits, colour profiles, transparency."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms

from engine.alignment.resample import enlarge
from engine.photo_io import display
from engine.photo_io.colour import fitting_profile
from engine.photo_io.display import BROKEN_PROFILE, CHECK_GREYS, display_converter, display_pixels
from engine.types import Photo, PhotoMetadata
from tests.engine.photo_io.swapped_profile import swapped_profile

RNG = np.random.default_rng(1)


def noise(dtype: Any = np.uint8, *shape: int) -> Any:
    return RNG.integers(0, np.iinfo(dtype).max, shape or (30, 40, 3), dtype=dtype, endpoint=True)


def test_a_plain_photo_is_shown_by_its_own_pixels_without_a_copy() -> None:
    photo = Photo(pixels=noise())
    assert display_pixels(photo) is photo.pixels
    assert display_converter(photo).notes == ()


def test_16_bits_are_rounded_to_8(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_BAND_PIXELS", 200)  # several bands
    pixels = noise(np.uint16)
    pixels[0, :5, 0] = 0, 65535, 257, 128, 129
    shown = display_pixels(Photo(pixels=pixels))
    assert shown.dtype == np.uint8
    assert shown[0, :5, 0].tolist() == [0, 255, 1, 0, 1]
    assert np.array_equal(shown, np.rint(pixels / 257).astype(np.uint8))


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_a_colour_profile_is_followed(dtype: Any) -> None:
    pixels = noise(dtype)
    photo = Photo(pixels=pixels, metadata=PhotoMetadata(icc=swapped_profile()))
    eight = np.rint(pixels / (np.iinfo(dtype).max / 255))
    assert np.abs(display_pixels(photo) - eight[..., ::-1]).max() <= 2
    assert np.abs(display_pixels(photo)[..., 0] - eight[..., 0]).max() > 100


def test_an_srgb_profile_changes_nothing_that_can_be_seen() -> None:
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    photo = Photo(pixels=noise(), metadata=PhotoMetadata(icc=icc))
    assert np.abs(display_pixels(photo).astype(int) - photo.pixels).max() <= 1


def test_a_grey_photo_with_a_grey_profile_stays_grey() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    grey = fitting_profile(srgb, is_grey=True)
    assert grey is not None
    pixels = np.repeat(noise(np.uint8, 30, 40, 1), 3, axis=2)
    shown = display_pixels(Photo(pixels=pixels, is_grey=True, metadata=PhotoMetadata(icc=grey)))
    assert np.abs(shown.astype(int) - pixels).max() <= 1


@pytest.mark.parametrize("icc", [b"no profile", swapped_profile()[:400], swapped_profile()[:132] + bytes(3000)])
def test_a_broken_profile_is_ignored_with_a_note(icc: bytes) -> None:
    photo = Photo(pixels=noise(), metadata=PhotoMetadata(icc=icc))
    assert np.array_equal(display_pixels(photo), photo.pixels)
    assert display_converter(photo).notes == (BROKEN_PROFILE,)


def test_what_is_transparent_shows_a_checkerboard_of_8_px() -> None:
    pixels = np.zeros((20, 20, 3), np.uint8)
    alpha = np.zeros((20, 20), np.uint8)
    alpha[:, 16:] = 255
    shown = display_pixels(Photo(pixels=pixels, alpha=alpha))
    assert (shown[:8, :8] == CHECK_GREYS[0]).all() and (shown[:8, 8:16] == CHECK_GREYS[1]).all()
    assert (shown[8:16, :8] == CHECK_GREYS[1]).all() and (shown[8:16, 8:16] == CHECK_GREYS[0]).all()
    assert (shown[:, 16:] == 0).all()
    alpha[:] = 128
    half = display_pixels(Photo(pixels=pixels + 255, alpha=alpha))
    assert abs(int(half[0, 0, 0]) - (255 * 128 + CHECK_GREYS[0] * 127) / 255) <= 0.5


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("with_alpha", [False, True])
def test_a_patch_of_the_photos_own_pixels_looks_as_the_photo_there(
    dtype: Any, with_alpha: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(display, "_BAND_PIXELS", 300)
    photo = Photo(
        pixels=noise(dtype),
        alpha=noise(dtype, 30, 40) if with_alpha else None,
        metadata=PhotoMetadata(icc=swapped_profile()),
    )
    part = photo.pixels[11:25, 5:38].astype(np.float32) / np.float32(photo.peak)
    shown = display_converter(photo)(part, left=5, top=11)
    assert shown.dtype == np.uint8
    assert np.abs(shown.astype(int) - display_pixels(photo)[11:25, 5:38]).max() <= 1


def test_a_patch_of_an_enlarged_photo_lies_over_the_enlarged_checkerboard() -> None:
    opacity = noise(np.uint8, 30, 40)
    photo = Photo(pixels=noise(), alpha=opacity)
    patch = np.random.default_rng(3).random((33, 50, 3), dtype=np.float32)
    shown = display_converter(photo)(patch, left=22, top=11, scale=2)
    alpha = enlarge(opacity, 2)[11:44, 22:72, None].astype(float)
    rows, columns = np.mgrid[11:44, 22:72] // 16
    board = np.array(CHECK_GREYS)[(rows + columns) % 2][..., None]
    assert np.abs(shown - (255 * patch * alpha + board * (255 - alpha)) / 255).max() <= 1.51


def test_an_empty_patch_and_values_beyond_white_are_taken() -> None:
    show = display_converter(Photo(pixels=noise(), metadata=PhotoMetadata(icc=swapped_profile())))
    assert show(np.zeros((0, 5, 3), np.float32)).shape == (0, 5, 3)
    assert (display_converter(Photo(pixels=noise()))(np.full((2, 2, 3), 1.5, np.float32)) == 255).all()


def test_the_swapped_profile_of_these_tests_is_read_by_pillow_as_well() -> None:
    red = Image.new("RGB", (1, 1), (255, 0, 0))
    red.info["icc_profile"] = swapped_profile()
    assert display_pixels(Photo(pixels=np.asarray(red), metadata=PhotoMetadata(icc=swapped_profile())))[0, 0, 2] > 250
