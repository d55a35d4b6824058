"""The 3D face of a low-resolution crop, drawn over it; or why it has none that is usable."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from engine.alignment.resample import resize_bicubic
from engine.priors.appearance import LUMA
from engine.priors.camera import picture_from_face
from engine.priors.coefficients.config import MOST_YAW_RAD, STATES
from engine.priors.coefficients.teller import tell
from engine.priors.drawn_face import Refusal, drawing_model, drawn_face
from engine.priors.morphable import COUNT, FaceCoefficients

Floats = NDArray[np.float32]

LEAST_SURE = 0.5  # probability that the face is usable
MOST_OUTSIDE = 0.2  # share of the face mesh's points beyond the crop
LEAST_FILLED = 0.08  # share of the crop that the drawn face covers; 217 validation portraits: 0.39 to 0.52
# Correlation of the drawn face's brightness with the crop's. Of 217 validation portraits at 16 and 32 px, fitted by
# their meshes, the least is 0.71 and the 5th percentile 0.93; of other portraits' faces over crops that were moved by
# half, the 95th percentile is 0.35.
LEAST_LIKE = 0.4
LIKENESS_PX = 16  # the side at which they are compared
GREY_SPREAD = 3 / 255  # between the channels of a px: no more, and a crop is grey


@dataclass(frozen=True)
class FacePriors:
    """Of B crops: `vectors` `(B, 239)` and `drawn` `(B, 4, S, S)`, RGB and alpha in [0, 1], zero where there is none;
    `refusals` `(B,)`, "" where there is one."""

    vectors: Floats
    drawn: Floats
    refusals: tuple[Refusal, ...]


def face_priors(batch: Floats, *, threads: int = 1) -> FacePriors:
    """Args: batch: `(B, 3, S, S)` RGB in [0, 1], as a model is given it. threads: faces drawn at once.

    Raises: ModelError if the face model or the network cannot be loaded.
    """
    vectors, states = tell(batch)
    drawing_model()
    with ThreadPoolExecutor(max(1, min(threads, len(batch)))) as pool:
        faces = list(pool.map(_prior, vectors, states, batch))
    kept = [
        vector if not refusal else np.zeros(COUNT, np.float32)
        for vector, (_, refusal) in zip(vectors, faces, strict=True)
    ]
    drawn = np.stack([picture.transpose(2, 0, 1) for picture, _ in faces])
    return FacePriors(np.stack(kept), drawn, tuple(refusal for _, refusal in faces))


def _prior(vector: Floats, states: Floats, crop: Floats) -> tuple[Floats, Refusal]:
    """One crop's drawn face `(S, S, 4)`, grey over a grey crop, and its refusal."""
    size = crop.shape[-1]
    refusal = told_refusal(vector, states)
    if not refusal:
        drawn = drawn_face(FaceCoefficients.from_vector(vector), size)
        refusal = seen_refusal(vector, drawn, crop.transpose(1, 2, 0))
        if not refusal:
            return (_in_grey(drawn) if np.ptp(crop, axis=0).max() <= GREY_SPREAD else drawn), refusal
    return np.zeros((size, size, 4), np.float32), refusal


def told_refusal(vector: Floats, states: Floats) -> Refusal:
    """What the network itself says: its surest state, and a yaw that is too far."""
    if not np.isfinite(vector).all():
        return "no_face"
    if states[0] < LEAST_SURE:
        return STATES[1 + int(states[1:].argmax())]
    return "turned" if abs(float(FaceCoefficients.from_vector(vector).pose[1])) > MOST_YAW_RAD else ""


def seen_refusal(vector: Floats, drawn: Floats, crop: Floats) -> Refusal:
    """What the drawn face `(S, S, 4)` says over its crop `(S, S, 3)`: it must lie within it, and look like it."""
    size = crop.shape[0]
    mean, directions = _mesh()
    points = mean + (vector[: len(directions)] @ directions).reshape(mean.shape)
    places = picture_from_face(points, FaceCoefficients.from_vector(vector).pose, size)[:, :2]
    if ((places < -0.5) | (places > size - 0.5)).any(axis=1).mean() > MOST_OUTSIDE:
        return "cut"
    if drawn[..., 3].mean() < LEAST_FILLED or likeness(drawn, crop) < LEAST_LIKE:
        return "no_face"
    return ""


@cache
def _mesh() -> tuple[Floats, Floats]:
    """The points of the face mesh on the mean face, `(478, 3)`, and what identity and expression do to them."""
    model = drawing_model()
    directions = np.concatenate([model.identity[:, model.mesh_points], model.expression[:, model.mesh_points]])
    return model.mean_shape[model.mesh_points], directions.reshape(len(directions), -1)


def likeness(drawn: Floats, crop: Floats) -> float:
    """The correlation of brightness where the face is drawn, at a resolution that all crops have; 0 without contrast.

    Args: drawn: `(S, S, 4)`. crop: `(S, S, 3)`.
    """
    luma = (drawn[..., :3] @ LUMA, crop @ LUMA, drawn[..., 3])
    one, other, mask = (
        resize_bicubic(part.astype(np.float32)[..., None], (LIKENESS_PX, LIKENESS_PX))[..., 0] for part in luma
    )
    inside = mask > 0.95  # there no black of the border is mixed in
    if inside.sum() < 8 or min(one[inside].std(), other[inside].std()) < 1e-3:
        return 0.0
    return float(np.corrcoef(one[inside], other[inside])[0, 1])


def _in_grey(drawn: Floats) -> Floats:
    grey = (drawn[..., :3] @ LUMA).astype(np.float32)
    return np.dstack([grey, grey, grey, drawn[..., 3]])
