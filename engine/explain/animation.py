"""The frames of an animation that cycles through a face's overlays."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageDraw

from engine.errors import DataError
from engine.explain.captions import caption, model_of
from engine.explain.drawing import INK, PAPER, QUIET_INK, ColourScale, in_lines, level_colour_bar, picture
from engine.explain.overlay import OverlayStyle
from engine.explain.painting import colour_scale, painted, styled_overlays
from engine.explain.screen_colours import in_screen_colours
from engine.messages import ENGLISH, Language
from engine.pipeline.face_file import FaceFile

SIDES = (128, 1080)  # px; larger GIFs grow beyond what is easily sent or shown
SECONDS = (0.05, 60.0)  # that each frame is shown
LABEL, TEXT = 0.1, 0.045  # height of a title's strip at least, and of its text, parts of the frame's side
NOTICE = 0.036  # height of the text below it
COLOUR_BAR = 0.16  # its width, part of the frame's side


def check_side(side_px: int) -> None:
    """Raises: DataError if an animation of that size would be too small or too large."""
    if not SIDES[0] <= side_px <= SIDES[1]:
        raise DataError(
            "Expected an animation of {low} to {high} px, got {side} px.", low=SIDES[0], high=SIDES[1], side=side_px
        )


@dataclass(frozen=True, kw_only=True)
class AnimationPlan:
    """What is shown, for how long each, how large, and in which words.

    Raises: DataError if it is too small, large, fast or slow.
    """

    overlays: tuple[OverlayStyle, ...]
    seconds_each: float = 0.8
    side_px: int = 512
    language: Language = ENGLISH

    def __post_init__(self) -> None:
        check_side(self.side_px)
        if not SECONDS[0] <= self.seconds_each <= SECONDS[1]:
            raise DataError(
                "Expected to show each picture for {low:g} to {high:g} s, got {seconds:g} s.",
                low=SECONDS[0],
                high=SECONDS[1],
                seconds=self.seconds_each,
            )

    @property
    def frames(self) -> int:
        """Input, restoration, and each overlay."""
        return 2 + len(self.overlays)


def frames_of(face: FaceFile, plan: AnimationPlan) -> Iterator[Image.Image]:
    """Input, restoration, and each overlay blended over it, each with a label below; sRGB, of one size with even sides.

    Raises: DataError for an overlay the face lacks, before the first frame.
    """
    face, language = in_screen_colours(face), plan.language
    chosen = styled_overlays(face, plan.overlays)
    side = plan.side_px + plan.side_px % 2
    titles = (caption("input"), caption("restoration_by", model=model_of(face)))
    labels = [_label(language.text(title), language, side=side) for title in titles] + [
        _label(language.text(overlay.title), language, side=side, scale=colour_scale(overlay, style))
        for overlay, style in chosen
    ]
    height = max(label.height for label in labels)

    def drawn() -> Iterator[Image.Image]:
        yield _frame(picture(face.crop, side), labels[0], height)
        yield _frame(picture(face.restored, side), labels[1], height)
        for (overlay, style), label in zip(chosen, labels[2:], strict=True):
            image = painted(overlay, style, face=face, side=side, text_px=TEXT * side, language=language)
            yield _frame(image, label, height)

    return drawn()


def _frame(image: Image.Image, label: Image.Image, label_height: int) -> Image.Image:
    """The picture with its label below, which may be lower than those of other frames."""
    frame = Image.new("RGB", (image.width, image.height + label_height), PAPER)
    frame.paste(image, (0, 0))
    frame.paste(label, (0, image.height))
    return frame


def _label(title: str, language: Language, *, side: int, scale: ColourScale | None = None) -> Image.Image:
    """What stands below a picture: its title at the left, a small colour bar at the right, and below them what a
    restored face is. Its height is even."""
    margin, lowest = round(0.4 * TEXT * side), round(LABEL * side)
    bar = _colour_bar(scale, language, side=side, height=lowest) if scale else None
    room = side - 2 * margin
    above = _text(title, width=room - (bar.width + 2 * margin if bar else 0), size_px=TEXT * side, ink=INK)
    below = _text(language.text(caption("notice")), width=room, size_px=NOTICE * side, ink=QUIET_INK)
    top = max(lowest, above.height + margin)
    label = Image.new("RGB", (side, 2 * math.ceil((top + below.height + margin) / 2)), PAPER)
    label.paste(above, (margin, (top - above.height) // 2))
    label.paste(below, (margin, top))
    if bar:
        label.paste(bar, (side - margin - bar.width, (top - lowest) // 2))
    return label


def _text(text: str, *, width: int, size_px: float, ink: tuple[int, int, int]) -> Image.Image:
    """A text on as many lines as it needs."""
    lines, type_face = in_lines(text, width=width, size_px=size_px)
    line = sum(type_face.getmetrics())
    image = Image.new("RGB", (width, len(lines) * line), PAPER)
    for number, words in enumerate(lines):
        ImageDraw.Draw(image).text((0, number * line), words, fill=ink, font=type_face)
    return image


def _colour_bar(scale: ColourScale, language: Language, *, side: int, height: int) -> Image.Image:
    width = round(COLOUR_BAR * side)
    return level_colour_bar(scale, width=width, height=height, text_px=0.85 * TEXT * side, language=language)
