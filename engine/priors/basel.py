"""The Basel Face Model of 2009 and 2017, read from the file that its user has a licence for. Nothing is executed."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.errors import ModelError
from engine.files import reason_of
from engine.messages import message
from engine.priors.morphable import EXPRESSION, IDENTITY, TEXTURE, MorphableModel, with_rows

Array = NDArray[np.float32]

LICENCE = "Basel Face Model: research alone, by the user's own licence of the University of Basel"
_CM_PER_UM, _CM_PER_MM = 1e-4, 0.1
_HDF5 = b"\x89HDF\r\n\x1a\n"
_MAT = b"MATLAB 5.0 MAT-file"
_FIELDS_2009 = ("shapeMU", "shapePC", "shapeEV", "texMU", "texPC", "texEV", "tl")


def read_basel(path: Path) -> MorphableModel:
    """The model in a file `01_MorphableModel.mat` (2009) or `model2017-1_....h5` (2017).

    That of 2009 has no expressions, and neither says where landmarks are. Raises: ModelError for any other file.
    """
    readers: dict[bytes, Callable[[Path], MorphableModel]] = {_MAT: _read_2009, _HDF5: _read_2017}
    try:
        with path.open("rb") as file:
            start = file.read(max(map(len, readers)))
        reader = next((reader for mark, reader in readers.items() if start.startswith(mark)), None)
        if reader is not None:
            return reader(path)
    except (OSError, ValueError, KeyError, TypeError, NotImplementedError) as error:
        raise _wrong(path, error) from error
    raise ModelError(
        "{path} is neither a MAT file nor an HDF5 file.",
        hint="Choose 01_MorphableModel.mat of the Basel Face Model 2009, or model2017-1_bfm_nomouth.h5 of 2017.",
        path=path,
    )


def _wrong(path: Path, error: Exception) -> ModelError:
    return ModelError(
        "{path} is no Basel Face Model: {reason}.",
        hint="Choose 01_MorphableModel.mat of the Basel Face Model 2009, or model2017-1_bfm_nomouth.h5 of 2017.",
        path=path,
        reason=reason_of(error),
    )


def _read_2009(path: Path) -> MorphableModel:
    from scipy.io import loadmat
    from scipy.io.matlab import MatReadError

    try:
        found = loadmat(path, variable_names=_FIELDS_2009)
    except (MatReadError, zlib.error, IndexError) as error:
        raise ValueError(message("it is damaged")) from error
    if missing := [name for name in _FIELDS_2009 if name not in found]:
        raise KeyError(message("it has no {name}", name=missing[0]))
    shape = _mean(found["shapeMU"]) * np.float32(_CM_PER_UM)
    identity = _directions(found["shapePC"], found["shapeEV"], IDENTITY) * np.float32(_CM_PER_UM)
    texture = _directions(found["texPC"], found["texEV"], TEXTURE) / np.float32(255)
    colours = _mean(found["texMU"]) / np.float32(255)
    triangles = np.asarray(found["tl"]).astype(np.int32) - 1
    none = np.zeros((EXPRESSION, *shape.shape), np.float32)
    return _model("basel-2009", (shape, identity, none, colours, texture), triangles)


def _read_2017(path: Path) -> MorphableModel:
    try:
        import h5py
    except ModuleNotFoundError as error:
        raise ModelError(
            "Reading {path} needs the package 'h5py', which is not installed.",
            hint='In the folder of the program, run: pip install ".[face-models]".',
            path=path,
        ) from error
    with h5py.File(path, "r") as file:

        def values(name: str) -> NDArray[np.generic]:
            found = file.get(name)
            if not isinstance(found, h5py.Dataset):
                raise KeyError(message("it has no {name}", name=name))
            return np.asarray(found[()])

        def part(name: str, count: int) -> tuple[Array, Array]:
            deviations = np.sqrt(values(f"{name}/model/pcaVariance").astype(np.float32))
            return _mean(values(f"{name}/model/mean")), _directions(values(f"{name}/model/pcaBasis"), deviations, count)

        (shape, identity), (moved, expression) = part("shape", IDENTITY), part("expression", EXPRESSION)
        colours, texture = part("color", TEXTURE)
        triangles = values("shape/representer/cells").astype(np.int32).T
    mm = np.float32(_CM_PER_MM)
    return _model("basel-2017", ((shape + moved) * mm, identity * mm, expression * mm, colours, texture), triangles)


def _mean(values: NDArray[np.generic]) -> Array:
    """`(V * 3,)` -> `(V, 3)`."""
    return np.asarray(values, np.float32).reshape(-1, 3)


def _directions(basis: NDArray[np.generic], deviations: NDArray[np.generic], count: int) -> Array:
    """Columns of a basis `(V * 3, K)`, each by its standard deviation, as `(count, V, 3)`."""
    kept = np.asarray(basis[:, :count], np.float32) * np.asarray(deviations, np.float32).ravel()[:count]
    return with_rows(kept.T.reshape(kept.shape[1], -1, 3), count)


def _model(name: str, parts: tuple[Array, Array, Array, Array, Array], triangles: NDArray[np.int32]) -> MorphableModel:
    shape, identity, expression, colours, texture = parts
    if triangles.ndim != 2 or triangles.shape[1] != 3 or triangles.min() < 0 or triangles.max() >= len(shape):
        raise ValueError(message("its triangles name vertices that are not there"))
    if len(colours) != len(shape):
        raise ValueError(message("it has not one colour for each vertex"))
    none = np.empty(0, np.int32)
    centred = shape - shape.mean(axis=0)
    outwards = _outwards(centred, triangles)
    return MorphableModel(name, LICENCE, centred, identity, expression, colours, texture, outwards, none, none)


def _outwards(shape: Array, triangles: NDArray[np.int32]) -> NDArray[np.int32]:
    """The triangles, all turned round if most of them look inwards."""
    a, b, c = (shape[triangles[:, corner]] for corner in range(3))
    across = np.cross(b - a, c - a)
    return triangles if float((across * (a + b + c)).sum()) >= 0 else np.ascontiguousarray(triangles[:, ::-1])
