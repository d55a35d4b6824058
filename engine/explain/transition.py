"""How an animation goes from a photo to its restoration and back: in which way, and when. Light."""

from __future__ import annotations

from typing import Literal, get_args

Transition = Literal["wipe", "fade"]
TRANSITIONS: tuple[Transition, ...] = get_args(Transition)
STEP_S = 0.08  # that a picture of a transition is shown; a whole number of frames at 25 a second, and of hundredths
BEFORE, THERE, AFTER = 0.25, 0.25, 0.35  # parts of the time: the photo, the way, the restoration; the rest: back


def timeline(seconds: float) -> tuple[tuple[float, float], ...]:
    """The pictures of one round: how much of each is the restoration, 0 to 1, and how long it is shown, s."""
    there = max(1, round(THERE * seconds / STEP_S))
    back = max(1, round((1 - BEFORE - THERE - AFTER) * seconds / STEP_S))
    return (
        (0.0, BEFORE * seconds),
        *((step / (there + 1), STEP_S) for step in range(1, there + 1)),
        (1.0, AFTER * seconds),
        *((1 - step / (back + 1), STEP_S) for step in range(1, back + 1)),
    )
