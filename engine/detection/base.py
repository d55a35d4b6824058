"""What every face detector offers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from engine.context import JobContext
from engine.types import Box, Face, Pixels

UNWATCHED = JobContext()  # for those who look without a job: nobody cancels it


class Detector(Protocol):
    """Finds the faces of a photo."""

    @property
    def name(self) -> str:
        """The name under which the registry knows it; `Face.source` of what it finds."""
        ...

    def detect(self, pixels: Pixels, context: JobContext = UNWATCHED) -> list[Face]:
        """The faces in `pixels` `(H, W, 3)` RGB uint8 or uint16, in photo px, in the order of `in_order`.

        `context` is asked before each run of a network; no progress is reported. Raises: Cancelled.
        """
        ...


def in_order(faces: Iterable[Face]) -> list[Face]:
    """Faces by area, largest first, then from left to right, then from top to bottom."""
    return sorted(faces, key=lambda face: (-face.box.width * face.box.height, face.box.left, face.box.top))


def clipped(box: Box, *, width: int, height: int) -> Box | None:
    """The part of a box that lies in a photo of `width` x `height` px; None if there is none."""
    left, top = max(box.left, 0.0), max(box.top, 0.0)
    right, bottom = min(box.right, float(width)), min(box.bottom, float(height))
    return Box(left, top, right - left, bottom - top) if right > left and bottom > top else None
