"""The renderer again, for torch: the same picture, differentiable in vertices, texture, light and pose.

Which triangle a pixel shows is no function with a derivative; it is asked of `engine/priors/renderer.py`. Where in the
triangle the pixel lies is one, and through it pictures teach shapes and poses. Silhouettes do not.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from engine.priors.camera import PICTURE_CM
from engine.priors.morphable import EXPRESSION, IDENTITY, LIGHT, POSE, TEXTURE, MorphableModel
from engine.priors.renderer import seen_triangles


class FaceRenderer(torch.nn.Module):
    """A morphable model that draws faces of numbers: `(B, 239)` -> pictures and masks.

    Source: 3D facial priors, section 3, R(B(x)); gradients through barycentric weights as Deng et al. 2019, section 3.
    """

    mean_shape: Tensor
    identity: Tensor
    expression: Tensor
    mean_texture: Tensor
    texture: Tensor
    triangles: Tensor

    def __init__(self, model: MorphableModel):
        super().__init__()
        for name in ("mean_shape", "identity", "expression", "mean_texture", "texture"):
            part = torch.from_numpy(getattr(model, name))
            self.register_buffer(name, part if part.ndim == 2 else part.flatten(1), persistent=False)
        self.register_buffer("triangles", torch.from_numpy(model.triangles).long(), persistent=False)

    def forward(self, faces: Tensor, size_px: int) -> tuple[Tensor, Tensor]:
        """Args: faces: `(B, 239)`. Returns: `(B, 3, H, H)` RGB in [0, 1], black where no face is, and where one is,
        `(B, 1, H, H)` of 0 and 1."""
        shapes, textures, light, pose = self.parts(faces)
        return render(shapes, textures, self.triangles, light=light, pose=pose, size_px=size_px)

    def parts(self, faces: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Shapes `(B, V, 3)` cm, textures `(B, V, 3)`, light `(B, 9)` and pose `(B, 6)` of `(B, 239)` numbers."""
        identity, expression, texture, light, pose = faces.split([IDENTITY, EXPRESSION, TEXTURE, LIGHT, POSE], dim=1)
        moved = identity @ self.identity + expression @ self.expression
        shapes = self.mean_shape + moved.unflatten(1, (-1, 3))
        textures = self.mean_texture + (texture @ self.texture).unflatten(1, (-1, 3))
        return shapes, textures, light, pose


def render(
    vertices: Tensor, texture: Tensor, triangles: Tensor, *, light: Tensor, pose: Tensor, size_px: int
) -> tuple[Tensor, Tensor]:
    """As `engine.priors.renderer.render`, for a batch.

    Args: vertices, texture: `(B, V, 3)`. triangles: `(F, 3)`. light: `(B, 9)`. pose: `(B, 6)`.
    Returns: `(B, 3, H, H)` and `(B, 1, H, H)`.
    """
    normals = vertex_normals(vertices, triangles) @ rotation(pose[:, :3]).transpose(1, 2)
    colours = (texture * shading(normals, light)[..., None]).clamp(0, 1)
    places = picture_from_face(vertices, pose, size_px)
    painted = [_painted(place, colour, triangles, size_px) for place, colour in zip(places, colours, strict=True)]
    images, masks = zip(*painted, strict=True)
    return torch.stack(images), torch.stack(masks)


def rotation(angles: Tensor) -> Tensor:
    """As `engine.priors.camera.rotation`: `(B, 3)` rad -> `(B, 3, 3)`."""
    (p, y, r), (P, Y, R) = angles.cos().unbind(1), angles.sin().unbind(1)
    rows = [
        torch.stack([r * y, r * Y * P + R * p, r * Y * p - R * P], dim=1),
        torch.stack([-R * y, -R * Y * P + r * p, -R * Y * p - r * P], dim=1),
        torch.stack([-Y, y * P, y * p], dim=1),
    ]
    return torch.stack(rows, dim=1)


def picture_from_face(vertices: Tensor, pose: Tensor, size_px: int) -> Tensor:
    """As `engine.priors.camera.picture_from_face`: `(B, V, 3)` cm, `(B, 6)` -> `(B, V, 3)` px."""
    turned = vertices @ rotation(pose[:, :3]).transpose(1, 2)
    px_per_cm = pose[:, 5].exp() * size_px / PICTURE_CM
    flipped = turned * turned.new_tensor([1.0, -1.0, 1.0]) * px_per_cm[:, None, None]
    middle = (size_px - 1) / 2 + pose[:, 3:5] * size_px / 2
    return flipped + torch.nn.functional.pad(middle, (0, 1))[:, None]


def vertex_normals(vertices: Tensor, triangles: Tensor) -> Tensor:
    """As `engine.priors.renderer.vertex_normals`: `(B, V, 3)`."""
    a, b, c = (vertices[:, triangles[:, corner]] for corner in range(3))
    across = torch.linalg.cross(b - a, c - a)  # (B, F, 3)
    sums = torch.zeros_like(vertices).index_add(1, triangles.flatten(), across.repeat_interleave(3, dim=1))
    return sums / sums.norm(dim=2, keepdim=True).clamp(min=1e-12)


def shading(normals: Tensor, light: Tensor) -> Tensor:
    """As `engine.priors.illumination.shading`: `(B, V, 3)`, `(B, 9)` -> `(B, V)`."""
    x, y, z = normals.unbind(2)
    terms = [torch.ones_like(x), y, z, x, x * y, y * z, (3 * z * z - 1) / 2, x * z, (x * x - y * y) / 2]
    return (torch.stack(terms, dim=2) @ light[..., None])[..., 0]


def _painted(places: Tensor, colours: Tensor, triangles: Tensor, size_px: int) -> tuple[Tensor, Tensor]:
    """One face, `(3, H, H)` and `(1, H, H)`."""
    numbers = triangles.cpu().numpy().astype(np.int32)
    shown = torch.from_numpy(seen_triangles(places.detach().cpu().double().numpy(), numbers, size_px)).to(places.device)
    rows, columns = torch.nonzero(shown >= 0, as_tuple=True)
    corners = triangles[shown[rows, columns].long()]  # (P, 3)
    weights = _weights(places[corners, :2], torch.stack([columns, rows], dim=1).to(places))
    values = (weights[..., None] * colours[corners]).sum(dim=1).clamp(0, 1)  # (P, 3)
    image = colours.new_zeros(size_px, size_px, 3).index_put((rows, columns), values)
    return image.permute(2, 0, 1), (shown >= 0).to(colours)[None]


def _weights(corners: Tensor, pixels: Tensor) -> Tensor:
    """Barycentric weights `(P, 3)` of pixels `(P, 2)` in triangles `(P, 3, 2)`."""
    (ux, uy), (vx, vy) = (corners[:, 1] - corners[:, 0]).unbind(1), (corners[:, 2] - corners[:, 0]).unbind(1)
    wx, wy = (pixels - corners[:, 0]).unbind(1)
    area = ux * vy - uy * vx
    second, third = (wx * vy - wy * vx) / area, (ux * wy - uy * wx) / area
    return torch.stack([1 - second - third, second, third], dim=1)
