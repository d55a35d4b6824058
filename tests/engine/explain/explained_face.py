"""A small restored face with whatever a model may give, for the tests of overlays, figures and animations."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.pipeline.face_file import FaceFile
from engine.types import Floats, Restoration

SIDE = 32  # px of the crop
FACE_SIDE = 16.0  # px of the photo


def ramp(height: int, width: int, low: float = 0.0, high: float = 1.0) -> Floats:
    """A map `(height, width)` that rises from left to right."""
    return np.tile(np.linspace(low, high, width, dtype=np.float32), (height, 1))


def flat_image(red: float, green: float, blue: float, side: int = SIDE) -> Floats:
    """A tensor `(1, 3, side, side)` of one colour."""
    return np.broadcast_to(np.array([red, green, blue], np.float32)[None, :, None, None], (1, 3, side, side)).copy()


def bare_restoration() -> Restoration:
    """What every model gives, and nothing else."""
    return Restoration(image=flat_image(0.5, 0.5, 0.5))


def full_restoration() -> Restoration:
    """Every field of `Restoration` filled."""
    generator = np.random.default_rng(3)
    return Restoration(
        image=flat_image(0.5, 0.5, 0.5),
        steps=(flat_image(0.2, 0.3, 0.4), flat_image(0.3, 0.4, 0.5)),
        attention={"down_1": ramp(8, 8)[None, None] * 0.5, "body.3": ramp(16, 16)[None, None]},
        heatmaps=np.stack([ramp(8, 8), ramp(8, 8)[:, ::-1]])[None].astype(np.float32),
        landmarks=generator.uniform(4, 28, (1, 68, 2)).astype(np.float32),
        action_units=np.array([[0.2, 0.8, 0.0]], np.float32),
        morphable={"identity": generator.normal(0, 1, (1, 80)).astype(np.float32)},
        rendered_prior=flat_image(0.9, 0.1, 0.1, side=16),
        transform=np.zeros((1, 2, 3), np.float32),
        names={"heatmaps": ("left_eye", "mouth"), "action_units": ("AU1", "AU4", "AU12")},
    )


def units_restoration(estimate: float = 0.0) -> Restoration:
    """Regions of action units as bright as they ever are, whatever the estimates are."""
    names = {"AU6_7": "AU6/7 cheek raiser and lid tightener", "AU43": "AU43 eyes closed"}
    return Restoration(
        image=flat_image(0.5, 0.5, 0.5),
        attention={key: ramp(8, 8)[None, None] for key in names},
        action_units=np.array([[0.12, estimate]], np.float32),
        names={"action_units": tuple(names.values()), **{f"attention_{key}": (name,) for key, name in names.items()}},
    )


def explained_face(
    restoration: Restoration | None = None,
    *,
    consistency: Floats | None = None,
    is_grey: bool = False,
    photo_from_crop: NDArray[np.float64] | None = None,
) -> FaceFile:
    """A grey restored face over a green input, 16 px of the photo enlarged to 32."""
    half = FACE_SIDE / SIDE
    matrix = np.array([[half, 0, 3], [0, half, 5]]) if photo_from_crop is None else photo_from_crop
    return FaceFile(
        model="tiny-x2",
        scale=1,
        seed=7,
        match_grain=False,
        is_grey=is_grey,
        crop=np.broadcast_to(np.array([0, 1, 0], np.float32), (SIDE, SIDE, 3)).copy(),
        restored=np.full((SIDE, SIDE, 3), 0.5, np.float32),
        photo_from_crop=matrix,
        face_side=FACE_SIDE,
        left=3,
        top=5,
        patch=np.full((16, 16, 3), 128, np.uint8),
        mask=np.ones((16, 16), np.float32),
        consistency=np.zeros((16, 16), np.float32) if consistency is None else consistency,
        restoration=restoration or full_restoration(),
    )
