"""All that can be laid over a restored face: what its `Restoration` has, whatever family made it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from PIL import Image

from engine.alignment.resample import resized_planes
from engine.errors import DataError
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
from engine.messages import Message, message, template
from engine.pipeline.face_file import FaceFile
from engine.types import Floats, Restoration

LOWEST_ATTENTION_END = 0.05  # a unit that lets next to nothing through shows as dark, not as noise made bright
SHARE_TOLERANCE = 0.02  # maps are stored in 16 bit
PERCENTILE = 99.5  # few outliers must not darken all the rest
LUMA = np.array([0.299, 0.587, 0.114], np.float32)  # ITU-R BT.601

_ATTENTION_MEAN = message(
    "Where the attention units let features through on average. It shows where the network worked, not how much the "
    "picture changed there."
)
_ATTENTION = message(
    "Where this attention unit let features through: 1 passes all of what it adds to them, 0 passes nothing. How much "
    "the picture changed there is another matter."
)
_HEEDED = message(
    "How much the 3D face made the model heed what it had at each place: 0 leaves it as it is, above 0 it counts more, "
    "below 0 less. Without a usable 3D face it is nearly the same everywhere."
)
_SHARED_ATTENTION = message(
    "How much this part of the face was heeded at each place, beside the other parts: at every place the weights of "
    "all parts make 1. Left and right are the person's own."
)
_HEATMAPS = message("Where the model expects a part of the face: the brighter, the surer it is of that place.")
_LANDMARKS = message("The facial points that the model found and was guided by while it restored the face.")
_ACTION_UNITS = message(
    "How surely the model tells each facial muscle movement (a FACS action unit): from 0.5 on it counts as shown, no "
    "value is a probability. Learned from weak labels: computed from where points of a face lie, not told by a person."
)
_UNIT_REGION = message(
    "Where this facial muscle movement acts, by the facial points that the model found; its estimate, learned from "
    "weak labels, guided the restoration there alone."
)
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
        *_attention(given),
        *_heatmaps(given),
        *_landmarks(given),
        *_action_units(given),
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


def _part(given: Restoration, output: str, name: str) -> Message:
    """What a user reads for the map of an output: its name on the model's card, or that of the output."""
    named = given.names.get(output, ())
    return part_name(named[0] if named else name)


def _parts(given: Restoration, output: str, count: int) -> tuple[str, ...]:
    """The names of an output's channels or numbers, from the card; numbers where it has not as many."""
    named = given.names.get(output, ())
    return named if len(named) == count else _numbers(count)


def _attention(given: Restoration) -> list[Overlay]:
    maps = {name: _plane(values) for name, values in (given.attention or {}).items()}
    if not maps:
        return []
    if _share_one(list(maps.values())):  # their mean is the same everywhere
        return [
            _attention_map(
                name, message("Attention: {part}", part=_attention_part(given, name)), _SHARED_ATTENTION, values
            )
            for name, values in maps.items()
        ]
    if _are_of_units(given, maps):
        return [
            _attention_map(name, message("Region: {part}", part=_attention_part(given, name)), _UNIT_REGION, values)
            for name, values in maps.items()
        ]
    mean = _mean_map(list(maps.values()))
    make, of_all, of_one = (
        (_heeded_map, _HEEDED, _HEEDED) if given.prior_refusals else (_attention_map, _ATTENTION_MEAN, _ATTENTION)
    )
    return [
        make("mean", message("Attention: mean of all units"), of_all, mean),
        *(
            make(name, message("Attention: {part}", part=_attention_part(given, name)), of_one, values)
            for name, values in maps.items()
        ),
    ]


def _are_of_units(given: Restoration, maps: Iterable[str]) -> bool:
    """Whether the maps are regions of the action units, by whose names they are called on the card."""
    units = given.names.get("action_units", ())
    return all(given.names.get(f"attention_{name}", ("",))[0] in units for name in maps)


def _attention_part(given: Restoration, name: str) -> Message:
    return _part(given, f"attention_{name}", name)


def _attention_map(name: str, title: Message, explanation: Message, values: Floats) -> HeatOverlay:
    end = nice_above(max(LOWEST_ATTENTION_END, float(np.percentile(values, PERCENTILE))))
    return HeatOverlay(key=f"attention/{name}", title=title, explanation=explanation, values=values, high=min(1.0, end))


def _heeded_map(name: str, title: Message, explanation: Message, values: Floats) -> HeatOverlay:
    """One of `engine.models.prior3d`, whose attention |mu| / (1 + |mu|) is 0.5 where it changes nothing."""
    signed = values - np.float32(0.5)
    end = min(0.5, nice_above(max(LOWEST_ATTENTION_END, float(np.percentile(np.abs(signed), PERCENTILE)))))
    key = f"attention/{name}"
    return HeatOverlay(key=key, title=title, explanation=explanation, values=signed, low=-end, high=end, is_signed=True)


def _share_one(maps: Sequence[Floats]) -> bool:
    """Whether several maps are weights that make 1 at every place, as those of a softmax over parts do."""
    sizes = {values.shape for values in maps}
    return len(maps) > 1 and len(sizes) == 1 and bool(np.allclose(np.sum(maps, axis=0), 1, atol=SHARE_TOLERANCE))


def _mean_map(maps: Sequence[Floats]) -> Floats:
    """The mean of maps of different sizes, at the size of the largest."""
    largest = max(maps, key=lambda values: values.size).shape
    height, width = int(largest[0]), int(largest[1])
    resized = [resized_planes(values, (height, width), Image.Resampling.BICUBIC) for values in maps]
    return np.clip(np.mean(resized, axis=0), 0, 1).astype(np.float32)


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


def _action_units(given: Restoration) -> list[Overlay]:
    if given.action_units is None:
        return []
    values = _numbers_of(given.action_units)
    names = _parts(given, "action_units", len(values))
    high = max(1.0, nice_above(max(values, default=0.0)))
    low = -nice_above(-min(values)) if min(values, default=0.0) < 0 else 0.0
    return [
        BarsOverlay(
            key="action_units",
            title=message("Action units (weak labels)"),
            explanation=_ACTION_UNITS,
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
    singled = face.restoration.singled
    if singled is None:
        promise = PromisedOverlay(key="singled", title=message("One attention map alone"), explanation=_SINGLED)
        return [promise] if face.can_single_out else []
    return [
        ImageOverlay(
            key=f"singled/{name}",
            title=message("Only: {part}", part=_attention_part(face.restoration, name)),
            explanation=_SINGLED,
            image=_as_grey(_picture(image)) if face.is_grey else _picture(image),
        )
        for name, image in singled.items()
    ]


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


def _plane(values: Floats) -> Floats:
    """`(1, 1, h, w)` -> `(h, w)`."""
    return values[0, 0].astype(np.float32)


def _picture(values: Floats) -> Floats:
    """`(1, 3, h, w)` -> `(h, w, 3)` in [0, 1]."""
    return np.clip(np.ascontiguousarray(values[0].transpose(1, 2, 0)), 0, 1).astype(np.float32)


def _as_grey(image: Floats) -> Floats:
    return np.repeat((image @ LUMA)[..., None], 3, axis=2).astype(np.float32)


def _numbers(count: int) -> tuple[str, ...]:
    return tuple(str(number) for number in range(1, count + 1))


def _numbers_of(values: Floats) -> tuple[float, ...]:
    return tuple(float(value) for value in values[0].ravel())
