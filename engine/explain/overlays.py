"""All that can be laid over a restored face: what its `Restoration` has, whatever family made it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.errors import DataError
from engine.explain.attention import attention_overlays, attention_part
from engine.explain.face_points import lines_between
from engine.explain.guessed import changed_overlay, consistency_overlay
from engine.explain.nice_numbers import nice_above
from engine.explain.overlay import (
    BarsOverlay,
    HeatOverlay,
    ImageOverlay,
    Overlay,
    OverlayKey,
    PointsOverlay,
    PromisedOverlay,
)
from engine.explain.part_names import part_name
from engine.explain.rendered_face import rendered_overlays
from engine.explain.unit_regions import (
    ESTIMATES,
    ONE_REGION_ALONE,
    REGION_ALONE,
    TURNED_BARS,
    UnitEstimate,
    is_beyond_labels,
    labels_of_units,
    units_of_maps,
    with_turn,
)
from engine.messages import NOTHING, Message, message, template
from engine.pipeline.face_file import FaceFile
from engine.types import Floats, Restoration

LUMA = np.array([0.299, 0.587, 0.114], np.float32)  # ITU-R BT.601

_HEATMAPS = message("Where the model expects a part of the face: the brighter, the surer it is of that place.")
_LANDMARKS = message("The facial points that the model found and was guided by while it restored the face.")
_STEP = template(
    "What the model had made of the face after pass {number} of {count}: each pass starts from the one before."
)
_SINGLED = message(
    "What the model makes of the face when only this attention map counts and the others are set to zero: compare with "
    "the restoration to see what the map is for."
)
_MORPHABLE = message(
    "How far the fitted 3D face lies from the average face along each direction of its morphable model; 0 is average. "
    "It is a model, not evidence."
)
_LIGHT = message(
    "The light on the fitted 3D face, as nine spherical harmonics: the first is how bright it is, the others are where "
    "it comes from. It is a model, not evidence."
)
_POSE = message(
    "How the fitted 3D face lies in its square: looking down, turned and tilted to the right, each in radians, then "
    "its place and the logarithm of its size. It is a model, not evidence."
)


def overlays_of(face: FaceFile) -> tuple[Overlay, ...]:
    """Everything that can be laid over this face, in the order in which to offer it. Names no family."""
    given = face.restoration
    return (
        *attention_overlays(face),
        *_heatmaps(given),
        *_landmarks(given),
        *_action_units(face),
        *_steps(given, is_grey=face.is_grey),
        *_singled(face),
        *rendered_overlays(given),
        *_morphable(given),
        changed_overlay(face),
        consistency_overlay(face),
    )


def overlays_with_keys(face: FaceFile, keys: Sequence[OverlayKey]) -> tuple[Overlay, ...]:
    """The overlays with these keys, in their order. Raises: DataError if the face lacks one; it names those it has."""
    present = {o.key: o for o in overlays_of(face) if not isinstance(o, PromisedOverlay)}
    missing = [key for key in keys if key not in present]
    if missing:
        raise DataError(
            "The face restored with {model} has no overlay '{overlay}'.",
            hint="It has: {names}.",
            model=face.model,
            overlay=missing[0],
            names=tuple(present),
        )
    return tuple(present[key] for key in keys)


def _parts(given: Restoration, output: str, count: int) -> tuple[str, ...]:
    """The names of an output's channels or numbers, from the card; numbers where it has not as many."""
    named = given.names.get(output, ())
    return named if len(named) == count else _numbers(count)


def _heatmaps(given: Restoration) -> list[Overlay]:
    if given.heatmaps is None or given.heatmaps.shape[1] == 0:
        return []
    maps = given.heatmaps[0]
    names = _parts(given, "heatmaps", len(maps))
    end = nice_above(float(maps.max()))
    together = HeatOverlay(
        key="heatmaps/all", title=message("Heatmaps: all"), explanation=_HEATMAPS, values=maps.max(axis=0), high=end
    )
    return [
        together,
        *(
            HeatOverlay(
                key=f"heatmaps/{name}",
                title=message("Heatmap: {part}", part=part_name(name)),
                explanation=_HEATMAPS,
                values=values,
                high=end,
            )
            for name, values in zip(names, maps, strict=True)
        ),
    ]


def _landmarks(given: Restoration) -> list[Overlay]:
    if given.landmarks is None:
        return []
    points = given.landmarks[0].astype(np.float32)
    return [
        PointsOverlay(
            key="landmarks",
            title=message("Facial points"),
            explanation=_LANDMARKS,
            points=points,
            lines=lines_between(len(points)),
        )
    ]


def _action_units(face: FaceFile) -> list[Overlay]:
    given, is_turned = face.restoration, is_beyond_labels(face)
    if given.action_units is None:
        return []
    values = _numbers_of(given.action_units)
    names = _parts(given, "action_units", len(values))
    high = max(1.0, nice_above(max(values, default=0.0)))
    low = -nice_above(-min(values)) if min(values, default=0.0) < 0 else 0.0
    return [
        BarsOverlay(
            key="action_units",
            title=message("Action units ({labels})", labels=labels_of_units(is_turned=is_turned)),
            group_title=TURNED_BARS if is_turned else NOTHING,
            explanation=with_turn(ESTIMATES, is_turned=is_turned),
            names=tuple(part_name(name) for name in names),
            values=values,
            low=low,
            high=high,
        )
    ]


def _steps(given: Restoration, *, is_grey: bool) -> list[Overlay]:
    """Every pass of an iterative model, the result last; nothing for a model of one pass."""
    passes = (*given.steps, given.image) if given.steps else ()
    return [
        ImageOverlay(
            key=f"steps/{number}",
            title=message("Step {number}", number=number),
            explanation=message(_STEP, number=number, count=len(passes)),
            image=_as_grey(_picture(step)) if is_grey else _picture(step),
        )
        for number, step in enumerate(passes, start=1)
    ]


def _singled(face: FaceFile) -> list[Overlay]:
    """The picture of each attention map alone, or the promise of them."""
    singled, units = face.restoration.singled, units_of_maps(face)
    title = ONE_REGION_ALONE if units else message("One attention map alone")
    explanation = REGION_ALONE if units else _SINGLED
    if singled is None:
        promise = PromisedOverlay(key="singled", title=title, explanation=explanation)
        return [promise] if face.can_single_out else []
    return [
        ImageOverlay(
            key=f"singled/{name}",
            title=_title_alone(face.restoration, name, units.get(name)),
            explanation=explanation,
            group_title=title if units else NOTHING,
            short_title=units[name].short if name in units else NOTHING,
            image=_as_grey(_picture(image)) if face.is_grey else _picture(image),
        )
        for name, image in singled.items()
    ]


def _title_alone(given: Restoration, name: str, unit: UnitEstimate | None) -> Message:
    return unit.region_alone if unit else message("Only: {part}", part=attention_part(given, name))


def _morphable(given: Restoration) -> list[Overlay]:
    overlays: list[Overlay] = []
    for name, numbers in ({} if any(given.prior_refusals) else given.morphable or {}).items():
        values = _numbers_of(numbers)
        end = nice_above(max(map(abs, values), default=0.0))
        overlays.append(
            BarsOverlay(
                key=f"morphable/{name}",
                title=message("3D face: {part}", part=part_name(name)),
                explanation={"light": _LIGHT, "pose": _POSE}.get(name, _MORPHABLE),
                names=tuple(map(part_name, _parts(given, f"morphable_{name}", len(values)))),
                values=values,
                low=-end,
                high=end,
            )
        )
    return overlays


def _picture(values: Floats) -> Floats:
    """`(1, 3, h, w)` -> `(h, w, 3)` in [0, 1]."""
    return np.clip(np.ascontiguousarray(values[0].transpose(1, 2, 0)), 0, 1).astype(np.float32)


def _as_grey(image: Floats) -> Floats:
    return np.repeat((image @ LUMA)[..., None], 3, axis=2).astype(np.float32)


def _numbers(count: int) -> tuple[str, ...]:
    return tuple(str(number) for number in range(1, count + 1))


def _numbers_of(values: Floats) -> tuple[float, ...]:
    return tuple(float(value) for value in values[0].ravel())
