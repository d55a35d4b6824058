"""The 68 landmarks of portraits, and where they lie in what is cut from them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.errors import DataError
from engine.files import reason_of
from engine.priors.landmarks68 import MIRROR

Points = NDArray[np.float32]  # (..., 68, 2) x,y px

# The point of the face mesh of 478 that stands for each landmark (README.md of the portraits).
MESH_POINTS = (
    *(162, 234, 93, 58, 172, 136, 149, 148, 152, 377, 378, 365, 397, 288, 323, 454, 389),  # jaw
    *(71, 63, 105, 66, 107, 336, 296, 334, 293, 301),  # brows
    *(168, 197, 5, 4, 75, 97, 2, 326, 305),  # nose
    *(33, 160, 158, 133, 153, 144, 362, 385, 387, 263, 373, 380),  # eyes
    *(61, 39, 37, 0, 267, 269, 291, 405, 314, 17, 84, 181),  # outer lip
    *(78, 82, 13, 312, 308, 317, 14, 87),  # inner lip
)
RIGHT_EAR, LEFT_EAR = 234, 454  # of the mesh


def portrait_landmarks(folder: Path, names: Sequence[str]) -> Points:
    """The landmarks of these portraits, `(N, 68, 2)`, in px of their files; counted and raised as `portrait_mesh`."""
    return portrait_mesh(folder, names)[:, list(MESH_POINTS), :2]


def portrait_mesh(folder: Path, names: Sequence[str]) -> NDArray[np.float32]:
    """The face mesh of these portraits, `(N, 478, 3)`: x,y in px of their files, z in the same unit, smaller is nearer.

    As the quads of faces.csv and `Portrait.tight_centre`, they count from the edge of the file, not from the centre of
    its first pixel: subtract 0.5 for pixel centres at integers. The mesh is stored to 1/4 px, beyond 512 px to 1/2.
    Raises: DataError if the folder has no face mesh, or none of one of the names.
    """
    try:
        with np.load(folder / "mesh478.npz") as mesh:
            stored, points = mesh["names"].tolist(), mesh["points"]
    except OSError as error:
        raise DataError(
            "{folder} has no face mesh: {error}.",
            hint="Expected the file mesh478.npz of a portrait folder.",
            folder=folder,
            error=reason_of(error),
        ) from error
    row_of = {name: row for row, name in enumerate(stored)}
    if missing := [name for name in names if name not in row_of]:
        raise DataError(
            "mesh478.npz has no face mesh of {name} ({count} of {all} missing).",
            name=missing[0],
            count=len(missing),
            all=len(names),
        )
    rows = [row_of[name] for name in names]
    return points[rows].astype(np.float32)


def yaws_deg(folder: Path, names: Sequence[str]) -> NDArray[np.float64]:
    """How far each portrait's head is turned to a side, `(N,)` degrees, positive where its left ear goes back: the line
    between the ears of its mesh. Raises: DataError as `portrait_mesh`."""
    mesh = portrait_mesh(folder, names)
    across = mesh[:, LEFT_EAR] - mesh[:, RIGHT_EAR]
    return np.degrees(np.arctan2(across[:, 2], across[:, 0])).astype(np.float64)


def points_in_crop(points: Points, source_from_crop: NDArray[np.float64]) -> Points:
    """Landmarks of a picture in px of a crop warped from it; renumbered where the crop is mirrored.

    Args: points: `(..., 68, 2)` px of the source. source_from_crop: `(2, 3)`, the matrix that cut the crop. Both with
    pixel centres at integers. Returns: the same form.
    """
    linear, origin = source_from_crop[:, :2], source_from_crop[:, 2]
    cropped = (points - origin) @ np.linalg.inv(linear).T
    if np.linalg.det(linear) < 0:
        cropped = cropped[..., MIRROR, :]
    return cropped.astype(np.float32)
