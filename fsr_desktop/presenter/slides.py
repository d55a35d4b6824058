"""What presenter mode shows of each face, and where in it the talk is. Qt-free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from engine.explain.overlay import Overlay

SlideKind = Literal["before", "after", "overlays"]


@dataclass(frozen=True, eq=False)
class Slide:
    """One slide: the face before, after, or the overlays of one group, which follow each other by themselves."""

    kind: SlideKind
    overlays: tuple[Overlay, ...] = ()

    @property
    def frames(self) -> int:
        """How many pictures it has."""
        return max(1, len(self.overlays))


def slides_of(overlays: Sequence[Overlay]) -> tuple[Slide, ...]:
    """The slides of a face: before, after, and one for each group of its overlays, in their order."""
    groups: dict[str, list[Overlay]] = {}
    for overlay in overlays:
        groups.setdefault(overlay.group, []).append(overlay)
    return (Slide("before"), Slide("after"), *(Slide("overlays", tuple(group)) for group in groups.values()))


class Deck:
    """Which face, slide and frame is shown. A face whose slides are not known yet has two, before and after."""

    def __init__(self, faces: int) -> None:
        self._slides: list[tuple[Slide, ...]] = [slides_of(())] * faces
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
    def slides(self) -> tuple[Slide, ...]:
        """The slides of the face that is shown."""
        return self._slides[self.face]

    @property
    def slide(self) -> Slide:
        """What is shown."""
        return self.slides[self.index]

    def put(self, face: int, overlays: Sequence[Overlay]) -> None:
        """The overlays of a face are known."""
        self._slides[face] = slides_of(overlays)

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
