"""SPARNet as the model list sees it; torch is imported only when a network is built."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.models.base import FamilySpec, PublishedModel
from engine.models.sparnet.config import (
    PAPER_SPARNET,
    PAPER_SPARNET_HD,
    PAPER_SPARNET_HD_3D,
    PAPER_SPARNET_LIGHT_3D,
    SparnetConfig,
)

if TYPE_CHECKING:
    from torch import nn

_LICENCE = "CC-BY-NC-SA-4.0"
_LICENCE_NOTE = (
    "Published by the authors of SPARNet for non-commercial use only, share alike; the weights carry no licence "
    "of their own, so the one of their repository is assumed."
)
_WHERE = "github.com/chaofengc/Face-SPARNet, release v0.1.0"


def _build(config: SparnetConfig) -> nn.Module:
    from engine.models.sparnet.network import SPARNet
    from engine.models.sparnet.wavelet_network import WaveletSparnet

    return WaveletSparnet(config) if config.layout == "wavelet" else SPARNet(config)


def _exportable(network: nn.Module) -> tuple[nn.Module, tuple[str, ...]]:
    from engine.models.sparnet.network import SPARNet, SparnetGraph
    from engine.models.sparnet.wavelet_network import WaveletSparnet

    assert isinstance(network, SPARNet | WaveletSparnet)
    graph = SparnetGraph(network, network.config)
    return graph, ("image", *(f"attention_{name}" for name in network.config.attention_names))


def _exported_config(config: SparnetConfig) -> SparnetConfig:
    """Spectral norm is folded into the weights when a network is exported."""
    return replace(config, spectral_norm=False)


def _published(model_id: str, title: str, config: SparnetConfig) -> PublishedModel:
    is_hd = config.size == 512
    return PublishedModel(
        id=model_id,
        title=title,
        config=config,
        input_size=config.size,
        output_size=config.size,
        crop="ffhq" if is_hd else "tight",
        useful_range=(32, 400) if is_hd else (12, 24),
        licence=_LICENCE,
        licence_note=_LICENCE_NOTE,
        where=_WHERE,
    )


SPEC = FamilySpec(
    id="sparnet",
    title="SPARNet: spatial attention",
    paper="Chen et al., Learning Spatial Attention for Face Super-Resolution, 2020",
    outputs=("image", "attention"),
    config_type=SparnetConfig,
    build=_build,
    exportable=_exportable,
    exported_config=_exported_config,
    last_layers=("decoder.", "enlarge_levels.", "enlarge_last.", "out_conv."),
    published=(
        _published("sparnet-v16-s4-published", "SPARNet-V16-S4 (authors' weights)", PAPER_SPARNET),
        _published(
            "sparnet-light-3d-published", "SPARNet-Light, 3D attention (authors' weights)", PAPER_SPARNET_LIGHT_3D
        ),
        _published("sparnethd-2d-published", "SPARNetHD, 2D attention (authors' weights)", PAPER_SPARNET_HD),
        _published("sparnethd-3d-published", "SPARNetHD, 3D attention (authors' weights)", PAPER_SPARNET_HD_3D),
    ),
)
