"""A face of the open face model as a picture over a crop, and why there may be none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Literal, cast, get_args

import numpy as np
from numpy.typing import NDArray

from engine.errors import ModelError
from engine.messages import NOTHING, Message, message, template
from engine.priors.morphable import FaceCoefficients, MorphableModel
from engine.priors.open_face import open_face_model
from engine.priors.renderer import render_face

Floats = NDArray[np.float32]

# Why a crop has no 3D face: nothing; it is turned too far; the picture's border cuts it; it looks like no face.
Refusal = Literal["", "turned", "cut", "no_face"]

_SAID = {
    "turned": template("the head is turned too far to a side"),
    "cut": template("the border of the photo cuts the face"),
    "no_face": template("no face was recognised in the crop"),
}


@cache
def drawing_model() -> MorphableModel:
    """The morphable face that restored faces are described by; it is read once, which takes about a second.

    Raises: ModelError if its file is missing or damaged.
    """
    return open_face_model()


def drawn_face(face: FaceCoefficients, size_px: int, *, model: MorphableModel | None = None) -> Floats:
    """The face `(H, H, 4)`, RGB and alpha in [0, 1]: alpha is 1 where a face is, and the colours are 0 where none is.

    Args: face: the numbers of one face; its pose says where in the picture it lies, so that another pose turns it.
    Raises: ModelError if its numbers are not finite.
    """
    drawn = render_face(model or drawing_model(), face, size_px)
    return np.dstack([drawn.image, drawn.mask.astype(np.float32)])


def described_face(morphable: Mapping[str, Floats], index: int = 0) -> FaceCoefficients:
    """One face of `engine.types.Restoration.morphable`. Raises: ModelError if that holds something else."""
    names = [field.name for field in fields(FaceCoefficients)]
    if any(name not in morphable for name in names):
        raise ModelError("These are not the numbers of a 3D face: {names}.", names=tuple(morphable))
    return FaceCoefficients.from_vector(np.concatenate([morphable[name][index].ravel() for name in names]))


def as_morphable(faces: FaceCoefficients) -> dict[str, Floats]:
    """Faces `(B, n)` as `engine.types.Restoration.morphable` has them."""
    return {field.name: np.asarray(getattr(faces, field.name), np.float32) for field in fields(faces)}


def checked_refusal(text: str) -> Refusal:
    """A refusal that was kept as text; one that nobody knows is that no face was recognised."""
    return cast(Refusal, text) if text in get_args(Refusal) else "no_face"


def refusal_said(refusal: Refusal) -> Message:
    """What a user reads where a face was restored without its 3D face; nothing where it has one."""
    if not refusal:
        return NOTHING
    return message("The 3D face is not usable here: {reason}.", reason=Message(_SAID[refusal]))


def refusals_said(refusals: Sequence[str]) -> Message:
    """The same for one face of `engine.types.Restoration.prior_refusals`; nothing for a model without a 3D face too."""
    return refusal_said(checked_refusal(refusals[0])) if refusals else NOTHING
