"""What the numbers of training portraits are: the morphable face laid over each mesh, its colours read from pixels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import KDTree

from engine.datasets.landmarks import portrait_mesh
from engine.datasets.portraits import Portrait, cut_square, file_from_square
from engine.errors import DataError
from engine.files import atomic_file, reason_of
from engine.priors.appearance import fit_appearance
from engine.priors.fitting import FittedFaces, fit_mesh
from engine.priors.making.surface import mirror_points
from engine.priors.morphable import FaceCoefficients, MorphableModel

TIGHT_PX = 96  # of the tight square as it is stored
EXTENT = 1.5  # tight squares per stored square
SIDE_PX = round(TIGHT_PX * EXTENT)
VERTICES_A_PIXEL = 4  # so many are one observation at this size
MIRRORED_LIGHT = np.array([1, 1, 1, -1, -1, 1, 1, -1, 1], np.float32)  # what is odd in x changes its sign
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class FittedPortraits:
    """Portraits with their numbers: `names` `(N,)`; `squares` `(N, SIDE_PX, SIDE_PX, 3)` RGB; `vectors` `(N, 2, 239)`
    and the mesh's `points` `(N, 2, 478, 2)` px, of the square as it is and of its mirror image."""

    names: NDArray[np.str_]
    squares: NDArray[np.uint8]
    vectors: Floats
    points: Floats


def fit_portraits(
    model: MorphableModel, portraits: Sequence[Portrait], folder: Path, *, tell: Callable[[str], None] = print
) -> FittedPortraits:
    """Fit the model to every portrait and its mirror image. Raises: DataError without a face mesh."""
    names = np.array([portrait.name for portrait in portraits])
    squares = np.stack([cut_square(portrait, side_px=SIDE_PX, extent=EXTENT) for portrait in portraits])
    meshes = meshes_in_squares(portraits, folder)
    both = np.stack([meshes, mirrored(model, meshes)], axis=1)
    found = [fit_mesh(model, both[:, side], SIDE_PX) for side in range(2)]
    seen = _appearances(model, found[0], squares, tell)
    textures, lights = mirrored_texture(model, seen.texture), seen.light * MIRRORED_LIGHT
    vectors = [
        FaceCoefficients(one.identity, one.expression, texture, light, one.pose).vector
        for one, texture, light in zip(found, (seen.texture, textures), (seen.light, lights), strict=True)
    ]
    return FittedPortraits(names, squares, np.stack(vectors, axis=1), both[..., :2].astype(np.float32))


def meshes_in_squares(portraits: Sequence[Portrait], folder: Path) -> Floats:
    """The meshes `(N, 478, 3)` in px of the stored squares, pixel centres at integers."""
    meshes = portrait_mesh(folder, [portrait.name for portrait in portraits])
    placed: list[Floats] = []
    for portrait, mesh in zip(portraits, meshes, strict=True):
        matrix = file_from_square(portrait, side_px=SIDE_PX, extent=EXTENT)  # upright, so one factor for all axes
        x_y = (mesh[:, :2] - 0.5 - matrix[:, 2]) / matrix[0, 0]
        placed.append(np.column_stack([x_y, mesh[:, 2] / matrix[0, 0]]))
    return np.stack(placed).astype(np.float32)


def mirrored(model: MorphableModel, meshes: Floats) -> Floats:
    """The meshes of the mirrored squares."""
    counterpart = mirror_points(model.mean_shape[model.mesh_points].astype(np.float64))
    return meshes[:, counterpart] * np.array([-1, 1, 1], np.float32) + np.array([SIDE_PX - 1, 0, 0], np.float32)


def _appearances(
    model: MorphableModel, found: FittedFaces, squares: NDArray[np.uint8], tell: Callable[[str], None]
) -> FaceCoefficients:
    """All faces with the texture and light that their squares show."""
    mean = FaceCoefficients.mean_face()
    vectors: list[Floats] = []
    for number, square in enumerate(squares):
        shaped = FaceCoefficients(
            found.identity[number], found.expression[number], mean.texture, mean.light, found.pose[number]
        )
        picture = square.astype(np.float32) / np.float32(255)
        vectors.append(fit_appearance(model, shaped, picture, every=VERTICES_A_PIXEL).vector)
        if number % 500 == 499:
            tell(f"{number + 1} of {len(squares)} portraits fitted")
    return FaceCoefficients.from_vector(np.stack(vectors))


def mirrored_texture(model: MorphableModel, textures: Floats) -> Floats:
    """The texture's numbers `(N, 80)` of mirrored faces: those that make, nearest to it, the colours of the other side.

    The other side of a vertex is the one that lies nearest to its mirror image on the mean face.
    """
    shape = model.mean_shape.astype(np.float64)
    counterpart = KDTree(shape).query(shape * (-1, 1, 1))[1]
    basis = model.texture.reshape(len(model.texture), -1).astype(np.float64)
    other = model.texture[:, counterpart].reshape(basis.shape).astype(np.float64)
    map_ = np.linalg.lstsq(basis @ basis.T, basis @ other.T, rcond=None)[0]  # (80, 80), to mirrored numbers
    return (textures @ map_.T).astype(np.float32)


def write_fitted(path: Path, fitted: FittedPortraits) -> None:
    """Keep them: fitting takes minutes. Raises: OSError."""
    with atomic_file(path) as beside, beside.open("wb") as file:
        np.savez(file, **{field.name: getattr(fitted, field.name) for field in fields(FittedPortraits)})


def read_fitted(path: Path) -> FittedPortraits:
    """What `write_fitted` wrote. Raises: DataError if it cannot be read."""
    try:
        with np.load(path, allow_pickle=False) as file:
            return FittedPortraits(**{field.name: file[field.name] for field in fields(FittedPortraits)})
    except (OSError, ValueError, KeyError) as error:
        raise DataError(
            "The fitted portraits {path} cannot be read: {error}.", path=path, error=reason_of(error)
        ) from error
