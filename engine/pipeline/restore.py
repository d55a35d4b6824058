"""Restore one photo: find faces, cut crops, run the models in batches, paste back."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Mapping, Sequence

import numpy as np

from engine.alignment.crop import tight_square
from engine.alignment.paste_back import apply_patch
from engine.alignment.whole_photo import enlarged_photo
from engine.context import JobContext
from engine.detection.base import Detector
from engine.errors import DetectionError, PhotoError, unforeseen
from engine.messages import NOTHING, message
from engine.models.registry import find_model, scan_models
from engine.pipeline.auto_scale import AUTO_SCALE, AutoScale, FaceScale, automatic_scale, face_scale
from engine.pipeline.face_input import quality_of
from engine.pipeline.face_restoring import FacePlan, place_face, plan_face, restore_group
from engine.pipeline.model_choice import AUTO
from engine.pipeline.options import RestoreOptions
from engine.pipeline.set_upright import set_upright
from engine.runtime.sessions import ModelCache
from engine.types import Face, FaceResult, Photo, PhotoResult

MAX_RESULT_MEGAPIXELS = 800


def restore_photo(
    photo: Photo,
    options: RestoreOptions,
    *,
    detector: Detector,
    models: ModelCache,
    context: JobContext,
    faces: Sequence[Face] | None = None,
) -> PhotoResult:
    """The photo with its faces restored, and what became of each face.

    `faces` are those to use instead of looking for them. A face whose restoration fails is left as it is and
    marked failed. Raises: EngineError if the photo as a whole cannot be worked on; Cancelled.
    """
    check_result_size(photo, options.scale or 1)
    context.progress(0, message("finding faces"))
    found = list(detector.detect(photo.pixels, context)) if faces is None else list(faces)
    chosen = _chosen(found, options)
    context.progress(0.4, message("cutting faces"))
    results, plans = _plan(photo, found, chosen, options, detector)
    provider = None
    for model_id, group in _by_model(plans).items():
        context.progress(0.5, message("restoring with {model}", model=model_id))
        restored, ran_on = restore_group(
            [plans[index] for index in group],
            models,
            is_grey=photo.is_grey,
            strength=options.strength,
            context=context,
        )
        for index, result in zip(group, restored, strict=True):
            plans[index], results[index] = set_upright(photo.pixels, plans[index], result)
        provider = ran_on or provider
    context.progress(0.85, message("pasting back"))
    auto = _scale(photo, results, plans, options)
    enlarged, results = _assemble(photo, results, plans, options, scale=auto.scale)
    context.progress(1, message("done"))
    return PhotoResult(
        photo=enlarged,
        faces=tuple(results[index] for index in range(len(found))),
        provider=provider,
        scale=auto.scale,
        scale_reason=auto.reason,
    )


def check_result_size(photo: Photo, scale: int) -> None:
    """Raises: PhotoError if the photo, enlarged `scale` times, would be too large to work on."""
    megapixels = photo.width * photo.height * scale**2 / 1e6
    if megapixels > MAX_RESULT_MEGAPIXELS:
        raise PhotoError(
            "At scale {scale} the photo would have {size:.0f} MP, more than {limit} MP.",
            hint="Choose a smaller scale.",
            scale=scale,
            size=megapixels,
            limit=MAX_RESULT_MEGAPIXELS,
        )


def _chosen(found: Sequence[Face], options: RestoreOptions) -> set[int]:
    if options.faces == "all":
        return set(range(len(found)))
    if options.faces == "largest":
        sizes = [face.box.width * face.box.height for face in found]
        return {int(np.argmax(sizes))} if sizes else set()
    for number in options.faces:
        if number > len(found):
            raise DetectionError(
                "Face {number} was asked for; faces found: {count}.",
                hint="Run with --faces all --json to see the faces and their numbers.",
                number=number,
                count=len(found),
            )
    return {number - 1 for number in options.faces}


def _plan(
    photo: Photo, found: Sequence[Face], chosen: set[int], options: RestoreOptions, detector: Detector
) -> tuple[dict[int, FaceResult], dict[int, FacePlan]]:
    """Which faces are skipped or fail at once, and how the others will be restored."""
    installed, _ = scan_models()
    named = None if options.model == AUTO else find_model(options.model)
    results: dict[int, FaceResult] = {}
    plans: dict[int, FacePlan] = {}
    for index, face in enumerate(found):
        if index not in chosen:
            why, quality = message("The face was not chosen."), quality_of(photo.pixels, face)
            results[index] = FaceResult(face=face, status="skipped", reason=why, quality=quality)
            continue
        plan = plan_face(
            photo,
            face,
            named=named,
            installed=installed,
            detector=detector,
            include_large=options.include_large,
            outside_range=options.outside_range,
        )
        if isinstance(plan, FacePlan):
            plans[index] = plan
        else:
            results[index] = plan
    return results, plans


def _by_model(plans: Mapping[int, FacePlan]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = {}
    for index, plan in plans.items():
        groups.setdefault(plan.model.card.id, []).append(index)
    return groups


def _scale(
    photo: Photo, results: Mapping[int, FaceResult], plans: Mapping[int, FacePlan], options: RestoreOptions
) -> AutoScale:
    """The scale of the result: the one that was asked for, or that at which the restored faces lose nothing."""
    if options.scale != AUTO_SCALE:
        return AutoScale(options.scale, NOTHING)
    faces = [
        FaceScale(tight_square(plan.face).width, face_scale(restored.shape[0], plan.crop.face_side))
        for index, plan in plans.items()
        if (restored := results[index].restored) is not None
    ]
    return automatic_scale(photo.width, photo.height, faces)


def _assemble(
    photo: Photo,
    results: dict[int, FaceResult],
    plans: Mapping[int, FacePlan],
    options: RestoreOptions,
    *,
    scale: int,
) -> tuple[Photo, dict[int, FaceResult]]:
    """The enlarged photo with every restored face in it; the smallest faces last, so that they stay whole."""
    enlarged = enlarged_photo(photo, scale)
    canvas = enlarged.pixels
    timed = dict(results)
    for index, plan in sorted(plans.items(), key=lambda item: -item[1].crop.face_side):
        result = results[index]
        if result.restored is None:
            continue
        started = time.monotonic()
        try:
            patch = place_face(
                canvas,
                restored=result.restored,
                crop=plan.crop,
                scale=scale,
                match_grain=options.match_grain,
                seed=options.seed,
                keep_finer=result.keeps_finer,
            )
        except Exception as error:  # the face cannot be put into the photo; the others can
            reason = unforeseen(error, where="Putting a face into its photo").whole
            timed[index] = dataclasses.replace(result, status="failed", reason=reason, restored=None, restoration=None)
            continue
        apply_patch(canvas, patch, strength=options.strength)
        timed[index] = dataclasses.replace(result, seconds=result.seconds + time.monotonic() - started)
    return enlarged, timed
