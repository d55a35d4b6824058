"""Where a model's attention units let features through, and where its action units act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PIL import Image

from engine.alignment.resample import resized_planes
from engine.explain.nice_numbers import nice_above
from engine.explain.overlay import HeatOverlay, Overlay
from engine.explain.part_names import part_name
from engine.explain.unit_regions import REGIONS, UnitEstimate, units_of_maps
from engine.messages import Message, message
from engine.pipeline.face_file import FaceFile
from engine.types import Floats, Restoration

LOWEST_ATTENTION_END = 0.05  # a unit that lets next to nothing through shows as dark, not as noise made bright
SHARE_TOLERANCE = 0.02  # maps are stored in 16 bit
PERCENTILE = 99.5  # few outliers must not darken all the rest

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


def attention_overlays(face: FaceFile) -> list[Overlay]:
    """The maps of a restoration, with their mean where they are neither weights that make 1 nor regions of units."""
    given = face.restoration
    maps = {name: _plane(values) for name, values in (given.attention or {}).items()}
    if not maps:
        return []
    if _share_one(list(maps.values())):  # their mean is the same everywhere
        return [
            _attention_map(
                name, message("Attention: {part}", part=attention_part(given, name)), _SHARED_ATTENTION, values
            )
            for name, values in maps.items()
        ]
    if units := units_of_maps(face):
        return [_region(name, units[name], maps[name]) for name in units]
    mean = _mean_map(list(maps.values()))
    make, of_all, of_one = (
        (_heeded_map, _HEEDED, _HEEDED) if given.prior_refusals else (_attention_map, _ATTENTION_MEAN, _ATTENTION)
    )
    return [
        make("mean", message("Attention: mean of all units"), of_all, mean),
        *(
            make(name, message("Attention: {part}", part=attention_part(given, name)), of_one, values)
            for name, values in maps.items()
        ),
    ]


def attention_part(given: Restoration, name: str) -> Message:
    """What a user reads for a map: its name on the model's card, or that of the output."""
    named = given.names.get(f"attention_{name}", ())
    return part_name(named[0] if named else name)


def _attention_map(name: str, title: Message, explanation: Message, values: Floats) -> HeatOverlay:
    end = nice_above(max(LOWEST_ATTENTION_END, float(np.percentile(values, PERCENTILE))))
    return HeatOverlay(key=f"attention/{name}", title=title, explanation=explanation, values=values, high=min(1.0, end))


def _region(name: str, unit: UnitEstimate, values: Floats) -> HeatOverlay:
    map_of_it = _attention_map(name, unit.region, unit.explanation, values)
    return replace(map_of_it, group_title=REGIONS, short_title=unit.short)


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


def _plane(values: Floats) -> Floats:
    """`(1, 1, h, w)` -> `(h, w)`."""
    return values[0, 0].astype(np.float32)
