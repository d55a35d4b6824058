"""What is said of the regions of facial action units, wherever they are pictures with a title.

A region is a map made from landmarks alone, as bright for a unit that is not shown as for one that is. So its title
has the unit's estimate beside it, and that the estimate is learned from weak labels: figures, animations and talks have
no other place for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.explain.part_names import part_name
from engine.messages import Message, joined, message
from engine.pipeline.face_file import FaceFile
from engine.quality.words import is_sideways

REGIONS = message("Regions of action units")
TURNED_BARS = message("Action units (not measured)")  # a section of a narrow panel is called so
ONE_REGION_ALONE = message("One region of an action unit alone")
REGION_ALONE = message(
    "What the model makes of the face when the region of this action unit alone counts and the others are set to zero: "
    "compare with the restoration to see what the region is for."
)
ESTIMATES = message(
    "How surely the model tells each facial muscle movement (a FACS action unit): from 0.5 on it counts as shown, no "
    "value is a probability. Learned from weak labels: computed from where points of a face lie, not told by a person."
)
_TURNED = message(
    "This head is turned further to the side than any that had labels: what is told of it was neither learned nor "
    "measured."
)
_WEAK_LABELS = message("weak labels")
_TURNED_LABELS = message("weak labels, turned too far")


@dataclass(frozen=True)
class UnitEstimate:
    """A unit's name, as on the model's card, and its estimate, which is no probability. `is_turned`: the head is turned
    further than the labels cover."""

    name: str
    value: float
    is_turned: bool = False

    @property
    def region(self) -> Message:
        """The title of its region."""
        return message(
            "Region of {part} · estimate {estimate:.2f} ({labels})",
            part=part_name(self.name),
            estimate=self.value,
            labels=labels_of_units(is_turned=self.is_turned),
        )

    @property
    def region_alone(self) -> Message:
        """The title of the picture that its region alone makes."""
        return message(
            "Only the region of {part} · estimate {estimate:.2f} ({labels})",
            part=part_name(self.name),
            estimate=self.value,
            labels=labels_of_units(is_turned=self.is_turned),
        )

    @property
    def short(self) -> Message:
        """What stands below a small picture of it, the estimate first, since the end may be cut."""
        return message("{estimate:.2f} · {part}", estimate=self.value, part=part_name(self.name))

    @property
    def explanation(self) -> Message:
        """What its region is."""
        words = message(
            "Where this facial muscle movement acts, by the facial points that the model found: as bright whether it "
            "is shown or not. Its estimate, {estimate:.2f}, guided the restoration there alone; it is learned from "
            "weak labels, and from 0.5 on it counts as shown.",
            estimate=self.value,
        )
        return with_turn(words, is_turned=self.is_turned)


def labels_of_units(*, is_turned: bool) -> Message:
    """What stands in brackets behind all that is said of units."""
    return _TURNED_LABELS if is_turned else _WEAK_LABELS


def with_turn(words: Message, *, is_turned: bool) -> Message:
    """An explanation, begun with what the turn of the head means for it."""
    return joined(_TURNED, words) if is_turned else words


def is_beyond_labels(face: FaceFile) -> bool:
    """Whether the head is turned further than those that had labels (40 degrees), as far as it was measured."""
    return face.quality is not None and is_sideways(face.quality)


def units_of_maps(face: FaceFile) -> dict[str, UnitEstimate]:
    """The unit whose region each attention map is, by the map's name; none where the maps are something else."""
    given, is_turned = face.restoration, is_beyond_labels(face)
    named = {name: given.names.get(f"attention_{name}", ("",))[0] for name in given.attention or {}}
    units = given.names.get("action_units", ())
    if given.action_units is None or not set(named.values()) <= set(units):
        return {}
    values = given.action_units[0].ravel()
    estimates = {name: float(value) for name, value in zip(units, values, strict=False)}
    return {name: UnitEstimate(unit, estimates[unit], is_turned) for name, unit in named.items() if unit in estimates}
