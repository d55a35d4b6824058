"""68 landmarks from the optional package `face-alignment`, if its weights are on this machine already.

Source: Bulat and Tzimiropoulos 2017, "How far are we from solving the 2D & 3D Face Alignment problem?" (FAN), with
the S3FD face detector. The package downloads what it misses, so it is asked only when nothing is missing.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.context import JobContext
from engine.detection.base import UNWATCHED, clipped, in_order
from engine.detection.landmarks import box_from_68, five_from_68
from engine.detection.pyramid import to_eight_bits
from engine.errors import DetectionError
from engine.messages import message
from engine.types import Face, Pixels

LANDMARK_FILE = "2DFAN4-cd938726ad.zip"  # for torch 2
FINDER_FILE = "s3fd-619a316812.pth"
LONGEST_SIDE = 1600  # px; larger photos are reduced, for memory
INSTALL_HINT = message(
    "Install torch and face-alignment, and let it fetch its weights once, or use the detector centerface."
)


class _Network(Protocol):
    """The part of `face_alignment.FaceAlignment` used here."""

    def get_landmarks_from_image(
        self, image_or_path: NDArray[np.uint8], *, return_bboxes: bool
    ) -> tuple[Sequence[NDArray[np.float32]] | None, object, Sequence[NDArray[np.float32]] | None]: ...


class _LandmarksType(Protocol):
    TWO_D: object


class _Package(Protocol):
    LandmarksType: _LandmarksType

    def FaceAlignment(  # noqa: N802 - the package's name
        self, landmarks_type: object, *, device: str, flip_input: bool
    ) -> _Network: ...


class _LandmarkModule(Protocol):
    default_model_urls: Mapping[str, str]


class _FinderModule(Protocol):
    models_urls: Mapping[str, str]


def missing_parts() -> list[str]:
    """What this detector lacks on this machine, in words; empty if it can be used. Nothing is imported."""
    packages = [
        f"the package {distribution}"
        for distribution, module in (("torch", "torch"), ("face-alignment", "face_alignment"))
        if importlib.util.find_spec(module) is None
    ]
    folder = _checkpoint_folder()
    files = [f"the file {folder / name}" for name in (LANDMARK_FILE, FINDER_FILE) if not (folder / name).is_file()]
    return packages + files


class FaceAlignmentDetector:
    """The detector; `device` is torch's name of where it runs, `min_score` the lowest score of a face: the package
    gives none below 0.5."""

    name = "face-alignment"

    def __init__(self, *, device: str = "cpu", min_score: float = 0.5) -> None:
        """Load the networks from disk.

        Raises: DetectionError if a part is missing, or the installed package wants other files.
        """
        missing = missing_parts()
        if missing:
            raise DetectionError("The detector face-alignment lacks {parts}.", hint=INSTALL_HINT, parts=tuple(missing))
        package = cast(_Package, importlib.import_module("face_alignment"))
        _check_wanted_files()
        self._network = package.FaceAlignment(package.LandmarksType.TWO_D, device=device, flip_input=False)
        self._min_score = min_score

    def detect(self, pixels: Pixels, context: JobContext = UNWATCHED) -> list[Face]:
        """Faces of `pixels` `(H, W, 3)` RGB uint8 or uint16, with 68 landmarks and the five points from them.

        Raises: Cancelled, but not any more once the package's networks run.
        """
        height, width = pixels.shape[:2]
        if height == 0 or width == 0:
            return []
        context.check_cancelled()
        small, scale = _reduced(to_eight_bits(pixels))
        context.check_cancelled()
        found, _, boxes = self._network.get_landmarks_from_image(small, return_bboxes=True)
        if found is None or boxes is None:
            return []
        faces = [
            _face((landmarks[:, :2] + 0.5) / scale - 0.5, score=float(box[4]), width=width, height=height)
            for landmarks, box in zip(found, boxes, strict=True)
        ]
        return in_order(face for face in faces if face is not None and face.score >= self._min_score)


def _checkpoint_folder() -> Path:
    """Where torch keeps downloaded weights; as `torch.hub.get_dir`, without importing torch."""
    cache = Path(os.environ.get("XDG_CACHE_HOME", "~/.cache")) / "torch"
    return Path(os.environ.get("TORCH_HOME", cache)).expanduser() / "hub" / "checkpoints"


def _check_wanted_files() -> None:
    """Raise DetectionError if the package would load other files than those found, that is, download them."""
    landmark = cast(_LandmarkModule, importlib.import_module("face_alignment.api"))
    finder = cast(_FinderModule, importlib.import_module("face_alignment.detection.sfd.sfd_detector"))
    wanted = (landmark.default_model_urls["2DFAN-4"], finder.models_urls["s3fd"])
    for url, name in zip(wanted, (LANDMARK_FILE, FINDER_FILE), strict=True):
        if not url.endswith("/" + name):
            raise DetectionError(
                "The installed face-alignment would download {url}, expected {name}.",
                hint=INSTALL_HINT,
                url=url,
                name=name,
            )


def _reduced(pixels: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    """The photo at most `LONGEST_SIDE` px long, and its scale (x, y) over the original."""
    height, width = pixels.shape[:2]
    ratio = min(1.0, LONGEST_SIDE / max(height, width))
    small_width, small_height = max(1, round(width * ratio)), max(1, round(height * ratio))
    small = cv2.resize(pixels, (small_width, small_height), interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.uint8), np.array([small_width / width, small_height / height])


def _face(landmarks: NDArray[np.float64], *, score: float, width: int, height: int) -> Face | None:
    """The face of `(68, 2)` landmarks in photo px; None if it lies outside the photo."""
    points = landmarks.astype(np.float32)
    box = clipped(box_from_68(points), width=width, height=height)
    if box is None:
        return None
    return Face(
        box=box,
        points=five_from_68(points),
        score=min(1.0, max(0.0, score)),
        source=FaceAlignmentDetector.name,
        landmarks=points,
    )
