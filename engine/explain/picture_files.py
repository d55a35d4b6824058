"""Drawn pictures in files."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")


def save_picture(image: Image.Image, path: Path, *, dpi: int | None = None) -> None:
    """Write it in the format that the suffix names, with its resolution if `dpi` is given.

    Raises: OSError if it cannot be written; ValueError for another suffix than `PICTURE_SUFFIXES`.
    """
    resolution = {} if dpi is None else {"dpi": (dpi, dpi)}
    match path.suffix.lower():
        case ".png":
            image.save(path, format="PNG", **resolution)
        case ".jpg" | ".jpeg":
            image.save(path, format="JPEG", quality=95, subsampling=0, **resolution)
        case ".tif" | ".tiff":
            image.save(path, format="TIFF", compression="tiff_lzw", **resolution)
        case suffix:
            raise ValueError(f"no format for {suffix}")
