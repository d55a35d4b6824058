"""The sum of a recipe's terms."""

from __future__ import annotations

from typing import NamedTuple

import pytest
import torch

from engine.models.base import FamilyLosses
from engine.models.dic.losses import DicLosses
from engine.priors.heatmaps import make_heatmaps
from engine.training.objective import Objective
from engine.training.processes import make_fabric
from engine.training.recipe import NO_TERMS, LossRecipe, OptimiserRecipe, Recipe


class Output(NamedTuple):
    image: torch.Tensor


class Steps(NamedTuple):
    steps: tuple[torch.Tensor, ...]
    heatmaps: tuple[torch.Tensor, ...]

    @property
    def image(self) -> torch.Tensor:
        return self.steps[-1]


def objective_of(loss: LossRecipe, own: FamilyLosses = NO_TERMS) -> Objective:
    recipe = Recipe(name="x", family="sparnet", network=None, loss=loss, optimiser=OptimiserRecipe(steps=1))
    torch.manual_seed(0)
    objective = Objective(loss, own)
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
    terms = objective_of(loss).generator_terms(Output(image.requires_grad_()), truth)
    parts = {name: part.item() for name, part in terms.parts.items()}
    expected = 2 * parts["pixel"] + 0.7 * parts["structure"]
    expected += 0.5 * parts["perceptual"] + 0.25 * parts["adversarial"] + 3 * parts["matching"]
    assert terms.total.item() == pytest.approx(expected, rel=1e-5)
    assert parts["loss"] == terms.total.item()
    assert min(parts["pixel"], parts["structure"], parts["perceptual"], parts["matching"]) > 0


def test_the_generators_step_leaves_no_gradient_in_the_discriminators() -> None:
    objective = objective_of(LossRecipe(adversarial_weight=1.0, feature_matching_weight=1.0, discriminator_width=4))
    image, truth = torch.rand(1, 3, 64, 64, requires_grad=True), torch.rand(1, 3, 64, 64)
    objective.generator_terms(Output(image), truth).total.backward()
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
    terms = objective.generator_terms(Output(torch.rand(1, 3, 32, 32)), torch.rand(1, 3, 32, 32))
    assert set(terms.parts) == {"loss", "pixel"}
    assert objective.discriminator is None
    assert objective.train_discriminator(torch.rand(1, 3, 32, 32), torch.rand(1, 3, 32, 32), clip_norm=1) == {}


def test_a_perceptual_loss_of_a_part_sees_the_same_random_part_of_both_pictures() -> None:
    whole, part = (
        objective_of(LossRecipe(perceptual_weight=1.0, perceptual_blocks=(0, 1), perceptual_crop=side))
        for side in (0, 32)
    )
    image, truth = torch.rand(2, 3, 64, 64) * 2 - 1, torch.rand(2, 3, 64, 64) * 2 - 1
    equal = part.generator_terms(Output(truth), truth).parts["perceptual"]
    assert equal.item() == pytest.approx(0, abs=1e-6)
    seen = [part.generator_terms(Output(image), truth).parts["perceptual"].item() for _ in range(40)]
    assert len(set(seen)) > 20
    expected = whole.generator_terms(Output(image), truth).parts["perceptual"].item()
    assert sum(seen) / len(seen) == pytest.approx(expected, rel=0.1)
    small = part.generator_terms(Output(image[..., :24, :24]), truth[..., :24, :24]).parts["perceptual"]
    assert small.item() > 0


def test_a_perceptual_part_lies_anywhere_in_the_picture() -> None:
    objective = objective_of(LossRecipe(perceptual_weight=1.0, perceptual_blocks=(0,), perceptual_crop=16))
    image = torch.zeros(1, 3, 48, 48, requires_grad=True)
    for _ in range(60):
        objective.generator_terms(Output(image), torch.rand(1, 3, 48, 48)).parts["perceptual"].backward()
    assert image.grad is not None and (image.grad != 0).any(dim=1).float().mean() > 0.9  # corners are rarely in it


def test_pixel_loss_and_structure_are_the_mean_of_all_steps() -> None:
    truth = torch.rand(2, 3, 32, 32) * 2 - 1
    first, last = truth + 0.25, truth + 0.75
    objective = objective_of(LossRecipe(structure_weight=1.0), DicLosses())
    terms = objective.generator_terms(Steps((first, last), ()), truth)
    assert terms.parts["pixel"].item() == pytest.approx(0.5, abs=1e-6)
    each = [objective.generator_terms(Steps((image,), ()), truth).parts["structure"].item() for image in (first, last)]
    assert each[0] != pytest.approx(each[1], abs=1e-3)
    assert terms.parts["structure"].item() == pytest.approx(sum(each) / 2)


def test_the_alignment_term_is_the_heatmaps_error_of_all_steps_for_faces_with_landmarks() -> None:
    truth = torch.zeros(2, 3, 128, 128)
    points = torch.rand(2, 68, 2, generator=torch.Generator().manual_seed(1)) * 100 + 10
    right = make_heatmaps(points, image_size=128)
    points[1, 5] = torch.nan
    off = right + 0.5
    off[1] = 1e6  # the face without landmarks does not count
    objective = objective_of(LossRecipe(), DicLosses(alignment_weight=10.0))
    terms = objective.generator_terms(Steps((truth, truth), (right, off)), truth, {"landmarks": points})
    assert terms.parts["alignment"].item() == pytest.approx(0.25 / 2)
    assert terms.total.item() == pytest.approx(terms.parts["pixel"].item() + 1.25, rel=1e-4)


def test_without_a_face_with_landmarks_the_alignment_term_is_zero() -> None:
    points = torch.full((1, 68, 2), torch.nan)
    maps = torch.rand(1, 68, 32, 32, requires_grad=True)
    image = torch.zeros(1, 3, 128, 128, requires_grad=True)
    objective = objective_of(LossRecipe(), DicLosses(alignment_weight=1.0))
    terms = objective.generator_terms(Steps((image,), (maps,)), image, {"landmarks": points})
    assert terms.parts["alignment"].item() == 0
    terms.total.backward()
    assert maps.grad is None
