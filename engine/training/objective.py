"""What a run minimises: the recipe's terms for the network, and the loss of its discriminators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import torch
from lightning_fabric import Fabric
from torch import Tensor, nn

from engine.features.feature_networks import load_features, perceptual_distance
from engine.models.base import FamilyLosses
from engine.training.losses.adversarial import (
    discriminator_loss,
    feature_matching,
    generator_loss,
    make_discriminator,
)
from engine.training.losses.pixel import pixel_loss
from engine.training.losses.structure import ssim_loss
from engine.training.recipe import NO_TERMS, LossRecipe


@dataclass(frozen=True)
class Terms:
    """The weighted sum, and its parts by name (`loss` is the sum)."""

    total: Tensor
    parts: Mapping[str, Tensor]


class NetworkOutput(Protocol):
    """What a network gives: `image` `(B, 3, H, W)`, about in [-1, 1]; what else is there, the family's losses know."""

    @property
    def image(self) -> Tensor:
        """The result."""
        ...


class Objective:
    """SPARNet eqs. 12 and 13, DIC eqs. 9 to 12, with the weights of a recipe; and the family's `own` terms."""

    def __init__(self, recipe: LossRecipe, own: FamilyLosses = NO_TERMS) -> None:
        self._recipe, self._own = recipe, own
        self.discriminator: nn.Module | None = None
        self._optimiser: torch.optim.Optimizer | None = None
        self._fabric: Fabric | None = None
        self._features = (
            load_features(recipe.perceptual_network, recipe.perceptual_blocks) if recipe.perceptual_weight else None
        )
        if recipe.has_discriminator:
            self.discriminator = make_discriminator(recipe.discriminator, recipe.discriminator_width)

    @property
    def networks(self) -> tuple[nn.Module, ...]:
        """The networks that the terms need: of features, and discriminators."""
        return tuple(network for network in (self._features, self.discriminator) if network)

    def set_up(self, fabric: Fabric, optimiser: torch.optim.Optimizer | None) -> Objective:
        """Bring the networks of the loss to Fabric's device; gives itself."""
        self._fabric = fabric
        if self._features:
            self._features = self._features.to(fabric.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        if self.discriminator and optimiser:
            self.discriminator, self._optimiser = fabric.setup(self.discriminator, optimiser)
        return self

    def generator_terms(
        self, output: NetworkOutput, truth: Tensor, labels: Mapping[str, Tensor] | None = None
    ) -> Terms:
        """What the network is to minimise.

        Args: truth: `(B, 3, H, H)` in [-1, 1]. labels: by kind, of the same faces (`engine.datasets.labels`).
        """
        recipe = self._recipe
        steps, like = self._own.pictures(output), self._own.truth(output, labels or {}, truth)
        parts = {"pixel": _mean([pixel_loss(image.float(), like, recipe.pixel) for image in steps])}
        total = recipe.pixel_weight * parts["pixel"]
        seen, seen_truth = self._reduced(output.image), self._reduced(like)
        if recipe.structure_weight:
            parts["structure"] = _mean([ssim_loss(_unit_range(image), _unit_range(like)) for image in steps])
            total = total + recipe.structure_weight * parts["structure"]
        for name, (weight, value) in self._own.terms(output, labels or {}, truth).items():
            parts[name] = value
            total = total + weight * value
        if self._features:
            assert self._fabric
            with self._fabric.autocast():
                part = _random_part(seen, recipe.perceptual_crop)
                distance = perceptual_distance(self._features, _unit_range(seen[part]), _unit_range(seen_truth[part]))
            parts["perceptual"] = distance.mean()
            total = total + recipe.perceptual_weight * parts["perceptual"]
        if self.discriminator:
            self.discriminator.requires_grad_(False)
            scores, features = self.discriminator(seen)
            parts["adversarial"] = generator_loss(scores, recipe.adversarial)
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
        loss = discriminator_loss([half[0] for half in halves], [half[1] for half in halves], self._recipe.adversarial)
        self._optimiser.zero_grad()
        self._fabric.backward(loss)
        self._fabric.clip_gradients(self.discriminator, self._optimiser, max_norm=10 * clip_norm)  # type: ignore[arg-type]
        self._optimiser.step()
        return {"discriminator": loss.item()}

    def _reduced(self, image: Tensor) -> Tensor:
        """The picture as features and discriminators see it."""
        times = self._recipe.feature_reduction
        return nn.functional.avg_pool2d(image, times) if times > 1 else image


def _mean(values: list[Tensor]) -> Tensor:
    return torch.stack(values).mean()


def _random_part(image: Tensor, side: int) -> tuple[slice, ...]:
    """Where a random square of `side` px lies in pictures `(B, C, H, W)`; all of them for 0, or if they are smaller."""
    height, width = image.shape[-2:]
    if not 0 < side < min(height, width):
        return (slice(None),)
    top, left = (int(torch.randint(room - side + 1, ())) for room in (height, width))
    return (..., slice(top, top + side), slice(left, left + side))  # type: ignore[return-value]


def _unit_range(image: Tensor) -> Tensor:
    return (image + 1) / 2
