"""No test: networks of a few thousand weights, which train and export in a moment, for all tests that need some."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import torch

from engine.models.base import FamilySpec, ModelCard
from engine.models.card import config_table
from engine.models.dic.config import DicConfig
from engine.models.exporting import export_model
from engine.models.mtun.config import MtunConfig
from engine.models.mtun.network import MTUN
from engine.models.mtun.spec import SPEC as MTUN_SPEC
from engine.models.sparnet.config import SparnetConfig
from engine.models.sparnet.network import SPARNet
from engine.models.sparnet.spec import SPEC

SMALL_SPARNET = SparnetConfig(
    size=32, base_channels=6, max_channels=12, smallest_feature=8, body_units=1, attention_width=6,
    attention_bottleneck=16, global_skip=True,
)  # fmt: skip
SMALL_DIC = DicConfig(
    features=8, groups=2, steps=3, feedback_stride=2, fusion_units=1, hourglass_features=8, hourglass_stem=8,
    hourglass_depth=2,
)  # fmt: skip

SMALL_MTUN = MtunConfig(
    channels=(8, 8, 8), widths=(8, 8, 8), stacks=1, locator_width=4, locator_hidden=8, is_residual=True
)  # fmt: skip


def export_tinted(folder: Path) -> None:
    """A SPARNet that makes every face too red, which its last layer can unlearn."""
    torch.manual_seed(1)
    network = SPARNet(SMALL_SPARNET)
    with torch.no_grad():
        network.out_conv.conv2d.bias.copy_(torch.tensor([0.1, 0.0, 0.0]))  # type: ignore[union-attr]
    card = ModelCard(
        id="tinted", family="sparnet", title="Tinted", paper="", file="", sha256="", licence="CC-BY-4.0",
        licence_note="Name the maker.", input_size=32, output_size=32, useful_range=(8, 16), parameters=0, outputs=(),
        training_data="Waves.", bias="Red.", limits="None known.",
        network={name: value for name, value in vars(SMALL_SPARNET).items() if value is not None},
    )  # fmt: skip
    export_model(family=SPEC, network=network, card=card, folder=folder)


def with_small_publications(family: FamilySpec) -> FamilySpec:
    """SPARNet's family, whose published networks are small ones here; no two of them are alike."""
    published = tuple(
        replace(one, config=replace(SMALL_SPARNET, base_channels=channels), input_size=32, output_size=32)
        for one, channels in zip(family.published, (4, 6, 8, 10), strict=True)
    )
    return replace(family, published=published)


def export_turned(folder: Path, *, turn_rad: float) -> None:
    """An MTUN that finds every face turned by this angle and gives it upright as it came, with maps of nothing."""
    torch.manual_seed(1)
    network = MTUN(SMALL_MTUN)
    with torch.no_grad():
        network.picture.weight.zero_()
        network.picture.bias.zero_()  # type: ignore[union-attr]
        turn = torch.tensor([math.cos(turn_rad) - 1, math.sin(turn_rad), 0.0, 0.0])
        network.locators[0].get_parameter("full.2.bias").copy_(turn)
    card = ModelCard(
        id="turned", family="mtun", title="Turned", paper="", file="", sha256="", licence="CC-BY-4.0", input_size=128,
        output_size=128, useful_range=(8, 64), parameters=0, outputs=(), training_data="None.", bias="None.",
        limits="All.", network=config_table(SMALL_MTUN),
    )  # fmt: skip
    export_model(family=MTUN_SPEC, network=network, card=card, folder=folder)
