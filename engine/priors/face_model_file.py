"""Morphable models that a user imported: recognised, written as one file of arrays, and read again."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np

from engine.errors import ModelError
from engine.files import PRIVATE, atomic_file, make_own_folder, reason_of, refused
from engine.paths import user_face_models_folder
from engine.priors.basel import read_basel
from engine.priors.ict_facekit import read_facekit
from engine.priors.morphable import EXPRESSION, IDENTITY, TEXTURE, Array, MorphableModel, with_rows


def import_face_model(path: Path) -> tuple[MorphableModel, Path]:
    """A face model that the user has, and the file of the program that it is kept in from now on.

    Args: path: the folder of ICT FaceKit's OBJ files, or the file of a Basel Face Model.
    Raises: ModelError if it is neither, or cannot be stored.
    """
    if not path.exists():
        raise ModelError("There is no file or folder {path}.", path=path)
    model = read_facekit(path) if path.is_dir() else read_basel(path)
    target = user_face_models_folder() / f"{model.name}.npz"
    try:
        make_own_folder(target.parent)
        with atomic_file(target, keeping=PRIVATE) as beside:
            write_face_model(beside, model)
    except OSError as error:
        raise ModelError(refused(target.parent, error, doing="store")) from error
    return model, target


def write_face_model(path: Path, model: MorphableModel) -> None:
    """Directions as float16, those of length 0 left out. Raises: OSError as the file system does."""
    with path.open("wb") as file:
        np.savez(
            file,
            name=np.array(model.name),
            licence=np.array(model.licence),
            mean_shape=model.mean_shape,
            identity=_told(model.identity),
            expression=_told(model.expression),
            mean_texture=model.mean_texture,
            texture=_told(model.texture),
            triangles=model.triangles,
            landmarks=model.landmarks,
            mesh_points=model.mesh_points,
        )


def read_face_model(path: Path) -> MorphableModel:
    """The model in a file that `import_face_model` wrote. Raises: ModelError if it is none."""
    try:
        with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            return MorphableModel(
                name=str(file["name"]),
                licence=str(file["licence"]),
                mean_shape=file["mean_shape"],
                identity=with_rows(file["identity"], IDENTITY),
                expression=with_rows(file["expression"], EXPRESSION),
                mean_texture=file["mean_texture"],
                texture=with_rows(file["texture"], TEXTURE),
                triangles=file["triangles"],
                landmarks=file["landmarks"],
                mesh_points=file["mesh_points"],
            )
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise ModelError(
            "The face model {path} cannot be read: {reason}.",
            hint="Import it again.",
            path=path,
            reason=reason_of(error),
        ) from error


def _told(basis: Array) -> np.ndarray[tuple[int, ...], np.dtype[np.float16]]:
    """The directions up to the last one that says something."""
    said = np.flatnonzero(basis.any(axis=(1, 2)))
    return basis[: said[-1] + 1 if len(said) else 0].astype(np.float16)
