"""The sum of a recipe's terms."""

from __future__ import annotations

import pytest
import torch

from engine.training.loop import make_fabric
from engine.training.objective import Objective
from engine.training.recipe import LossRecipe, OptimiserRecipe, Recipe


def objective_of(loss: LossRecipe) -> Objective:
    recipe = Recipe(name="x", family="sparnet", network=None, loss=loss, optimiser=OptimiserRecipe(steps=1))
    torch.manual_seed(0)
    objective = Objective(loss)
    optimiser = None
    if objective.discriminator:
        optimiser = torch.optim.Adam(objective.discriminator.parameters(), lr=1e-3)
    return objective.set_up(make_fabric(recipe, accelerator="cpu"), optimiser)


def test_the_total_is_the_weighted_sum_of_the_parts() -> None:
    loss = LossRecipe(
        pixel_weight=2.0,
        structure_weight=0.7,
        perceptual_weight=0.5,
        adversarial_weight=0.25,
        feature_matching_weight=3.0,
        discriminator_width=4,
    )
    image, truth = torch.rand(2, 3, 64, 64) * 2 - 1, torch.rand(2, 3, 64, 64) * 2 - 1
    terms = objective_of(loss).generator_terms(image.requires_grad_(), truth)
    parts = {name: part.item() for name, part in terms.parts.items()}
    expected = 2 * parts["pixel"] + 0.7 * parts["structure"]
    expected += 0.5 * parts["perceptual"] + 0.25 * parts["adversarial"] + 3 * parts["matching"]
    assert terms.total.item() == pytest.approx(expected, rel=1e-5)
    assert parts["loss"] == terms.total.item()
    assert min(parts["pixel"], parts["structure"], parts["perceptual"], parts["matching"]) > 0


def test_the_generators_step_leaves_no_gradient_in_the_discriminators() -> None:
    objective = objective_of(LossRecipe(adversarial_weight=1.0, feature_matching_weight=1.0, discriminator_width=4))
    image, truth = torch.rand(1, 3, 64, 64, requires_grad=True), torch.rand(1, 3, 64, 64)
    objective.generator_terms(image, truth).total.backward()
    assert objective.discriminator is not None
    assert all(parameter.grad is None for parameter in objective.discriminator.parameters())
    assert image.grad is not None
    before = [parameter.detach().clone() for parameter in objective.discriminator.parameters()]
    losses = objective.train_discriminator(image.detach(), truth, clip_norm=1)
    assert losses["discriminator"] > 0
    after = list(objective.discriminator.parameters())
    assert any(not a.equal(b) for a, b in zip(before, after, strict=True))


def test_terms_of_weight_zero_are_not_computed() -> None:
    objective = objective_of(LossRecipe())
    terms = objective.generator_terms(torch.rand(1, 3, 32, 32), torch.rand(1, 3, 32, 32))
    assert set(terms.parts) == {"loss", "pixel"}
    assert objective.discriminator is None
    assert objective.train_discriminator(torch.rand(1, 3, 32, 32), torch.rand(1, 3, 32, 32), clip_norm=1) == {}
