"""The networks that a 3D face guides, as the model list sees them; torch is imported only when one is built."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.models.base import FamilySpec, Names
from engine.models.card import file_sha256
from engine.models.prior3d.config import Prior3dConfig
from engine.models.prior3d.priors import priors_of
from engine.priors.coefficients.teller import coefficients_file

if TYPE_CHECKING:
    from torch import nn


def _build(config: Prior3dConfig) -> nn.Module:
    from engine.models.prior3d.network import Prior3dNetwork

    return Prior3dNetwork(config)


def _exportable(network: nn.Module) -> tuple[nn.Module, tuple[str, ...]]:
    from engine.models.prior3d.network import Prior3dGraph, Prior3dNetwork

    assert isinstance(network, Prior3dNetwork)
    return Prior3dGraph(network), ("image", *_attention(network.config))


def _attention(config: Prior3dConfig) -> tuple[str, ...]:
    count = config.blocks if config.network == "sam" else 0
    return tuple(f"attention_block_{number}" for number in range(1, count + 1))


def _names(config: Prior3dConfig) -> Names:
    return {name: (name.removeprefix("attention_"),) for name in _attention(config)}


def _low_side(config: Prior3dConfig) -> int:
    return config.low_size


def _exported_config(config: Prior3dConfig) -> Prior3dConfig:
    file = coefficients_file()
    known = config.has_prior and file.exists()
    return replace(config, told_by=file_sha256(file)[:16]) if known else config


SPEC = FamilySpec(
    id="prior3d",
    title="SAM: a 3D face, fitted and rendered, tells where to heed what",
    paper="Face Super-Resolution Guided by 3D Facial Priors, submitted to ICLR 2020, anonymous",
    outputs=("image", "attention", "morphable", "rendered_prior", "prior_refusals"),
    config_type=Prior3dConfig,
    build=_build,
    exportable=_exportable,
    names=_names,
    exported_config=_exported_config,
    low_side=_low_side,
    priors=priors_of,
    last_layers=("body.enlarge.", "body.picture."),
)
