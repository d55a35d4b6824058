"""Facial action units (FACS) by plain name, the blendshapes that stand for each, and where in the face each acts.

A unit's strength is read off the blendshapes that a fit of the face's geometry finds (`engine.priors.expression_fit`):
weak labels, which no person coded. Source of the units: Ekman and Friesen, Facial Action Coding System; of the pairs of
unit and blendshape: the kit's shapes are named after ARKit's, whose descriptions name the same movements.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.priors.face_kit import Array, FaceKit

BESIDE_INNER_LIPS = (62, 66)  # landmarks: the upper and the lower inner lip, in the middle
LIPS_APART_CM = 1.0  # the distance at which AU25 has strength 1


@dataclass(frozen=True)
class Centre:
    """A place in the face: the mean of some landmarks, raised by a share of the distance of the inner eye corners."""

    landmarks: tuple[int, ...]
    raised: float = 0.0


@dataclass(frozen=True)
class ActionUnit:
    """One unit, the blendshapes that show it, and where it acts.

    `shapes` are blendshapes without their side; the strength is the mean of the two sides, or the largest of several,
    over `full`, the coefficient that counts as 1. No shapes: the strength is how far the lips are apart. `centres` are
    those at the person's right and left.
    """

    id: str
    words: str
    shapes: tuple[str, ...]
    centres: tuple[Centre, Centre]
    full: float = 1.0

    @property
    def name(self) -> str:
        """What a user reads: "AU12 lip corner puller"."""
        return f"{self.id} {self.words}"


def _pair(right: tuple[int, ...], left: tuple[int, ...], raised: float = 0.0) -> tuple[Centre, Centre]:
    return Centre(right, raised), Centre(left, raised)


# Centres by the rules of JAA-Net (Shao et al. 2021), which MPENet follows; those of AU6/7 and AU43 are ours.
UNITS: tuple[ActionUnit, ...] = (
    ActionUnit("AU1", "inner brow raiser", ("browInnerUp",), _pair((21,), (22,), 1 / 2)),
    ActionUnit("AU2", "outer brow raiser", ("browOuterUp",), _pair((18,), (25,), 1 / 3)),
    ActionUnit("AU4", "brow lowerer", ("browDown",), _pair((19,), (24,), -1 / 3)),
    ActionUnit(
        "AU6/7",
        "cheek raiser and lid tightener",
        ("cheekRaiser", "cheekSquint", "eyeSquint"),
        _pair((40, 41), (46, 47), -1 / 3),
    ),
    ActionUnit("AU12", "lip corner puller", ("mouthSmile",), _pair((48,), (54,))),
    ActionUnit("AU15", "lip corner depressor", ("mouthFrown",), _pair((48,), (54,))),
    ActionUnit("AU17", "chin raiser", ("mouthShrugLower",), _pair((58,), (56,), -1 / 2)),
    ActionUnit("AU25", "lips part", (), _pair((61, 67), (63, 65))),
    ActionUnit("AU26", "jaw drop", ("jawOpen",), _pair((58,), (56,), -1 / 2), full=0.4),  # 1 is a mouth wide open
    ActionUnit("AU43", "eyes closed", ("eyeBlink",), _pair(tuple(range(36, 42)), tuple(range(42, 48)))),
)
NAMES: tuple[str, ...] = tuple(unit.name for unit in UNITS)


def strengths(expression: Array, kit: FaceKit) -> Array:
    """The strength of each unit, `(N, U)` in [0, 1], of the coefficients `(N, E)` of the kit's blendshapes."""
    columns = [_of_shapes(unit, expression, kit) if unit.shapes else _lips_apart(expression, kit) for unit in UNITS]
    return np.stack(columns, axis=1)


def _of_shapes(unit: ActionUnit, expression: Array, kit: FaceKit) -> Array:
    """The largest of its blendshapes, each the mean of its sides."""
    sides = [[n for n in (name, f"{name}_L", f"{name}_R") if n in kit.names] for name in unit.shapes]
    means = [expression[:, [kit.index(name) for name in names]].mean(axis=1) for names in sides if names]
    return np.minimum(np.max(means, axis=0) / unit.full, 1)


def _lips_apart(expression: Array, kit: FaceKit) -> Array:
    """How far the expression opens the lips, in `LIPS_APART_CM`."""
    upper, lower = BESIDE_INNER_LIPS
    opened = kit.expression[:, upper, 1] - kit.expression[:, lower, 1]  # (E,)
    return np.clip(expression @ opened / LIPS_APART_CM, 0, 1)
