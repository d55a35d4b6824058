"""Numbers as colours: perceptually uniform maps, so that equal steps of a value look equal."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from engine.errors import DataError
from engine.types import Floats

Colours = NDArray[np.uint8]

# What stands in the package cmap under which name; "grey" needs no package.
_NAMES_IN_CMAP = {
    "viridis": "bids:viridis",
    "cividis": "cividis:cividis",
    "magma": "bids:magma",
    "inferno": "bids:inferno",
    "plasma": "bids:plasma",
    "vik": "crameri:vik",
}
COLOUR_MAPS: tuple[str, ...] = ("viridis", "cividis", "magma", "inferno", "plasma", "grey")
DIVERGING = "vik"  # blue below zero, pale at zero, red above; safe for colour-blind eyes (Crameri 2018)
STEPS = 256
DARK_ENDS = 32  # colours left out at both ends of the diverging map, where blue and red are both nearly black


@cache
def table(name: str) -> Colours:
    """The map's colours `(256, 3)` RGB, from its low end to its high end; read-only.

    `name` is one of `COLOUR_MAPS`, or `DIVERGING`. Raises: DataError for another name.
    """
    if name == "grey":
        colours_of_map = np.repeat(np.arange(STEPS, dtype=np.uint8)[:, None], 3, axis=1)
    elif name in _NAMES_IN_CMAP:
        from cmap import Colormap  # when a map is needed, not when the window opens

        left_out = DARK_ENDS if name == DIVERGING else 0
        lut = Colormap(_NAMES_IN_CMAP[name]).lut(STEPS + 2 * left_out)[left_out : left_out + STEPS, :3]
        colours_of_map = np.rint(lut * 255).astype(np.uint8)
    else:
        raise DataError(
            "There is no colour map named '{name}'.",
            hint="Choose {names} or {last}.",
            name=name,
            names=tuple(COLOUR_MAPS),
            last=DIVERGING,
        )
    colours_of_map.setflags(write=False)
    return colours_of_map


def colours(values: Floats, *, low: float, high: float, name: str) -> Colours:
    """The values' colours `(h, w, 3)` RGB; what lies beyond `low` or `high` gets the colour of that end.

    Args: values: `(h, w)`; what is not a number counts as `low`. Raises: DataError for an unknown map.
    """
    span = high - low if high > low else 1.0
    fractions = np.nan_to_num((values - low) / span, nan=0.0)
    steps = np.rint(np.clip(fractions, 0, 1) * (STEPS - 1)).astype(np.uint8)
    return table(name)[steps]
