"""A face drawn from its vertices and colours, in NumPy: which triangle each pixel shows, its place in it, the light.

OpenCV's rasterizer says which triangle is seen at the middle of each pixel; it runs on every platform, without a GPU.
Everything that has a derivative is computed here, and again for torch in `engine/priors/torch_renderer.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import ModelError
from engine.priors.camera import picture_from_face, rotation
from engine.priors.illumination import shading
from engine.priors.morphable import FaceCoefficients, MorphableModel

Floats = NDArray[np.float32] | NDArray[np.float64]

_DISTANCE = 4.0  # of the camera that OpenCV is given, in halves of the picture; it changes no pixel, see `_clip_space`
_MOST_TRIANGLES = 1 << 23  # their numbers stand in float32


@dataclass(frozen=True)
class Rendering:
    """A drawn face: `image` `(H, H, 3)` RGB in [0, 1], black where no face is; `mask` `(H, H)`, where one is; and the
    triangle that each pixel shows, `triangle_of` `(H, H)`, -1 for none."""

    image: NDArray[np.float32]
    mask: NDArray[np.bool_]
    triangle_of: NDArray[np.int32]


def render_face(model: MorphableModel, face: FaceCoefficients, size_px: int) -> Rendering:
    """One face of a model. Raises: ModelError if its numbers are not finite."""
    return render(
        model.shape_of(face),
        model.texture_of(face),
        model.triangles,
        light=face.light,
        pose=face.pose,
        size_px=size_px,
    )


def render(
    vertices: Floats, texture: Floats, triangles: NDArray[np.int32], *, light: Floats, pose: Floats, size_px: int
) -> Rendering:
    """A surface of triangles in the light, as the camera sees it.

    Args: vertices: `(V, 3)` cm. texture: `(V, 3)` RGB. triangles: `(F, 3)`. light: `(9,)`. pose: `(6,)`.
    Raises: ModelError if a number is not finite.
    """
    if not all(np.isfinite(part).all() for part in (vertices, texture, light, pose)):
        raise ModelError("A face cannot be drawn: some of its numbers are not finite.")
    normals = vertex_normals(vertices, triangles) @ rotation(pose[:3]).T
    colours = np.clip(texture * shading(normals, np.asarray(light, np.float64))[:, None], 0, 1)
    places = picture_from_face(vertices, pose, size_px)
    triangle_of = seen_triangles(places, triangles, size_px)
    return Rendering(_painted(places, colours, triangles, triangle_of), triangle_of >= 0, triangle_of)


def vertex_normals(vertices: Floats, triangles: NDArray[np.int32]) -> NDArray[np.float64]:
    """The direction that the surface looks in at each vertex, `(V, 3)` of length 1: the mean of its triangles', each by
    its area. A vertex without a triangle looks along z."""
    a, b, c = (vertices[triangles[:, corner]].astype(np.float64) for corner in range(3))
    across = np.cross(b - a, c - a)  # (F, 3), as long as the area is large
    corners = triangles.ravel()
    sums = [np.bincount(corners, np.repeat(across[:, axis], 3), len(vertices)) for axis in range(3)]
    normals = np.stack(sums, axis=1)
    lengths = np.linalg.norm(normals, axis=1, keepdims=True)
    return np.where(lengths > 0, normals / np.maximum(lengths, 1e-30), (0.0, 0.0, 1.0))


def seen_triangles(places: NDArray[np.float64], triangles: NDArray[np.int32], size_px: int) -> NDArray[np.int32]:
    """The nearest triangle at the middle of each pixel, `(H, H)`, -1 where there is none; those that look away are not
    seen.

    Args: places: `(V, 3)` x,y px, z px towards the viewer, as `picture_from_face` gives them.
    Raises: ModelError for more triangles than float32 can number.
    """
    if len(triangles) >= _MOST_TRIANGLES:
        raise ModelError("A face of {count} triangles cannot be drawn.", count=len(triangles))
    front = np.flatnonzero(_areas(places, triangles) < 0).astype(np.int32)  # y is downwards in the picture
    corners = _clip_space(places, size_px)[triangles[front]].reshape(-1, 3)
    numbers = np.repeat((front + 1).astype(np.float32) / np.float32(_MOST_TRIANGLES), 3)  # exact: a power of two
    seen = np.zeros((size_px, size_px, 3), np.float32)
    depth = np.full((size_px, size_px), 2 * _DISTANCE, np.float32)
    if len(front):
        cv2.triangleRasterize(
            corners,
            np.arange(len(corners), dtype=np.int32).reshape(-1, 3),
            np.repeat(numbers[:, None], 3, axis=1),
            seen,
            depth,
            np.eye(4),
            np.pi / 2,
            1.0,
            2 * _DISTANCE,
            _flat(),
        )
    return np.rint(seen[..., 0] * np.float32(_MOST_TRIANGLES)).astype(np.int32) - 1


def _flat() -> cv2.TriangleRasterizeSettings:
    """Each triangle in one colour, seen from both sides."""
    settings = cv2.TriangleRasterizeSettings()
    settings.setShadingType(cv2.RASTERIZE_SHADING_FLAT)
    settings.setCullingMode(cv2.RASTERIZE_CULLING_NONE)
    return settings


def _clip_space(places: NDArray[np.float64], size_px: int) -> NDArray[np.float32]:
    """Points that OpenCV's perspective camera shows at these very pixels: each is moved along its own ray.

    The face is made flat, within 1/200 of the camera's distance: so that between corners depth runs as it does for a
    camera of weak perspective, to a thousandth.
    """
    nearness = places[:, 2] - places[:, 2].mean()
    away = _DISTANCE - nearness * (_DISTANCE / 200 / max(np.abs(nearness).max(), size_px))
    x = (places[:, 0] + 0.5) * 2 / size_px - 1
    y = (places[:, 1] + 0.5) * 2 / size_px - 1
    return np.column_stack([x * away, -y * away, -away]).astype(np.float32)


def _areas(places: NDArray[np.float64], triangles: NDArray[np.int32]) -> NDArray[np.float64]:
    """Twice the signed area of each triangle in the picture, `(F,)` px²."""
    a, b, c = (places[triangles[:, corner], :2] for corner in range(3))
    return (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])


def weights_in_triangles(
    places: NDArray[np.float64], corners: NDArray[np.int32], pixels: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The barycentric weights of pixels in their triangles, `(P, 3)`, which sum to 1.

    Args: places: `(V, >=2)` px. corners: `(P, 3)` vertices. pixels: `(P, 2)` x,y px.
    """
    a, b, c = (places[corners[:, corner], :2] for corner in range(3))
    (ux, uy), (vx, vy), (wx, wy) = (b - a).T, (c - a).T, (pixels - a).T
    area = ux * vy - uy * vx
    second, third = (wx * vy - wy * vx) / area, (ux * wy - uy * wx) / area
    return np.stack([1 - second - third, second, third], axis=1)


def _painted(
    places: NDArray[np.float64],
    colours: NDArray[np.float64],
    triangles: NDArray[np.int32],
    triangle_of: NDArray[np.int32],
) -> NDArray[np.float32]:
    rows, columns = np.nonzero(triangle_of >= 0)
    corners = triangles[triangle_of[rows, columns]]
    weights = weights_in_triangles(places, corners, np.stack([columns, rows], axis=1).astype(np.float64))
    image = np.zeros((*triangle_of.shape, 3), np.float32)
    image[rows, columns] = np.clip((weights[..., None] * colours[corners]).sum(axis=1), 0, 1)
    return image
