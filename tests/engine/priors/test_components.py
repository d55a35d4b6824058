"""The grouping of landmarks into components."""

from __future__ import annotations

from engine.priors.components import COMPONENTS
from engine.priors.landmarks68 import COUNT, MIRROR, NAMES


def test_every_landmark_belongs_to_exactly_one_component() -> None:
    indices = [index for component in COMPONENTS for index in component.indices]
    assert sorted(indices) == list(range(COUNT))


def test_components_hold_the_landmarks_of_their_name() -> None:
    prefixes = {
        "right_eye": ("right eye",),
        "left_eye": ("left eye",),
        "nose": ("nose",),
        "mouth": ("outer lip", "inner lip"),
        "jawline": ("jaw", "right brow", "left brow"),
    }
    assert [component.name for component in COMPONENTS] == list(prefixes)
    for component in COMPONENTS:
        assert all(NAMES[index].startswith(prefixes[component.name]) for index in component.indices)


def test_mirroring_swaps_the_eyes_and_keeps_the_other_components() -> None:
    right, left, *others = (set(component.indices) for component in COMPONENTS)
    assert {int(MIRROR[index]) for index in right} == left
    for other in others:
        assert {int(MIRROR[index]) for index in other} == other
