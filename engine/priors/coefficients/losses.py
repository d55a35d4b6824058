# pyright: basic
"""What the network of coefficients minimises: colours on skin (eq. 3), places of points, the numbers themselves."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from engine.priors.camera import PICTURE_CM
from engine.priors.coefficients.config import STATES
from engine.priors.coefficients.network import CoefficientsOutput
from engine.priors.morphable import EXPRESSION, IDENTITY, TEXTURE, MorphableModel
from engine.priors.torch_renderer import FaceRenderer, rotation

SOFT = 0.2  # errors of numbers below it, in their spread, are squared
SKIN_SPREAD = 2.5  # how many of the usual departures from the median colour of a face are still skin
LEAST_SPREAD = 0.03  # in [0, 1]


@dataclass(frozen=True, kw_only=True)
class CoefficientsWeights:
    """Weights of the terms. `regression` of the numbers in their spread; `points` of places in sides of the crop;
    `photometric` of eq. 3; `regularisation` of the squared numbers, expressions 0.8 and textures 0.002 of identity's,
    as Deng et al. 2019, section 3.3; `states` of telling whether a face is usable."""

    regression: float = 0.3
    points: float = 20.0
    photometric: float = 1.0
    regularisation: float = 1e-3
    states: float = 0.3


@dataclass(frozen=True)
class Truth:
    """Of a batch: `coefficients` `(B, 239)`; `points` `(B, P, 2)` px of the model's `mesh_points`, NaN in a crop
    without a face; `state` `(B,)`, its number in `STATES`; `has_colour` `(B,)`: its texture is the portrait's own;
    `sharp` `(B, 3, H, H)` RGB in [0, 1], the face in high resolution."""

    coefficients: Tensor
    points: Tensor
    state: Tensor
    has_colour: Tensor
    sharp: Tensor


class CoefficientsLoss(torch.nn.Module):
    """The weighted terms, for a morphable model."""

    mesh_numbers: Tensor
    shape_basis: Tensor

    def __init__(self, model: MorphableModel, weights: CoefficientsWeights) -> None:
        super().__init__()
        self.renderer, self.weights = FaceRenderer(model), weights
        flat = (3 * torch.from_numpy(model.mesh_points).long()[:, None] + torch.arange(3)).flatten()
        self.register_buffer("mesh_numbers", torch.from_numpy(model.mesh_points).long(), persistent=False)
        self.register_buffer("shape_basis", torch.cat([self.renderer.identity, self.renderer.expression])[:, flat])

    def forward(self, output: CoefficientsOutput, truth: Truth, spread: Tensor, *, drawn: int = 0) -> dict[str, Tensor]:
        """Each term times its weight, by name. Args: drawn: how many faces of the batch are drawn for eq. 3."""
        weights, found = self.weights, output.coefficients
        is_face = torch.isfinite(truth.points).all(dim=2).all(dim=1)
        terms = {"states": weights.states * torch.nn.functional.cross_entropy(output.states, truth.state)}
        if not is_face.any():
            return terms
        found, size = found[is_face], truth.sharp.shape[-1]
        away = (found - truth.coefficients[is_face]) / spread
        away = torch.where(_is_texture(away) & ~truth.has_colour[is_face, None], 0 * away, away)
        terms["regression"] = weights.regression * torch.nn.functional.smooth_l1_loss(
            away, torch.zeros_like(away), beta=SOFT
        )
        places = self.points(found, size)
        terms["points"] = weights.points * (places - truth.points[is_face]).norm(dim=2).mean() / size
        terms["regularisation"] = weights.regularisation * regularisation(found)
        usable = torch.nonzero(truth.state == STATES.index(""))[:drawn, 0]
        if drawn and len(usable) and weights.photometric:
            pictures, masks = self.renderer(output.coefficients[usable], size)
            terms["photometric"] = weights.photometric * photometric_loss(pictures, masks, truth.sharp[usable])
        return terms

    def points(self, faces: Tensor, size_px: int) -> Tensor:
        """Where the points of the face mesh lie in the picture, `(B, P, 2)` px."""
        shaped = faces[:, : IDENTITY + EXPRESSION] @ self.shape_basis
        vertices = self.renderer.mean_shape[self.mesh_numbers] + shaped.unflatten(1, (-1, 3))
        return picture_places(vertices, faces[:, -6:], size_px)


def picture_places(vertices: Tensor, pose: Tensor, size_px: int) -> Tensor:
    """x and y of `engine.priors.torch_renderer.picture_from_face`: `(B, P, 3)` cm -> `(B, P, 2)` px."""
    turned = vertices @ rotation(pose[:, :3]).transpose(1, 2)
    px_per_cm = (pose[:, 5].exp() * size_px / PICTURE_CM)[:, None, None]
    middle = ((size_px - 1) / 2 + pose[:, 3:5] * size_px / 2)[:, None]
    return turned[..., :2] * turned.new_tensor([1.0, -1.0]) * px_per_cm + middle


def photometric_loss(pictures: Tensor, masks: Tensor, sharp: Tensor) -> Tensor:
    """The mean over faces of sum_M A |I - R| / sum_M A, where |.| is the length of a pixel's colour.

    Args: pictures, sharp: `(B, 3, H, H)` in [0, 1]. masks: `(B, 1, H, H)`, the face region M. Source: eq. 3; divided by
    the weights as Deng et al. 2019, eq. 1, so that large faces do not count more.
    """
    attention = skin_attention(sharp, masks) * masks
    away = ((pictures - sharp).square().sum(dim=1, keepdim=True) + 1e-8).sqrt()
    return ((attention * away).sum(dim=(1, 2, 3)) / attention.sum(dim=(1, 2, 3)).clamp(min=1e-6)).mean()


@torch.no_grad()
def skin_attention(sharp: Tensor, masks: Tensor) -> Tensor:
    """A of eq. 3, `(B, 1, H, H)` in [0, 1]: how much a pixel's colour is that of the face's skin.

    Skin is what lies around the median colour of the face region, by the median departure from it; so hair, glasses,
    beards and mouths count less, on grey photos too. The paper names no formula; Deng et al. have a classifier of
    fixed skin colours, which knows no grey.
    """
    inside = torch.where(masks > 0, sharp, torch.nan).flatten(2)
    middle = inside.nanmedian(dim=2).values.nan_to_num()[..., None, None]
    away = (sharp - middle).square().sum(dim=1, keepdim=True).sqrt()
    usual = torch.where(masks > 0, away, torch.nan).flatten(1).nanmedian(dim=1).values.nan_to_num()
    spread = (usual * SKIN_SPREAD).clamp(min=LEAST_SPREAD)[:, None, None, None]
    return torch.exp(-0.5 * (away / spread).square())


def regularisation(faces: Tensor) -> Tensor:
    """Mean squared numbers of `(B, 239)`, which count in standard deviations. Source: Deng et al. 2019, eq. 5."""
    identity, expression, texture = faces[:, : IDENTITY + EXPRESSION + TEXTURE].split(
        [IDENTITY, EXPRESSION, TEXTURE], dim=1
    )
    sums = (part.square().sum(dim=1).mean() for part in (identity, expression, texture))
    return sum(weight * value for weight, value in zip((1.0, 0.8, 0.002), sums, strict=True))  # type: ignore[return-value]


def _is_texture(vectors: Tensor) -> Tensor:
    columns = torch.arange(vectors.shape[1], device=vectors.device)
    first = IDENTITY + EXPRESSION
    return ((columns >= first) & (columns < first + TEXTURE)).expand_as(vectors)
