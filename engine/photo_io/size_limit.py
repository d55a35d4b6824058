"""Whether a photo's pixels may be decoded at all, from what its head says of them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PIL import Image, TiffImagePlugin

from engine.errors import PhotoError
from engine.messages import message
from engine.photo_io.budget import BYTES_PER_PIXEL, is_too_much

DAMAGED_HINT = message("The file may be cut off or damaged; copy it again from where it came.")
_RAISE_HINT = message("Raise the limit in the settings or make the photo smaller.")
_BITS = 258


@dataclass(frozen=True)
class SizeLimit:
    """The limit of one file: `path` is named in errors, `file_bytes` is its length."""

    path: Path
    most_megapixels: float
    file_bytes: int

    def check_image(self, image: Image.Image, *, head: bytes = b"") -> None:
        """Raises: PhotoError if an image that Pillow has opened is over the limit. Args: head: of a PNG file."""
        self.check(*image.size, bytes_per_pixel=len(image.getbands()) * _bytes_per_sample(image, head))

    def check(self, width: int, height: int, *, bytes_per_pixel: int = 3) -> None:
        """Raises: PhotoError for a photo without pixels, over the limit, or of far more than its file can hold."""
        if width <= 0 or height <= 0:
            raise PhotoError(
                "{name} has no pixels ({width} x {height}).",
                hint=DAMAGED_HINT,
                name=self.path.name,
                width=width,
                height=height,
            )
        megapixels = width * height / 1e6
        if not megapixels <= self.most_megapixels:
            raise PhotoError(
                "{name} has {size:.1f} megapixels; the limit is {limit:g}.",
                hint=_RAISE_HINT,
                name=self.path.name,
                size=megapixels,
                limit=self.most_megapixels,
            )
        self._check_bytes(megapixels, max(3, bytes_per_pixel))

    def _check_bytes(self, megapixels: float, bytes_per_pixel: int) -> None:
        if not megapixels * bytes_per_pixel <= self.most_megapixels * BYTES_PER_PIXEL:
            raise PhotoError(
                "{name} takes {size:.0f} MB when it is open; the limit is {limit:.0f} MB.",
                hint=_RAISE_HINT,
                name=self.path.name,
                size=megapixels * bytes_per_pixel,
                limit=self.most_megapixels * BYTES_PER_PIXEL,
            )
        if math.isinf(self.most_megapixels):  # a file of our own
            return
        if is_too_much(round(megapixels * bytes_per_pixel * 1e6), self.file_bytes):
            raise PhotoError(
                "{name} claims {size:.2f} megapixels, but the file has only {count} bytes.",
                hint=DAMAGED_HINT,
                name=self.path.name,
                size=megapixels,
                count=self.file_bytes,
            )


def _bytes_per_sample(image: Image.Image, head: bytes) -> int:
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        return max(1, max(cast("tuple[int, ...]", image.tag_v2.get(_BITS, (1,))), default=1) // 8)
    return 2 if head[24:25] == b"\x10" else 1
