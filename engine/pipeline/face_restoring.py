"""One face of a photo: which model restores it and on which crop, what the model gives, and where that goes."""

from __future__ import annotations

import hashlib
import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.alignment.crop import Crop
from engine.alignment.face_pose import is_impossible
from engine.alignment.grain import LUMA, RING
from engine.alignment.paste_back import Patch, make_patch, to_grey
from engine.alignment.resample import enlarged_part, resize_bicubic
from engine.context import Cancelled, JobContext
from engine.detection.base import UNWATCHED, Detector
from engine.errors import EngineError, unforeseen
from engine.messages import message, template
from engine.models.registry import InstalledModel
from engine.pipeline.face_input import FaceInput, cut_face, found_again, quality_of
from engine.pipeline.model_choice import check_size, choose_automatically
from engine.runtime.outputs import single
from engine.runtime.sessions import ModelCache
from engine.types import Face, FaceQuality, FaceResult, Floats, Photo, Pixels, Restoration

GREY_SPREAD = 3 / 255  # between the channels of a px: no more, and the crop is of a grey photo saved in colour
IMPOSSIBLE = template("The five points found in this face cannot be a face's; it was left as it is.")
SMALLEST_COMPARED_SIDE = 8  # px; below it a consistency map says nothing


@dataclass(frozen=True)
class FacePlan:
    """A face that will be restored: by which model, and from what. `seconds` is what planning took; `outside_range`:
    the model is not meant for such a face, or its points are not a face's. `is_cut`: its crop reaches beyond the photo.
    """

    face: Face
    model: InstalledModel
    input: FaceInput
    quality: FaceQuality
    seconds: float
    outside_range: bool = False
    is_cut: bool = False

    @property
    def crop(self) -> Crop:
        """The face as the photo shows it."""
        return self.input.crop


def plan_face(
    photo: Photo,
    face: Face,
    *,
    named: InstalledModel | None,
    installed: Sequence[InstalledModel],
    detector: Detector | None = None,
    include_large: bool = False,
    outside_range: bool = False,
) -> FacePlan | FaceResult:
    """How the face will be restored, or that it is skipped or failed, with the reason.

    Args: named: the model that was asked for by name; None leaves the choice among the `installed` ones to what the
    face holds. detector: finds a screened or torn face again once it is cleaned. include_large: whether a face that
    holds more than a restoration is restored all the same; outside_range: one that holds less as well.
    """
    started = time.monotonic()
    try:
        quality = quality_of(photo.pixels, face)
        placed = found_again(photo.pixels, face, quality, detector) if detector else face
        is_strange = is_impossible(placed)
        if is_strange and not outside_range:
            return FaceResult(face=face, status="skipped", reason=message(IMPOSSIBLE), quality=quality)
        choice = (
            choose_automatically(quality, installed, include_large=include_large, outside_range=outside_range)
            if named is None
            else check_size(quality, named, include_large=include_large, outside_range=outside_range)
        )
        if choice.model is None:
            return FaceResult(face=face, status="skipped", reason=choice.reason, quality=quality)
        given = cut_face(photo.pixels, placed, choice.model, quality)
    except Cancelled:
        raise
    except Exception as error:  # whatever it is, it is this face's alone
        reason = unforeseen(error, where="Planning a face").whole
        return FaceResult(face=face, status="failed", reason=reason)
    is_outside = is_strange or choice.outside_range
    is_cut = given.crop.reaches_beyond(width=photo.width, height=photo.height)
    return FacePlan(face, choice.model, given, quality, time.monotonic() - started, is_outside, is_cut)


def restore_group(
    plans: Sequence[FacePlan],
    models: ModelCache,
    *,
    is_grey: bool,
    strength: float = 1.0,
    context: JobContext = UNWATCHED,
) -> tuple[list[FaceResult], str | None]:
    """What becomes of faces that one model restores, in their order, and the provider that ran it.

    Args: plans: at least one, all of the same model; is_grey: whether the photo is (crops that look so count as well).
    Where the batch fails, each face is tried alone, and those that fail again are marked failed. Raises: Cancelled
    before and after each run of the model.
    """
    started = time.monotonic()
    try:
        loaded = models.load(plans[0].model.card.id)
    except Exception as error:  # whatever it is, other models and photos go on
        return [_failed(plan, unforeseen(error, where="Loading a model")) for plan in plans], None
    context.check_cancelled()
    batch = np.stack([plan.input.given.transpose(2, 0, 1) for plan in plans])
    try:
        whole = loaded.run(batch)
        outcomes: list[Restoration | EngineError] = [single(whole, i) for i in range(len(plans))]
    except Exception:  # which face it was shows when each is tried alone
        outcomes = []
        for i in range(len(plans)):
            context.check_cancelled()
            outcomes.append(_run_alone(loaded.run, batch[i : i + 1]))
    context.check_cancelled()
    share = (time.monotonic() - started) / len(plans)
    results = [
        _failed(plan, outcome)
        if isinstance(outcome, EngineError)
        else _restored(plan, outcome, is_grey=is_grey, strength=strength, seconds=plan.seconds + share)
        for plan, outcome in zip(plans, outcomes, strict=True)
    ]
    return results, loaded.provider


def _run_alone(run: Callable[[Floats], Restoration], crop: Floats) -> Restoration | EngineError:
    try:
        return run(crop)
    except Exception as error:  # whatever it is, it is this face's alone
        return unforeseen(error, where="Restoring a face")


def _restored(
    plan: FacePlan, restoration: Restoration, *, is_grey: bool, strength: float, seconds: float
) -> FaceResult:
    image = restoration.image[0].transpose(1, 2, 0)
    return FaceResult(
        face=plan.face,
        status="restored",
        model=plan.model.card.id,
        seconds=seconds,
        strength=strength,
        crop=plan.crop.image,
        restored=to_grey(image) if is_grey or looks_grey(plan.crop.image) else image,
        restoration=_with_true_refusals(restoration, is_cut=plan.is_cut),
        outside_range=plan.outside_range,
        given=None if plan.input.given is plan.crop.image else plan.input.given,
        quality=plan.quality,
        keeps_finer=plan.input.keep_finer,
    )


def _with_true_refusals(restoration: Restoration, *, is_cut: bool) -> Restoration:
    """The same; that the photo's border cuts a face is a guess of who sees the crop alone, and in the middle of a photo
    it was no face that looked so."""
    refusals = tuple("no_face" if one == "cut" and not is_cut else one for one in restoration.prior_refusals)
    return replace(restoration, prior_refusals=refusals)


def looks_grey(crop: Floats) -> bool:
    """Whether a crop `(S, S, 3)` has no colour but what rounding and compression leave."""
    return float(np.ptp(crop, axis=2).max()) <= GREY_SPREAD


def _failed(plan: FacePlan, error: EngineError) -> FaceResult:
    return FaceResult(
        face=plan.face,
        status="failed",
        reason=error.whole,
        model=plan.model.card.id,
        crop=plan.crop.image,
        quality=plan.quality,
    )


def place_face(
    canvas: Pixels,
    *,
    restored: Floats,
    crop: Crop,
    scale: int,
    match_grain: bool,
    seed: int,
    keep_finer: bool = True,
) -> Patch:
    """What replaces a part of the photo enlarged `scale` times; arguments and errors as of `make_patch`.

    The grain is drawn from `seed` and the face's place in the photo, so that it is the same whichever other faces are
    restored, and another one in each face.
    """
    return make_patch(
        canvas,
        restored=restored,
        crop=crop,
        canvas_scale=scale,
        match_grain=match_grain,
        keep_finer=keep_finer,
        seed=_grain_seed(seed, crop),
    )


def place_face_alone(
    photo: Pixels,
    *,
    restored: Floats,
    crop: Crop,
    scale: int,
    match_grain: bool,
    seed: int,
    keep_finer: bool = True,
) -> Patch:
    """As `place_face`, from the photo as it is: only the part around the face is enlarged."""
    height, width = photo.shape[:2]
    size = crop.image.shape[0]
    corners = np.array([[x, y] for x in (-0.5, size - 0.5) for y in (-0.5, size - 0.5)])
    placed = corners @ crop.photo_from_crop[:, :2].T + crop.photo_from_crop[:, 2]
    reach = 4 + math.ceil(2 * RING * np.ptp(placed, axis=0).max())  # what `missing_grain` looks at, and more
    low = np.floor(placed.min(axis=0)).astype(int) - reach
    high = np.ceil(placed.max(axis=0)).astype(int) + reach
    left, top = (int(value) for value in np.clip(low, 0, (width - 1, height - 1)))
    right, bottom = (int(value) for value in np.clip(high, (left + 1, top + 1), (width, height)))
    part = enlarged_part(photo, scale, left=left * scale, top=top * scale, right=right * scale, bottom=bottom * scale)
    shifted = crop.photo_from_crop - np.array([[0, 0, left], [0, 0, top]])
    patch = make_patch(
        part,
        restored=restored,
        crop=replace(crop, photo_from_crop=shifted),
        canvas_scale=scale,
        match_grain=match_grain,
        keep_finer=keep_finer,
        seed=_grain_seed(seed, crop),
    )
    return replace(patch, left=patch.left + left * scale, top=patch.top + top * scale)


def _grain_seed(seed: int, crop: Crop) -> int:
    middle = (crop.image.shape[0] - 1) / 2
    x, y = crop.photo_from_crop @ np.array([middle, middle, 1.0])
    # Detectors differ in the last bits, and boxes that were drawn lie on whole and half px: both are kept off the edge.
    place = (seed, *(math.floor(value + 0.25) for value in (x, y, crop.face_side)))
    return int.from_bytes(hashlib.sha256(repr(place).encode()).digest()[:8], "little")


def consistency_of(plan: FacePlan, restored: Floats) -> Floats:
    """`consistency_map` of a face that was restored: with the photo, or with what is left of it without its screen."""
    before = plan.crop.image if plan.input.keep_finer else plan.input.given
    return consistency_map(restored, before, face_side=plan.crop.face_side)


def consistency_map(restored: Floats, crop: Floats, *, face_side: float) -> Floats:
    """The restored face reduced to the photo's own resolution, minus the photo there: luma, -1 to 1.

    Both are reduced by antialiased bicubic, as low-resolution faces are made (`engine.evaluation.consistency`).
    Args: restored, crop: `(S, S, 3)` in [0, 1]; face_side: px of the square in the photo. Returns: `(n, n)`.
    """
    side = min(restored.shape[0], max(SMALLEST_COMPARED_SIDE, round(face_side)))
    difference = resize_bicubic(restored, (side, side)) - resize_bicubic(crop, (side, side))
    return (difference @ LUMA).astype(np.float32)
