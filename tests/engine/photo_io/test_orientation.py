from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image, ImageOps

from engine.photo_io import read_photo, write_photo

ORIENTATIONS = range(1, 9)


def oriented(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[274] = orientation
    exif[271] = "Camera"
    return exif


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("suffix", [".png", ".webp", ".tiff", ".jpg"])
def test_orientation_is_applied_exactly_once(tmp_path, noise, suffix, orientation):
    source = tmp_path / f"source{suffix}"
    mode = 3 if suffix == ".jpg" else 4
    stored = Image.fromarray(noise(mode))
    options: dict[str, Any] = {"lossless": True, "exact": True} if suffix == ".webp" else {}
    stored.save(source, exif=oriented(orientation), **options)
    if suffix == ".jpg":
        with Image.open(source) as decoded:
            stored = decoded.copy()
    stored.getexif()[274] = orientation
    upright = np.asarray(ImageOps.exif_transpose(stored))

    read = read_photo(source)
    np.testing.assert_array_equal(read.pixels, upright[..., :3])
    if mode == 4:
        np.testing.assert_array_equal(read.alpha, upright[..., 3])

    for target in ("again.png", "again.tiff"):
        write_photo(read, tmp_path / target)
        again = read_photo(tmp_path / target)
        np.testing.assert_array_equal(again.pixels, read.pixels)
        with Image.open(tmp_path / target) as other_reader:
            assert other_reader.getexif().get(274, 1) == 1


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("shape", ["grey", "rgb", "rgba", "grey with alpha", "planes"])
def test_orientation_turns_16_bit_tiff(tmp_path, noise, shape, orientation):
    samples = noise({"grey": 1, "rgb": 3, "rgba": 4, "grey with alpha": 2, "planes": 3}[shape], 16)
    stored = np.moveaxis(samples, 2, 0) if shape == "planes" else samples
    options: dict[str, Any] = (
        {"planarconfig": "separate" if shape == "planes" else "contig"} if samples.ndim == 3 else {}
    )
    if samples.ndim == 3 and samples.shape[2] in (2, 4):
        options["extrasamples"] = ["unassalpha"]
    photometric = "rgb" if samples.ndim == 3 and samples.shape[2] > 2 else "minisblack"
    tifffile.imwrite(
        tmp_path / "photo.tif",
        stored,
        photometric=photometric,
        extratags=[(274, 3, 1, orientation, True)],
        **options,
    )
    first = samples if samples.ndim == 2 else samples[..., 0]
    expected = np.asarray(turned(first, orientation))
    read = read_photo(tmp_path / "photo.tif")
    np.testing.assert_array_equal(read.pixels[..., 0], expected)
    if samples.ndim == 3 and samples.shape[2] in (2, 4):
        np.testing.assert_array_equal(read.alpha, turned(samples[..., -1], orientation))


def turned(plane: np.ndarray, orientation: int) -> np.ndarray:
    """`(H, W)` as EXIF asks it to be shown, written out case by case."""
    return {
        1: lambda: plane,
        2: lambda: plane[:, ::-1],
        3: lambda: np.rot90(plane, 2),
        4: lambda: plane[::-1],
        5: lambda: plane.T,
        6: lambda: np.rot90(plane, -1),
        7: lambda: np.rot90(plane, 2).T,
        8: lambda: np.rot90(plane, 1),
    }[orientation]()


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_orientation_turns_16_bit_png(tmp_path, noise, orientation):
    samples = noise(1, 16)
    Image.fromarray(samples).save(tmp_path / "photo.png", exif=oriented(orientation))
    np.testing.assert_array_equal(read_photo(tmp_path / "photo.png").pixels[..., 0], turned(samples, orientation))


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_orientation_in_xmp_alone_is_set_to_one_but_not_applied(tmp_path, noise, suffix):
    samples = noise(3)
    packet = b'<rdf:Description tiff:Orientation="6"/><tiff:Orientation>8</tiff:Orientation>'
    source = tmp_path / f"photo{suffix}"
    if suffix == ".tif":
        tifffile.imwrite(source, samples, photometric="rgb", extratags=[(700, 1, len(packet), packet, True)])
    else:
        from PIL.PngImagePlugin import PngInfo

        text = PngInfo()
        text.add_itxt("XML:com.adobe.xmp", packet.decode())
        Image.fromarray(samples).save(source, pnginfo=text)
    read = read_photo(source)
    np.testing.assert_array_equal(read.pixels, samples)
    assert read.metadata.xmp is not None
    assert re.findall(rb"Orientation\D+(\d)", read.metadata.xmp) == [b"1", b"1"]


@pytest.mark.parametrize("orientation", [0, 9, 77])
def test_an_impossible_orientation_is_ignored(tmp_path, noise, orientation):
    samples = noise(3)
    Image.fromarray(samples).save(tmp_path / "photo.png", exif=oriented(orientation))
    np.testing.assert_array_equal(read_photo(tmp_path / "photo.png").pixels, samples)
