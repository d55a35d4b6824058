"""The open face model that comes with the program, and the file it is kept in: coarse points, small numbers."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from engine.errors import ModelError
from engine.files import reason_of
from engine.paths import priors_folder
from engine.priors.morphable import EXPRESSION, IDENTITY, TEXTURE, MorphableModel, with_rows
from engine.priors.subdivision import subdivided

NAME = "open-face"
LICENCE = "Apache-2.0"
ROUNDS = 2  # of subdivision

Array = NDArray[np.float32]


@dataclass(frozen=True)
class CoarseFace:
    """The model as it is kept: shapes at the 478 points of the face mesh, colours at the vertices of the finer surface.

    `mean_shape` `(478, 3)`, `identity` `(<=80, 478, 3)`, `expression` `(<=64, 478, 3)` cm; `triangles` `(F, 3)` of
    these points; `landmarks` `(68,)`; `mean_texture` `(V, 3)`, `texture` `(<=80, V, 3)`.
    """

    mean_shape: Array
    identity: Array
    expression: Array
    triangles: NDArray[np.int32]
    landmarks: NDArray[np.int32]
    mean_texture: Array
    texture: Array


def open_face_model() -> MorphableModel:
    """The open face model that is shipped. Raises: ModelError if its file is missing or damaged."""
    return fine_model(_shipped())


def open_face_points() -> NDArray[np.float64]:
    """The mean face at the 478 points of the face mesh, `(478, 3)` cm, y up; its middle is 0. Raises: as above."""
    return _shipped().mean_shape.astype(np.float64)


def _shipped() -> CoarseFace:
    path = priors_folder() / "open_face.npz"
    try:
        return read_coarse(path)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise ModelError(
            "The open face model {path} cannot be read: {reason}.",
            hint="Install FSR Desktop again.",
            path=path,
            reason=reason_of(error),
        ) from error


def fine_model(coarse: CoarseFace) -> MorphableModel:
    """The model on the finer surface."""
    points = len(coarse.mean_shape)
    triangles, weights = subdivided(coarse.triangles, points, rounds=ROUNDS)
    finer = csr_array(weights.astype(np.float32))
    return MorphableModel(
        name=NAME,
        licence=LICENCE,
        mean_shape=finer @ coarse.mean_shape,
        identity=with_rows(_finer(finer, coarse.identity), IDENTITY),
        expression=with_rows(_finer(finer, coarse.expression), EXPRESSION),
        mean_texture=coarse.mean_texture,
        texture=with_rows(coarse.texture, TEXTURE),
        triangles=triangles,
        landmarks=coarse.landmarks,
        mesh_points=np.arange(points, dtype=np.int32),
    )


def _finer(finer: csr_array, basis: Array) -> Array:
    flat = finer @ basis.transpose(1, 0, 2).reshape(basis.shape[1], -1)
    return flat.reshape(-1, len(basis), 3).transpose(1, 0, 2)


def write_coarse(path: Path, coarse: CoarseFace) -> None:
    """Shapes as float16, which keeps them to 0.005 mm; colours in 255 steps of the largest of each direction."""
    steps = np.abs(coarse.texture).max(axis=(1, 2)) / 127
    np.savez_compressed(
        path,
        mean_shape=coarse.mean_shape.astype(np.float32),
        identity=coarse.identity.astype(np.float16),
        expression=coarse.expression.astype(np.float16),
        triangles=coarse.triangles.astype(np.int16),
        landmarks=coarse.landmarks.astype(np.int16),
        mean_texture=coarse.mean_texture.astype(np.float16),
        texture=np.rint(coarse.texture / steps[:, None, None]).astype(np.int8),
        texture_steps=steps.astype(np.float32),
    )


def read_coarse(path: Path) -> CoarseFace:
    """Raises: OSError, ValueError, KeyError, EOFError or BadZipFile if it is no such file."""
    with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
        return CoarseFace(
            mean_shape=file["mean_shape"],
            identity=file["identity"].astype(np.float32),
            expression=file["expression"].astype(np.float32),
            triangles=file["triangles"].astype(np.int32),
            landmarks=file["landmarks"].astype(np.int32),
            mean_texture=file["mean_texture"].astype(np.float32),
            texture=file["texture"].astype(np.float32) * file["texture_steps"][:, None, None],
        )
