"""The 68 landmarks of the ICT FaceKit: a mean face, directions of identity, and blendshapes of expression.

The kit's file is not part of the program (`packaging/docs/weak-labels.md`). Source: Li et al., "Learning Formation of
Physically-Based Face Attributes", CVPR 2020; github.com/ICT-VGL/ICT-FaceKit, MIT licence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.errors import DataError
from engine.files import reason_of

FILE_NAME = "ict_face.npz"
Array = NDArray[np.float64]


@dataclass(frozen=True)
class FaceKit:
    """A face, and what it can be changed by, at its landmarks.

    `mean` `(68, 3)`, `identity` `(K, 68, 3)`, `expression` `(E, 68, 3)` in cm: x to the person's left, y upwards, z to
    the viewer. Identity coefficients are normal with a deviation of 1; expression's go from 0 to 1. `names` are those
    of the blendshapes, `_L` and `_R` the person's own sides.
    """

    mean: Array
    identity: Array
    expression: Array
    names: tuple[str, ...]

    def index(self, name: str) -> int:
        """The place of a blendshape. Raises: ValueError for an unknown one."""
        return self.names.index(name)

    def with_shapes(self, names: Sequence[str], *, identities: int) -> FaceKit:
        """The kit with these blendshapes and the first identities alone."""
        chosen = [self.index(name) for name in names]
        return FaceKit(self.mean, self.identity[:identities], self.expression[chosen], tuple(names))


def read_face_kit(folder: Path) -> FaceKit:
    """The landmarks of the kit in a folder with `ict_face.npz`. Raises: DataError if it cannot be read."""
    try:
        with np.load(folder / FILE_NAME) as file:
            rows = file["landmarks68"]
            return FaceKit(
                file["neutral"][rows].astype(np.float64),
                file["identity"][:, rows].astype(np.float64),
                file["expression"][:, rows].astype(np.float64),
                tuple(str(name) for name in file["expression_names"]),
            )
    except (OSError, KeyError, ValueError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        raise DataError(
            "{folder} has no ICT FaceKit: {error}.",
            hint="Expected the file ict_face.npz with the kit's mean face, identities and blendshapes.",
            folder=folder,
            error=reason,
        ) from error
