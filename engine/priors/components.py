"""The five facial components that the 68 landmarks form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Component:
    """A part of the face: its id, by the person's own left and right, and the landmarks that belong to it."""

    name: str
    indices: tuple[int, ...]


# In the order of the published DIC, whose weights depend on it. DIC names the eyes as they are seen: its "left eye",
# the first component, is the person's right one.
COMPONENTS: tuple[Component, ...] = (
    Component("right_eye", tuple(range(36, 42))),
    Component("left_eye", tuple(range(42, 48))),
    Component("nose", tuple(range(27, 36))),
    Component("mouth", tuple(range(48, 68))),
    Component("jawline", tuple(range(27))),  # with the brows
)
MIRRORED_COMPONENTS: tuple[int, ...] = (1, 0, 2, 3, 4)  # the component that each becomes in a mirrored picture

# MTUN's four components (Yu et al. 2018, section 3.1), whose landmarks the paper does not name: both eyes, the nose
# with its bridge, the lips, and the lowest part of the jaw.
FOUR_COMPONENTS: tuple[Component, ...] = (
    Component("eyes", tuple(range(36, 48))),
    Component("nose", tuple(range(27, 36))),
    Component("mouth", tuple(range(48, 68))),
    Component("chin", tuple(range(5, 12))),
)
