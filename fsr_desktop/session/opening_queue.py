"""Photos that wait to be opened: a few at a time are sent to the engine, so that thousands hold nothing up."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject

from fsr_desktop.session.photos import PhotoItem
from fsr_desktop.session.task import Task

MOST_SENT = 4  # jobs that wait or run; few, so that the photo that is looked at soon has its turn


class OpeningQueue(QObject):
    """Sends photos to be opened by `send`, in the order they came."""

    def __init__(self, send: Callable[[PhotoItem], Task], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._send = send
        self._waiting: OrderedDict[str, PhotoItem] = OrderedDict()
        self._sent: list[Task] = []

    def add(self, photos: Iterable[PhotoItem]) -> None:
        """Have these opened after those that wait."""
        self._waiting.update((photo.id, photo) for photo in photos)
        self.send_next()

    def prefer(self, photo_id: str) -> None:
        """Have this one opened before the others that wait."""
        if photo_id in self._waiting:
            self._waiting.move_to_end(photo_id, last=False)

    def forget(self, photo_id: str) -> None:
        """Leave a photo that was closed."""
        self._waiting.pop(photo_id, None)

    def clear(self) -> list[PhotoItem]:
        """Leave all that were not sent yet, and give them."""
        left = list(self._waiting.values())
        self._waiting.clear()
        return left

    def send_next(self) -> None:
        """Send as many as may wait in the engine's queue. To be called when jobs have ended."""
        self._sent = [task for task in self._sent if not task.is_over]
        while self._waiting and len(self._sent) < MOST_SENT:
            _id, photo = self._waiting.popitem(last=False)
            self._sent.append(self._send(photo))
