"""A restored face in the colours of the screen, for pictures that carry no colour profile."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.photo_io.display import DisplayConverter, display_converter
from engine.pipeline.face_file import FaceFile
from engine.types import Floats, Photo, PhotoMetadata


def in_screen_colours(face: FaceFile) -> FaceFile:
    """The face with all its pictures in sRGB; itself where its photo has no colour profile, or a broken one."""
    if not face.profile.size:
        return face
    dot = np.zeros((1, 1, 3), np.uint8)  # of a photo that has nothing but the profile
    to_screen = display_converter(Photo(pixels=dot, metadata=PhotoMetadata(icc=face.profile.tobytes())))
    if to_screen.notes:
        return face
    given = face.restoration
    restoration = replace(
        given,
        image=_tensor(given.image, to_screen),
        steps=tuple(_tensor(step, to_screen) for step in given.steps),
        singled=given.singled and {name: _tensor(image, to_screen) for name, image in given.singled.items()},
        rendered_prior=None if given.rendered_prior is None else _tensor(given.rendered_prior, to_screen),
    )
    return replace(
        face,
        crop=_picture(face.crop, to_screen),
        restored=_picture(face.restored, to_screen),
        restoration=restoration,
        profile=face.profile[:0],
    )


def _picture(values: Floats, to_screen: DisplayConverter) -> Floats:
    """`(h, w, 3)` in [0, 1], to 8 bits as it will be drawn."""
    return to_screen(values).astype(np.float32) / np.float32(255)


def _tensor(values: Floats, to_screen: DisplayConverter) -> Floats:
    """`(1, 3, h, w)` in [0, 1]; a fourth channel is alpha, and stays."""
    colours = _picture(values[0, :3].transpose(1, 2, 0), to_screen).transpose(2, 0, 1)
    return np.concatenate([colours, values[0, 3:]])[None]
