"""Pairs of low-resolution and high-resolution faces, made on the fly from portraits held in memory."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.alignment.similarity import compose, invert
from engine.datasets.labels import PLACEMENT, FaceLabels, Labels
from engine.datasets.landmarks import yaws_deg
from engine.datasets.portraits import Portrait, cut_square, file_from_square, quad_side, read_pixels, warp_antialiased
from engine.datasets.unaligned import draw_placement, file_from_upright
from engine.degradation.blind import SMALLEST, make_pair
from engine.degradation.damage import DamageMasks
from engine.errors import DataError
from engine.models.registry import load_family
from engine.training.labels import face_labels, in_squares
from engine.training.light import change_light
from engine.training.recipe import DataRecipe, Recipe

STORED_TIGHT = 152  # px per tight square in memory, a little more than the largest output, 128 px
STORED_EXTENT = 1.5  # tight squares per stored square
TURNED_DEG = 40  # of yaw: from here on a head is drawn by the recipe's `turned_weight`
Image = NDArray[np.float32]  # (H, W, 3) RGB in [0, 1]


class Batch(NamedTuple):
    """Pairs `(B, 3, size, size)` RGB in [0, 1]: low resolution, enlarged, and high.

    `labels` `(B, ...)` are those that the recipe asks for, by their kind; places in px of the pictures.
    """

    low: NDArray[np.float32]
    high: NDArray[np.float32]
    labels: Mapping[str, Labels] = MappingProxyType({})


class Crop(NamedTuple):
    """A crop `(size, size, 3)` in [0, 1], the side in px of the whole face crop at its scale, and the matrix `(2, 3)`
    that gives the place in the source of a place in the crop."""

    pixels: NDArray[np.float32]
    face_px: float
    source_from_crop: NDArray[np.float64]


class PairSource(ABC):
    """Draws batches of pairs; all randomness comes from the generator that is passed in."""

    recipe: Recipe
    weights: NDArray[np.float64]  # (N,), sums to 1
    labels: Mapping[str, FaceLabels]  # by kind, in px of what crops are cut from
    damage: DamageMasks | None

    def batch(self, count: int, rng: np.random.Generator) -> Batch:
        """`count` pairs."""
        chosen = [int(index) for index in rng.choice(len(self.weights), size=count, p=self.weights)]
        low, high, found = zip(*(self._pair(index, rng) for index in chosen), strict=True)
        labels = {kind: np.stack([one[kind] for one in found]) for kind in found[0]}
        return Batch(_planes(low), _planes(high), labels)

    def _pair(self, index: int, rng: np.random.Generator) -> tuple[Image, Image, dict[str, Labels]]:
        crop = self._crop(index, rng)
        hr = _change_tone(crop.pixels, self.recipe.data.tone, rng)
        hr = change_light(hr, self.recipe.data.light, rng)
        low, high = make_pair(hr, self.recipe.degradation, rng, face_px=crop.face_px, damage=self.damage)
        return low, high, {kind: known.in_crop(index, crop.source_from_crop) for kind, known in self.labels.items()}

    def half_size(self) -> PairSource:
        """The same faces at half the size, for recipes that begin with it."""
        raise NotImplementedError

    @abstractmethod
    def _crop(self, index: int, rng: np.random.Generator) -> Crop:
        """A crop of that face."""


@dataclass(frozen=True)
class TightPairs(PairSource):
    """Pairs of tight face squares, moved, scaled, turned and mirrored a little."""

    squares: NDArray[np.uint8]  # (N, side, side, 3)
    weights: NDArray[np.float64]
    recipe: Recipe
    size: int  # px, side of the pairs
    labels: Mapping[str, FaceLabels] = field(default_factory=dict[str, FaceLabels])
    damage: DamageMasks | None = None

    def half_size(self) -> PairSource:
        """The same faces at half the size."""
        return replace(self, size=self.size // 2, recipe=_halved(self.recipe))

    def _crop(self, index: int, rng: np.random.Generator) -> Crop:
        stored_from_crop, factor = self._placed(index, rng)
        pixels = _warp(self.squares[index], stored_from_crop, self.size, factor=factor)
        return Crop(pixels, float(self.size), stored_from_crop)

    def _placed(self, index: int, rng: np.random.Generator) -> tuple[NDArray[np.float64], float]:
        """A random crop's matrix, and how much it shrinks what is stored."""
        recipe = self.recipe.data
        side = STORED_TIGHT * rng.uniform(*recipe.scale_range)
        centre = self.squares.shape[1] / 2 + rng.uniform(-recipe.shift, recipe.shift, 2) * side
        linear = _turn(recipe, rng) * (side / self.size)
        middle = (self.size - 1) / 2
        return np.hstack([linear, (centre - 0.5 - linear @ [middle, middle])[:, None]]), side / self.size


@dataclass(frozen=True)
class UnalignedPairs(TightPairs):
    """Pairs whose low-resolution face is placed anew, and whose truth is upright; the label `PLACEMENT` says where.

    `uprights` `(N, 2, 3)`: px of each stored square from px of the face's upright square.
    """

    uprights: NDArray[np.float64] = field(kw_only=True)

    def _pair(self, index: int, rng: np.random.Generator) -> tuple[Image, Image, dict[str, Labels]]:
        data, whole = self.recipe.data, self.squares[index].astype(np.float32) / np.float32(255)
        lit = change_light(_change_tone(whole, data.tone, rng), data.light, rng)
        square = np.rint(lit * 255).astype(np.uint8)
        stored_from_truth, factor = self._placed(index, rng)
        place = draw_placement(data.unaligned, rng, size=self.size)
        truth = _warp(square, stored_from_truth, self.size, factor=factor)
        seen_factor = factor / np.sqrt(np.linalg.det(place[:, :2]))
        seen = _warp(square, compose(stored_from_truth, invert(place)), self.size, factor=seen_factor)
        low, _ = make_pair(seen, self.recipe.degradation, rng, face_px=float(self.size), damage=self.damage)
        labels = {kind: known.in_crop(index, stored_from_truth) for kind, known in self.labels.items()}
        return low, truth, labels | {PLACEMENT: place.astype(np.float32)}

    def _placed(self, index: int, rng: np.random.Generator) -> tuple[NDArray[np.float64], float]:
        data = self.recipe.data
        scale, shift = rng.uniform(*data.scale_range), rng.uniform(-data.shift, data.shift, 2) * self.size
        linear, middle = _turn(data, rng) * scale, np.full(2, (self.size - 1) / 2)
        moved = np.column_stack([linear, middle + shift - linear @ middle])
        placed = compose(self.uprights[index], moved)
        return placed, float(np.sqrt(abs(np.linalg.det(placed[:, :2]))))


@dataclass(frozen=True)
class AlignedPairs(PairSource):
    """Pairs of aligned quads, moved, scaled, turned and mirrored a little; or of patches of them.

    Few portraits hold 512 px of real detail. A whole quad is drawn at the network's size all the same; a patch at
    about the portrait's own resolution, so that its truth is always sharp.
    """

    portraits: Sequence[Portrait]
    pixels: Sequence[NDArray[np.uint8]]
    weights: NDArray[np.float64]
    recipe: Recipe
    size: int  # px, side of the pairs
    labels: Mapping[str, FaceLabels] = field(default_factory=dict[str, FaceLabels])
    damage: DamageMasks | None = None

    def half_size(self) -> PairSource:
        """The same faces at half the size."""
        return replace(self, size=self.size // 2, recipe=_halved(self.recipe))

    def _crop(self, index: int, rng: np.random.Generator) -> Crop:
        recipe, portrait = self.recipe.data, self.portraits[index]
        stored_px = quad_side(portrait)
        if recipe.patch:
            face_px = max(stored_px * rng.uniform(*recipe.resolution_range), float(self.size))
            room = (face_px - self.size) / 2
        else:
            face_px = self.size / rng.uniform(*recipe.scale_range)
            room = recipe.shift * self.size
        corners = np.array(portrait.quad)
        upright = np.column_stack([corners[3] - corners[0], corners[1] - corners[0]]) / face_px  # file px per crop px
        centre = corners.mean(axis=0) + upright @ rng.uniform(-room, room, 2)
        linear = upright @ _turn(recipe, rng)
        middle = (self.size - 1) / 2
        file_from_crop = np.hstack([linear, (centre - 0.5 - linear @ [middle, middle])[:, None]])
        pixels = _warp(self.pixels[index], file_from_crop, self.size, factor=stored_px / face_px)
        return Crop(pixels, face_px, file_from_crop)


def make_pairs(
    portraits: Sequence[Portrait], recipe: Recipe, *, size: int, damage: DamageMasks | None = None
) -> PairSource:
    """Pairs of these faces, all decoded into memory; `size` px is the side of the network's input and output.

    They come with the labels that the recipe's loss terms need. The recipe's `damage` is drawn from `damage`.
    Raises: DataError without portraits, or where labels or masks of damage are wanted and none can be had.
    """
    data = recipe.data
    if not portraits:
        raise DataError("There is no face to train on.", hint="Give more photos, or a lower min_detail in the recipe.")
    check_damage(recipe, damage)
    weights = _weights(portraits, data)
    labels = face_labels(load_family(recipe.family), recipe.family_loss.labels, portraits)
    if data.crop == "ffhq":
        pixels = [read_pixels(portrait) for portrait in portraits]
        return AlignedPairs(portraits, pixels, weights, recipe, data.patch or size, labels, damage)
    side = int(STORED_TIGHT * STORED_EXTENT)
    squares = np.stack([cut_square(p, side_px=side, extent=STORED_EXTENT) for p in portraits])
    labels = in_squares(labels, portraits, side_px=side, extent=STORED_EXTENT)
    if data.unaligned.is_on:
        stored = [invert(file_from_square(p, side_px=side, extent=STORED_EXTENT)) for p in portraits]
        uprights = [compose(one, file_from_upright(p, size=size)) for one, p in zip(stored, portraits, strict=True)]
        return UnalignedPairs(squares, weights, recipe, size, labels, damage, uprights=np.array(uprights))
    return TightPairs(squares, weights, recipe, data.patch or size, labels, damage)


def _weights(portraits: Sequence[Portrait], data: DataRecipe) -> NDArray[np.float64]:
    """How often each face is drawn, `(N,)`; sums to 1. Only the mesh of a portrait folder tells of turned heads."""
    weights = np.array([data.source_weights.get(p.source, 1.0) for p in portraits], dtype=np.float64)
    if data.turned_weight != 1 and all(portrait.pixels is None for portrait in portraits):
        yaws = yaws_deg(portraits[0].path.parent.parent, [portrait.name for portrait in portraits])
        weights[np.abs(yaws) >= TURNED_DEG] *= data.turned_weight
    return weights / weights.sum()


def _halved(recipe: Recipe) -> Recipe:
    """The recipe for pairs of half the size: faces are reduced to half as many px."""
    degradation = recipe.degradation
    lows = tuple(max(SMALLEST, side // 2) for side in degradation.lr_range)
    fixed = tuple(max(SMALLEST, side // 2) for side in degradation.lr_fixed)
    return replace(recipe, degradation=replace(degradation, lr_range=lows, lr_fixed=fixed))


def check_damage(recipe: Recipe, damage: DamageMasks | None) -> None:
    """Raises: DataError if the recipe lays damage over the faces and there are no masks of it."""
    if recipe.degradation.damage.probability and damage is None:
        raise DataError(
            "{name} lays film damage over the faces, and no masks of it were given.",
            hint="Give the folder of the masks by --damage, or set the probability of damage to 0 in the recipe.",
            name=recipe.name,
        )


def _planes(images: Sequence[Image]) -> NDArray[np.float32]:
    return np.ascontiguousarray(np.stack(images).transpose(0, 3, 1, 2))


def _turn(recipe: DataRecipe, rng: np.random.Generator) -> NDArray[np.float64]:
    """A random turn, mirrored or not, `(2, 2)`."""
    angle_rad = rng.uniform(-recipe.rotation_rad, recipe.rotation_rad)
    mirror = -1.0 if rng.random() < recipe.flip else 1.0
    turn = np.array([[np.cos(angle_rad), -np.sin(angle_rad)], [np.sin(angle_rad), np.cos(angle_rad)]])
    return turn * np.array([mirror, 1.0])


def _warp(
    image: NDArray[np.uint8], image_from_crop: NDArray[np.float64], size: int, *, factor: float
) -> NDArray[np.float32]:
    """A square crop in [0, 1]; `factor` is how much it shrinks the image."""
    return warp_antialiased(image, image_from_crop, size, factor).astype(np.float32) / np.float32(255)


def _change_tone(hr: NDArray[np.float32], probability: float, rng: np.random.Generator) -> NDArray[np.float32]:
    """Another gamma, contrast and saturation, so that faces of every tone and light are seen."""
    if rng.random() >= probability:
        return hr
    gamma, contrast, saturation = rng.uniform(0.7, 1.5), rng.uniform(0.8, 1.1), rng.uniform(0.0, 1.2)
    grey = hr.mean(axis=2, keepdims=True)
    toned = grey + (hr - grey) * saturation
    toned = np.clip(toned, 0, 1) ** gamma
    return np.clip(0.5 + (toned - 0.5) * contrast, 0, 1).astype(np.float32)
