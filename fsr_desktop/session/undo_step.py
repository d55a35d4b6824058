"""One step of undo: a photo's edits, before and after."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from fsr_desktop.session.photos import PhotoEdits

MERGE_WITHIN_S = 1.0  # changes of one slider by less than that are one step of undo


class EditStep(QUndoCommand):
    """Puts a photo's edits, old or new. Steps with the same `merge`, soon after each other, become one; those with an
    empty one never."""

    def __init__(
        self,
        put: Callable[[str, PhotoEdits], None],
        photo_id: str,
        *,
        old: PhotoEdits,
        new: PhotoEdits,
        text: str,
        merge: str = "",
    ) -> None:
        super().__init__(text)
        self._put, self.photo_id, self._old, self._new = put, photo_id, old, new
        self._merge, self._at = merge, time.monotonic()

    def id(self) -> int:
        """Commands of one id may be merged; -1 never."""
        return hash(self._merge) % 2**31 if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Whether the later change became a part of this one."""
        if not isinstance(other, EditStep) or other._merge != self._merge:
            return False
        if other._at - self._at > MERGE_WITHIN_S:
            return False
        self._new, self._at = other._new, other._at
        return True

    def undo(self) -> None:
        """Back to the edits before."""
        self._put(self.photo_id, self._old)

    def redo(self) -> None:
        """To the edits after."""
        self._put(self.photo_id, self._new)
