"""A figure of one face for print: input, restoration, and overlays with what is needed to read them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PIL import Image, ImageDraw

from engine.context import JobContext
from engine.explain.captions import caption, model_of
from engine.explain.drawing import (
    INK,
    PAPER,
    QUIET_INK,
    ColourScale,
    fitting,
    font,
    in_lines,
    picture,
    scale_bar,
    upright_colour_bar,
)
from engine.explain.overlay import BarsOverlay, HeatOverlay, ImageOverlay, Overlay, OverlayStyle
from engine.explain.painting import colour_scale, painted, styled_overlays
from engine.explain.screen_colours import in_screen_colours
from engine.messages import ENGLISH, Language, message
from engine.pipeline.face_file import FaceFile

DPI = 300
SMALLEST_PANEL, LARGEST_PANEL = 512, 1024  # px
COLUMNS = 4
# Parts of a panel's side; at 512 px and 300 dpi a title is about 8 pt high, the rest 6 pt.
TITLE, TEXT, GAP = 0.064, 0.05, 0.06
LINE = 0.8  # of a title's height: each line, where it has several


@dataclass(frozen=True)
class _Panel:
    title: str
    caption: str
    picture: Image.Image
    scale: ColourScale | None = None


@dataclass(frozen=True)
class _Sizes:
    """All lengths of a figure in px. `lines`: of the longest title."""

    side: int
    lines: int = 1

    @property
    def title(self) -> float:
        return TITLE * self.side

    @property
    def text(self) -> float:
        return TEXT * self.side

    @property
    def gap(self) -> int:
        return round(GAP * self.side)

    @property
    def head(self) -> int:
        """From a row's top to its pictures."""
        return round((0.4 + max(1.0, LINE * self.lines)) * self.title)

    @property
    def row(self) -> int:
        """A row's height: title, picture, caption."""
        return self.head + self.side + round(1.7 * self.text)


def figure(
    face: FaceFile,
    styles: Sequence[OverlayStyle],
    context: JobContext | None = None,
    *,
    language: Language = ENGLISH,
) -> Image.Image:
    """The figure, sRGB, white around its panels, meant for `DPI`: input, restoration, then each overlay in its style.

    Raises: DataError for an overlay the face lacks; Cancelled.
    """
    context = context or JobContext()
    face = in_screen_colours(face)
    chosen = styled_overlays(face, styles)
    sizes = _Sizes(min(max(SMALLEST_PANEL, face.restored.shape[0]), LARGEST_PANEL))
    panels = [_input_panel(face, sizes.side, language), _restored_panel(face, sizes.side, language)]
    for index, (overlay, style) in enumerate(chosen):
        context.progress(index / len(chosen), message("drawing the figure"))
        panels.append(_overlay_panel(overlay, style, face, sizes, language))
    lines = max(len(in_lines(panel.title, width=sizes.side, size_px=sizes.title)[0]) for panel in panels)
    return _laid_out(panels, face, replace(sizes, lines=lines), language)


def _input_panel(face: FaceFile, side: int, language: Language) -> _Panel:
    text = language.text(caption("input_size", length=round(face.face_side), side=side))
    return _Panel(language.text(caption("input")), text, picture(face.crop, side))


def _restored_panel(face: FaceFile, side: int, language: Language) -> _Panel:
    own = face.restored.shape[0]
    text = language.text(caption("size" if own == side else "size_shown", length=own, side=side))
    return _Panel(language.text(caption("restoration")), text, picture(face.restored, side))


def _overlay_panel(overlay: Overlay, style: OverlayStyle, face: FaceFile, sizes: _Sizes, language: Language) -> _Panel:
    image = painted(overlay, style, face=face, side=sizes.side, text_px=sizes.text, language=language)
    title = language.text(overlay.title)
    return _Panel(title, _caption(overlay, style, language), image, colour_scale(overlay, style))


def _caption(overlay: Overlay, style: OverlayStyle, language: Language) -> str:
    if isinstance(overlay, BarsOverlay):
        return language.text(caption("values", count=len(overlay.values)))
    blended = language.text(caption("opacity", percent=round(100 * style.opacity)))
    if isinstance(overlay, HeatOverlay):
        height, width = overlay.values.shape
        return f"{language.text(caption('map_size', width=width, height=height))}, {blended}"
    if isinstance(overlay, ImageOverlay):
        height, width = overlay.image.shape[:2]
        return f"{language.text(caption('picture_size', width=width, height=height))}, {blended}"
    return blended


def _laid_out(panels: Sequence[_Panel], face: FaceFile, sizes: _Sizes, language: Language) -> Image.Image:
    """Rows of panels; a column is as wide as its widest colour bar needs."""
    bars = [
        upright_colour_bar(panel.scale, height=sizes.side, text_px=sizes.text, language=language)
        if panel.scale
        else None
        for panel in panels
    ]
    columns = _columns(len(panels))
    bar_gap = round(0.3 * sizes.gap)
    widths = [
        sizes.side + max((bar_gap + bar.width for bar in bars[column::columns] if bar), default=0)
        for column in range(columns)
    ]
    rows = math.ceil(len(panels) / columns)
    width = sum(widths) + (columns + 1) * sizes.gap
    footer = _footer(face, sizes, language, width=width - 2 * sizes.gap)
    height = sizes.gap // 2 + rows * (sizes.row + sizes.gap) + footer.height + sizes.gap
    sheet = Image.new("RGB", (width, height), PAPER)
    for index, (panel, bar) in enumerate(zip(panels, bars, strict=True)):
        row, column = divmod(index, columns)
        left = sizes.gap + sum(widths[:column]) + column * sizes.gap
        top = sizes.gap // 2 + row * (sizes.row + sizes.gap)
        _place(sheet, panel, sizes, left=left, top=top)
        if bar:
            sheet.paste(bar, (left + sizes.side + bar_gap, top + sizes.head))
    sheet.paste(footer, (sizes.gap, height - sizes.gap - footer.height))
    return sheet


def _columns(panels: int) -> int:
    """How many columns leave the fewest places empty in as few rows as can be."""
    rows = math.ceil(panels / COLUMNS)
    return math.ceil(panels / rows)


def _place(sheet: Image.Image, panel: _Panel, sizes: _Sizes, *, left: int, top: int) -> None:
    draw = ImageDraw.Draw(sheet)
    lines, title_font = in_lines(panel.title, width=sizes.side, size_px=sizes.title)
    for above, line in enumerate(reversed(lines)):
        bottom = top + sizes.head - (0.35 + LINE * above) * sizes.title
        draw.text((left, bottom), line, fill=INK, font=title_font, anchor="ls")
    sheet.paste(panel.picture, (left, top + sizes.head))
    caption, caption_font = fitting(panel.caption, width=sizes.side, size_px=sizes.text)
    below = top + sizes.head + sizes.side + 0.35 * sizes.text
    draw.text((left, below), caption, fill=QUIET_INK, font=caption_font, anchor="la")


def _footer(face: FaceFile, sizes: _Sizes, language: Language, *, width: int) -> Image.Image:
    """The scale bar, which holds for every picture, and below it the model and what a restored face is."""
    line = round(1.5 * sizes.text)
    image = Image.new("RGB", (width, 2 * line), PAPER)
    draw = ImageDraw.Draw(image)
    bar = scale_bar(face.photo_from_crop, crop_side=face.restored.shape[0], panel_side=sizes.side)
    middle, half = line // 2, max(1, round(sizes.text / 10))
    draw.rectangle((0, middle - half, bar.length_px - 1, middle + half), fill=INK)
    label = bar.length_px + round(0.5 * sizes.text)
    length = language.text(caption("scale_bar", length=bar.photo_px))
    draw.text((label, middle), length, fill=INK, font=font(sizes.text), anchor="lm")
    model, notice = language.text(caption("model", model=model_of(face))), language.text(caption("notice"))
    text, text_font = fitting(f"{model} {notice}", width=width, size_px=sizes.text)
    draw.text((0, line + line // 2), text, fill=QUIET_INK, font=text_font, anchor="lm")
    return image
