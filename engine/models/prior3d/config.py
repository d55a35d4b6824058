"""Sizes of the networks that a 3D face guides, torch-free, so that the model list can be shown without torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.models.checked_sizes import check_sizes

# Table 3 of the paper: "+" has the rendered face as three more channels; "sam" attends to it in space.
Kind = Literal["srcnn", "srcnn+", "vdsr", "vdsr+", "sam"]


@dataclass(frozen=True, kw_only=True)
class Prior3dConfig:
    """Every choice that shapes the network; the defaults are the paper's SAM at x8, as far as it is described.

    The paper gives eight spatial attention blocks that work at the resolution of the low-resolution face, and what they
    are made of; the channels are ours. SRCNN and VDSR are as published: 9-1-5 with 64 and 32 channels, 20 layers of 64.
    """

    size: int = 128  # px, side of the picture that comes in (the face, enlarged) and of the one that goes out
    scale: int = 8  # the low-resolution face has so many times fewer px
    network: Kind = "sam"
    features: int = 64  # channels; of SRCNN's second layer half as many
    layers: int = 20  # of VDSR
    blocks: int = 8  # spatial attention blocks of SAM
    unfold: int = 1  # SAM's features have so many times the low-resolution face's side; the paper's the same
    reduction: int = 16  # channel attention has so many times fewer channels
    conditions: int = 32  # channels that the priors are made to
    keeps_rendered: bool = False  # all px of the rendered face, as channels; the paper reduces it to the features' side
    skip: Literal["none", "input"] = "none"  # what SAM's picture is added to: nothing, or the enlarged face
    prior_dropout: float = 0.0  # share of faces that learn without their prior; it can then be switched off
    told_by: str = ""  # exported: the beginning of the SHA-256 of the network of coefficients, for the card

    def __post_init__(self) -> None:
        check_sizes(size=self.size, scale=self.scale, map_size=self.map_size, halvings=0)

    @property
    def low_size(self) -> int:
        """Side in px of the low-resolution face: 16 or 32 in the paper."""
        return self.size // self.scale

    @property
    def map_size(self) -> int:
        """Side in px of SAM's features, of its coefficient maps and its attention."""
        return self.low_size * self.unfold

    @property
    def has_prior(self) -> bool:
        """Whether the network is given a 3D face."""
        return self.network not in ("srcnn", "vdsr")


PAPER_SAM = Prior3dConfig()
