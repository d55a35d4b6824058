"""What the user asks of a restoration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.errors import EngineError
from engine.pipeline.auto_scale import AUTO_SCALE, SCALES

Scale = Literal[0, 1, 2, 4]
FaceChoice = Literal["all", "largest"] | tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class RestoreOptions:
    """How to restore a photo.

    `model` is an id or "auto". `faces` is "all", "largest" or numbers counted from 1 in the order of the result.
    `strength` in [0, 1] blends the restoration in. `scale` enlarges the whole photo; `AUTO_SCALE` leaves that to
    `automatic_scale`. `match_grain` adds the grain
    of the surroundings, drawn with `seed`. `include_large` also restores faces that hold more than a restoration has,
    `outside_range` those that hold too little as well.
    """

    model: str = "auto"
    faces: FaceChoice = "all"
    strength: float = 1.0
    scale: Scale = 1
    match_grain: bool = False
    seed: int = 0
    include_large: bool = False
    outside_range: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.strength <= 1:
            raise EngineError("Expected a strength from 0 to 1, got {strength}.", strength=self.strength)
        if self.scale not in (AUTO_SCALE, *SCALES):
            raise EngineError("Expected a scale of 1, 2 or 4, got {scale}.", scale=self.scale)
        if isinstance(self.faces, tuple) and any(number < 1 for number in self.faces):
            raise EngineError("Faces are counted from 1, got {number}.", number=min(self.faces))


def parse_faces(text: str) -> FaceChoice:
    """The choice that the user typed: "all", "largest" or numbers such as "1,3". Raises: EngineError."""
    if text in ("all", "largest"):
        return text
    try:
        numbers = tuple(int(part) for part in text.split(","))
    except ValueError as error:
        raise EngineError(
            "Expected all, largest or numbers such as 1,3 for the faces, got '{text}'.", text=text
        ) from error
    return tuple(dict.fromkeys(numbers))
