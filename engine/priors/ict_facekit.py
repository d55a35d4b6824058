"""ICT FaceKit read from the folder of OBJ files that it is published as (MIT licence)."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.errors import ModelError
from engine.files import refused
from engine.priors.morphable import EXPRESSION, IDENTITY, TEXTURE, MorphableModel, with_rows

Array = NDArray[np.float32]

NEUTRAL = "generic_neutral_mesh.obj"
INDICES = "vertex_indices.json"
FACE_VERTICES = 9409  # the first ones are the face; then come head, neck, mouth, eyes and what belongs to them
SKIN = (0.62, 0.47, 0.40)  # RGB: the kit has no colours; its face gets one, that may vary as a whole
SKIN_SPREAD = 0.15  # standard deviation of each channel


def is_facekit(folder: Path) -> bool:
    """Whether a folder looks like ICT FaceKit's."""
    return (folder / NEUTRAL).is_file()


def read_facekit(folder: Path) -> MorphableModel:
    """The face of ICT FaceKit: 80 of its identities, and its expressions, of which 1 is one done fully.

    Raises: ModelError if a file is missing or no OBJ file of the kit.
    """
    if not is_facekit(folder):
        raise ModelError(
            "{folder} is not the folder of ICT FaceKit: it has no {name}.",
            hint="Choose the folder FaceXModel of ICT FaceKit, with its OBJ files.",
            folder=folder,
            name=NEUTRAL,
        )
    neutral, triangles = _read_obj(folder / NEUTRAL, with_faces=True)
    others = sorted(path for path in folder.glob("*.obj") if path.name != NEUTRAL)
    identities = [path for path in others if path.stem.startswith("identity")]
    expressions = [path for path in others if path not in identities]
    return MorphableModel(
        name="ict-facekit",
        licence="MIT, USC Institute for Creative Technologies",
        mean_shape=neutral - neutral.mean(axis=0),
        identity=_offsets(identities[:IDENTITY], neutral, IDENTITY),
        expression=_offsets(expressions[:EXPRESSION], neutral, EXPRESSION),
        mean_texture=np.tile(np.array(SKIN, np.float32), (len(neutral), 1)),
        texture=one_colour(len(neutral)),
        triangles=triangles,
        landmarks=_landmarks(folder),
        mesh_points=np.empty(0, np.int32),
    )


def one_colour(vertices: int) -> Array:
    """Texture directions of a face that has one colour, `(80, V, 3)`: red, green and blue as a whole."""
    channels = np.eye(3, dtype=np.float32)[:, None] * np.float32(SKIN_SPREAD)
    return with_rows(np.repeat(channels, vertices, axis=1), TEXTURE)


def _offsets(paths: list[Path], neutral: Array, count: int) -> Array:
    shapes = [_read_obj(path, with_faces=False)[0] - neutral for path in paths]
    return with_rows(np.stack(shapes) if shapes else np.empty((0, *neutral.shape), np.float32), count)


def _read_obj(path: Path, *, with_faces: bool) -> tuple[Array, NDArray[np.int32]]:
    """The face's vertices `(9409, 3)` cm, and its triangles, none unless they are wanted."""
    try:
        lines = path.read_text(encoding="ascii", errors="replace").splitlines()
        vertices = np.array([line.split()[1:4] for line in lines if line.startswith("v ")], np.float32)
        corners = [line.split()[1:] for line in lines if with_faces and line.startswith("f ")]
        polygons = [[int(corner.partition("/")[0]) - 1 for corner in polygon] for polygon in corners]
    except OSError as error:
        raise ModelError(refused(path, error)) from error
    except ValueError as error:
        raise _no_obj(path) from error
    if vertices.ndim != 2 or len(vertices) < FACE_VERTICES or not np.isfinite(vertices).all():
        raise _no_obj(path)
    in_face = [one for one in polygons if min(one) >= 0 and max(one) < FACE_VERTICES]
    fans = [(one[0], one[at], one[at + 1]) for one in in_face for at in range(1, len(one) - 1)]
    return vertices[:FACE_VERTICES], np.array(fans, np.int32).reshape(-1, 3)


def _no_obj(path: Path) -> ModelError:
    return ModelError(
        "{path} is no OBJ file of ICT FaceKit: expected at least {count} vertices, each of three numbers.",
        hint="Download ICT FaceKit again.",
        path=path,
        count=FACE_VERTICES,
    )


def _landmarks(folder: Path) -> NDArray[np.int32]:
    """The vertices of the 68 landmarks, of which a few are on the eyes and lips."""
    path = folder / INDICES
    try:
        found = np.array(json.loads(path.read_text(encoding="utf-8"))["idx_to_landmark_verts"], np.int32)
    except OSError as error:
        raise ModelError(refused(path, error)) from error
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError("{path} does not name the landmarks of ICT FaceKit.", path=path) from error
    if found.shape != (68,) or found.min() < 0 or found.max() >= FACE_VERTICES:
        raise ModelError("{path} does not name the landmarks of ICT FaceKit.", path=path)
    return found
