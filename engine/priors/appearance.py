"""The colours of a face in a picture: read where the surface is seen, and told apart into light and texture."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.priors.camera import picture_from_face, rotation
from engine.priors.illumination import harmonics, shading
from engine.priors.morphable import LIGHT, FaceCoefficients, MorphableModel
from engine.priors.renderer import seen_triangles, vertex_normals

Array = NDArray[np.floating]

LUMA = np.array([0.299, 0.587, 0.114])
_TILT = 0.2  # cosine of the steepest surface whose colour is read: beyond, a pixel holds much of it, and its border
_EVENNESS = 0.01  # how much even light is preferred, as a share of the vertices
_ROUNDS = 4
_OUTLIER = 0.08  # of the luma's range: what departs by more counts less, as hair, glasses and highlights do
_MOST_LUMA = (0.25, 2.5)  # of the light on a vertex


def colours_at(places: Array, picture: Array) -> Array:
    """The colours of a picture at points, `(V, 3)`, bilinear, at its border those of its edge.

    Args: places: `(V, >=2)` x,y px. picture: `(H, W, 3)`.
    """
    x, y = (places[None, :, axis].astype(np.float32) for axis in range(2))
    return cv2.remap(picture, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)[0].astype(np.float64)


def is_seen(
    places: NDArray[np.float64], triangles: NDArray[np.int32], normals: Array, size_px: int
) -> NDArray[np.bool_]:
    """Whether each vertex lies in the picture, on a triangle that is seen, and looks at the viewer, `(V,)`."""
    on_seen = np.zeros(len(places), bool)
    shown = np.unique(seen_triangles(places, triangles, size_px))
    on_seen[triangles[shown[shown >= 0]].ravel()] = True
    inside = ((places[:, :2] >= 0) & (places[:, :2] <= size_px - 1)).all(axis=1)
    return on_seen & inside & (normals[:, 2] > _TILT)


def fit_light(colours: Array, texture: Array, normals: Array) -> Array:
    """The light `(9,)` that explains best why a surface of this texture has these colours; outliers count less.

    It is 1 on the mean of the vertices: how bright a face is as a whole belongs to its texture, since a photo does not
    tell a dark skin from a dark photo. Args: all `(V, 3)`, of vertices that are seen.
    """
    luma, own = colours @ LUMA, texture @ LUMA
    own = own * np.median(luma / np.maximum(own, 0.02))
    causes = harmonics(normals)
    evenly = np.diag([0.0] + [_EVENNESS * len(luma) * float((own**2).mean())] * (LIGHT - 1))
    counts, light = np.ones(len(luma)), np.zeros(LIGHT)
    for _ in range(_ROUNDS):
        weighted = causes * (counts * own**2)[:, None]
        light = np.linalg.solve(weighted.T @ causes + evenly, causes.T @ (counts * own * luma))
        counts = 1 / (1 + ((luma - own * (causes @ light)) / _OUTLIER) ** 2)
    return light / max(float((causes @ light).mean()), 1e-3)


def without_light(colours: Array, normals: Array, light: Array) -> Array:
    """Colours as even light would show them, `(V, 3)`."""
    return colours / np.clip(shading(normals, light), *_MOST_LUMA)[:, None]


def fit_appearance(
    model: MorphableModel, face: FaceCoefficients, picture: NDArray[np.float32], *, noise: float = 0.1, every: int = 1
) -> FaceCoefficients:
    """The face with the texture and the light that a picture shows; both in closed form, in turns. One that the picture
    does not show gets the mean texture in even light.

    Args: face: of the shape and pose that `engine.priors.fitting` found. picture: `(H, H, 3)` RGB in [0, 1]. noise:
    what colours miss by; smaller follows the picture closer, with larger numbers. every: of the vertices that are seen
    one in so many is looked at, which is enough where they lie closer than pixels.
    """
    size = picture.shape[0]
    vertices, turned = model.shape_of(face), rotation(face.pose[:3])
    normals = vertex_normals(vertices, model.triangles) @ turned.T
    places = picture_from_face(vertices, face.pose, size)
    seen = np.flatnonzero(is_seen(places, model.triangles, normals, size))[::every]
    if not len(seen):
        return replace(face, texture=np.zeros_like(face.texture), light=FaceCoefficients.mean_face().light)
    colours, looking = colours_at(places[seen], picture), normals[seen]
    numbers, light = np.zeros(len(model.texture)), np.zeros(LIGHT)
    for _ in range(2):
        texture = model.mean_texture[seen] + np.tensordot(numbers, model.texture[:, seen], axes=1)
        light = fit_light(colours, texture, looking)
        numbers = _texture_numbers(model, seen, without_light(colours, looking, light), noise)
    return replace(face, texture=numbers.astype(np.float32), light=light.astype(np.float32))


def _texture_numbers(model: MorphableModel, seen: NDArray[np.intp], colours: Array, noise: float) -> Array:
    basis = model.texture[:, seen].reshape(len(model.texture), -1).astype(np.float64)
    away = (colours - model.mean_texture[seen]).ravel()
    moments = basis @ basis.T / noise**2 + np.eye(len(basis)) * _pixels_a_number(len(seen))
    return np.linalg.solve(moments, basis @ away / noise**2)


def _pixels_a_number(vertices: int) -> float:
    """Neighbouring vertices err together: as many count as one observation."""
    return max(1.0, vertices / 500)
