"""Every effect that a recipe can switch on, with its probability and its range."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

BlurKind = Literal["gaussian", "average", "median", "motion"]
# "bicubic" is antialiased, as the papers' pairs are; the others are OpenCV's, of which only "area" is antialiased.
Reduction = Literal["bicubic", "area", "linear", "nearest"]


@dataclass(frozen=True, kw_only=True)
class Effect:
    """How often an effect is applied, and the range its strength is drawn from, uniformly."""

    probability: float = 0.0
    amount: tuple[float, float] = (0.0, 1.0)


@dataclass(frozen=True, kw_only=True)
class BlurRecipe:
    """SPARNet eq. 14's four kernels k. Sizes in px of a face crop of 512 px; one of 256 px is blurred half as far."""

    probability: float = 0.0
    kinds: tuple[BlurKind, ...] = ("gaussian", "average", "median", "motion")
    gaussian: tuple[float, float] = (3.0, 15.0)  # sigma
    average: tuple[float, float] = (3.0, 15.0)  # side of the window
    median: tuple[float, float] = (3.0, 15.0)  # side of the window
    motion: tuple[float, float] = (5.0, 25.0)  # length of the line


@dataclass(frozen=True, kw_only=True)
class DegradationRecipe:
    """In the order of use. Without any effect: the papers' bicubic reduction to `lr_range`, rounded to 8 bits.

    `grey`, `sepia` and `fading` change the truth as well: colour is part of the photo, and a restored face whose colour
    differs from its surroundings is a fault. All others change the low-resolution face alone.
    """

    grey: Effect = Effect(amount=(1, 1))
    sepia: Effect = Effect(amount=(0.3, 1.0))  # 1: all colour replaced by brown
    fading: Effect = Effect(amount=(0.1, 0.5))  # share of the contrast that is lost
    blur: BlurRecipe = field(default_factory=BlurRecipe)  # eq. 14: k
    lr_range: tuple[int, int] = (8, 64)  # eq. 14: s, as side in px of the reduced face crop, drawn log-uniformly
    lr_fixed: tuple[int, ...] = ()  # px, sides drawn instead, with probability `lr_fixed_share`
    lr_fixed_share: float = 0.0
    reductions: tuple[Reduction, ...] = ("bicubic",)  # one is drawn
    paper: Effect = Effect(amount=(0.02, 0.10))  # relief of the paper, share of brightness
    halftone: Effect = Effect(amount=(2.0, 4.5))  # distance of the dots, px of the reduced face
    dust: Effect = Effect(amount=(1, 12))  # specks on the reduced face
    scratches: Effect = Effect(amount=(1, 4))  # lines across it
    grain: Effect = Effect(amount=(2, 14))  # standard deviation of film grain in mid-grey, 8-bit steps
    damage: Effect = Effect(amount=(1, 4))  # masks of real film damage laid over the face; needs a folder of them
    noise: Effect = Effect(amount=(0.0, 25.5))  # eq. 14: n, standard deviation, 8-bit steps
    jpeg: Effect = Effect(amount=(36, 90))  # eq. 14: q, as libjpeg's quality
