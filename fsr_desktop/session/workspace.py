"""The session as the window's parts share it: they call its verbs and listen to its signals.

Pages, the panel, the strip and the canvas know the workspace and not each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from engine.process.protocol import FaceOutcome
from fsr_desktop.session.batch import Batch, BatchSummary, is_in_work
from fsr_desktop.session.batch_notice import BATCH_CAUSE, batch_notice
from fsr_desktop.session.edit_verbs import EditVerbs
from fsr_desktop.session.engine_bridge import EngineBridge
from fsr_desktop.session.installed_models import InstalledModels
from fsr_desktop.session.marked_faces import marked_faces
from fsr_desktop.session.notice import Notice
from fsr_desktop.session.opened_together import OpenedTogether
from fsr_desktop.session.opening_queue import OpeningQueue
from fsr_desktop.session.outside_range import edits_outside_range
from fsr_desktop.session.overlay_jobs import OverlayJobs
from fsr_desktop.session.photo_jobs import PhotoJobs
from fsr_desktop.session.photo_paths import FoundPhotos, find_photos
from fsr_desktop.session.photos import PhotoItem
from fsr_desktop.session.task import Task
from fsr_desktop.session.tellings import Tellings, faces_cause, marked_cause, moved_cause, opening_cause
from fsr_desktop.settings.store import SettingsStore

MANY = 100  # photos that are opened together


class Workspace(EditVerbs):
    """The session, its undo stack, the jobs that fill it, and the models that they can use.

    Signals: `photos_changed` the list of photos or the state of one; `photo_changed` the picture, faces, edits or
    results of a photo; `current_changed` another photo is looked at, or none; `selection_changed` other photos are
    selected; `face_selected`; `restored` after the last face of a photo; `file_wanted` with a `PhotoItem` whose file
    the user wants to choose again; `notice` a `Notice`, `notice_gone` that its cause is gone.
    """

    photos_changed = Signal()
    current_changed = Signal()
    selection_changed = Signal()
    restored = Signal(str)
    file_wanted = Signal(object)
    notice = Signal(object)
    notice_gone = Signal(str)

    def __init__(
        self, bridge: EngineBridge, settings: SettingsStore, work_folder: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(settings, PhotoJobs(bridge, settings, work_folder), parent)
        self.bridge = bridge
        self._told_marked: set[str] = set()  # ids of photos
        self._jobs.setParent(self)
        self._jobs.photos_changed.connect(self.photos_changed)
        self._jobs.photo_changed.connect(self.photo_changed)
        self._jobs.opened.connect(self._photo_opened)
        self._jobs.restored.connect(self.restored)
        self._jobs.told.connect(self._tell_outcomes)
        self._opening = OpeningQueue(self._jobs.open, self)
        bridge.tasks_changed.connect(self._opening.send_next)
        self._together = OpenedTogether(self.session, self._tell_not_opened, self)
        bridge.tasks_changed.connect(self._together.look)
        self.tellings = Tellings(
            self,
            restore=self.restore,
            restore_outside=self.restore_outside,
            use_marked=self._use_marked,
            choose_file=self.file_wanted.emit,
        )
        self.batch = Batch(self.session, bridge, self.restore, self)
        self.batch.ended.connect(self._tell_summary)
        self.overlay_jobs = OverlayJobs(bridge, self)
        self.installed_models = InstalledModels(self)
        bridge.failed.connect(self._tell_failure)

    # ---- photos

    def open_paths(self, paths: Sequence[Path]) -> list[str]:
        """Add photos, and the photos in folders; the first new one is looked at. Gives the ids of the new ones."""
        return self.open_found(find_photos(paths))

    def open_found(self, found: FoundPhotos) -> list[str]:
        """The same for what was looked for in the background."""
        for notice in self.tellings.left_out(found):
            self.notice.emit(notice)
        new = [photo for path in found.photos if (photo := self.session.add(path))]
        if not new:
            self._tell_nothing_new(found)
            return []
        self._opening.add(new)
        self._together.begin(new)
        if len(new) < MANY:
            self.photos_changed.emit()
        else:
            QTimer.singleShot(0, self, self.photos_changed.emit)  # the window shows them in a turn of its own
        self.show_photo(new[0].id)
        if self.settings.current.restore_when_opened:
            self.restore_many([photo.id for photo in new])
        return [photo.id for photo in new]

    def close_photo(self, photo_id: str) -> None:
        """Leave a photo; its file stays as it is. Cannot be undone, so its steps of undo go as well."""
        if self.session.get(photo_id) is None:
            return
        for task in self.bridge.tasks_of(photo_id):
            self.bridge.abandon(task)
        was_current = self.session.current_id == photo_id
        self._opening.forget(photo_id)
        self.session.remove(photo_id)
        self._forget_ids(photo_id)
        self.undo_stack.forget(photo_id)
        self.photos_changed.emit()
        for cause_of in (opening_cause, faces_cause, marked_cause, moved_cause):
            self.notice_gone.emit(cause_of(photo_id))
        if was_current:
            self._current_changed()

    def move_photo(self, photo: PhotoItem, path: Path) -> bool:
        """The same file is at this place now; False where another photo of the session is there."""
        if not self.session.move(photo, path):
            return False
        photo.forget_failures()
        self.notice_gone.emit(moved_cause(photo.id))
        self.photos_changed.emit()
        self.photo_changed.emit(photo.id)
        return True

    def show_photo(self, photo_id: str | None) -> None:
        """Look at a photo."""
        if photo_id == self.session.current_id:
            return
        self.session.current_id = photo_id
        self.session.selected_face_id = None
        if photo_id:
            self._opening.prefer(photo_id)
        self._current_changed()

    def select_photos(self, photo_ids: Sequence[str]) -> None:
        """Select photos, which many things can be done with at once; the current one is always among them."""
        chosen = {*photo_ids, self.session.current_id}
        wanted = tuple(photo.id for photo in self.session if photo.id in chosen)
        if wanted != self.session.selected_ids:
            self.session.selected_ids = wanted
            self.selection_changed.emit()

    def _current_changed(self) -> None:
        photo_id = self.session.current_id
        self.undo_stack.show_photo(photo_id or "")
        if photo_id not in self.session.selected_ids:
            self.select_photos([photo_id] if photo_id else [])
        self.current_changed.emit()
        self.face_selected.emit()
        if self.session.current:
            self._tell_marked(self.session.current)

    def step_photo(self, by: int) -> None:
        """Look at the next photo (1), or the one before (-1)."""
        ids = [photo.id for photo in self.session]
        if self.session.current_id in ids:
            self.show_photo(ids[(ids.index(self.session.current_id) + by) % len(ids)])

    # ---- restoring

    def restore(self, photo: PhotoItem | None = None) -> None:
        """Restore the faces of a photo (the current one) that are on and not restored yet."""
        photo = photo or self.session.current
        if photo is None:
            return
        if photo.was_cancelled:
            self._open_again(photo)
        if photo.state == "failed":
            self.notice.emit(self.tellings.not_opened(photo))
            return
        if photo.state != "ready":
            photo.is_to_be_restored = True
            return
        if not photo.edits.faces:
            self.notice.emit(self.tellings.no_face(photo, "warning"))
            return
        if not any(face.is_on for face in photo.edits.faces):
            self.notice.emit(self.tellings.all_off(photo))
            return
        self.notice_gone.emit(faces_cause(photo.id))
        photo.forget_failures()
        if not photo.missing() and not photo.is_restored:  # all were refused: say again why, and what can be done
            self._tell_outcomes(photo, [found for face in photo.edits.faces if (found := photo.outcome(face))])
        self._jobs.restore(photo)

    def restore_with(self, models: Sequence[str], *, face_id: str = "", outside_range: bool = False) -> None:
        """Restore the current photo, or one face of it, with each of these models as well, to compare them;
        `outside_range`: although they are not meant for a face of its size."""
        photo = self.session.current
        if photo and photo.state == "ready":
            for model in models:
                self._jobs.compare(photo, model, face_id=face_id, outside_range=outside_range)

    def restore_outside(self, photo: PhotoItem, *, face_id: str = "") -> None:
        """Restore the faces of a photo that were left for their size, or one of them, all the same, marked as outside
        the range."""
        wanted = edits_outside_range(photo, face_id=face_id)
        self.edit(photo, wanted, self.tr("Restore outside the range"))
        self.restore(photo)

    def restore_many(self, photo_ids: Sequence[str]) -> None:
        """Restore these photos, as far as they are not; several are a batch, which counts and ends in a summary."""
        photos = [photo for photo_id in photo_ids if (photo := self.session.get(photo_id))]
        if len(photos) == 1:
            self.restore(photos[0])
            return
        for photo in photos:
            if photo.was_cancelled:
                self._open_again(photo)
        self.batch.start(photos)

    def restore_all(self) -> None:
        """Restore the photos that are selected, or all of the session where only one is."""
        self.restore_many(self.session.chosen_ids)

    def stop_photo(self) -> None:
        """Stop what is done with the current photo; the others go on."""
        photo = self.session.current
        if photo:
            photo.is_to_be_restored = False
            self.batch.leave(photo.id)
            for task in self.bridge.tasks:
                if not task.is_over and is_in_work(task, photo):
                    self.bridge.cancel(task)

    def stop_all(self) -> None:
        """Stop everything; what is done already stays."""
        self.batch.stop()
        for photo in self._opening.clear():
            photo.state, photo.failure, photo.is_to_be_restored = "failed", None, False
        self.bridge.cancel_all()
        self.photos_changed.emit()

    def folder_of(self, photo: PhotoItem) -> Path:
        """Where the engine keeps pictures and results of a photo while the window runs."""
        return self._jobs.folder_of(photo)

    def _open_again(self, photo: PhotoItem) -> None:
        photo.state, photo.failure = "waiting", None
        self.notice_gone.emit(opening_cause(photo.id))
        self._opening.add([photo])
        self.photos_changed.emit()

    def _photo_opened(self, photo_id: str) -> None:
        photo = self.session.get(photo_id)
        if photo and photo.is_to_be_restored:
            photo.is_to_be_restored = False
            self.restore(photo)
        elif photo and photo is self.session.current and not self._tell_marked(photo) and not photo.edits.faces:
            self.notice.emit(self.tellings.no_face(photo, "info"))

    def _tell_marked(self, photo: PhotoItem) -> bool:
        """Offer the faces that another program has marked, once; whether there was something to offer."""
        marked = marked_faces(photo)
        if marked and photo.id not in self._told_marked:
            self._told_marked.add(photo.id)
            self.notice.emit(self.tellings.marked(photo, marked))
        return bool(marked)

    def _use_marked(self, photo: PhotoItem) -> None:
        self.use_marked_faces(photo)
        self.notice_gone.emit(marked_cause(photo.id))

    # ---- what is said

    def _tell_failure(self, task: Task) -> None:
        photo = next((photo for photo in self.session if is_in_work(task, photo)), None)
        if photo is None or photo.failure is None:
            self._tell(self.tellings.failure(task, photo))
            return
        if self.batch.holds(photo.id):
            self._together.leave(photo)
        if photo is self.session.current or not self._together.holds(photo):
            self._together.was_told(photo)
            self._tell(self.tellings.not_opened(photo))

    def _tell_not_opened(self, photos: Sequence[PhotoItem], count: int) -> None:
        """Which of `count` photos that were opened in one go could not be."""
        if len(photos) == 1:
            self.notice.emit(self.tellings.not_opened(photos[0]))
            return
        for photo in photos:
            self.notice_gone.emit(opening_cause(photo.id))
        self.notice.emit(self.tellings.several_not_opened(photos, count))

    def _tell_outcomes(self, photo: PhotoItem, outcomes: Sequence[FaceOutcome]) -> None:
        self._tell(self.tellings.outcomes(photo, outcomes))

    def _tell_summary(self, summary: BatchSummary) -> None:
        """The summary says all that was told of its photos one by one."""
        for entry in summary.needing_user:
            self.notice_gone.emit(opening_cause(entry.photo.id))
            self.notice_gone.emit(faces_cause(entry.photo.id))
        self.notice.emit(batch_notice(summary, self.tellings))

    def _tell(self, notice: Notice | None) -> None:
        """In a batch only the latest trouble is told: its summary tells all."""
        if notice:
            in_batch = self.batch.holds(notice.photo_id)
            self.notice.emit(replace(notice, cause=BATCH_CAUSE) if in_batch else notice)

    def _tell_nothing_new(self, found: FoundPhotos) -> None:
        paths = set(found.photos)
        known = next((photo for photo in self.session if photo.path in paths), None)
        if known is None:
            self.notice.emit(self.tellings.nothing_to_open())
            return
        if known.state == "failed":
            self._open_again(known)
        self.show_photo(known.id)
