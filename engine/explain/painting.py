"""One overlay painted: over the restored face, or for numbers as a bar chart."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw

from engine.errors import DataError
from engine.explain.captions import caption
from engine.explain.colour_maps import DIVERGING, colours
from engine.explain.drawing import (
    INK,
    PAPER,
    QUIET_INK,
    ColourScale,
    Font,
    cut,
    fitting,
    font,
    picture,
    picture_of_pixels,
    resized,
    wrapped,
)
from engine.explain.overlay import (
    BarsOverlay,
    HeatOverlay,
    ImageOverlay,
    Overlay,
    OverlayStyle,
    PointsOverlay,
    RenderedOverlay,
)
from engine.explain.overlays import overlays_with_keys
from engine.messages import ENGLISH, Language
from engine.pipeline.face_file import FaceFile
from engine.types import Floats

POINT_FILL, POINT_RIM = (0, 225, 255), (0, 0, 0)
BAR_FILL, AXIS = (47, 95, 152), (150, 150, 150)
PLATE = (16, 16, 16)  # under words on a picture
FINER = 3  # points and lines are drawn so many times as large, then reduced: smooth edges


def styled_overlays(face: FaceFile, styles: Sequence[OverlayStyle]) -> list[tuple[Overlay, OverlayStyle]]:
    """The face's overlays that the styles ask for. Raises: DataError for one it lacks, or an opacity beyond [0, 1]."""
    for style in styles:
        if not 0 <= style.opacity <= 1:
            raise DataError(
                "Expected an opacity from 0 to 1 for {overlay}, got {opacity}.",
                overlay=style.overlay,
                opacity=style.opacity,
            )
    chosen = overlays_with_keys(face, [style.overlay for style in styles])
    return list(zip(chosen, styles, strict=True))


def painted(
    overlay: Overlay,
    style: OverlayStyle,
    *,
    face: FaceFile,
    side: int,
    text_px: float,
    language: Language = ENGLISH,
) -> Image.Image:
    """The overlay as a picture of `side` px: blended over the restored face, or a bar chart."""
    restored = picture(face.restored, side)
    match overlay:
        case HeatOverlay():
            values = resized(overlay.values, side)
            heat = colours(values, low=overlay.low, high=overlay.high, name=colour_map_of(overlay, style))
            return Image.blend(restored, picture_of_pixels(heat), style.opacity)
        case RenderedOverlay():
            blended = _over(face.restored, overlay, side=side, opacity=style.opacity)
            return _marked(blended, language.text(caption("model_mark")), text_px=text_px)
        case ImageOverlay():
            return Image.blend(restored, picture(overlay.image, side), style.opacity)
        case PointsOverlay():
            dotted = _with_points(restored, overlay, crop_side=face.restored.shape[0])
            return Image.blend(restored, dotted, style.opacity)
        case BarsOverlay():
            return bar_chart(overlay, side=side, text_px=text_px, language=language)
        case _:
            raise TypeError(f"no painter for {type(overlay).__name__}")


def colour_map_of(overlay: HeatOverlay, style: OverlayStyle) -> str:
    """The style's colour map; a diverging one for signed maps."""
    return DIVERGING if overlay.is_signed else style.colour_map


def colour_scale(overlay: Overlay, style: OverlayStyle) -> ColourScale | None:
    """What the overlay's colour bar shows; None for an overlay whose colours are no numbers."""
    if not isinstance(overlay, HeatOverlay):
        return None
    return ColourScale(name=colour_map_of(overlay, style), low=overlay.low, high=overlay.high, unit=overlay.unit)


def bar_chart(overlay: BarsOverlay, *, side: int, text_px: float, language: Language = ENGLISH) -> Image.Image:
    """The numbers as bars from zero, top to bottom; where bars are thin, not every one bears its name."""
    image = Image.new("RGB", (side, side), PAPER)
    draw = ImageDraw.Draw(image)
    type_face = font(text_px)
    names, name_font = _bar_names(overlay, language, width=0.4 * side, text_px=text_px)
    widest = max(map(name_font.getlength, names), default=0.0)
    edge = type_face.getlength(language.number(overlay.high)) / 2 + 2
    left = max(widest + 0.5 * text_px, type_face.getlength(language.number(overlay.low)) / 2 + 2)
    right, bottom = side - edge, side - 1.6 * text_px
    span = overlay.high - overlay.low

    def across(value: float) -> float:
        share = (min(max(value, overlay.low), overlay.high) - overlay.low) / span
        return left + share * (right - left)

    for value in dict.fromkeys((overlay.low, min(max(0.0, overlay.low), overlay.high), overlay.high)):
        draw.line([(across(value), 0), (across(value), bottom)], fill=AXIS, width=max(1, side // 400))
        label = language.number(value)
        draw.text((across(value), bottom + 0.3 * text_px), label, fill=INK, font=type_face, anchor="ma")
    row = bottom / max(1, len(overlay.values))
    every = max(1, -(-round(1.1 * text_px) // max(1, round(row))))
    for index, value in enumerate(overlay.values):
        top = index * row
        start, end = sorted((across(0.0), across(value)))
        draw.rectangle((start, top + 0.15 * row, end, max(top + 0.15 * row, top + 0.85 * row - 1)), fill=BAR_FILL)
        if index % every == 0:
            middle = min(max(top + row / 2, 0.55 * text_px), bottom - 0.5 * text_px)
            draw.text((left - 0.4 * text_px, middle), names[index], fill=QUIET_INK, font=name_font, anchor="rm")
    return image


def _bar_names(overlay: BarsOverlay, language: Language, *, width: float, text_px: float) -> tuple[list[str], Font]:
    """The bars' names, all in the size that the longest one needs."""
    shown = [language.text(name) for name in overlay.names]
    sizes = [fitting(name, width=width, size_px=text_px)[1] for name in shown]
    smallest = min(sizes, key=lambda sized: sized.getlength("A"), default=font(text_px))
    return [cut(name, width=width, type_face=smallest) for name in shown], smallest


def _over(restored: Floats, overlay: RenderedOverlay, *, side: int, opacity: float) -> Image.Image:
    """The drawn face over the restored one, where it is; around it the restored one as it was."""
    covers = (overlay.covers * opacity).astype(np.float32)
    drawn = resized(overlay.image * covers[..., None], side)  # with its edge: what lies outside gives it no colour
    values = resized(restored, side) * (1 - np.clip(resized(covers, side), 0, 1)[..., None]) + drawn
    return picture_of_pixels(np.rint(np.clip(values, 0, 1) * 255).astype(np.uint8))


def _marked(image: Image.Image, words: str, *, text_px: float) -> Image.Image:
    """The picture with words on a plate in its lower left corner: they stay with it wherever it goes."""
    type_face, line, margin = font(text_px), round(1.1 * text_px), round(0.4 * text_px)
    lines = wrapped(words, width=image.width - 2 * margin, type_face=type_face)
    width, top = max(map(type_face.getlength, lines)), image.height - len(lines) * line - 2 * margin
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, top, round(width) + 2 * margin, image.height), fill=PLATE)
    for number, text in enumerate(lines):
        draw.text((margin, top + margin + (number + 0.5) * line), text, fill=PAPER, font=type_face, anchor="lm")
    return image


def _with_points(restored: Image.Image, overlay: PointsOverlay, *, crop_side: int) -> Image.Image:
    """The picture with the points and their lines; pixel centres are at integers."""
    side = restored.width
    image = restored.resize((side * FINER, side * FINER), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(image)
    ratio = image.width / crop_side
    places = [((float(x) + 0.5) * ratio - 0.5, (float(y) + 0.5) * ratio - 0.5) for x, y in overlay.points]
    radius, line = max(2.0, side / 110) * FINER, max(1, round(side / 256)) * FINER
    for first, second in overlay.lines:
        draw.line([places[first], places[second]], fill=POINT_FILL, width=line)
    for x, y in places:
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=POINT_FILL, outline=POINT_RIM, width=FINER)
    return image.resize((side, side), Image.Resampling.LANCZOS)
