"""How many times a restored face, or a whole photo, must be enlarged to show what was restored. Light."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.messages import Message, message

SCALES = (1, 2, 4)
AUTO_SCALE = 0  # asks for `automatic_scale`
TOLERANCE = 1.1  # a restoration with 10 % more px than its place loses nothing that is seen
LIMIT_MEGAPIXELS = 100.0  # of an automatic result: 300 MB of pixels, what other programs still open


@dataclass(frozen=True)
class FaceScale:
    """A restored face: px of its side in the photo, and the scale at which all of it is shown."""

    side_px: float
    scale: int


@dataclass(frozen=True)
class AutoScale:
    """The scale of a result; `reason` says in one line why, and is empty where the user chose it."""

    scale: int
    reason: Message


def face_scale(output_side: int, face_side: float) -> int:
    """The smallest scale at which nothing of a restored face is lost, or the largest if none suffices.

    Args: output_side: px of the restored square; face_side: px of the same square in the photo.
    """
    wanted = output_side / face_side
    return next((scale for scale in SCALES if wanted <= TOLERANCE * scale), SCALES[-1])


def automatic_scale(
    width: int, height: int, faces: Sequence[FaceScale], *, limit_megapixels: float = LIMIT_MEGAPIXELS
) -> AutoScale:
    """The smallest scale at which the restored faces of a photo of `width` x `height` px lose nothing, as long as the
    result stays within the limit."""
    if not faces:
        return AutoScale(1, message("Auto kept the photo's size: no face is restored."))
    wanted = max(face.scale for face in faces)
    if wanted == 1:
        return AutoScale(1, message("Auto kept the photo's size: the restored faces lose nothing at it."))
    fitting = [scale for scale in SCALES if width * height * scale**2 <= limit_megapixels * 1e6]
    scale = min(wanted, max(fitting, default=1))
    if scale < wanted:
        return AutoScale(scale, _limited(width, height, scale=scale, wanted=wanted, limit=limit_megapixels))
    reason = message(
        "Auto took ×{scale}: at ×1 {faces} cannot show what was restored. Result {width} × {height} px.",
        scale=scale,
        faces=_sizes([face.side_px for face in faces if face.scale > 1]),
        width=width * scale,
        height=height * scale,
    )
    return AutoScale(scale, reason)


def _limited(width: int, height: int, *, scale: int, wanted: int, limit: float) -> Message:
    return message(
        "Auto took ×{scale}: at ×{wanted}, which would show all that was restored, the result would have "
        "{size:.0f} MP, more than {limit:.0f} MP.",
        scale=scale,
        wanted=wanted,
        size=width * height * wanted**2 / 1e6,
        limit=limit,
    )


def _sizes(sides_px: Sequence[float]) -> Message:
    low, high = round(min(sides_px)), round(max(sides_px))
    if len(sides_px) == 1:
        return message("a face of {side} px", side=low)
    if low == high:
        return message("faces of {side} px", side=low)
    return message("faces of {low}–{high} px", low=low, high=high)
