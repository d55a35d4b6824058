"""A small SPARNet for tests that export and run."""

from __future__ import annotations

import pytest
import torch

from engine.models.base import ModelCard
from engine.models.sparnet.config import SparnetConfig
from engine.models.sparnet.network import SPARNet

SMALL = SparnetConfig(
    size=32, base_channels=12, max_channels=24, smallest_feature=8, body_units=1, attention_width=12,
    attention_bottleneck=16,
)  # fmt: skip


@pytest.fixture(scope="session")
def small_network() -> SPARNet:
    """A SPARNet of 32 px whose weights and statistics are drawn with a fixed seed."""
    torch.manual_seed(3)
    network = SPARNet(SMALL).train()
    with torch.no_grad():
        for _ in range(3):
            network(torch.randn(4, 3, 32, 32))
    return network.eval()


@pytest.fixture(scope="session")
def small_card() -> ModelCard:
    """A card that fits `small_network`."""
    return ModelCard(
        id="small", family="sparnet", title="small", paper="", file="", sha256="", licence="Apache-2.0",
        input_size=32, output_size=32, useful_range=(8, 16), parameters=0, outputs=(),
    )  # fmt: skip
