"""DIC as the model list sees it; torch is imported only when a network is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.models.base import FamilySpec, Names, PublishedModel
from engine.models.dic.config import PAPER_DIC, DicConfig
from engine.models.dic.losses import DicLosses, landmark_errors
from engine.priors.components import COMPONENTS
from engine.priors.landmarks68 import NAMES

if TYPE_CHECKING:
    from torch import nn


def _build(config: DicConfig) -> nn.Module:
    from engine.models.dic.network import DIC

    return DIC(config)


def _exportable(network: nn.Module) -> tuple[nn.Module, tuple[str, ...]]:
    from engine.models.dic.network import DIC, DicGraph

    assert isinstance(network, DIC)
    config = network.config
    steps = tuple(f"steps_{number}" for number in range(1, config.steps))
    has_attention = config.guidance == "fusion" and config.steps > 1
    maps = tuple(f"attention_{part.name}" for part in COMPONENTS) if has_attention else ()
    landmarks = () if config.guidance == "none" else ("heatmaps", "landmarks")
    return DicGraph(network), ("image", *steps, *maps, *landmarks)


def _names(config: DicConfig) -> Names:
    return {} if config.guidance == "none" else {"heatmaps": NAMES}


def _low_side(config: DicConfig) -> int:
    return config.low_size


SPEC = FamilySpec(
    id="dic",
    title="DIC: restoration and landmarks in turn",
    paper="Ma et al., Deep Face Super-Resolution with Iterative Collaboration between Attentive Recovery and Landmark "
    "Estimation, 2020",
    outputs=("image", "steps", "attention", "heatmaps", "landmarks"),
    config_type=DicConfig,
    build=_build,
    exportable=_exportable,
    names=_names,
    low_side=_low_side,
    losses=DicLosses,
    extra_scores=landmark_errors,
    last_layers=("out.", "conv_out."),
    published=(
        PublishedModel(
            id="dic-published",
            title="DIC or DICGAN (authors' weights)",
            config=PAPER_DIC,
            input_size=PAPER_DIC.size,
            output_size=PAPER_DIC.size,
            crop="tight",
            useful_range=(12, 24),
            licence="MIT",
            licence_note="The authors' code is under the MIT licence; the weights carry no licence of their own, and "
            "the faces they were trained on (CelebA, Helen) are for research only.",
            where="the README of github.com/Maclory/Deep-Iterative-Collaboration",
        ),
    ),
)
