"""MPENet as the model list sees it; torch is imported only when a network is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.models.base import FamilySpec, Names
from engine.models.mpenet.config import MpenetConfig
from engine.models.mpenet.labels import KIND, WeakActionUnits
from engine.models.mpenet.losses import MpenetLosses, prior_scores
from engine.priors.action_units import NAMES as UNIT_NAMES
from engine.priors.action_units import UNITS
from engine.priors.landmarks68 import NAMES

if TYPE_CHECKING:
    from torch import nn

# A name of an output, and of a layer of an overlay, has no slash.
REGIONS = tuple(f"attention_{unit.id.replace('/', '_')}" for unit in UNITS)


def _build(config: MpenetConfig) -> nn.Module:
    from engine.models.mpenet.network import MPENet

    return MPENet(config)


def _exportable(network: nn.Module) -> tuple[nn.Module, tuple[str, ...]]:
    from engine.models.mpenet.network import MPENet, MpenetGraph

    assert isinstance(network, MPENet)
    config = network.config
    landmarks = ("landmarks", "heatmaps") if config.has_landmarks else ()
    units = ("action_units",) if config.has_units else ()
    regions = REGIONS if config.guidance == "regions" else ()
    return MpenetGraph(network), ("image", "steps_1", "steps_2", *landmarks, *units, *regions)


def _names(config: MpenetConfig) -> Names:
    names: dict[str, tuple[str, ...]] = {"heatmaps": NAMES} if config.has_landmarks else {}
    if config.has_units:
        names["action_units"] = UNIT_NAMES
    if config.guidance == "regions":
        names |= {region: (name,) for region, name in zip(REGIONS, UNIT_NAMES, strict=True)}
    return names


def _low_side(config: MpenetConfig) -> int:
    return config.low_size


SPEC = FamilySpec(
    id="mpenet",
    title="MPENet: landmarks, then facial action units, step by step",
    paper="Zhang and Liu, Face Super-Resolution with Progressive Embedding of Multi-scale Face Priors, 2022",
    outputs=("image", "steps", "landmarks", "heatmaps", "action_units", "attention"),
    config_type=MpenetConfig,
    build=_build,
    exportable=_exportable,
    names=_names,
    low_side=_low_side,
    losses=MpenetLosses,
    label_sources={KIND: WeakActionUnits},
    extra_scores=prior_scores,
    last_layers=("enlarge.", "picture."),
)
