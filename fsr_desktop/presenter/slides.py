"""What presenter mode shows of each face, in which order, and where in it the talk is. Qt-free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from engine.explain.overlay import Overlay

SlideKind = Literal["before", "wipe", "after", "looks", "overlays"]
MOST_LOOKS = 3


@dataclass(frozen=True)
class SlideLook:
    """A look of a face on a slide of several: its model's id, and the face's file. `outside_range`: the model is not
    meant for such a face."""

    model: str
    file: Path
    outside_range: bool = False


@dataclass(frozen=True, eq=False)
class Slide:
    """One slide: the face before, after, one becoming the other, several looks of it, or the overlays of one group,
    which follow each other by themselves."""

    kind: SlideKind
    overlays: tuple[Overlay, ...] = ()
    looks: tuple[SlideLook, ...] = ()

    @property
    def key(self) -> str:
        """What is the same slide for every face: its kind, or the group of its overlays."""
        return self.overlays[0].group if self.overlays else self.kind

    @property
    def frames(self) -> int:
        """How many pictures it has."""
        return max(1, len(self.overlays))

    @property
    def plays(self) -> bool:
        """Whether anything in it moves by itself."""
        return self.frames > 1 or self.kind == "wipe"


@dataclass(frozen=True)
class Arrangement:
    """Which slides are shown, and in which order, by their keys: `order` as far as the speaker changed it, `off` those
    that are left out."""

    order: tuple[str, ...] = ()
    off: frozenset[str] = frozenset()


def slides_of(overlays: Sequence[Overlay], looks: Sequence[SlideLook] = ()) -> tuple[Slide, ...]:
    """The slides of a face: before, one becoming the other, after, two or three looks if there are so many, and one for
    each group of its overlays, in their order."""
    groups: dict[str, list[Overlay]] = {}
    for overlay in overlays:
        groups.setdefault(overlay.group, []).append(overlay)
    several = (Slide("looks", looks=tuple(looks[:MOST_LOOKS])),) if len(looks) > 1 else ()
    of_overlays = (Slide("overlays", tuple(group)) for group in groups.values())
    return (Slide("before"), Slide("wipe"), Slide("after"), *several, *of_overlays)


class Deck:
    """Which face, slide and frame is shown. A face whose slides are not known yet has those without overlays."""

    def __init__(self, faces: int) -> None:
        self._slides: list[tuple[Slide, ...]] = [slides_of(())] * faces
        self.arrangement = Arrangement()
        self.face = 0
        self.index = 0
        self.frame = 0
        self.is_blank = False
        self.is_playing = True

    @property
    def faces(self) -> int:
        """How many faces there are."""
        return len(self._slides)

    @property
    def all_slides(self) -> tuple[Slide, ...]:
        """The slides of the face that is shown, in their order, also those that are left out."""
        return self._arranged(self.face)

    @property
    def slides(self) -> tuple[Slide, ...]:
        """Those that are shown; all if none would be left."""
        return self._shown(self.face)

    @property
    def slide(self) -> Slide:
        """What is shown."""
        return self.slides[min(self.index, len(self.slides) - 1)]

    @property
    def following(self) -> tuple[int, Slide] | None:
        """The face and the slide that come next; None at the end."""
        if self.index + 1 < len(self.slides):
            return self.face, self.slides[self.index + 1]
        if self.face + 1 < self.faces:
            return self.face + 1, self._shown(self.face + 1)[0]
        return None

    def put(self, face: int, overlays: Sequence[Overlay], looks: Sequence[SlideLook] = ()) -> None:
        """The overlays and the looks of a face are known."""
        key = self.slide.key if face == self.face else ""
        self._slides[face] = slides_of(overlays, looks)
        self._stay_at(key)

    def arrange(self, arrangement: Arrangement) -> None:
        """Other slides, or another order; what is shown stays if it is still there."""
        key = self.slide.key
        self.arrangement = arrangement
        self._stay_at(key)

    def next(self) -> None:
        """The next slide; after the last one the next face; the end stays."""
        self.is_blank = False
        if self.index + 1 < len(self.slides):
            self.index += 1
        elif self.face + 1 < self.faces:
            self.face, self.index = self.face + 1, 0
        else:
            return
        self.frame = 0

    def previous(self) -> None:
        """The slide before; before the first one the last of the face before; the beginning stays."""
        self.is_blank = False
        if self.index:
            self.index -= 1
        elif self.face:
            self.face -= 1
            self.index = len(self.slides) - 1
        else:
            return
        self.frame = 0

    def step_face(self, by: int) -> None:
        """The same kind of slide of the next face (1), or of the one before (-1), if there is one."""
        face = min(max(self.face + by, 0), self.faces - 1)
        if face != self.face:
            self.face, self.frame, self.is_blank = face, 0, False
            self.index = min(self.index, len(self.slides) - 1)

    def home(self) -> None:
        """Back to the start."""
        self.face = self.index = self.frame = 0
        self.is_blank = False
        self.is_playing = True

    def tick(self) -> bool:
        """The next frame of the slide, round and round; whether anything changed."""
        if not self.is_playing or self.is_blank or self.slide.frames < 2:
            return False
        self.frame = (self.frame + 1) % self.slide.frames
        return True

    def _arranged(self, face: int) -> tuple[Slide, ...]:
        """In the speaker's order; those that it does not name stay behind the one before them."""
        order = self.arrangement.order
        places: dict[str, float] = {}
        before = -1.0
        for number, slide in enumerate(self._slides[face]):
            before = order.index(slide.key) if slide.key in order else before + (number + 1) / 1000
            places[slide.key] = before
        return tuple(sorted(self._slides[face], key=lambda slide: places[slide.key]))

    def _shown(self, face: int) -> tuple[Slide, ...]:
        arranged = self._arranged(face)
        return tuple(slide for slide in arranged if slide.key not in self.arrangement.off) or arranged

    def _stay_at(self, key: str) -> None:
        """At the slide of that key, or at the next one after it that is shown."""
        keys, arranged = [slide.key for slide in self.slides], [slide.key for slide in self.all_slides]
        behind = arranged[arranged.index(key) :] if key in arranged else []
        there = next((one for one in behind if one in keys), None)
        self.index = keys.index(there) if there else min(self.index, len(keys) - 1)
        self.frame = min(self.frame, self.slide.frames - 1)
