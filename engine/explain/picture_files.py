"""Drawn pictures in files."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")


_XMP_IN_PNG, _XMP_IN_TIFF = "XML:com.adobe.xmp", 700


def save_picture(image: Image.Image, path: Path, *, xmp: bytes, dpi: int | None = None) -> None:
    """Write it in the format that the suffix names, with an XMP packet, and with its resolution if `dpi` is given.

    Raises: OSError if it cannot be written; ValueError for another suffix than `PICTURE_SUFFIXES`.
    """
    resolution = {} if dpi is None else {"dpi": (dpi, dpi)}
    match path.suffix.lower():
        case ".png":
            said = PngInfo()
            said.add_itxt(_XMP_IN_PNG, xmp.decode())
            image.save(path, format="PNG", pnginfo=said, **resolution)
        case ".jpg" | ".jpeg":
            image.save(path, format="JPEG", quality=95, subsampling=0, xmp=xmp, **resolution)
        case ".tif" | ".tiff":
            image.save(path, format="TIFF", compression="tiff_lzw", tiffinfo={_XMP_IN_TIFF: xmp}, **resolution)
        case suffix:
            raise ValueError(f"no format for {suffix}")
