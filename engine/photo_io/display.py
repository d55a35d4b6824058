"""How a photo looks on the screen: sRGB of 8 bits, what is transparent over a checkerboard."""

from __future__ import annotations

import io
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from engine.alignment.resample import enlarged_part
from engine.messages import Message, message
from engine.photo_io.colour import fitting_profile
from engine.photo_io.quiet import DECODER_ERRORS
from engine.types import Floats, Photo, Pixels

CHECK_SIDE = 8  # px of a square of the checkerboard
CHECK_GREYS = (238, 206)  # of its squares, 0 to 255; the first one is at the top left
BROKEN_PROFILE = message("the colour profile cannot be used, so the colours on the screen may be off")
_BAND_PIXELS = 4 << 20

Picture = NDArray[np.uint8]


def display_pixels(photo: Photo) -> Picture:
    """The whole photo for the screen, `(H, W, 3)` sRGB; a plain photo's own pixels, not a copy."""
    return display_converter(photo).whole()


def display_converter(photo: Photo) -> DisplayConverter:
    """What brings parts of the photo, or restored faces in its colours, to the screen."""
    return DisplayConverter(photo)


class DisplayConverter:
    """The way from a photo's own colours to the screen's.

    `notes` says what is wrong with the photo's colour profile; a broken one is ignored.
    """

    def __init__(self, photo: Photo) -> None:
        self._photo = photo
        self._to_srgb, self.notes = _transform(photo.metadata.icc)

    def whole(self) -> Picture:
        """The whole photo, `(H, W, 3)`; its own pixels where nothing is to be changed."""
        photo = self._photo
        if photo.pixels.dtype == np.uint8 and photo.alpha is None and self._to_srgb is None:
            return cast(Picture, photo.pixels)
        picture = np.empty(photo.pixels.shape, np.uint8)
        rows = max(1, _BAND_PIXELS // photo.width)
        for top in range(0, photo.height, rows):
            band = _eight_bits(photo.pixels[top : top + rows])
            picture[top : top + rows] = self._shown(band, left=0, top=top)
        return picture

    def __call__(self, patch: Floats, *, left: int = 0, top: int = 0, scale: int = 1) -> Picture:
        """A patch `(h, w, 3)` in [0, 1], in the photo's own colours, as `(h, w, 3)` for the screen.

        `left`, `top` px of it in the photo enlarged `scale` times, which decide what shines through where the photo is
        transparent.
        """
        samples = np.rint(np.clip(patch, 0, 1) * np.float32(255)).astype(np.uint8)
        return self._shown(samples, left=left, top=top, scale=scale)

    def _shown(self, samples: Picture, *, left: int, top: int, scale: int = 1) -> Picture:
        if samples.size == 0:
            return samples
        if self._to_srgb is not None:
            image = ImageCms.applyTransform(Image.fromarray(np.ascontiguousarray(samples)), self._to_srgb)
            samples = np.asarray(image)
        if self._photo.alpha is None:
            return samples
        height, width = samples.shape[:2]
        right, bottom = left + width, top + height
        if scale == 1:
            alpha = self._photo.alpha[top:bottom, left:right]
        else:
            alpha = enlarged_part(self._photo.alpha, scale, left=left, top=top, right=right, bottom=bottom)
        return _over_checkerboard(samples, _eight_bits(alpha), left=left, top=top, check_side=CHECK_SIDE * scale)


def _transform(icc: bytes | None) -> tuple[ImageCms.ImageCmsTransform | None, tuple[Message, ...]]:
    """What maps RGB under the profile to sRGB (perceptual intent), if anything; and a note if it is broken."""
    if icc is None:
        return None, ()
    try:
        profile = fitting_profile(icc, is_grey=False)
        if profile is None:
            return None, (BROKEN_PROFILE,)
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        return ImageCms.buildTransform(source, srgb, "RGB", "RGB", ImageCms.Intent.PERCEPTUAL), ()
    except (ImageCms.PyCMSError, *DECODER_ERRORS):
        return None, (BROKEN_PROFILE,)


def _eight_bits(samples: Pixels) -> Picture:
    """Samples with 8 bits, rounded."""
    if samples.dtype == np.uint8:
        return cast(Picture, samples)
    return ((samples.astype(np.uint32) + 128) // 257).astype(np.uint8)


def _over_checkerboard(samples: Picture, alpha: Picture, *, left: int, top: int, check_side: int) -> Picture:
    """`samples` `(h, w, 3)` with `alpha` `(h, w)` over the checkerboard, which begins at the photo's corner."""
    rows = (np.arange(top, top + samples.shape[0]) // check_side)[:, None]
    columns = np.arange(left, left + samples.shape[1]) // check_side
    board = np.array(CHECK_GREYS, np.uint16)[(rows + columns) % 2]
    opaque = alpha.astype(np.uint16)[..., None]
    mixed = samples * opaque + (board * (255 - alpha))[..., None]  # at most 255 * 255: it fits
    return ((mixed + 127) // 255).astype(np.uint8)
