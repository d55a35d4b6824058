"""MTUN as the model list sees it; torch is imported only when a network is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.models.base import FamilySpec, Names
from engine.models.mtun.config import MtunConfig
from engine.models.mtun.labels import KIND, VisibleLandmarks
from engine.models.mtun.losses import MtunLosses, placement_scores
from engine.priors.components import FOUR_COMPONENTS

if TYPE_CHECKING:
    from torch import nn


def _build(config: MtunConfig) -> nn.Module:
    from engine.models.mtun.network import MTUN

    return MTUN(config)


def _exportable(network: nn.Module) -> tuple[nn.Module, tuple[str, ...]]:
    from engine.models.mtun.network import MTUN, MtunGraph

    assert isinstance(network, MTUN)
    maps = ("heatmaps", "landmarks") if network.config.stacks else ()
    return MtunGraph(network), ("image", "transform", *maps)


def _names(config: MtunConfig) -> Names:
    parts = tuple(part.name for part in FOUR_COMPONENTS)
    return {"heatmaps": parts, "landmarks": parts} if config.stacks else {}


def _low_side(config: MtunConfig) -> int:
    return config.low_size


SPEC = FamilySpec(
    id="mtun",
    title="MTUN: tiny turned faces, guided by facial components",
    paper="Yu et al., Face Super-resolution Guided by Facial Component Heatmaps, 2018",
    outputs=("image", "transform", "heatmaps", "landmarks"),
    config_type=MtunConfig,
    build=_build,
    exportable=_exportable,
    names=_names,
    low_side=_low_side,
    losses=MtunLosses,
    label_sources={KIND: VisibleLandmarks},
    extra_scores=placement_scores,
    last_layers=("after.", "picture."),
)
