"""What the row of faces shows of each."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

ENTRY_ROLE = Qt.ItemDataRole.UserRole
ALL, NEW = "", "+"  # ids of the first and the last entry


@dataclass(frozen=True)
class FaceEntry:
    """One round picture: the face's id, its picture after and before (None while it is read), the icon of its state
    and the tone that it is painted in, and what is said of it. `is_on` is whether it will be restored."""

    id: str
    words: str
    sign: str = ""
    tone: str = "plain"
    picture: QPixmap | None = None
    before: QPixmap | None = None
    is_on: bool = True
    is_restored: bool = False
