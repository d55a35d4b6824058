"""What each attention map of a restored face does alone (DIC, figure 6), when somebody asks for it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import numpy as np

from engine.context import JobContext
from engine.errors import ModelError
from engine.jobs.state import ServiceState
from engine.messages import message
from engine.models.base import ModelCard
from engine.pipeline.face_file import FaceFile, read_face_file, write_face_file
from engine.process.protocol import SingledOut, SingleOut
from engine.runtime.low_side import as_the_model_knows_it
from engine.types import Floats

SAME = 2e-3  # in [0, 1]; processors and providers differ by less, other weights by more


def run(job: SingleOut, state: ServiceState, context: JobContext, preview: Callable[[object], None]) -> SingledOut:
    """The face's file with `Restoration.singled`; written once, then found again.

    Raises: ModelError if its model is gone, has changed meanwhile or has no attention that can be singled out;
    DataError if the file cannot be read or written; Cancelled before it is written.
    """
    context.progress(0, message("reading"))
    face = read_face_file(job.file)
    if face.restoration.singled is None:
        loaded = state.models.load(face.model)
        context.progress(0.2, message("restoring with one map at a time"))
        known = face.given if face.given.size else _as_it_was(face, loaded.model.card)
        crop = known.transpose(2, 0, 1)[None]
        again = loaded.run(crop, picture_only=True).image
        if np.abs(again - face.restoration.image).max() > SAME:
            raise ModelError(
                "{model} has changed since it restored this face.", hint="Restore the face again.", model=face.model
            )
        singled = loaded.single_out(crop)
        context.check_cancelled()
        restoration = dataclasses.replace(face.restoration, singled=singled)
        write_face_file(dataclasses.replace(face, restoration=restoration), job.file)
    context.progress(1, message("done"))
    return SingledOut(file=job.file)


def _as_it_was(face: FaceFile, card: ModelCard) -> Floats:
    """What the model was given; a file of a former version does not hold it."""
    return face.crop if face.quality else as_the_model_knows_it(face.crop, card, face_side=face.face_side)
