"""What MTUN learns beside pixels: where the landmarks are, and which of them can be seen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.datasets.labels import Labels
from engine.datasets.landmarks import MESH_POINTS, points_in_crop, portrait_mesh
from engine.datasets.portraits import Portrait
from engine.errors import DataError
from engine.priors.landmarks68 import MIRROR
from engine.priors.visibility import is_visible

KIND = "visible_landmarks"


class VisibleLandmarks:
    """The labels "visible_landmarks": `(N, 68, 3)`, x,y px and 1 for a landmark that is seen, 0 for a hidden one."""

    def of_faces(self, portraits: Sequence[Portrait]) -> Labels:
        """As `LabelSource.of_faces`. Raises: DataError without a face mesh, whose depth tells what is hidden."""
        if all(portrait.pixels is not None for portrait in portraits):
            raise DataError(
                "The recipe learns which landmarks are hidden, and these photos come without a face mesh.",
                hint="Train on a portrait folder.",
            )
        mesh = portrait_mesh(portraits[0].path.parent.parent, [portrait.name for portrait in portraits])
        seen = is_visible(mesh, MESH_POINTS)
        places = mesh[:, list(MESH_POINTS), :2] - np.float32(0.5)
        return np.concatenate([places, seen[..., None]], axis=2).astype(np.float32)

    def in_crop(self, label: Labels, source_from_crop: NDArray[np.float64]) -> Labels:
        """As `LabelSource.in_crop`; renumbered where the crop is mirrored."""
        is_mirrored = np.linalg.det(source_from_crop[:, :2]) < 0
        seen = label[MIRROR, 2:] if is_mirrored else label[:, 2:]
        return np.concatenate([points_in_crop(label[:, :2], source_from_crop), seen], axis=1)
