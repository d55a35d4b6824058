"""What a run minimises: the recipe's terms for the network, and the hinge loss for its discriminators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from lightning_fabric import Fabric
from torch import Tensor, nn

from engine.models.feature_networks import load_features, perceptual_distance
from engine.training.losses.adversarial import (
    MultiScaleDiscriminator,
    discriminator_hinge,
    feature_matching,
    generator_hinge,
)
from engine.training.losses.pixel import pixel_loss
from engine.training.losses.structure import ssim_loss
from engine.training.recipe import LossRecipe


@dataclass(frozen=True)
class Terms:
    """The weighted sum, and its parts by name (`loss` is the sum)."""

    total: Tensor
    parts: Mapping[str, Tensor]


class Objective:
    """SPARNet eqs. 12 and 13, with the terms and weights of a recipe."""

    def __init__(self, recipe: LossRecipe) -> None:
        self._recipe = recipe
        self.discriminator: nn.Module | None = None
        self._optimiser: torch.optim.Optimizer | None = None
        self._fabric: Fabric | None = None
        self._features = load_features(recipe.perceptual_network) if recipe.perceptual_weight else None
        if recipe.has_discriminator:
            self.discriminator = MultiScaleDiscriminator(recipe.discriminator_width)

    def set_up(self, fabric: Fabric, optimiser: torch.optim.Optimizer | None) -> Objective:
        """Bring the networks of the loss to Fabric's device; gives itself."""
        self._fabric = fabric
        if self._features:
            self._features = self._features.to(fabric.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        if self.discriminator and optimiser:
            self.discriminator, self._optimiser = fabric.setup(self.discriminator, optimiser)
        return self

    def generator_terms(self, image: Tensor, truth: Tensor) -> Terms:
        """Eq. 12 for pictures `(B, 3, H, W)` in [-1, 1]."""
        recipe = self._recipe
        parts = {"pixel": pixel_loss(image.float(), truth, recipe.pixel)}
        total = recipe.pixel_weight * parts["pixel"]
        seen, seen_truth = self._reduced(image), self._reduced(truth)
        if recipe.structure_weight:
            parts["structure"] = ssim_loss(_unit_range(image), _unit_range(truth))
            total = total + recipe.structure_weight * parts["structure"]
        if self._features:
            assert self._fabric
            with self._fabric.autocast():
                distance = perceptual_distance(self._features, _unit_range(seen), _unit_range(seen_truth))
            parts["perceptual"] = distance.mean()
            total = total + recipe.perceptual_weight * parts["perceptual"]
        if self.discriminator:
            self.discriminator.requires_grad_(False)
            scores, features = self.discriminator(seen)
            parts["adversarial"] = generator_hinge(scores)
            total = total + recipe.adversarial_weight * parts["adversarial"]
            if recipe.feature_matching_weight:
                with torch.no_grad():
                    real = self.discriminator(seen_truth)[1]
                parts["matching"] = feature_matching(real, features)
                total = total + recipe.feature_matching_weight * parts["matching"]
        return Terms(total, {"loss": total, **parts})

    def train_discriminator(self, fake: Tensor, real: Tensor, *, clip_norm: float) -> dict[str, float]:
        """One step of eq. 13 on pictures in [-1, 1]; nothing without discriminators."""
        if self.discriminator is None or self._optimiser is None:
            return {}
        assert self._fabric
        self.discriminator.requires_grad_(True)
        scores, _ = self.discriminator(self._reduced(torch.cat([real, fake.to(real.dtype)])))
        halves = [score.chunk(2) for score in scores]
        loss = discriminator_hinge([half[0] for half in halves], [half[1] for half in halves])
        self._optimiser.zero_grad()
        self._fabric.backward(loss)
        self._fabric.clip_gradients(self.discriminator, self._optimiser, max_norm=10 * clip_norm)  # type: ignore[arg-type]
        self._optimiser.step()
        return {"discriminator": loss.item()}

    def _reduced(self, image: Tensor) -> Tensor:
        """The picture as features and discriminators see it."""
        times = self._recipe.feature_reduction
        return nn.functional.avg_pool2d(image, times) if times > 1 else image


def _unit_range(image: Tensor) -> Tensor:
    return (image + 1) / 2
