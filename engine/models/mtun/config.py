"""Sizes of an MTUN, torch-free, so that the model list can be shown without torch."""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import ModelError

MOST_LOOKS = 8
SIZES = (16, 32, 64)  # px, of the features that can be aligned and looked at for components


@dataclass(frozen=True, kw_only=True)
class MtunConfig:
    """Every choice that shapes an MTUN; the defaults are the paper's network, as far as it is described.

    The paper gives the sizes 16, 32, 64 and 128 px, the spatial transformer, the form of the residual block, four
    stacked hourglasses and four components; the channels of the upsampling branch and of the hourglasses, which it does
    not name, are ours.
    """

    size: int = 128  # px, side of the picture that comes in (the face, enlarged) and of the one that goes out
    scale: int = 8  # the face is reduced so many times before anything else
    channels: tuple[int, int, int] = (64, 128, 256)  # of the auto-encoder at 16, 8 and 4 px
    widths: tuple[int, int, int] = (64, 64, 32)  # at 32, 64 and 128 px
    blocks: int = 0  # residual blocks of two convolutions at each size, which the paper has not
    stacks: int = 4  # hourglasses; 0: no heatmap branch
    hourglass_depth: int = 4
    components: int = 4
    heatmap_size: int = 64  # px: where the features are aligned and looked at for components (table 2)
    locator_width: int = 20
    locator_hidden: int = 20
    locator_grid: int = 2  # side of what is left before the locator's first full connection: 20 * 2 * 2 = 80 numbers
    locator_rounds: int = 1  # further ones look at the aligned features and correct; the paper has one
    last_looks: int = 1  # how often the last locator of several looks again at what it corrected
    is_autoencoder: bool = True  # False: the face is enlarged directly (the paper's comparison)
    has_skip: bool = True  # aligned features past the heatmaps' fusion (figure 2)
    is_residual: bool = False  # the aligned enlargement of the face is added to the picture; not in the paper
    mirror_average: bool = False  # exported: the mean over the face and its mirror image; four numbers each as well

    def __post_init__(self) -> None:
        if self.heatmap_size not in SIZES:
            raise ModelError(
                "Expected a heatmap_size of 16, 32 or 64 px, got {size}.",
                hint="The paper has 64.",
                size=self.heatmap_size,
            )
        if self.size != 128 or self.scale != 8:
            raise ModelError(
                "Expected a size of 128 and a scale of 8, got {size} and {scale}.", size=self.size, scale=self.scale
            )
        if self.locator_grid not in (2, 5) or self.locator_rounds < 1:
            raise ModelError(
                "Expected a locator_grid of 2 or 5 and at least one round, got {grid} and {rounds}.",
                grid=self.locator_grid,
                rounds=self.locator_rounds,
            )
        if not 1 <= self.last_looks <= MOST_LOOKS:
            raise ModelError(
                "Expected last_looks from 1 to {most}, got {looks}.", most=MOST_LOOKS, looks=self.last_looks
            )

    @property
    def low_size(self) -> int:
        """Side in px of the low-resolution face: 16 in the paper."""
        return self.size // self.scale

    @property
    def depth(self) -> int:
        """How often the hourglasses halve: what their size allows."""
        return min(self.hourglass_depth, self.heatmap_size.bit_length() - 3)


PAPER_MTUN = MtunConfig()
