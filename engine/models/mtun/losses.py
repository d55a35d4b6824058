"""What MTUN minimises and is scored by beside its picture: components' heatmaps, and its transform. Imports torch when
used."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.datasets.labels import PLACEMENT
from engine.models.base import FamilyLosses
from engine.models.mtun.labels import KIND
from engine.priors.components import FOUR_COMPONENTS

if TYPE_CHECKING:
    from torch import Tensor

    from engine.models.mtun.network import MtunOutput

SIGMA = 1.5  # px of heatmaps of 64 px; smaller ones have as much less


@dataclass(frozen=True, kw_only=True)
class MtunLosses(FamilyLosses):
    """MTUN's own terms. `placement_weight` is not in the paper, whose transformer learns from the others alone."""

    heatmap_weight: float = 0.0  # the structure loss of eq. 5, every hourglass's
    placement_weight: float = 0.0  # how far the transform is from the one that the pair was made with
    # The picture is compared with the truth where the network set it, so that it does not learn to blur for what the
    # transform is off by; the transform then learns from its own term. Not in the paper.
    compares_where_set: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        """Landmarks and which of them are seen, if heatmaps are learned."""
        return (KIND,) if self.heatmap_weight else ()

    def truth(self, output: MtunOutput, labels: Mapping[str, Tensor], truth: Tensor) -> Tensor:
        """The truth, or as it looks where the network set the face."""
        if not self.compares_where_set or PLACEMENT not in labels:
            return truth
        return truth_where_set(output.transform.detach(), labels[PLACEMENT], truth)

    def terms(
        self, output: MtunOutput, labels: Mapping[str, Tensor], truth: Tensor
    ) -> Mapping[str, tuple[float, Tensor]]:
        """Heatmaps and placement, where their labels come with the faces."""
        found: dict[str, tuple[float, Tensor]] = {}
        if self.heatmap_weight and KIND in labels and output.heatmaps:
            found["heatmaps"] = (self.heatmap_weight, heatmaps_loss(output, labels[KIND], image_size=truth.shape[-1]))
        if self.placement_weight and PLACEMENT in labels:
            value = placement_loss(output.transform, labels[PLACEMENT], image_size=truth.shape[-1])
            found["placement"] = (self.placement_weight, value)
        return found

    def finetuned(self) -> MtunLosses:
        """Photos come without a mesh, which tells what is hidden; their placement is known."""
        return replace(self, heatmap_weight=0.0)


def component_heatmaps(landmarks: Tensor, *, image_size: int, heatmap_size: int) -> Tensor:
    """The true maps: a Gaussian for every landmark that is seen, summed over each component.

    Args: landmarks: `(B, 68, 3)`, x,y px and whether it is seen. Returns: `(B, 4, heatmap_size, heatmap_size)`.
    Source: MTUN, section 3.1.
    """
    import torch

    from engine.priors.heatmaps import make_heatmaps

    sigma = SIGMA * heatmap_size / 64
    single = make_heatmaps(landmarks[..., :2], image_size=image_size, heatmap_size=heatmap_size, sigma=sigma)
    seen = single * landmarks[..., 2, None, None]
    return torch.stack([seen[:, list(part.indices)].sum(dim=1) for part in FOUR_COMPONENTS], dim=1)


def structure_loss(found: Tensor, truth: Tensor, landmarks: Tensor) -> Tensor:
    """Squared error of each component's map over the landmarks of it that are seen, mean over components and faces.

    Args: found, truth: `(B, 4, h, h)`; landmarks: as of `component_heatmaps`. A component without any counts as one.
    Source: MTUN, eq. 5. Deviation: its kernels are summed in one map, so that the error is the sum's.
    """
    import torch

    counts = torch.stack([landmarks[:, list(part.indices), 2].sum(dim=1) for part in FOUR_COMPONENTS], dim=1)
    return ((found - truth).square().sum(dim=(2, 3)) / counts.clamp(min=1)).mean()


def heatmaps_loss(output: MtunOutput, landmarks: Tensor, *, image_size: int) -> Tensor:
    """`structure_loss`, mean over the hourglasses (intermediate supervision)."""
    import torch

    truth = component_heatmaps(landmarks, image_size=image_size, heatmap_size=output.heatmaps[0].shape[-1])
    return torch.stack([structure_loss(maps.float(), truth, landmarks) for maps in output.heatmaps]).mean()


def placement_loss(transform: Tensor, truth_px: Tensor, *, image_size: int) -> Tensor:
    """How far the upright square's corners are from where they belong, in halves of its side, mean.

    Args: transform: `(B, 2, 3)` in units of half the side; truth_px: `(B, 2, 3)` in px.
    """
    return _corner_errors(transform, truth_px, image_size=image_size).mean()


def truth_where_set(transform: Tensor, truth_px: Tensor, truth: Tensor) -> Tensor:
    """The upright truth `(B, 3, H, H)` as it looks through `transform` and not through the true placement, bicubic.

    Args: as of `placement_loss`.
    """
    from engine.models.mtun.transformer import composed, from_px, inverse, warped

    truth_from_set = composed(inverse(from_px(truth_px.float(), truth.shape[-1])), transform.float())
    return warped(truth.float(), truth_from_set, mode="bicubic").clamp(-1, 1)


def _corner_errors(transform: Tensor, truth_px: Tensor, *, image_size: int) -> Tensor:
    """`(B, 4)`, in halves of the side."""
    from engine.models.mtun.transformer import from_px

    corners = transform.new_tensor([[-1.0, -1, 1], [1, -1, 1], [-1, 1, 1], [1, 1, 1]])
    away = (transform - from_px(truth_px, image_size)) @ corners.T  # (B, 2, 4)
    return (away.square().sum(dim=1) + 1e-12).sqrt()


def placement_scores(output: MtunOutput, labels: Mapping[str, Tensor]) -> Mapping[str, NDArray[np.float64]]:
    """How far turn (degrees), size (share) and corners (px of the picture) are off, of each face."""
    if PLACEMENT not in labels:
        return {}
    size = output.image.shape[-1]
    found, truth = output.transform.double().cpu().numpy(), labels[PLACEMENT].double().cpu().numpy()
    turn = np.degrees(np.abs(_turned(turns(found) - turns(truth))))
    scale = np.abs(_sizes(found) / _sizes(truth) - 1)
    corners = _corner_errors(output.transform.float(), labels[PLACEMENT].float(), image_size=size)
    away = corners.mean(dim=1).cpu().numpy() * size / 2
    return {"turn_error_deg": turn, "size_error": scale, "corner_error_px": away}


def turns(transforms: NDArray[np.float64]) -> NDArray[np.float64]:
    """The turn of each similarity `(N, 2, 3)`, clockwise as seen, rad."""
    return np.arctan2(transforms[:, 1, 0], transforms[:, 0, 0])


def _sizes(transforms: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.hypot(transforms[:, 0, 0], transforms[:, 1, 0])


def _turned(angles_rad: NDArray[np.float64]) -> NDArray[np.float64]:
    """Angles in [-pi, pi)."""
    return (angles_rad + math.pi) % (2 * math.pi) - math.pi
