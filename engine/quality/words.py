"""What was measured of a face, in plain words."""

from __future__ import annotations

from engine.messages import NOTHING, Message, joined, message
from engine.types import Face, FaceQuality

SIDEWAYS = 0.45  # of yaw: a head that is turned by more than about 45 degrees
COMB = 0.3
SIDE_VIEW = message("turned to the side, where restorations were not measured")
UNCHECKED = message("Given by hand: nothing has checked that it is a face.")
JPEG = ((0.5, message("strong JPEG damage")), (0.25, message("JPEG damage")))
NOISE = ((8.0, message("strong grain")), (3.0, message("some grain")))


def quality_words(quality: FaceQuality) -> Message:
    """Width, real detail and what ails the face, as "612 px wide, real detail of about 70 px, strong grain"."""
    words = _size(quality)
    for ailment in ailments(quality):
        words = joined(words, ailment, between=", ")
    return joined(words, SIDE_VIEW, between=", ") if is_sideways(quality) else words


def is_sideways(quality: FaceQuality) -> bool:
    """Whether the head is turned so far that neither restorations nor what is told of a face were measured."""
    return abs(quality.yaw) > SIDEWAYS


def unchecked_words(face: Face) -> Message:
    """That nothing has looked for a face where one was given by hand; nothing for a face that was found."""
    return UNCHECKED if face.source == "hand" else NOTHING


def ailments(quality: FaceQuality) -> tuple[Message, ...]:
    """What ails the face, the worst first."""
    found: list[Message] = []
    if quality.screen_px > 0:
        found.append(message("printed in dots of {period:.1f} px", period=quality.screen_px))
    if quality.comb > COMB:
        found.append(message("torn by interlaced video"))
    if found:  # both look like noise and like blocks to what measures these
        return tuple(found)
    for table, value in ((JPEG, quality.jpeg), (NOISE, quality.noise)):
        found += [words for limit, words in table if value >= limit][:1]
    return tuple(found)


def _size(quality: FaceQuality) -> Message:
    width, detail = quality.width_px, quality.detail_px
    if round(detail) >= round(width):  # else the number that a look is refused with, which is no other
        return message("{width:.0f} px wide, with as much real detail", width=width)
    return message("{width:.0f} px wide, real detail of about {detail:.0f} px", width=width, detail=detail)
