"""Restoring faces of one photo, each with the model that was asked for it, each shown as soon as it is ready."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.context import JobContext
from engine.detection.by_hand import face_from_box
from engine.errors import DataError, EngineError, unforeseen
from engine.files import make_own_folder
from engine.jobs.state import PhotoKey, ServiceState, photo_content, photo_key
from engine.messages import message
from engine.models.registry import InstalledModel, find_model, scan_models
from engine.photo_io.display import DisplayConverter, display_converter
from engine.pipeline.auto_scale import face_scale
from engine.pipeline.face_file import FaceFile, read_face_file, write_face_file
from engine.pipeline.face_restoring import (
    FacePlan,
    consistency_of,
    looks_grey,
    place_face_alone,
    plan_face,
    restore_group,
)
from engine.pipeline.model_choice import AUTO
from engine.pipeline.refused_write import refused_write
from engine.pipeline.set_upright import set_upright
from engine.priors.drawn_face import refusals_said
from engine.process.protocol import FaceOutcome, FaceRequest, RestoredFaces, RestoreFaces
from engine.types import Face, FaceResult, Floats, Photo


def run(
    job: RestoreFaces, state: ServiceState, context: JobContext, preview: Callable[[object], None]
) -> RestoredFaces:
    """Restores each requested face; its `FaceOutcome` is a preview, told as soon as it is known.

    A face that cannot be restored is marked so, with the reason. Raises: EngineError if the photo cannot be read or the
    results cannot be kept; Cancelled between faces and between a face's stages.
    """
    context.progress(0, message("reading"))
    faces = _Faces(job, state)
    _make_folder(job.folder)
    for number, request in enumerate(job.faces):
        fraction = number / len(job.faces)
        context.progress(fraction, message("cutting face {number} of {count}", number=number + 1, count=len(job.faces)))
        plan = faces.plan(request)
        if isinstance(plan, FacePlan):
            stage = message(
                "restoring face {number} of {count} with {model}",
                number=number + 1,
                count=len(job.faces),
                model=plan.model.card.id,
            )
            context.progress(fraction, stage)
            outcome = faces.restore(request, plan, context)
        else:
            outcome = _outcome(request, plan)
        preview(outcome)
    context.progress(1, message("done"))
    return RestoredFaces(provider=faces.provider)


class _Faces:
    """The faces of one job: planned, restored or found again, and written. `provider` is what ran the models so far."""

    def __init__(self, job: RestoreFaces, state: ServiceState) -> None:
        self._job, self._state = job, state
        self._key, self._content = photo_key(job.path), photo_content(job.path)
        self._photo = state.photo(job.path)
        self._installed: Sequence[InstalledModel] = scan_models()[0]
        self._display: DisplayConverter | None = None
        self.provider: str | None = None

    def plan(self, request: FaceRequest) -> FacePlan | FaceResult:
        """How the face will be restored, or why it will not be."""
        photo = self._photo
        try:
            named = None if request.model == AUTO else find_model(request.model)
            face = _inside(request.face, photo)
        except EngineError as error:
            return FaceResult(face=request.face, status="failed", reason=error.whole)
        return plan_face(
            photo,
            face,
            named=named,
            installed=self._installed,
            detector=self._state.detector("auto"),
            include_large=self._job.include_large,
            outside_range=request.outside_range,
        )

    def restore(self, request: FaceRequest, plan: FacePlan, context: JobContext) -> FaceOutcome:
        """The outcome of a face, with its file. Raises: DataError if that cannot be written; PhotoError; Cancelled."""
        path = self._job.folder / f"{_digest(self._job, self._key, plan)}.npz"
        if kept := _kept(path):
            return _restored(request, kept, path)
        results, provider = restore_group([plan], self._state.models, is_grey=self._photo.is_grey, context=context)
        result = results[0]
        try:
            plan, result = set_upright(self._photo.pixels, plan, result)
            if result.status != "restored":
                return _outcome(request, result)
            face = self._face_file(plan, result, provider or "")
        except Exception as error:  # the face cannot be put into the photo; the others go on
            reason = unforeseen(error, where="Putting a face into its photo").whole
            return _outcome(request, dataclasses.replace(result, status="failed", reason=reason))
        context.check_cancelled()
        write_face_file(face, path)
        self.provider = provider
        return _restored(request, face, path)

    def _face_file(self, plan: FacePlan, result: FaceResult, provider: str) -> FaceFile:
        job, crop, restored = self._job, plan.crop, result.restored
        assert restored is not None and result.restoration is not None
        scale = face_scale(restored.shape[0], crop.face_side)
        patch = place_face_alone(
            self._photo.pixels,
            restored=restored,
            crop=crop,
            scale=scale,
            match_grain=job.match_grain,
            seed=job.seed,
            keep_finer=result.keeps_finer,
        )
        return FaceFile(
            model=plan.model.card.id,
            scale=scale,
            seed=job.seed,
            match_grain=job.match_grain,
            is_grey=self._photo.is_grey or looks_grey(crop.image),
            crop=crop.image,
            restored=restored,
            photo_from_crop=crop.photo_from_crop,
            face_side=crop.face_side,
            left=patch.left,
            top=patch.top,
            patch=self._shown(patch.pixels, left=patch.left, top=patch.top, scale=scale),
            mask=patch.mask,
            consistency=consistency_of(plan, restored),
            restoration=result.restoration,
            photo_state=self._content,
            profile=np.frombuffer(self._photo.metadata.icc or b"", np.uint8),
            can_single_out=self._state.models.load(plan.model.card.id).can_single_out,
            seconds=result.seconds,
            provider=provider,
            outside_range=plan.outside_range,
            **({} if result.given is None else {"given": result.given}),
            quality=plan.quality,
            keeps_finer=result.keeps_finer,
        )

    def _shown(self, patch: Floats, *, left: int, top: int, scale: int) -> NDArray[np.uint8]:
        if self._display is None:
            self._display = display_converter(self._photo)
        return self._display(patch, left=left, top=top, scale=scale)


def _inside(face: Face, photo: Photo) -> Face:
    """The face; one that was outlined by hand is cut off at the photo's edge. Raises: DetectionError."""
    if face.source != "hand":
        return face
    return face_from_box(face.box, photo_width=photo.width, photo_height=photo.height)


def _outcome(request: FaceRequest, result: FaceResult) -> FaceOutcome:
    return FaceOutcome(
        id=request.id,
        status=result.status,
        reason=result.reason,
        model=result.model,
        seconds=result.seconds,
        quality=result.quality,
    )


def _restored(request: FaceRequest, face: FaceFile, path: Path) -> FaceOutcome:
    return FaceOutcome(
        id=request.id,
        status="restored",
        model=face.model,
        provider=face.provider or None,
        seconds=face.seconds,
        file=path,
        scale=face.scale,
        outside_range=face.outside_range,
        departs=face.departs,
        quality=face.quality,
        prior_refusal=refusals_said(face.restoration.prior_refusals),
    )


def _digest(job: RestoreFaces, key: PhotoKey, plan: FacePlan) -> str:
    """A name for the result: another one as soon as anything that it depends on is another."""
    face, card = plan.face, plan.model.card
    points = None if face.points is None else face.points.tolist()
    asked = (str(key.path), key.mtime_ns, key.size, face.box, points, face.source, card.id, card.sha256)
    options = (job.match_grain, job.seed, plan.outside_range, plan.quality)
    return hashlib.sha1(repr((asked, options)).encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()


def _kept(path: Path) -> FaceFile | None:
    try:
        return read_face_file(path) if path.is_file() else None
    except DataError:
        return None


def _make_folder(folder: Path) -> None:
    try:
        make_own_folder(folder)
    except OSError as error:
        raise refused_write(message("A restored face"), folder, error) from error
