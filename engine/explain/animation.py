"""The frames of an animation that cycles through a face's overlays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from PIL import Image, ImageDraw

from engine.errors import DataError
from engine.explain.captions import Captions, filled
from engine.explain.drawing import INK, PAPER, ColourScale, fitting, level_colour_bar, picture
from engine.explain.overlay import OverlayStyle
from engine.explain.painting import colour_scale, painted, styled_overlays
from engine.explain.screen_colours import in_screen_colours
from engine.pipeline.face_file import FaceFile

SIDES = (128, 1080)  # px; larger GIFs grow beyond what is easily sent or shown
SECONDS = (0.05, 60.0)  # that each frame is shown
LABEL, TEXT = 0.1, 0.045  # height of the label's strip and of its text, parts of the frame's side
COLOUR_BAR = 0.16  # its width, part of the frame's side


@dataclass(frozen=True, kw_only=True)
class AnimationPlan:
    """What is shown, for how long each, how large, and in which words.

    Raises: DataError if it is too small, large, fast or slow.
    """

    overlays: tuple[OverlayStyle, ...]
    seconds_each: float = 0.8
    side_px: int = 512
    captions: Captions = field(default_factory=Captions)

    def __post_init__(self) -> None:
        if not SIDES[0] <= self.side_px <= SIDES[1]:
            raise DataError(f"Expected an animation of {SIDES[0]} to {SIDES[1]} px, got {self.side_px} px.")
        if not SECONDS[0] <= self.seconds_each <= SECONDS[1]:
            raise DataError(
                f"Expected to show each picture for {SECONDS[0]:g} to {SECONDS[1]:g} s, got {self.seconds_each:g} s."
            )

    @property
    def frames(self) -> int:
        """Input, restoration, and each overlay."""
        return 2 + len(self.overlays)


def frames_of(face: FaceFile, plan: AnimationPlan) -> Iterator[Image.Image]:
    """Input, restoration, and each overlay blended over it, each with a label below; sRGB, of one size with even sides.

    Raises: DataError for an overlay the face lacks, before the first frame.
    """
    face, captions = in_screen_colours(face), plan.captions
    chosen = styled_overlays(face, plan.overlays)
    side = plan.side_px + plan.side_px % 2

    def drawn() -> Iterator[Image.Image]:
        yield _frame(picture(face.crop, side), captions.input, captions)
        restored = filled(captions.restoration_by, {"model": face.model})
        yield _frame(picture(face.restored, side), restored, captions)
        for overlay, style in chosen:
            image = painted(overlay, style, face=face, side=side, text_px=TEXT * side, captions=captions)
            yield _frame(image, captions.name(overlay.title), captions, colour_scale(overlay, style))

    return drawn()


def _frame(image: Image.Image, title: str, captions: Captions, scale: ColourScale | None = None) -> Image.Image:
    """The picture with its title below at the left and a small colour bar at the right."""
    side = image.width
    strip = 2 * round(LABEL * side / 2)
    text_px, margin = TEXT * side, round(0.4 * TEXT * side)
    frame = Image.new("RGB", (side, side + strip), PAPER)
    frame.paste(image, (0, 0))
    room = side - 2 * margin
    if scale:
        width = round(COLOUR_BAR * side)
        bar = level_colour_bar(scale, width=width, height=strip, text_px=0.85 * text_px, captions=captions)
        frame.paste(bar, (side - margin - bar.width, side))
        room -= bar.width + 2 * margin
    text, text_font = fitting(title, width=room, size_px=text_px)
    ImageDraw.Draw(frame).text((margin, side + strip / 2), text, fill=INK, font=text_font, anchor="lm")
    return frame
