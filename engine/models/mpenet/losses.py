"""What MPENet minimises and is scored by beside its pictures: landmark heatmaps and action units. Imports torch when
used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.errors import RecipeError
from engine.models.base import FamilyLosses
from engine.models.dic.losses import alignment_loss
from engine.models.mpenet.labels import KIND
from engine.priors.action_units import UNITS
from engine.priors.landmarks68 import nrmse

if TYPE_CHECKING:
    from torch import Tensor

    from engine.models.mpenet.network import MpenetOutput

DICE_SMOOTH = 1.0  # epsilon of eq. 7, which the paper does not name; JAA-Net's


@dataclass(frozen=True, kw_only=True)
class MpenetLosses(FamilyLosses):
    """MPENet's own terms. Its pixel loss is the mean over the three steps (eq. 9).

    `unit_rates` is how often each unit is there in the faces that are trained on, r_i of eqs. 6 and 7, in the order of
    `engine.priors.action_units.UNITS`; none: all count alike. `packaging/scripts/label_action_units.py` prints them.
    """

    alignment_weight: float = 0.0  # landmark heatmaps of the first step (eq. 5)
    unit_weight: float = 0.0  # action units of the second (eq. 8)
    unit_rates: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if self.unit_rates and (len(self.unit_rates) != len(UNITS) or min(self.unit_rates) <= 0):
            raise RecipeError(
                "Expected {count} unit_rates above 0, got {found}.", count=len(UNITS), found=len(self.unit_rates)
            )

    @property
    def labels(self) -> tuple[str, ...]:
        """Landmarks and action units, as far as they are learned."""
        kinds = {"landmarks": self.alignment_weight, KIND: self.unit_weight}
        return tuple(kind for kind, weight in kinds.items() if weight)

    def pictures(self, output: MpenetOutput) -> tuple[Tensor, ...]:
        """Every step's."""
        return output.steps

    def terms(
        self, output: MpenetOutput, labels: Mapping[str, Tensor], truth: Tensor
    ) -> Mapping[str, tuple[float, Tensor]]:
        """Heatmaps and units, where the network has the branch and the faces have the labels."""
        found: dict[str, tuple[float, Tensor]] = {}
        if self.alignment_weight and output.heatmaps is not None and "landmarks" in labels:
            value = alignment_loss((output.heatmaps,), labels["landmarks"], image_size=truth.shape[-1])
            found["alignment"] = (self.alignment_weight, value)
        if self.unit_weight and output.unit_logits is not None and KIND in labels:
            value = units_loss(output.unit_logits.float(), labels[KIND], self.unit_rates)
            found["units"] = (self.unit_weight, value)
        return found

    def finetuned(self) -> MpenetLosses:
        """Photos come with neither landmarks nor units."""
        return replace(self, alignment_weight=0.0, unit_weight=0.0)


def unit_weights(rates: tuple[float, ...]) -> NDArray[np.float64]:
    """w_i `(U,)`: the rarer a unit, the more it counts; their sum is U. Source: MPENet, section 3.1."""
    rarity = 1 / np.array(rates or [1.0] * len(UNITS))
    return rarity * len(UNITS) / rarity.sum()


def units_loss(logits: Tensor, labels: Tensor, rates: tuple[float, ...]) -> Tensor:
    """L_cross + L_dice, mean over the faces that have labels; 0 without any.

    Args: logits: `(B, U)`. labels: `(B, U)`, 0 or 1, NaN for faces without. rates: as in `MpenetLosses`.
    Source: MPENet, eqs. 6 to 8; eq. 6 has the prediction where its first factor must be the label.
    """
    import torch

    is_known = labels.isfinite().all(dim=1)
    if not is_known.any():
        return logits.sum() * 0
    logits, labels = logits[is_known], labels[is_known].to(logits.dtype)
    weights = torch.as_tensor(unit_weights(rates), dtype=logits.dtype, device=logits.device)
    cross = torch.nn.functional.binary_cross_entropy_with_logits(logits, labels, reduction="none")
    return ((cross + dice_loss(logits.sigmoid(), labels)) * weights).sum(dim=1).mean()


def dice_loss(found: Tensor, labels: Tensor) -> Tensor:
    """1 - (2 y p + e) / (y^2 + p^2 + e) of each face and unit, `(B, U)`. Source: MPENet, eq. 7."""
    return 1 - (2 * labels * found + DICE_SMOOTH) / (labels.square() + found.square() + DICE_SMOOTH)


def prior_scores(output: MpenetOutput, labels: Mapping[str, Tensor]) -> Mapping[str, NDArray[np.float64]]:
    """Of each face the landmarks' error (`engine.priors.landmarks68.nrmse`) and the share of units told rightly; NaN
    where the truth is not known."""
    from engine.priors.heatmaps import decode_heatmaps

    scores: dict[str, NDArray[np.float64]] = {}
    if output.heatmaps is not None and "landmarks" in labels:
        found = decode_heatmaps(output.heatmaps, image_size=output.image.shape[-1]).cpu().numpy()
        scores["nrmse"] = nrmse(found, labels["landmarks"].cpu().numpy())
    if output.unit_logits is not None and KIND in labels:
        truth = labels[KIND].double().cpu().numpy()
        is_right = (output.unit_logits.cpu().float().numpy() > 0) == (truth > 0.5)
        scores["unit_accuracy"] = np.where(np.isfinite(truth).all(axis=1), is_right.mean(axis=1), np.nan)
    return scores
