"""What DIC minimises and is scored by beside its result: landmark heatmaps of every step. Imports torch when used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.models.base import FamilyLosses
from engine.priors.landmarks68 import nrmse

if TYPE_CHECKING:
    from torch import Tensor

    from engine.models.dic.network import DicOutput


@dataclass(frozen=True, kw_only=True)
class DicLosses(FamilyLosses):
    """DIC's own term. Its pixel loss is the mean over all steps (eq. 5)."""

    alignment_weight: float = 0.0  # landmark heatmaps of every step (eq. 6)

    @property
    def labels(self) -> tuple[str, ...]:
        """Landmarks, if they are learned."""
        return ("landmarks",) if self.alignment_weight else ()

    def pictures(self, output: DicOutput) -> tuple[Tensor, ...]:
        """Every step's."""
        return output.steps

    def terms(
        self, output: DicOutput, labels: Mapping[str, Tensor], truth: Tensor
    ) -> Mapping[str, tuple[float, Tensor]]:
        """The alignment term, where landmarks come with the faces."""
        if not self.alignment_weight or "landmarks" not in labels:
            return {}
        value = alignment_loss(output.heatmaps, labels["landmarks"], image_size=truth.shape[-1])
        return {"alignment": (self.alignment_weight, value)}

    def finetuned(self) -> DicLosses:
        """No landmarks are learned: photos come without."""
        return replace(self, alignment_weight=0.0)


def alignment_loss(heatmaps: tuple[Tensor, ...], landmarks: Tensor, *, image_size: int) -> Tensor:
    """The heatmaps' error, mean over steps, for the faces whose landmarks are known; 0 without any.

    Args: landmarks: `(B, 68, 2)` px of the picture, NaN for faces without. Source: DIC, eq. 6.
    """
    import torch

    from engine.priors.heatmaps import heatmap_loss, make_heatmaps

    is_known = landmarks.isfinite().all(dim=2).all(dim=1)
    if not heatmaps or not is_known.any():
        return landmarks.new_zeros(())
    truth = make_heatmaps(landmarks[is_known], image_size=image_size, heatmap_size=heatmaps[0].shape[-1])
    return torch.stack([heatmap_loss(found[is_known].float(), truth) for found in heatmaps]).mean()


def landmark_errors(output: DicOutput, labels: Mapping[str, Tensor]) -> Mapping[str, NDArray[np.float64]]:
    """The landmarks' error of each step and face (`engine.priors.landmarks68.nrmse`); NaN where they are not known."""
    from engine.priors.heatmaps import decode_heatmaps

    if "landmarks" not in labels:
        return {}
    truth, size = labels["landmarks"].cpu().numpy(), output.image.shape[-1]
    found = [decode_heatmaps(maps, image_size=size).cpu().numpy() for maps in output.heatmaps]
    return {f"nrmse_step_{number}": nrmse(points, truth) for number, points in enumerate(found, start=1)}
