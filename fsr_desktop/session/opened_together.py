"""Photos that were opened in one go: those that cannot be opened are told in one notice, when all were tried."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject

from fsr_desktop.session.photos import PhotoItem, Session


@dataclass(eq=False)
class _Go:
    """`waiting` are those that may not have been tried yet. Ids: `left` of those that others tell of, `alone` of those
    that were told already."""

    photos: tuple[PhotoItem, ...]
    waiting: list[PhotoItem]
    left: set[str] = field(default_factory=set[str])
    alone: set[str] = field(default_factory=set[str])


class OpenedTogether(QObject):
    """Calls `tell` at the end of each go, with its photos that could not be opened and how many it had; not where there
    is nothing new to tell."""

    def __init__(self, session: Session, tell: Callable[[Sequence[PhotoItem], int], object], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._tell = session, tell
        self._goes: list[_Go] = []

    def begin(self, photos: Sequence[PhotoItem]) -> None:
        """These are opened in one go; one alone is none."""
        if len(photos) > 1:
            self._goes.append(_Go(tuple(photos), list(photos)))

    def holds(self, photo: PhotoItem) -> bool:
        """Whether a photo is told with those that were opened with it."""
        return any(photo in go.photos and photo.id not in go.left for go in self._goes)

    def leave(self, photo: PhotoItem) -> None:
        """Others tell of this one."""
        for go in self._goes:
            go.left.add(photo.id)

    def was_told(self, photo: PhotoItem) -> None:
        """This one was told already; it is told again only together with others."""
        for go in self._goes:
            go.alone.add(photo.id)

    def look(self) -> None:
        """See which goes are over, and tell of them. To be called when jobs have ended."""
        for go in list(self._goes):
            go.waiting = [photo for photo in go.waiting if self._is_untried(photo)]
            if not go.waiting:
                self._goes.remove(go)
                self._end(go)

    def _end(self, go: _Go) -> None:
        failed = [photo for photo in go.photos if photo.failure and photo.id not in go.left and self._is_here(photo)]
        if any(photo.id not in go.alone for photo in failed):
            self._tell(failed, len(go.photos))

    def _is_untried(self, photo: PhotoItem) -> bool:
        return photo.state in ("waiting", "opening") and self._is_here(photo)

    def _is_here(self, photo: PhotoItem) -> bool:
        return self._session.get(photo.id) is photo
