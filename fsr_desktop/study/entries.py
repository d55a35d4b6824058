"""What the strip and the panel offer of a face: all that its overlays say, whatever family gave them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine.explain.overlay import BarsOverlay, HeatOverlay, Overlay, PointsOverlay, PromisedOverlay, RenderedOverlay
from fsr_desktop.language.messages import shown

if TYPE_CHECKING:
    from engine.explain.overlay import ImageOverlay

INPUT = "input"  # the key of what the model was given
MOST_IN_A_ROW = 12  # of one group among the maps; a larger group has a row of its own behind them
POINTS = "landmarks"
FEWEST_MULTIPLES, MOST_MULTIPLES = 3, 16
translate = QCoreApplication.translate


@dataclass(frozen=True, eq=False)
class Entry:
    """One thing that can be looked at. `group_title` and `layer_title` are its names; `number` of `count` its place
    among the layers of its group, counted from 1."""

    overlay: Overlay
    group_title: str
    layer_title: str
    number: int
    count: int

    @property
    def key(self) -> str:
        """The overlay's key."""
        return self.overlay.key

    @cached_property
    def title(self) -> str:
        """Its whole name."""
        return shown(self.overlay.title) or self.group_title

    @property
    def short_title(self) -> str:
        """What stands below its small picture."""
        is_of_many = self.count > MOST_IN_A_ROW and self.number == 1
        return self.title if is_of_many else self.layer_title if self.count > 1 else self.group_title

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture of its own, not something over one."""
        return not isinstance(self.overlay, HeatOverlay | PointsOverlay | RenderedOverlay)


@dataclass(frozen=True)
class StripRow:
    """Entries that stand together under a heading."""

    heading: str
    entries: tuple[Entry, ...]


def entries_of(overlays: Sequence[Overlay]) -> tuple[Entry, ...]:
    """An entry for each overlay that is drawn over the face or is a picture of it; bars are numbers, promises are
    nothing yet."""
    drawn = [one for one in overlays if not isinstance(one, BarsOverlay | PromisedOverlay)]
    return tuple(entry for group in groups_of(drawn).values() for entry in _entries(group))


def groups_of(overlays: Sequence[Overlay]) -> dict[str, list[Overlay]]:
    """The overlays of each group, in their order."""
    groups: dict[str, list[Overlay]] = {}
    for overlay in overlays:
        groups.setdefault(overlay.group, []).append(overlay)
    return groups


def rows_of(entries: Sequence[Entry], given: Entry | None, look: str) -> tuple[StripRow, ...]:
    """The rows of the strip: what the model was given and made of it in turn, its maps, and large groups one by one."""
    steps = [entry for entry in entries if entry.overlay.group == "steps"]
    others = [entry for entry in entries if entry.overlay.group != "steps"]
    maps = [entry for entry in others if entry.count <= MOST_IN_A_ROW or entry.number == 1]
    maps.sort(key=lambda entry: entry.key != POINTS)  # they go beside any other, so they are not far away
    large = {entry.overlay.group: entry.group_title for entry in others if entry not in maps}
    heading = translate("Study", "{look}, step by step") if steps else translate("Study", "{look}, given")
    rows = [StripRow(heading.format(look=look), (*((given,) if given else ()), *steps))]
    rows.append(StripRow(translate("Study", "Its maps"), tuple(maps)))
    for group, title in large.items():
        one_by_one = translate("Study", "{group}, one by one").format(group=title)
        rows.append(StripRow(one_by_one, tuple(e for e in others if e.overlay.group == group and e.number > 1)))
    return tuple(row for row in rows if row.entries)


def multiples_of(entries: Sequence[Entry]) -> dict[str, tuple[Entry, ...]]:
    """The groups of maps that are shown as small multiples."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        if isinstance(entry.overlay, HeatOverlay) and FEWEST_MULTIPLES <= entry.count <= MOST_MULTIPLES:
            groups.setdefault(entry.overlay.group, []).append(entry)
    return {group: tuple(found) for group, found in groups.items()}


def input_entry(image: ImageOverlay, *, face_px: int, reduced_px: int = 0) -> Entry:
    """What the model was given of a face of so many px in the photo; `reduced_px` where it knows faces of one size."""
    if 0 < reduced_px < face_px:
        title = translate("Study", "In: {reduced} of {side} px").format(reduced=reduced_px, side=face_px)
    else:
        title = translate("Study", "In: {side} px").format(side=face_px)
    return Entry(image, title, title, 1, 1)


def group_title(overlays: Sequence[Overlay]) -> str:
    """A group's name: its own, or what the titles of its layers begin with."""
    if overlays[0].group_title:
        return shown(overlays[0].group_title)
    first = shown(overlays[0].title)
    if len(overlays) == 1:
        return first
    return first.partition(": ")[0] if ": " in first else first.rstrip(" 0123456789") or first


def _entries(group: Sequence[Overlay]) -> list[Entry]:
    title = group_title(group)
    return [
        Entry(overlay, title, _layer_title(overlay), number, len(group))
        for number, overlay in enumerate(group, start=1)
    ]


def _layer_title(overlay: Overlay) -> str:
    whole = shown(overlay.title)
    return shown(overlay.short_title) or whole.partition(": ")[2] or whole
