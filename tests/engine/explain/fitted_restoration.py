"""A restoration with a 3D face of the open face model, as a network with that prior gives it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.priors.drawn_face import as_morphable, drawn_face
from engine.priors.morphable import FaceCoefficients
from engine.types import Restoration
from tests.engine.explain.explained_face import SIDE, flat_image

YAW = 0.3  # rad, to the right as seen


def fitted_numbers() -> FaceCoefficients:
    """Somebody who is not the mean, turned a little to the right, small and away from the middle."""
    mean, generator = FaceCoefficients.mean_face(), np.random.default_rng(8)
    return replace(
        mean,
        identity=generator.normal(0, 0.7, mean.identity.shape).astype(np.float32),
        texture=generator.normal(0, 0.7, mean.texture.shape).astype(np.float32),
        pose=np.array([0.1, YAW, 0.0, 0.3, 0.2, -0.5], np.float32),
    )


def fitted_restoration() -> Restoration:
    """A grey picture with a 3D face, which was usable."""
    face = fitted_numbers()
    drawn = drawn_face(face, SIDE).transpose(2, 0, 1)[None]
    batch = FaceCoefficients.from_vector(face.vector[None])
    return Restoration(
        image=flat_image(0.5, 0.5, 0.5), morphable=as_morphable(batch), rendered_prior=drawn, prior_refusals=("",)
    )


def refused_restoration() -> Restoration:
    """The same of a face that is turned too far: all that would describe it is 0."""
    given = fitted_restoration()
    assert given.morphable is not None and given.rendered_prior is not None
    return replace(
        given,
        morphable={part: np.zeros_like(numbers) for part, numbers in given.morphable.items()},
        rendered_prior=np.zeros_like(given.rendered_prior),
        prior_refusals=("turned",),
    )
