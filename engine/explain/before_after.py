"""The pictures of an animation that goes from a photo to its restoration and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from engine.alignment.resample import lanczos
from engine.errors import DataError
from engine.explain.animation import check_side
from engine.explain.captions import caption
from engine.explain.drawing import INK, PAPER, QUIET_INK, fitting, font, wrapped
from engine.explain.transition import Transition, timeline
from engine.messages import ENGLISH, Language, Value

SECONDS = (1.0, 60.0)  # of a round
TEXT, SMALLEST_TEXT = 0.035, 14  # height of the label, part of the longer side; px
LINE = 0.004  # width of the wipe's edge, part of the longer side


@dataclass(frozen=True, kw_only=True)
class BeforeAfterPlan:
    """How it goes, for how long a round, how large its longer side, and in which words. `may_enlarge`: a part that is
    smaller is enlarged to it. Raises: DataError if it is too small, large, fast or slow."""

    models: Sequence[Value]
    transition: Transition = "wipe"
    seconds: float = 4.0
    side_px: int = 720
    may_enlarge: bool = False
    language: Language = ENGLISH

    def __post_init__(self) -> None:
        check_side(self.side_px)
        if not SECONDS[0] <= self.seconds <= SECONDS[1]:
            raise DataError(
                "Expected a round of {low:g} to {high:g} s, got {seconds:g} s.",
                low=SECONDS[0],
                high=SECONDS[1],
                seconds=self.seconds,
            )


def before_after_frames(
    before: NDArray[np.uint8], after: NDArray[np.uint8], plan: BeforeAfterPlan
) -> Iterator[tuple[Image.Image, float]]:
    """Each picture with its label below and how long it is shown, s; all of one size with even sides.

    Args: before, after: `(h, w, 3)` uint8 sRGB, of one size.
    """
    one, other = (Image.fromarray(_fitted(pixels, plan)) for pixels in (before, after))
    for share, seconds in timeline(plan.seconds):
        yield _labelled(_between(one, other, share, plan.transition), share, plan), seconds


def _fitted(pixels: NDArray[np.uint8], plan: BeforeAfterPlan) -> NDArray[np.uint8]:
    """The pixels at the plan's size, both sides even."""
    height, width = pixels.shape[:2]
    ratio = plan.side_px / max(height, width)
    if ratio > 1 and not plan.may_enlarge:
        ratio = 1.0
    size = tuple(2 * max(1, round(ratio * side / 2)) for side in (height, width))
    return lanczos(np.ascontiguousarray(pixels), (size[0], size[1])).astype(np.uint8)


def _between(before: Image.Image, after: Image.Image, share: float, transition: Transition) -> Image.Image:
    if share in (0.0, 1.0):
        return after.copy() if share else before.copy()
    if transition == "fade":
        return Image.blend(before, after, share)
    edge = round(share * before.width)
    picture = before.copy()
    picture.paste(after.crop((0, 0, edge, after.height)), (0, 0))
    width = max(2, round(LINE * max(before.size)))
    ImageDraw.Draw(picture).rectangle((edge - width // 2, 0, edge + (width - 1) // 2, before.height), fill=PAPER)
    return picture


def _labelled(picture: Image.Image, share: float, plan: BeforeAfterPlan) -> Image.Image:
    """The picture; below it what it shows most of, and what a restored face is."""
    text_px = max(SMALLEST_TEXT, TEXT * max(picture.size))
    line, margin = 2 * round(0.8 * text_px), round(0.4 * text_px)
    room = picture.width - 2 * margin
    name = caption("after", models=tuple(dict.fromkeys(plan.models))) if share >= 0.5 else caption("before")
    words, face = fitting(plan.language.text(name), width=room, size_px=text_px)
    small = font(0.8 * text_px)
    notice = wrapped(plan.language.text(caption("notice")), width=room, type_face=small)
    sheet = Image.new("RGB", (picture.width, picture.height + (1 + len(notice)) * line), PAPER)
    sheet.paste(picture, (0, 0))
    draw = ImageDraw.Draw(sheet)
    draw.text((margin, picture.height + line / 2), words, fill=INK, font=face, anchor="lm")
    for number, part in enumerate(notice):
        place = (margin, picture.height + (number + 1.4) * line)
        draw.text(place, part, fill=QUIET_INK, font=small, anchor="lm")
    return sheet
