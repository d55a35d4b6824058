"""What is said of the regions of facial action units, wherever they are pictures with a title.

A region is a map made from landmarks alone, as bright for a unit that is not shown as for one that is. So its title
has the unit's estimate beside it, and that the estimate is learned from weak labels: figures, animations and talks have
no other place for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.explain.part_names import part_name
from engine.messages import Message, message
from engine.types import Restoration

REGIONS = message("Regions of action units (weak labels)")
_WEAK_LABELS = message("weak labels")


@dataclass(frozen=True)
class UnitEstimate:
    """A unit's name, as on the model's card, and its estimate, which is no probability."""

    name: str
    value: float

    @property
    def region(self) -> Message:
        """The title of its region."""
        return message(
            "Region of {part} · estimate {estimate:.2f} ({labels})",
            part=part_name(self.name),
            estimate=self.value,
            labels=_WEAK_LABELS,
        )

    @property
    def short(self) -> Message:
        """What stands below a small picture of it, the estimate first, since the end may be cut."""
        return message("{estimate:.2f} · {part}", estimate=self.value, part=part_name(self.name))

    @property
    def explanation(self) -> Message:
        """What its region is."""
        return message(
            "Where this facial muscle movement acts, by the facial points that the model found: as bright whether it "
            "is shown or not. Its estimate, {estimate:.2f}, guided the restoration there alone; it is learned from "
            "weak labels, and from 0.5 on it counts as shown.",
            estimate=self.value,
        )


def units_of_maps(given: Restoration) -> dict[str, UnitEstimate]:
    """The unit whose region each attention map is, by the map's name; none where the maps are something else."""
    named = {name: given.names.get(f"attention_{name}", ("",))[0] for name in given.attention or {}}
    units = given.names.get("action_units", ())
    if given.action_units is None or not set(named.values()) <= set(units):
        return {}
    values = given.action_units[0].ravel()
    estimates = {name: float(value) for name, value in zip(units, values, strict=False)}
    return {name: UnitEstimate(unit, estimates[unit]) for name, unit in named.items() if unit in estimates}
