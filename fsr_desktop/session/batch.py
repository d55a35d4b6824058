"""Several photos restored one after the other, counted, with a summary at the end."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QObject, Signal

from engine.process.protocol import RestoreFaces
from fsr_desktop.session.engine_bridge import EngineBridge
from fsr_desktop.session.photo_state import ItemState, photo_state
from fsr_desktop.session.photos import PhotoItem, Session
from fsr_desktop.session.task import Task
from fsr_desktop.session.time_left import OPENING, TimeLeft, work_of

MOST_SENT = 4  # photos whose restoration waits or runs


@dataclass(frozen=True)
class BatchEntry:
    """What became of one photo of a batch, and how many of its faces were restored. `has_failed`: it, or a part of it,
    for another reason than that it was left on purpose."""

    photo: PhotoItem
    state: ItemState
    faces: int
    has_failed: bool = False


@dataclass(frozen=True)
class BatchSummary:
    """What became of a batch; `stopped` photos were not tried."""

    entries: tuple[BatchEntry, ...]
    seconds: float
    stopped: int = 0

    @property
    def count(self) -> int:
        """How many photos were asked for."""
        return len(self.entries) + self.stopped

    @property
    def not_tried(self) -> int:
        """How many photos nothing came of, as their turn had not come or they were stopped."""
        return self.stopped + sum(entry.state.name == "not yet" and not entry.state.reason for entry in self.entries)

    @property
    def faces(self) -> int:
        """How many faces were restored."""
        return sum(entry.faces for entry in self.entries)

    @property
    def restored(self) -> int:
        """How many photos show a restoration."""
        return sum(entry.faces > 0 for entry in self.entries)

    @property
    def without_face(self) -> int:
        """How many photos have no face."""
        return sum(entry.state.name == "no face" for entry in self.entries)

    @property
    def failed(self) -> int:
        """How many photos failed, or faces of them."""
        return sum(entry.has_failed for entry in self.entries)

    @property
    def needing_user(self) -> tuple[BatchEntry, ...]:
        """The photos that were left or failed, each with its reason."""
        return tuple(entry for entry in self.entries if entry.state.needs_user)


class Batch(QObject):
    """One batch at a time; photos that are added while it runs join it.

    A few photos are sent at a time. Signals: `changed` when a photo is done, begins or joins; `ended` with a
    `BatchSummary`.
    """

    changed = Signal()
    ended = Signal(object)

    def __init__(
        self, session: Session, bridge: EngineBridge, restore: Callable[[PhotoItem], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._bridge, self._restore = session, bridge, restore
        self._waiting: OrderedDict[str, PhotoItem] = OrderedDict()
        self._sent: dict[str, PhotoItem] = {}
        self._done: dict[str, BatchEntry] = {}
        self._started_s = 0.0
        self._faces: dict[str, int] = {}  # of each photo that was sent: how many had to be restored
        self._opened_before: set[str] = set()  # photos that the batch did not have to open
        self._time_left = TimeLeft()
        bridge.tasks_changed.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Whether photos of a batch wait or run."""
        return bool(self._waiting or self._sent)

    @property
    def done(self) -> int:
        """How many photos of the batch are done."""
        return len(self._done)

    @property
    def count(self) -> int:
        """How many photos the batch has."""
        return len(self._done) + len(self._sent) + len(self._waiting)

    @property
    def fraction(self) -> float:
        """How much of the batch is done, in [0, 1], with what is done of the photo that runs."""
        running = self.running
        return (self.done + (running.fraction if running else 0.0)) / max(1, self.count)

    @property
    def running(self) -> Task | None:
        """The task of the batch that runs now."""
        tasks = (task for photo_id in self._sent for task in self._bridge.tasks_of(photo_id))
        return next((task for task in tasks if task.state in ("running", "cancelling")), None)

    @property
    def failed(self) -> int:
        """How many of its photos failed so far."""
        return sum(entry.has_failed for entry in self._done.values())

    @property
    def elapsed_s(self) -> float:
        """How long it has run."""
        return monotonic() - self._started_s if self.is_running else 0.0

    @property
    def remaining_s(self) -> float | None:
        """How long it may still run, by its speed so far; None before a photo is done."""
        return self._time_left.at(monotonic()) if self.is_running else None

    def holds(self, photo_id: str) -> bool:
        """Whether a photo is one of the batch that runs."""
        return self.is_running and (photo_id in self._sent or photo_id in self._waiting or photo_id in self._done)

    def start(self, photos: Iterable[PhotoItem]) -> None:
        """Restore these, or add them to the batch that runs. Those that are restored already are not counted."""
        wanted = [photo for photo in photos if photo.id not in self._waiting and photo.id not in self._sent]
        wanted = [photo for photo in wanted if not _is_settled(photo)]
        if not wanted:
            return
        if not self.is_running:
            self._done.clear()
            self._started_s = monotonic()
            self._faces, self._opened_before, self._time_left = {}, set(), TimeLeft()
        for photo in wanted:
            if photo.state == "ready":
                self._opened_before.add(photo.id)
            self._done.pop(photo.id, None)
            self._waiting[photo.id] = photo
        self._look()

    def leave(self, photo_id: str) -> None:
        """Do not restore this photo after all."""
        if self._waiting.pop(photo_id, None):
            self._look()

    def stop(self) -> None:
        """Do not begin with what waits; what runs is stopped by others."""
        for photo in self._sent.values():
            photo.is_to_be_restored = False
        stopped = len(self._waiting)
        self._waiting.clear()
        if self._sent or stopped:
            for photo in self._sent.values():
                self._take(photo)
            self._sent.clear()
            self._end(stopped)

    def _look(self) -> None:
        """See which photos are done, and send others in their place."""
        if not self.is_running:
            return
        over = [photo for photo in self._sent.values() if not self._is_in_work(photo)]
        for photo in over:
            del self._sent[photo.id]
            self._take(photo)
        self._send()
        if over:
            self._measure()
        self.changed.emit()
        if not self.is_running:
            self._end(0)

    def _send(self) -> None:
        opening: list[PhotoItem] = []
        while self._waiting and len(self._sent) < MOST_SENT:
            _id, photo = self._waiting.popitem(last=False)
            if photo.state in ("waiting", "opening") and self._session.get(photo.id):
                opening.append(photo)
            elif _has_work(photo):
                self._sent[photo.id] = photo
                self._faces[photo.id] = _faces_to_restore(photo)
                self._restore(photo)
            else:
                self._take(photo)
        for photo in reversed(opening):  # they wait for their turn until they are open
            self._waiting[photo.id] = photo
            self._waiting.move_to_end(photo.id, last=False)

    def _take(self, photo: PhotoItem) -> None:
        if self._session.get(photo.id):  # else it was closed
            state = photo_state(photo)
            has_failed = state.name == "failed" or _has_failed_faces(photo)
            self._done[photo.id] = BatchEntry(photo, state, len(photo.restored_faces()), has_failed)

    def _measure(self) -> None:
        """How much is done and left; a photo that is not open yet has as many faces as the others, in the middle."""
        known = [*self._faces.values()]
        usual = sum(known) / len(known) if known else 1.0
        waiting, is_new = self._waiting.values(), lambda photo_id: photo_id not in self._opened_before
        opened = [photo for photo in waiting if photo.state == "ready"]
        done = sum(work_of(self._faces.get(one, 0), with_opening=is_new(one)) for one in self._done)
        done += OPENING * sum(is_new(photo.id) for photo in [*self._sent.values(), *opened])
        left = float(sum(self._faces[one] for one in self._sent) + sum(_faces_to_restore(photo) for photo in opened))
        left += (len(waiting) - len(opened)) * work_of(usual, with_opening=True)
        now = monotonic()
        self._time_left.measure(done=done, left=left, took_s=now - self._started_s, now_s=now)

    def _is_in_work(self, photo: PhotoItem) -> bool:
        return any(isinstance(task.job, RestoreFaces) for task in self._bridge.tasks_of(photo.id))

    def _end(self, stopped: int) -> None:
        entries = tuple(self._done.values())
        self._done.clear()
        self.changed.emit()
        self.ended.emit(BatchSummary(entries, monotonic() - self._started_s, stopped))


def is_in_work(task: Task, photo: PhotoItem) -> bool:
    """Whether a task is about a photo: it fills it, or writes what was made of it."""
    return task.photo_id == photo.id or getattr(task.job, "path", None) == photo.path


def _has_work(photo: PhotoItem) -> bool:
    """Whether a restoration of an open photo would do anything: faces that are on and not done, or failed before."""
    return photo.state == "ready" and _faces_to_restore(photo) > 0


def _faces_to_restore(photo: PhotoItem) -> int:
    outcomes = (photo.outcome(face) for face in photo.edits.faces if face.is_on)
    return sum(outcome is None or outcome.status == "failed" for outcome in outcomes)


def _has_failed_faces(photo: PhotoItem) -> bool:
    on = [face for face in photo.edits.faces if face.is_on]
    outcomes = [(face, photo.outcome(face)) for face in on]
    return any(outcome.status == "failed" if outcome else photo.failure_of(face) for face, outcome in outcomes)


def _is_settled(photo: PhotoItem) -> bool:
    """Whether a photo is as the user wants it: restored as far as he asked for."""
    if not photo.results and photo.state != "ready":
        return False
    state = photo_state(photo)
    return state.name in ("restored", "exported", "left") and not state.needs_user
