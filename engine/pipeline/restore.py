"""Restore one photo: find faces, cut crops, run the models in batches, paste back."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from engine.alignment.crop import Crop, cut_tight, ffhq_crop, tight_square
from engine.alignment.paste_back import apply_patch, make_patch, to_grey
from engine.alignment.resample import enlarge
from engine.context import JobContext
from engine.detection.base import Detector
from engine.errors import DetectionError, EngineError, ModelError, PhotoError
from engine.models.registry import InstalledModel, find_model, scan_models
from engine.pipeline.model_choice import AUTO, check_size, choose_automatically
from engine.pipeline.options import RestoreOptions
from engine.runtime.outputs import single
from engine.runtime.sessions import ModelCache
from engine.types import Face, FaceResult, Floats, Photo, PhotoResult, Pixels, Restoration

MAX_RESULT_MEGAPIXELS = 800


@dataclass(frozen=True)
class _Plan:
    """A face that will be restored: which model, on which crop."""

    index: int
    model: InstalledModel
    crop: Crop
    seconds: float


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
    _check_size(photo, options.scale)
    context.progress(0, "finding faces")
    found = list(detector.detect(photo.pixels)) if faces is None else list(faces)
    chosen = _chosen(found, options)
    context.progress(0.4, "cutting faces")
    results, plans = _plan(photo, found, chosen, options)
    provider = None
    for model, group in _by_model(plans):
        context.progress(0.5, f"restoring with {model.card.id}")
        restored, provider = _restore_group(photo, found, group, models, options)
        results.update(restored)
    context.progress(0.85, "pasting back")
    canvas, results = _assemble(photo, results, plans, options)
    context.progress(1, "done")
    return PhotoResult(
        photo=dataclasses.replace(
            photo,
            pixels=canvas,
            alpha=None if photo.alpha is None else enlarge(photo.alpha, options.scale),
        ),
        faces=tuple(results[index] for index in range(len(found))),
        provider=provider,
        scale=options.scale,
    )


def _check_size(photo: Photo, scale: int) -> None:
    megapixels = photo.width * photo.height * scale**2 / 1e6
    if megapixels > MAX_RESULT_MEGAPIXELS:
        raise PhotoError(
            f"At scale {scale} the photo would have {megapixels:.0f} MP, more than {MAX_RESULT_MEGAPIXELS} MP.",
            hint="Choose a smaller scale.",
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
                f"Face {number} was asked for, but {len(found)} were found.",
                hint="Run with --faces all --json to see the faces and their numbers.",
            )
    return {number - 1 for number in options.faces}


def _plan(
    photo: Photo, found: Sequence[Face], chosen: set[int], options: RestoreOptions
) -> tuple[dict[int, FaceResult], list[_Plan]]:
    """Which faces are skipped or fail at once, and how the others will be restored."""
    installed, _ = scan_models()
    named = None if options.model == AUTO else find_model(options.model)
    results: dict[int, FaceResult] = {}
    plans: list[_Plan] = []
    for index, face in enumerate(found):
        if index not in chosen:
            results[index] = FaceResult(face=face, status="skipped", reason="The face was not chosen.")
            continue
        started = time.monotonic()
        side = tight_square(face).width
        choice = (
            choose_automatically(side, installed)
            if named is None
            else check_size(side, named, include_large=options.include_large)
        )
        if choice.model is None:
            results[index] = FaceResult(face=face, status="skipped", reason=choice.reason)
            continue
        try:
            crop = _cut(photo.pixels, face, choice.model)
        except EngineError as error:
            results[index] = FaceResult(face=face, status="failed", reason=str(error), model=choice.model.card.id)
            continue
        plans.append(_Plan(index, choice.model, crop, time.monotonic() - started))
    return results, plans


def _cut(pixels: Pixels, face: Face, model: InstalledModel) -> Crop:
    if model.card.crop == "ffhq":
        return ffhq_crop(pixels, face, size=model.card.input_size)
    return cut_tight(pixels, tight_square(face), size=model.card.input_size)


def _by_model(plans: Sequence[_Plan]) -> list[tuple[InstalledModel, list[_Plan]]]:
    groups: dict[str, list[_Plan]] = {}
    for plan in plans:
        groups.setdefault(plan.model.card.id, []).append(plan)
    return [(group[0].model, group) for group in groups.values()]


def _restore_group(
    photo: Photo,
    found: Sequence[Face],
    group: Sequence[_Plan],
    models: ModelCache,
    options: RestoreOptions,
) -> tuple[dict[int, FaceResult], str | None]:
    """Results of the faces that one model restores, and the provider that ran it."""
    started = time.monotonic()
    try:
        loaded = models.load(group[0].model.card.id)
    except ModelError as error:
        return {plan.index: _failed(found[plan.index], plan, error) for plan in group}, None
    batch = np.stack([plan.crop.image.transpose(2, 0, 1) for plan in group])
    try:
        whole = loaded.run(batch)
        outcomes: list[Restoration | ModelError] = [single(whole, i) for i in range(len(group))]
    except ModelError:
        outcomes = [_run_alone(loaded.run, batch[i : i + 1]) for i in range(len(group))]
    share = (time.monotonic() - started) / len(group)
    results: dict[int, FaceResult] = {}
    for plan, outcome in zip(group, outcomes, strict=True):
        if isinstance(outcome, ModelError):
            results[plan.index] = _failed(found[plan.index], plan, outcome)
            continue
        image = outcome.image[0].transpose(1, 2, 0)
        results[plan.index] = FaceResult(
            face=found[plan.index],
            status="restored",
            model=plan.model.card.id,
            seconds=plan.seconds + share,
            strength=options.strength,
            crop=plan.crop.image,
            restored=to_grey(image) if photo.is_grey else image,
            restoration=outcome,
        )
    return results, loaded.provider


def _run_alone(run: Callable[[Floats], Restoration], crop: Floats) -> Restoration | ModelError:
    try:
        return run(crop)
    except ModelError as error:
        return error


def _failed(face: Face, plan: _Plan, error: ModelError) -> FaceResult:
    return FaceResult(face=face, status="failed", reason=str(error), model=plan.model.card.id, crop=plan.crop.image)


def _assemble(
    photo: Photo, results: dict[int, FaceResult], plans: Sequence[_Plan], options: RestoreOptions
) -> tuple[Pixels, dict[int, FaceResult]]:
    """The canvas with every restored face in it; the smallest faces last, so that they stay whole."""
    canvas = enlarge(photo.pixels, options.scale)
    timed = dict(results)
    for plan in sorted(plans, key=lambda plan: -plan.crop.face_side):
        result = results[plan.index]
        if result.restored is None:
            continue
        started = time.monotonic()
        patch = make_patch(
            canvas,
            restored=result.restored,
            crop=plan.crop,
            canvas_scale=options.scale,
            match_grain=options.match_grain,
            seed=options.seed + plan.index,
        )
        apply_patch(canvas, patch, strength=options.strength)
        timed[plan.index] = dataclasses.replace(result, seconds=result.seconds + time.monotonic() - started)
    return canvas, timed
