"""The 68 landmarks of faces to train on: of the portrait folder's mesh, or found by the best source installed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.datasets.labels import Labels
from engine.datasets.landmarks import Points, points_in_crop, portrait_landmarks
from engine.datasets.portraits import Portrait, cut_square
from engine.errors import DataError
from engine.evaluation.extras import MissingExtraError
from engine.evaluation.landmarks import LandmarkSource, load_landmark_source
from engine.messages import message

SEEN_PX = 256  # side of the tight square that landmarks are sought in


class Landmarks:
    """The labels "landmarks": `(N, 68, 2)` x,y px, NaN for a face whose landmarks cannot be trusted."""

    def of_faces(self, portraits: Sequence[Portrait]) -> Labels:
        """As `LabelSource.of_faces`. Raises: DataError if there is neither a mesh nor a source."""
        if all(portrait.pixels is None for portrait in portraits):
            folder = portraits[0].path.parent.parent
            return portrait_landmarks(folder, [portrait.name for portrait in portraits]) - np.float32(0.5)
        sides = np.array([portrait.tight_side for portrait in portraits])[:, None, None]
        corners = np.array([portrait.tight_centre for portrait in portraits])[:, None] - sides / 2
        return ((_found(portraits) + 0.5) * (sides / SEEN_PX) + corners - 0.5).astype(np.float32)

    def in_crop(self, label: Labels, source_from_crop: NDArray[np.float64]) -> Labels:
        """As `LabelSource.in_crop`; renumbered where the crop is mirrored."""
        return points_in_crop(label, source_from_crop)


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
            "The recipe learns landmarks, and these photos come without: {message}",
            hint=error.hint or message("Install the extra 'evaluate', or train on a portrait folder with a face mesh."),
            message=error.message,
        ) from error
