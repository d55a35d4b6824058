"""Discriminators, their losses and feature matching against hand-computed numbers (SPARNet eqs. 8-10; DIC 9, 10)."""

from __future__ import annotations

import pytest
import torch

from engine.training.losses.adversarial import (
    MultiScaleDiscriminator,
    discriminator_loss,
    feature_matching,
    generator_loss,
    make_discriminator,
)
from engine.training.recipe import AdversarialLoss


def test_three_scales_halve_the_picture_and_give_a_score_for_each_patch() -> None:
    discriminator = MultiScaleDiscriminator(width=4)
    scores, features = discriminator(torch.rand(2, 3, 128, 128))
    assert [tuple(score.shape) for score in scores] == [(2, 1, 8, 8), (2, 1, 4, 4), (2, 1, 2, 2)]
    assert [[f.shape[1] for f in maps] for maps in features] == [[4, 4, 8, 16, 16]] * 3
    assert [f.shape[-1] for f in features[0]] == [128, 64, 32, 16, 8]


@pytest.mark.parametrize("side", [64, 128])
def test_the_discriminator_of_the_whole_picture_gives_one_score(side: int) -> None:
    discriminator = make_discriminator("dcgan", 4)
    scores, features = discriminator(torch.rand(2, 3, side, side))
    assert [tuple(score.shape) for score in scores] == [(2, 1, 1, 1)]
    assert [tuple(f.shape) for f in features[0]] == [
        (2, 4 * 2**i, side // 2**i // 2, side // 2**i // 2) for i in range(4)
    ]
    assert isinstance(make_discriminator("patches", 4), MultiScaleDiscriminator)
    convs = [module for module in discriminator.modules() if isinstance(module, torch.nn.Conv2d)]
    assert [conv.kernel_size for conv in convs] == [(4, 4)] * 4


def test_every_conv_of_a_discriminator_has_spectral_norm_one() -> None:
    torch.manual_seed(0)
    discriminator = MultiScaleDiscriminator(width=8, count=1)
    for _ in range(30):  # power iterations
        discriminator(torch.rand(1, 3, 64, 64))
    convs = [module for module in discriminator.modules() if isinstance(module, torch.nn.Conv2d)]
    assert len(convs) == 6
    for conv in convs:
        norm = torch.linalg.matrix_norm(conv.weight.detach().flatten(1), ord=2)
        assert norm.item() == pytest.approx(1, abs=0.05)


def test_hinge_losses_are_the_hand_computed_numbers() -> None:
    real = [torch.tensor([2.0, 0.5]), torch.tensor([-1.0])]
    fake = [torch.tensor([-2.0, 0.5]), torch.tensor([0.0])]
    # first scale: relu(1 - r) = 0, 0.5; relu(1 + f) = 0, 1.5; second: 2 and 1
    assert discriminator_loss(real, fake, "hinge").item() == pytest.approx(((0.25 + 0.75) + (2 + 1)) / 2)
    assert generator_loss(fake, "hinge").item() == pytest.approx((0.75 + 0) / 2)


def test_feature_matching_sums_layers_averages_scales_and_leaves_the_real_side_alone() -> None:
    real = [[torch.zeros(1, 2, requires_grad=True), torch.ones(1, 1)], [torch.zeros(1, 1)]]
    fake = [[torch.tensor([[1.0, -3.0]], requires_grad=True), torch.zeros(1, 1)], [torch.tensor([[4.0]])]]
    loss = feature_matching(real, fake)
    assert loss.item() == pytest.approx(((2 + 1) + 4) / 2)
    loss.backward()
    assert real[0][0].grad is None
    assert fake[0][0].grad is not None


def test_losses_by_logarithm_are_those_of_probabilities() -> None:
    real, fake = [torch.tensor([2.0, 0.5]), torch.tensor([-1.0])], [torch.tensor([-2.0, 0.5]), torch.tensor([0.0])]
    d_real, d_fake = ([torch.sigmoid(score) for score in scores] for scores in (real, fake))
    expected = [-(r.log().mean() + (1 - f).log().mean()).item() for r, f in zip(d_real, d_fake, strict=True)]
    assert discriminator_loss(real, fake, "log").item() == pytest.approx(sum(expected) / 2)
    assert generator_loss(fake, "log").item() == pytest.approx(-sum(f.log().mean().item() for f in d_fake) / 2)


@pytest.mark.parametrize("kind", ["hinge", "log"])
def test_a_discriminator_learns_to_tell_noise_from_flat_pictures(kind: AdversarialLoss) -> None:
    torch.manual_seed(0)
    discriminator = MultiScaleDiscriminator(width=4)
    optimiser = torch.optim.Adam(discriminator.parameters(), lr=1e-2)
    losses: list[float] = []
    for _ in range(40):
        real, fake = torch.rand(4, 3, 32, 32) * 2 - 1, torch.zeros(4, 3, 32, 32)
        loss = discriminator_loss(discriminator(real)[0], discriminator(fake)[0], kind)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    assert losses[-1] < 0.5 * losses[0]
