"""The 68 landmarks of faces to train on: of the portrait folder's mesh, or found by the best source installed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from engine.datasets.landmarks import Points, portrait_landmarks, square_landmarks
from engine.datasets.portraits import Portrait, cut_square
from engine.errors import DataError
from engine.evaluation.extras import MissingExtraError
from engine.evaluation.landmarks import LandmarkSource, load_landmark_source

SEEN_PX = 256  # side of the tight square that landmarks are sought in


def tight_landmarks(portraits: Sequence[Portrait], *, side_px: int, extent: float) -> Points:
    """Landmarks `(N, 68, 2)` px of the squares that `cut_square` cuts of these faces, pixel centres at integers.

    NaN for a face whose landmarks cannot be trusted. Raises: DataError if there is neither a mesh nor a source.
    """
    if all(portrait.pixels is None for portrait in portraits):
        return square_landmarks(_folder(portraits), portraits, side_px=side_px, extent=extent)
    scale = side_px / (SEEN_PX * extent)
    margin = side_px * (1 - 1 / extent) / 2
    return ((_found(portraits) + 0.5) * scale + margin - 0.5).astype(np.float32)


def file_landmarks(portraits: Sequence[Portrait]) -> Points:
    """Landmarks `(N, 68, 2)` in px of `pixels` or of the file, pixel centres at integers; else as `tight_landmarks`."""
    if all(portrait.pixels is None for portrait in portraits):
        return portrait_landmarks(_folder(portraits), [portrait.name for portrait in portraits]) - np.float32(0.5)
    sides = np.array([portrait.tight_side for portrait in portraits])[:, None, None]
    corners = np.array([portrait.tight_centre for portrait in portraits])[:, None] - sides / 2
    return ((_found(portraits) + 0.5) * (sides / SEEN_PX) + corners - 0.5).astype(np.float32)


def _folder(portraits: Sequence[Portrait]) -> Path:
    return portraits[0].path.parent.parent


def _found(portraits: Sequence[Portrait]) -> Points:
    """Landmarks in px of the tight squares at `SEEN_PX`."""
    source = _source()
    squares = [cut_square(portrait, side_px=SEEN_PX, extent=1.0) for portrait in portraits]
    points, is_steady = source.points(np.stack(squares).astype(np.float32) / np.float32(255), crop="tight")
    return np.where(is_steady[:, None, None], points, np.nan).astype(np.float32)


def _source() -> LandmarkSource:
    try:
        return load_landmark_source()
    except MissingExtraError as error:
        raise DataError(
            f"The recipe learns landmarks, and these photos come without: {error.message}",
            hint=error.hint or "Install the extra 'evaluate', or train on a portrait folder with a face mesh.",
        ) from error
