"""Faces to learn the numbers from, and crops whose face is not usable: turned away, cut by a border, or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.alignment.similarity import invert
from engine.datasets.portraits import TIGHT_FACTOR, TIGHT_RISE, warp_antialiased
from engine.degradation.blind import degrade_bicubic
from engine.priors.camera import picture_from_face
from engine.priors.coefficients.config import MOST_YAW_RAD, SEEN_PX, STATES
from engine.priors.coefficients.placing import placed
from engine.priors.morphable import FaceCoefficients, MorphableModel
from engine.priors.renderer import render
from engine.training.coefficients.targets import SIDE_PX, TIGHT_PX, FittedPortraits

Floats = NDArray[np.float32]
Matrix = NDArray[np.float64]

KINDS = ("portrait", "drawn", "cut", "none")
SHARES = (0.64, 0.16, 0.1, 0.1)
LEAST_CUT = 0.2  # of the face's height or width, for a face to count as cut
LOW_SIDES = (16, 32)  # px, most often; else any from 10 to 48
COMMON_SHARE = 0.7
GREY_SHARE = 0.15


class Example(NamedTuple):
    """`seen`, `sharp` `(SEEN_PX, SEEN_PX, 3)` RGB in [0, 1]: the face from low resolution, enlarged, and as it is;
    `vector` `(239,)` and `points` `(478, 2)` px of its face, NaN without; `state`, its number in `STATES`;
    `has_colour`: the texture is the face's own."""

    seen: Floats
    sharp: Floats
    vector: Floats
    points: Floats
    state: int
    has_colour: bool


@dataclass(frozen=True)
class Examples:
    """Draws examples of fitted portraits; all randomness comes from the generator that is passed in."""

    fitted: FittedPortraits
    model: MorphableModel

    def batch(self, count: int, rng: np.random.Generator) -> list[Example]:
        """`count` examples."""
        makers = {"portrait": self.portrait, "drawn": self.drawn, "cut": self.cut, "none": self.nothing}
        return [makers[KINDS[int(rng.choice(len(KINDS), p=SHARES))]](rng) for _ in range(count)]

    def portrait(self, rng: np.random.Generator) -> Example:
        """A portrait, moved, scaled and turned a little, or mirrored."""
        index, is_mirrored = int(rng.integers(len(self.fitted.names))), int(rng.random() < 0.5)
        stored_from_crop = _crop_matrix(rng, scale=(0.82, 1.22), shift=0.07, turn=0.15)
        sharp = self._cut_out(index, is_mirrored, stored_from_crop)
        crop_from_stored = invert(stored_from_crop)
        vector = placed(self.fitted.vectors[index, is_mirrored], crop_from_stored, size_px=SIDE_PX, crop_px=SEEN_PX)
        points = self.fitted.points[index, is_mirrored] @ crop_from_stored[:, :2].T + crop_from_stored[:, 2]
        yaw = abs(float(vector[-5]))
        example = _example(sharp, vector, points.astype(np.float32), "turned" if yaw > MOST_YAW_RAD else "", rng)
        return in_grey(example, rng)

    def drawn(self, rng: np.random.Generator) -> Example:
        """A drawn face of mixed numbers, turned by any yaw: few portraits are turned far."""
        vector = self._mixed(rng)
        sharp, mask = self._rendered(vector)
        ground = self._ground(rng)
        soft = cv2.GaussianBlur(mask, (0, 0), 0.7)[..., None]
        places = self._points(vector)
        state = "turned" if abs(float(vector[-5])) > MOST_YAW_RAD else ""
        return _example(soft * sharp + (1 - soft) * ground, vector, places, state, rng)

    def cut(self, rng: np.random.Generator) -> Example:
        """A portrait that the border of a photo cuts; beyond it the crop shows its mirror image, or one colour."""
        whole = self.portrait(rng)
        low, high = whole.points.min(axis=0), whole.points.max(axis=0)
        axis, is_first, share = int(rng.integers(2)), rng.random() < 0.5, rng.uniform(LEAST_CUT, 0.6)
        inside = share if is_first else 1 - share
        border = int(np.clip(round(low[axis] + inside * (high[axis] - low[axis])), 6, SEEN_PX - 6))
        sharp = _mirrored_beyond(whole.sharp, border, axis=1 - axis, keeps_first=not is_first, fill=rng.random() < 0.15)
        empty = np.full_like(whole.points, np.nan)
        return _example(sharp, whole.vector, empty, "cut", rng)

    def nothing(self, rng: np.random.Generator) -> Example:
        """A part of a picture that is no face: hair, cloth and skin nearby, waves, noise, or one colour."""
        if rng.random() < 0.75:
            index = int(rng.integers(len(self.fitted.names)))
            sharp = self._cut_out(index, 0, _elsewhere(rng))
        else:
            sharp = _pattern(rng)
        vector = FaceCoefficients.mean_face().vector
        return _example(sharp, vector, np.full((len(self.model.mesh_points), 2), np.nan, np.float32), "no_face", rng)

    def _cut_out(self, index: int, is_mirrored: int, stored_from_crop: Matrix) -> Floats:
        square = self.fitted.squares[index]
        square = np.ascontiguousarray(square[:, ::-1]) if is_mirrored else square
        factor = float(np.hypot(stored_from_crop[0, 0], stored_from_crop[1, 0]))
        return warp_antialiased(square, stored_from_crop, SEEN_PX, factor).astype(np.float32) / np.float32(255)

    def _mixed(self, rng: np.random.Generator) -> Floats:
        """Identity, expression, texture and light each of another portrait, in a pose whose square is the tight one."""
        count = len(self.fitted.names)
        parts = FaceCoefficients.from_vector(self.fitted.vectors[rng.integers(count, size=4), rng.integers(2, size=4)])
        yaw = rng.uniform(-np.pi / 2, np.pi / 2)
        pose = np.array([rng.normal(0, 0.2), yaw, rng.normal(0, 0.12), 0, 0, 0], np.float32)
        face = FaceCoefficients(parts.identity[0], parts.expression[1], parts.texture[2], parts.light[3], pose)
        points = self._points(face.vector)
        low, high = points.min(axis=0), points.max(axis=0)
        side = (high - low).max() * TIGHT_FACTOR * rng.uniform(0.85, 1.2)
        corner = (low + high) / 2 - [0, TIGHT_RISE * side] + rng.uniform(-0.06, 0.06, 2) * side - side / 2
        factor = SEEN_PX / side
        crop_from_picture = np.column_stack([np.eye(2) * factor, -corner * factor])
        return placed(face.vector, crop_from_picture, size_px=SEEN_PX, crop_px=SEEN_PX)

    def _points(self, vector: Floats) -> Floats:
        face = FaceCoefficients.from_vector(vector)
        shape = self.model.shape_of(face)[self.model.mesh_points]
        return picture_from_face(shape, face.pose, SEEN_PX)[:, :2].astype(np.float32)

    def _rendered(self, vector: Floats) -> tuple[Floats, Floats]:
        face = FaceCoefficients.from_vector(vector)
        shape, texture = self.model.shape_of(face), self.model.texture_of(face)
        drawn = render(shape, texture, self.model.triangles, light=face.light, pose=face.pose, size_px=SEEN_PX)
        return drawn.image, drawn.mask.astype(np.float32)

    def _ground(self, rng: np.random.Generator) -> Floats:
        """What lies behind a drawn face: a blurred part of a portrait."""
        part = self._cut_out(int(rng.integers(len(self.fitted.names))), 0, _elsewhere(rng))
        return cv2.GaussianBlur(part, (0, 0), float(rng.uniform(1, 8))).astype(np.float32)


def in_grey(example: Example, rng: np.random.Generator) -> Example:
    """Now and then the example without colour; then its texture is not the portrait's."""
    if rng.random() >= GREY_SHARE:
        return example
    seen, sharp = (np.repeat(part.mean(axis=2, keepdims=True), 3, axis=2) for part in (example.seen, example.sharp))
    return example._replace(seen=seen, sharp=sharp, has_colour=False)


def _example(
    sharp: NDArray[np.floating], vector: Floats, points: Floats, state: str, rng: np.random.Generator
) -> Example:
    side = int(rng.choice(LOW_SIDES)) if rng.random() < COMMON_SHARE else int(rng.integers(10, 49))
    face = np.clip(sharp, 0, 1).astype(np.float32)
    return Example(degrade_bicubic(face, side), face, vector, points, STATES.index(state), True)  # type: ignore[arg-type]


def _crop_matrix(rng: np.random.Generator, *, scale: tuple[float, float], shift: float, turn: float) -> Matrix:
    """A random square near the tight one, px of the stored square from px of the crop."""
    side, angle = TIGHT_PX * rng.uniform(*scale), rng.uniform(-turn, turn)
    centre = (SIDE_PX - 1) / 2 + rng.uniform(-shift, shift, 2) * side
    factor = side / SEEN_PX
    linear = factor * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return np.column_stack([linear, centre - linear @ np.full(2, (SEEN_PX - 1) / 2)])


def _elsewhere(rng: np.random.Generator) -> Matrix:
    """A square of at most 0.45 of the tight one at any place, or one that shows less than half of a face."""
    if rng.random() < 0.7:
        side = TIGHT_PX * rng.uniform(0.15, 0.45)
        centre = rng.uniform(side / 2, SIDE_PX - side / 2, 2)
    else:
        side, direction = TIGHT_PX * rng.uniform(0.7, 1.1), rng.uniform(0, 2 * np.pi)
        away = rng.uniform(0.6, 0.85) * TIGHT_PX
        centre = SIDE_PX / 2 + away * np.array([np.cos(direction), np.sin(direction)])
    factor = side / SEEN_PX
    return np.column_stack([np.eye(2) * factor, centre - factor * (SEEN_PX - 1) / 2])


def _mirrored_beyond(picture: Floats, border: int, *, axis: int, keeps_first: bool, fill: bool) -> Floats:
    """The picture with what lies beyond a row or column replaced as at the border of a photo."""
    rows = np.moveaxis(picture if keeps_first else np.flip(picture, axis), axis, 0)
    border = border if keeps_first else len(rows) - border
    kept = rows[:border]
    places = np.arange(border, len(rows))
    period = 2 * border
    beyond = kept[np.minimum(places % period, period - 1 - places % period)]
    if fill:
        beyond = np.broadcast_to(kept.mean(axis=(0, 1)), beyond.shape)
    whole = np.moveaxis(np.concatenate([kept, beyond]), 0, axis)
    return np.ascontiguousarray(whole if keeps_first else np.flip(whole, axis), dtype=np.float32)


def _pattern(rng: np.random.Generator) -> Floats:
    """Waves, noise, or one colour, with a gradient of light."""
    y, x = np.mgrid[0:SEEN_PX, 0:SEEN_PX] / SEEN_PX
    base = rng.uniform(0, 1, 3) + rng.uniform(-0.4, 0.4) * x[..., None] + rng.uniform(-0.4, 0.4) * y[..., None]
    waves = np.zeros((SEEN_PX, SEEN_PX, 1))
    for _ in range(int(rng.integers(0, 5))):
        across, down, phase = rng.uniform(-40, 40), rng.uniform(-40, 40), rng.uniform(0, 6)
        waves += rng.uniform(0, 0.3) * np.sin(across * x + down * y + phase)[..., None]
    noise = rng.normal(0, rng.choice([0, 0.1, 0.3]), (SEEN_PX, SEEN_PX, 3))
    return np.clip(base + waves + noise, 0, 1).astype(np.float32)
