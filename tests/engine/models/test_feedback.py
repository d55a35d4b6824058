"""The PReLU that learns its slope faster gives what torch's own gives, forwards and backwards."""

from __future__ import annotations

import pytest
import torch

from engine.models.feedback import SharedPReLU


@pytest.mark.parametrize("slope", [0.2, -0.3])
def test_values_and_gradients_are_those_of_torch(slope: float) -> None:
    own, reference = SharedPReLU(), torch.nn.PReLU()
    for module in (own, reference):
        module.weight.data.fill_(slope)
    x = torch.randn(2, 3, 8, 8, generator=torch.Generator().manual_seed(0))
    given = [x.clone().requires_grad_() for _ in range(2)]
    for module, values in zip((own, reference), given, strict=True):
        (module(values) ** 2).sum().backward()
    torch.testing.assert_close(own(x), reference(x))
    torch.testing.assert_close(given[0].grad, given[1].grad)
    torch.testing.assert_close(own.weight.grad, reference.weight.grad)


def test_its_gradients_are_right_by_differences() -> None:
    module = SharedPReLU().double()
    x = torch.randn(2, 3, 4, 4, dtype=torch.float64, generator=torch.Generator().manual_seed(1))
    assert torch.autograd.gradcheck(module, (x.requires_grad_(),))
