"""What can be laid over a restored face: maps, points, bars and pictures, whatever model made them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.messages import NOTHING, Message
from engine.types import Floats

# "attention/mean", "attention/body.3", "heatmaps/left eye", "landmarks", "consistency", "action_units", "steps/1", ...
# A group, and after the slash a layer of it. The window shows a slider over the layers of a group.
OverlayKey = str


@dataclass(frozen=True, kw_only=True)
class OverlayStyle:
    """How an overlay is drawn. `overlay` is an `OverlayKey` string; `opacity` in [0, 1]; `colour_map` a name of
    `engine.explain.colour_maps.COLOUR_MAPS`."""

    overlay: str
    opacity: float = 0.6
    colour_map: str = "viridis"


@dataclass(frozen=True, kw_only=True)
class Overlay:
    """One overlay of a face. `explanation` is one sentence of science for the tooltip. `group_title`, `short_title`:
    what its group is called, and what it is called where there is little room, if the title does not say it as
    "group: layer"."""

    key: OverlayKey
    title: Message
    explanation: Message
    group_title: Message = NOTHING
    short_title: Message = NOTHING

    @property
    def group(self) -> str:
        """What stands before the slash."""
        return self.key.partition("/")[0]

    @property
    def layer(self) -> str:
        """What stands after the slash; empty in a group without layers."""
        return self.key.partition("/")[2]


@dataclass(frozen=True, kw_only=True)
class HeatOverlay(Overlay):
    """A map `(h, w)` over the whole output crop. `low`, `high` are the values at the ends of the colour bar, in `unit`;
    a signed map has low = -high and is drawn with a diverging colour map."""

    values: Floats
    low: float = 0.0
    high: float = 1.0
    unit: Message = NOTHING
    is_signed: bool = False


@dataclass(frozen=True, kw_only=True)
class PointsOverlay(Overlay):
    """Points `(N, 2)`, x,y px of the output crop, and lines between them as pairs of indices."""

    points: NDArray[np.float32]
    lines: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, kw_only=True)
class BarsOverlay(Overlay):
    """Named numbers, shown beside the face, with the ends of their axis."""

    names: tuple[Message, ...]
    values: tuple[float, ...]
    low: float = 0.0
    high: float = 1.0


@dataclass(frozen=True, kw_only=True)
class PromisedOverlay(Overlay):
    """A group that can be had, but must be computed first, by the job `SingleOut`; its key has no layer."""


@dataclass(frozen=True, kw_only=True)
class ImageOverlay(Overlay):
    """A picture `(h, w, 3)` RGB in [0, 1] over the whole output crop: an earlier step, one map alone."""

    image: Floats


@dataclass(frozen=True, kw_only=True)
class RenderedOverlay(ImageOverlay):
    """A face drawn of a model; `covers` `(h, w)` in [0, 1]: where it is, and how much it hides of what lies below it.
    Wherever it is shown it says that it is a model (`engine.explain.captions`: "model_mark")."""

    covers: Floats
