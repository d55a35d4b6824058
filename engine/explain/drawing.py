"""What figures and animations are drawn of: pictures, text, colour bars, scale bars. Pillow only.

The font comes with the program, so that a figure looks the same on every machine; it has the letters of Europe's
languages in Latin and Greek script, and signs of mathematics.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from engine.alignment.resample import resized_planes
from engine.errors import EngineError
from engine.explain.colour_maps import STEPS, table
from engine.explain.nice_numbers import nice_length
from engine.messages import ENGLISH, NOTHING, Language, Message
from engine.paths import resources_folder
from engine.types import Floats

Font = ImageFont.FreeTypeFont

PAPER, INK, QUIET_INK = (255, 255, 255), (20, 20, 20), (90, 90, 90)
FONT_FILE = "DejaVuSans.ttf"
FONT_SHARE = 0.9  # of a height that is asked for: the letters are large for their size
SHRINKING = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)  # parts of its size that too long a text is set in before it is cut
SCALE_BAR_SHARE = 0.35  # of a panel's width, at most


def font(size_px: float) -> Font:
    """The program's font, `size_px` high from ascender to descender, about. Raises: EngineError if it is missing."""
    path = resources_folder() / "fonts" / FONT_FILE
    try:
        with path.open("rb") as file:  # by a path, Pillow takes a font of that name from elsewhere if it is missing
            return ImageFont.truetype(file, FONT_SHARE * max(8.0, size_px), layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:
        raise EngineError(
            "Expected the font {path}, found none.", hint="Install FSR Desktop again.", path=path
        ) from error


def fitting(text: str, *, width: float, size_px: float) -> tuple[str, Font]:
    """The text and a font for it, so that it takes at most `width` px: set smaller, then cut at its end."""
    for share in SHRINKING:
        type_face = font(share * size_px)
        if type_face.getlength(text) <= width:
            return text, type_face
    smallest = font(SHRINKING[-1] * size_px)
    return cut(text, width=width, type_face=smallest), smallest


def in_lines(text: str, *, width: float, size_px: float) -> tuple[list[str], Font]:
    """As `fitting`, but on as many lines as the text needs where it would be cut in one."""
    whole, type_face = fitting(text, width=width, size_px=size_px)
    if whole == text:
        return [text], type_face
    lines = wrapped(text, width=width, type_face=type_face)
    return [cut(line, width=width, type_face=type_face) for line in lines], type_face


def cut(text: str, *, width: float, type_face: Font) -> str:
    """The text, with dots for its end if it would take more than `width` px."""
    if type_face.getlength(text) <= width:
        return text
    while text and type_face.getlength(text + "…") > width:
        text = text[:-1]
    return text.rstrip() + "…"


def wrapped(text: str, *, width: float, type_face: Font) -> list[str]:
    """The text in lines of at most `width` px, as far as its words allow."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and type_face.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def picture(image: Floats, side: int) -> Image.Image:
    """A face `(h, w, 3)` in [0, 1] at `side` px, bicubic."""
    return picture_of_pixels(np.rint(np.clip(resized(image, side), 0, 1) * 255).astype(np.uint8))


def resized(values: Floats, side: int) -> Floats:
    """A map `(h, w)` or picture `(h, w, 3)` at `side` px, bicubic; overshoots are kept."""
    return resized_planes(values, (side, side), Image.Resampling.BICUBIC)


def picture_of_pixels(pixels: NDArray[np.uint8]) -> Image.Image:
    """Pixels `(h, w, 3)` uint8 as a Pillow image."""
    return Image.fromarray(np.ascontiguousarray(pixels))


@dataclass(frozen=True, kw_only=True)
class ColourScale:
    """What a colour bar shows: the map's name, the values at its ends, and their unit, if any."""

    name: str
    low: float
    high: float
    unit: Message = NOTHING

    def ticks(self, language: Language) -> tuple[tuple[float, str], ...]:
        """Places in [0, 1] from low to high, and the numbers there."""
        span = self.high - self.low
        return tuple((place, language.number(self.low + place * span)) for place in (0.0, 0.5, 1.0))


def upright_colour_bar(scale: ColourScale, *, height: int, text_px: float, language: Language = ENGLISH) -> Image.Image:
    """A colour bar with its high end at the top, numbers and unit at its right.

    The bar itself takes the whole height, and the first `bar_width(text_px)` px of the width.
    """
    type_face = font(text_px)
    bar, gap = bar_width(text_px), round(text_px * 0.3)
    ticks = scale.ticks(language)
    numbers = max(math.ceil(type_face.getlength(text)) for _, text in ticks)
    unit = _sideways(language.text(scale.unit), type_face) if scale.unit else None
    width = bar + 2 * gap + numbers + (gap + unit.width if unit else 0)
    image = Image.new("RGB", (width, height), PAPER)
    shades = table(scale.name)[_gradient(height)[::-1]]
    image.paste(picture_of_pixels(np.repeat(shades[:, None], bar, axis=1)), (0, 0))
    draw = ImageDraw.Draw(image)
    half = text_px * 0.55
    for place, text in ticks:
        line = round((1 - place) * (height - 1))
        draw.line([(bar, line), (bar + gap, line)], fill=INK, width=max(1, round(text_px / 14)))
        at = min(max(line, half), height - half)
        draw.text((bar + 2 * gap, at), text, fill=INK, font=type_face, anchor="lm")
    if unit:
        image.paste(unit, (width - unit.width, (height - unit.height) // 2))
    return image


def bar_width(text_px: float) -> int:
    """How wide the coloured part of an upright colour bar is, px."""
    return round(text_px)


def level_colour_bar(
    scale: ColourScale, *, width: int, height: int, text_px: float, language: Language = ENGLISH
) -> Image.Image:
    """A small colour bar with its low end at the left, the numbers of its ends beside it."""
    type_face = font(text_px)
    (_, low), *_, (_, highest) = scale.ticks(language)
    high = f"{highest} {language.text(scale.unit)}".strip()
    gap = round(text_px * 0.4)
    left, right = (math.ceil(type_face.getlength(text)) for text in (low, high))
    image = Image.new("RGB", (left + gap + width + gap + right, height), PAPER)
    shades = table(scale.name)[_gradient(width)]
    thickness = max(4, round(height * 0.5))
    bar = picture_of_pixels(np.repeat(shades[None], thickness, axis=0))
    image.paste(bar, (left + gap, (height - thickness) // 2))
    draw = ImageDraw.Draw(image)
    draw.text((0, height / 2), low, fill=INK, font=type_face, anchor="lm")
    draw.text((image.width, height / 2), high, fill=INK, font=type_face, anchor="rm")
    return image


@dataclass(frozen=True)
class ScaleBar:
    """A bar of `length_px` px in the figure, which stands for `photo_px` px of the photo."""

    length_px: int
    photo_px: int


def scale_bar(photo_from_crop: NDArray[np.float64], *, crop_side: int, panel_side: int) -> ScaleBar:
    """The scale bar for a crop of `crop_side` px that is shown at `panel_side` px: a round number of photo px."""
    photo_per_crop = math.sqrt(abs(float(np.linalg.det(photo_from_crop[:, :2]))))
    panel_per_photo = panel_side / crop_side / photo_per_crop
    photo_px = nice_length(SCALE_BAR_SHARE * panel_side / panel_per_photo)
    return ScaleBar(round(photo_px * panel_per_photo), photo_px)


def _gradient(length: int) -> NDArray[np.intp]:
    """Rows of a colour table, from its low to its high end."""
    return np.rint(np.linspace(0, STEPS - 1, length)).astype(np.intp)


def _sideways(text: str, type_face: Font) -> Image.Image:
    left, top, right, bottom = type_face.getbbox(text)
    image = Image.new("RGB", (math.ceil(right - left), math.ceil(bottom - top)), PAPER)
    ImageDraw.Draw(image).text((-left, -top), text, fill=INK, font=type_face)
    return image.rotate(90, expand=True)
