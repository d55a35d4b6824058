"""A photo before and after beside each other, labelled."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from engine.errors import PhotoError
from engine.explain.captions import caption
from engine.explain.drawing import INK, PAPER, QUIET_INK, fitting, picture_of_pixels
from engine.messages import ENGLISH, Language, Value
from engine.types import Box

SMALLEST_PART = 512  # px, the larger side of each half; a smaller part of a photo is shown larger
LABEL_SHARE, SMALLEST_LABEL, LARGEST_LABEL = 0.035, 16, 96  # of the half's larger side; px


def region_of(pixels: NDArray[np.uint8], region: Box, *, scale: int) -> NDArray[np.uint8]:
    """The part `(h, w, 3)` of a photo's pixels, which are enlarged `scale` times, that a box in photo px covers.

    Raises: PhotoError if the box lies outside the photo.
    """
    height, width = pixels.shape[:2]
    left, right = max(0, round(region.left * scale)), min(width, round(region.right * scale))
    top, bottom = max(0, round(region.top * scale)), min(height, round(region.bottom * scale))
    if left >= right or top >= bottom:
        raise PhotoError(
            "The part of the photo that was chosen for the comparison lies outside it.", hint="Choose another part."
        )
    return pixels[top:bottom, left:right]


def enlargement(pixels: NDArray[np.uint8]) -> int:
    """How many times a part of a photo is enlarged so that its larger side is `SMALLEST_PART` at least."""
    return -(-SMALLEST_PART // max(pixels.shape[:2]))


def comparison(
    before: NDArray[np.uint8], after: NDArray[np.uint8], models: Sequence[Value], *, language: Language = ENGLISH
) -> Image.Image:
    """The two pictures `(h, w, 3)` uint8 of one size side by side on white, with labels above and a notice below.

    Small ones are enlarged, bicubic, by the whole factor `enlargement`.
    """
    height, width = (side * enlargement(before) for side in before.shape[:2])
    size_px = min(max(SMALLEST_LABEL, LABEL_SHARE * max(height, width)), LARGEST_LABEL)
    gap, line = round(0.5 * size_px), round(1.8 * size_px)
    sheet = Image.new("RGB", (2 * width + 3 * gap, height + 2 * line), PAPER)
    draw = ImageDraw.Draw(sheet)
    restored = language.text(caption("after", models=tuple(dict.fromkeys(models))))
    halves = ((before, language.text(caption("before"))), (after, restored))
    for number, (pixels, label) in enumerate(halves):
        left = gap + number * (width + gap)
        text, text_font = fitting(label, width=width, size_px=size_px)
        draw.text((left, line / 2), text, fill=INK, font=text_font, anchor="lm")
        part = picture_of_pixels(pixels)
        if part.size != (width, height):
            part = part.resize((width, height), Image.Resampling.BICUBIC)
        sheet.paste(part, (left, line))
    notice, notice_font = fitting(language.text(caption("notice")), width=sheet.width - 2 * gap, size_px=0.8 * size_px)
    draw.text((gap, line + height + line / 2), notice, fill=QUIET_INK, font=notice_font, anchor="lm")
    return sheet
