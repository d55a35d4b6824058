"""The frames of an animation that cycles through a face's overlays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageDraw

from engine.errors import DataError
from engine.explain.captions import caption, model_of
from engine.explain.drawing import INK, PAPER, ColourScale, fitting, level_colour_bar, picture
from engine.explain.overlay import OverlayStyle
from engine.explain.painting import colour_scale, painted, styled_overlays
from engine.explain.screen_colours import in_screen_colours
from engine.messages import ENGLISH, Language
from engine.pipeline.face_file import FaceFile

SIDES = (128, 1080)  # px; larger GIFs grow beyond what is easily sent or shown
SECONDS = (0.05, 60.0)  # that each frame is shown
LABEL, TEXT = 0.1, 0.045  # height of the label's strip and of its text, parts of the frame's side
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

    def drawn() -> Iterator[Image.Image]:
        yield _frame(picture(face.crop, side), language.text(caption("input")), language)
        restored = language.text(caption("restoration_by", model=model_of(face)))
        yield _frame(picture(face.restored, side), restored, language)
        for overlay, style in chosen:
            image = painted(overlay, style, face=face, side=side, text_px=TEXT * side, language=language)
            yield _frame(image, language.text(overlay.title), language, colour_scale(overlay, style))

    return drawn()


def _frame(image: Image.Image, title: str, language: Language, scale: ColourScale | None = None) -> Image.Image:
    """The picture with its title below at the left and a small colour bar at the right."""
    side = image.width
    strip = 2 * round(LABEL * side / 2)
    text_px, margin = TEXT * side, round(0.4 * TEXT * side)
    frame = Image.new("RGB", (side, side + strip), PAPER)
    frame.paste(image, (0, 0))
    room = side - 2 * margin
    if scale:
        width = round(COLOUR_BAR * side)
        bar = level_colour_bar(scale, width=width, height=strip, text_px=0.85 * text_px, language=language)
        frame.paste(bar, (side - margin - bar.width, side))
        room -= bar.width + 2 * margin
    text, text_font = fitting(title, width=room, size_px=text_px)
    ImageDraw.Draw(frame).text((margin, side + strip / 2), text, fill=INK, font=text_font, anchor="lm")
    return frame
