"""The session as the window's parts share it: they call its verbs and listen to its signals.

Docks, pages and the canvas know the workspace and not each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from engine.types import Box
from fsr_desktop.language.messages import shown
from fsr_desktop.session.engine_bridge import EngineBridge
from fsr_desktop.session.installed_models import InstalledModels
from fsr_desktop.session.notice import Notice
from fsr_desktop.session.overlay_jobs import OverlayJobs
from fsr_desktop.session.photo_jobs import PhotoJobs
from fsr_desktop.session.photo_paths import photos_in
from fsr_desktop.session.photos import FaceEdit, PhotoEdits, PhotoItem, Session, hand_drawn_face
from fsr_desktop.session.status_words import not_opened
from fsr_desktop.session.task import Task
from fsr_desktop.session.undo_step import EditStep
from fsr_desktop.settings.store import SettingsStore


class Workspace(QObject):
    """The session, its undo stack, the jobs that fill it, and the models that they can use.

    Signals: `photos_changed` the list of photos or the state of one; `photo_changed` the picture, faces, edits or
    results of a photo; `current_changed` another photo is looked at, or none; `face_selected`; `restored` after the
    last face of a photo; `notice` a `Notice`.
    """

    photos_changed = Signal()
    photo_changed = Signal(str)
    current_changed = Signal()
    face_selected = Signal()
    restored = Signal(str)
    notice = Signal(object)

    def __init__(
        self, bridge: EngineBridge, settings: SettingsStore, work_folder: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.session = Session()
        self.bridge = bridge
        self.settings = settings
        self.undo_stack = QUndoStack(self)
        self._dropped_ids: dict[str, set[str]] = {}  # ids that faces of a photo once had
        self._jobs = PhotoJobs(bridge, settings, work_folder, self)
        self._jobs.photos_changed.connect(self.photos_changed)
        self._jobs.photo_changed.connect(self.photo_changed)
        self._jobs.opened.connect(self._photo_opened)
        self._jobs.restored.connect(self.restored)
        self._jobs.notice.connect(self.notice)
        self.overlay_jobs = OverlayJobs(bridge, self)
        self.installed_models = InstalledModels(self)
        bridge.failed.connect(self._tell_failure)

    # ---- photos

    def open_paths(self, paths: Sequence[Path]) -> list[str]:
        """Add photos, and the photos in folders; the first new one is looked at. Gives the ids of the new ones."""
        new = [photo for path in photos_in(paths) if (photo := self.session.add(path))]
        if not new:
            self._tell_nothing_new(paths)
            return []
        for photo in new:
            self._jobs.open(photo)
        self.photos_changed.emit()
        self.show_photo(new[0].id)
        return [photo.id for photo in new]

    def close_photo(self, photo_id: str) -> None:
        """Leave a photo; its file stays as it is. Cannot be undone, so its steps of undo go as well."""
        if self.session.get(photo_id) is None:
            return
        for task in self.bridge.tasks_of(photo_id):
            self.bridge.abandon(task)
        was_current = self.session.current_id == photo_id
        self.session.remove(photo_id)
        self._dropped_ids.pop(photo_id, None)
        self.undo_stack.clear()
        self.photos_changed.emit()
        if was_current:
            self.current_changed.emit()
            self.face_selected.emit()

    def show_photo(self, photo_id: str | None) -> None:
        """Look at a photo."""
        if photo_id == self.session.current_id:
            return
        self.session.current_id = photo_id
        self.session.selected_face_id = None
        self.current_changed.emit()
        self.face_selected.emit()

    def select_face(self, face_id: str | None) -> None:
        """Select a face of the current photo."""
        if face_id != self.session.selected_face_id:
            self.session.selected_face_id = face_id
            self.face_selected.emit()

    def step_photo(self, by: int) -> None:
        """Look at the next photo (1), or the one before (-1)."""
        ids = [photo.id for photo in self.session]
        if self.session.current_id in ids:
            self.show_photo(ids[(ids.index(self.session.current_id) + by) % len(ids)])

    # ---- edits, all of them undoable

    def edit(self, photo: PhotoItem, edits: PhotoEdits, text: str, *, merge: str = "") -> None:
        """Change a photo's edits; changes with the same `merge` soon after each other are one step."""
        step = EditStep(self.put_edits, photo.id, old=photo.edits, new=edits, text=text, merge=merge)
        self.undo_stack.push(step)

    def edit_faces(
        self, change: Callable[[FaceEdit], FaceEdit], text: str, *, face_id: str = "", merge: str = ""
    ) -> None:
        """Change one face of the current photo, or all of them."""
        photo = self.session.current
        if photo is None:
            return
        faces = tuple(change(face) if face_id in ("", face.id) else face for face in photo.edits.faces)
        self.edit(photo, replace(photo.edits, faces=faces), text, merge=merge and f"{merge} {photo.id} {face_id}")

    def switch_face(self, face_id: str, *, is_on: bool) -> None:
        """Restore a face, or leave it as it is; "" means all faces of the photo."""
        text = self.tr("Switch face on") if is_on else self.tr("Switch face off")
        self.edit_faces(lambda face: replace(face, is_on=is_on), text, face_id=face_id)

    def choose_model(self, model: str, *, face_id: str = "") -> None:
        """Another model for a face, or for all of the photo; it runs at once where the photo was restored before, or is
        being restored."""
        photo = self.session.current
        was_restored = bool(photo and self._jobs.is_being_restored(photo))
        self.edit_faces(lambda face: replace(face, model=model), self.tr("Choose model"), face_id=face_id)
        if photo and was_restored and self.settings.current.restore_automatically:
            self.restore(photo)

    def set_strength(self, strength: float, *, face_id: str = "") -> None:
        """Another strength for a face, or for all of the photo; nothing has to run for that."""
        self.edit_faces(
            lambda face: replace(face, strength=strength), self.tr("Change strength"), face_id=face_id, merge="strength"
        )

    def set_photo_options(
        self, *, scale: int | None = None, match_grain: bool | None = None, include_large: bool | None = None
    ) -> None:
        """How the whole current photo is restored and exported; None leaves an option as it is. Another scale runs
        nothing."""
        photo = self.session.current
        if photo is None:
            return
        edits = photo.edits
        wanted = replace(
            edits,
            scale=edits.scale if scale is None else scale,
            match_grain=edits.match_grain if match_grain is None else match_grain,
            include_large=edits.include_large if include_large is None else include_large,
        )
        was_restored = self._jobs.is_being_restored(photo)
        runs_again = (wanted.match_grain, wanted.include_large) != (edits.match_grain, edits.include_large)
        self.edit(photo, wanted, self.tr("Change options"))
        if was_restored and runs_again and self.settings.current.restore_automatically:
            self.restore(photo)

    def draw_face(self, box: Box) -> None:
        """Add a face that the user outlined in the current photo, and select it."""
        from engine.alignment.crop import tight_square  # loads Pillow, which the start need not wait for

        photo = self.session.current
        if photo is None or photo.opened is None:
            return
        picture = photo.opened.picture
        left, top = max(0.0, box.left), max(0.0, box.top)
        right, bottom = min(float(picture.width), box.right), min(float(picture.height), box.bottom)
        box = Box(left, top, right - left, bottom - top)
        values = self.settings.current
        known = self._dropped_ids.setdefault(photo.id, set())
        face = hand_drawn_face(
            photo.edits, box, side_px=0.0, model=values.default_model, strength=values.default_strength, known_ids=known
        )
        face = replace(face, side_px=tight_square(face.face).width)
        known.add(face.id)
        self.edit(photo, photo.edits.with_new_face(face), self.tr("Draw face"))
        self.select_face(face.id)

    def delete_face(self, face_id: str) -> None:
        """Take a face that is none out of the current photo."""
        photo = self.session.current
        if photo and photo.edits.face(face_id):
            self._dropped_ids.setdefault(photo.id, set()).add(face_id)
            self.edit(photo, photo.edits.without_face(face_id), self.tr("Delete face"))
            if self.session.selected_face_id == face_id:
                self.select_face(None)

    def put_edits(self, photo_id: str, edits: PhotoEdits) -> None:
        """Take edits as they are, without a step of undo: for undo itself, and for a session that is brought back."""
        photo = self.session.get(photo_id)
        if photo is None:
            return
        photo.edits = edits
        if photo.state in ("waiting", "opening"):
            photo.has_edits_brought_back = True
        selected = self.session.selected_face_id
        if photo is self.session.current and selected and edits.face(selected) is None:
            self.select_face(None)
        self.photo_changed.emit(photo_id)

    # ---- work

    def restore(self, photo: PhotoItem | None = None) -> None:
        """Restore the faces of a photo (the current one) that are on and not restored yet."""
        photo = photo or self.session.current
        if photo is None:
            return
        if photo.was_cancelled:
            self._open_again(photo)
        if photo.state == "failed":
            words = not_opened(photo)
            self.notice.emit(Notice(level="error", text=words.text, hint=words.hint))
            return
        if photo.state != "ready":
            photo.is_to_be_restored = True
            return
        if not photo.edits.faces:
            self._tell_no_face(photo, "warning")
            return
        if not any(face.is_on for face in photo.edits.faces):
            text = self.tr("All faces of {name} are switched off.").format(name=photo.path.name)
            self.notice.emit(Notice(level="info", text=text, hint=self.tr("Switch one on in the list of faces.")))
            return
        photo.forget_failures()
        self._jobs.restore(photo)

    def restore_with(self, models: Sequence[str]) -> None:
        """Restore the current photo with each of these models as well, to compare them."""
        photo = self.session.current
        if photo and photo.state == "ready":
            for model in models:
                self._jobs.restore(photo, model)

    def restore_all(self) -> None:
        """Restore every photo of the session; those that still open, or were stopped at it, once they are open."""
        for photo in self.session:
            has_faces = photo.state == "ready" and photo.edits.faces
            if has_faces or photo.state in ("waiting", "opening") or photo.was_cancelled:
                self.restore(photo)

    def folder_of(self, photo: PhotoItem) -> Path:
        """Where the engine keeps pictures and results of a photo while the window runs."""
        return self._jobs.folder_of(photo)

    def _open_again(self, photo: PhotoItem) -> None:
        photo.state, photo.failure = "waiting", None
        self._jobs.open(photo)
        self.photos_changed.emit()

    def _photo_opened(self, photo_id: str) -> None:
        photo = self.session.get(photo_id)
        if photo and photo.is_to_be_restored:
            photo.is_to_be_restored = False
            self.restore(photo)
        elif photo and not photo.edits.faces and photo is self.session.current:
            self._tell_no_face(photo, "info")

    # ---- what is said

    def _tell_failure(self, task: Task) -> None:
        if task.failure:
            text, hint = shown(task.failure.message), shown(task.failure.hint)
            self.notice.emit(Notice(level="error", text=text, hint=hint))

    def _tell_no_face(self, photo: PhotoItem, level: Literal["info", "warning"]) -> None:
        text = self.tr("No face was found in {name}.").format(name=photo.path.name)
        hint = self.tr("Draw a box around a face: choose Faces, Draw a face, and drag over it.")
        self.notice.emit(Notice(level=level, text=text, hint=hint))

    def _tell_nothing_new(self, paths: Sequence[Path]) -> None:
        if not paths:
            return
        found = photos_in(paths)
        known = next((photo for photo in self.session if photo.path in found), None)
        if known:
            if known.state == "failed":
                self._open_again(known)
            self.show_photo(known.id)
            return
        hint = self.tr("JPEG, PNG, TIFF, WebP and BMP files can be opened.")
        self.notice.emit(Notice(level="warning", text=self.tr("There is no photo in what was chosen."), hint=hint))
