"""Weak labels of action units: which of them a face shows, by the fit of its 68 landmarks and thresholds on draws."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.priors.action_units import strengths
from engine.priors.expression_draws import Draws, draw_faces
from engine.priors.expression_fit import Fits, fit_expressions
from engine.priors.face_kit import Array, FaceKit

LEFT_OUT = ("PupilDilate", "eyeLookIn", "eyeLookOut")  # blendshapes that next to no landmark shows
IDENTITIES = 40  # of the kit's 100, the strongest
THRESHOLDS_SEED, THRESHOLDS_COUNT = 1, 2000
STILL_ROUNDS = 3
FITTED_CM = 0.16  # a face that is fitted worse has no labels
TURNED_RAD = 0.7  # nor one that looks further away, 40 degrees
Points = NDArray[np.floating]  # (N, 68, 2) x,y px


@dataclass(frozen=True)
class WeakUnits:
    """Of N faces: `strengths` `(N, U)` in [0, 1], `is_on` `(N, U)`, and `is_fitted` `(N,)`, whether to trust them."""

    strengths: Array
    is_on: NDArray[np.bool_]
    is_fitted: NDArray[np.bool_]

    def rates(self) -> Array:
        """`(U,)`, the share of the fitted faces that show each unit."""
        return self.is_on[self.is_fitted].mean(axis=0)


def kit_to_fit(kit: FaceKit) -> FaceKit:
    """The part of the whole kit that landmarks can tell."""
    names = [name for name in kit.names if not name.startswith(LEFT_OUT)]
    return kit.with_shapes(names, identities=IDENTITIES)


def choose_thresholds(kit: FaceKit, *, count: int = 0) -> Array:
    """For each unit the strength `(U,)` that best tells drawn faces with it from those without, by F1.

    Args: kit: whole, as `read_face_kit` gives it. count: of faces; 0: `THRESHOLDS_COUNT`.
    """
    drawn = draw_faces(kit, Draws(count=count or THRESHOLDS_COUNT, seed=THRESHOLDS_SEED))
    fitted = kit_to_fit(kit)
    found = strengths(fit_expressions(drawn.points, fitted).expression, fitted)
    tried = np.linspace(0.02, 0.98, 97)
    scores = [f1_scores(found >= threshold, drawn.is_on) for threshold in tried]
    return tried[np.argmax(scores, axis=0)]


def label_units(points: Points, kit: FaceKit, thresholds: Array) -> WeakUnits:
    """The weak labels of faces. Args: kit: as `kit_to_fit` gives it, its mean face as the landmarks' source has it."""
    fits = fit_expressions(points, kit)
    found = strengths(fits.expression, kit)
    return WeakUnits(found, found >= thresholds, _is_fitted(fits))


def with_landmarks_of(kit: FaceKit, still: Points) -> FaceKit:
    """The kit whose mean face has its landmarks where another source sees them.

    Sources do not agree where a landmark lies: a brow's upper or lower edge, a jaw before or behind the ear. The middle
    face of `still`, faces of which most show no expression, is fitted by identity and pose alone, and the median of
    what is left, in the plane of the picture, moves the mean face.
    """
    bare = kit.with_shapes((), identities=len(kit.identity))
    for _ in range(STILL_ROUNDS):
        left = np.median(fit_expressions(still, bare).residual_cm, axis=0)
        bare = replace(bare, mean=bare.mean + np.pad(left, ((0, 0), (0, 1))))
    return replace(kit, mean=bare.mean)


def f1_scores(found: NDArray[np.bool_], truth: NDArray[np.bool_]) -> Array:
    """The F1 of each unit, `(U,)`, of labels `(N, U)`; 0 where a unit is neither found nor there."""
    hits = (found & truth).sum(axis=0)
    return 2 * hits / np.maximum(found.sum(axis=0) + truth.sum(axis=0), 1)


def _is_fitted(fits: Fits) -> NDArray[np.bool_]:
    turn = np.arccos(np.clip(fits.rotation[:, 2, 2], -1, 1))
    return (fits.error_cm < FITTED_CM) & (turn < TURNED_RAD)
