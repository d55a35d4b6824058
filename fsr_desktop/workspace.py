"""The session as the window's parts share it: they call its verbs and listen to its signals.

Docks, pages and the canvas know the workspace and not each other.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from engine.protocol import (
    EnlargePhoto,
    FaceOutcome,
    Failed,
    OpenedPhoto,
    OpenPhoto,
    PictureFile,
    RestoredFaces,
    RestoreFaces,
)
from engine.types import Box
from fsr_desktop.engine_bridge import EngineBridge
from fsr_desktop.engine_words import shown_reason
from fsr_desktop.photo_paths import photos_in
from fsr_desktop.session import (
    FaceEdit,
    OutcomeKey,
    PhotoEdits,
    PhotoItem,
    Session,
    found_faces,
    hand_drawn_face,
)
from fsr_desktop.settings import SettingsStore

MERGE_WITHIN_S = 1.0  # changes of one slider by less than that are one step of undo


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Words that the window shows where the user looks, until he closes them or the next one comes.

    `folder` is one that they speak of, which he may want to see.
    """

    level: Literal["info", "warning", "error"]
    text: str
    hint: str = ""
    folder: Path | None = None


@dataclass(frozen=True)
class _Pending:
    """A job that was sent for a photo."""

    kind: Literal["open", "enlarge", "restore"]
    photo_id: str
    keys: dict[str, OutcomeKey]
    scale: int = 1


class Workspace(QObject):
    """The session, its undo stack, and the jobs that fill it.

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
        self._work_folder = work_folder
        self._pending: dict[int, _Pending] = {}
        self._dropped_ids: dict[str, set[str]] = {}  # ids that faces of a photo once had
        self._restore_when_open: set[str] = set()
        self._brought_back: set[str] = set()  # photos that got their edits before they were open
        bridge.started.connect(self._job_started)
        bridge.previewed.connect(self._job_previewed)
        bridge.finished.connect(self._job_finished)
        bridge.failed.connect(self._job_failed)
        bridge.was_cancelled.connect(self._job_cancelled)

    # ---- photos

    def open_paths(self, paths: Sequence[Path]) -> list[str]:
        """Add photos, and the photos in folders; the first new one is looked at. Gives the ids of the new ones."""
        new: list[str] = []
        for path in photos_in(paths):
            photo = self.session.add(path)
            if photo:
                new.append(photo.id)
        if not new:
            self._tell_nothing_new(paths)
            return []
        for photo_id in new:
            self._submit_open(photo_id)
        self.photos_changed.emit()
        self.show_photo(new[0])
        return new

    def close_photo(self, photo_id: str) -> None:
        """Leave a photo; its file stays as it is. Cannot be undone, so its steps of undo go as well."""
        if self.session.get(photo_id) is None:
            return
        for job_id, pending in list(self._pending.items()):
            if pending.photo_id == photo_id:
                self.bridge.cancel(job_id)
        was_current = self.session.current_id == photo_id
        self.session.remove(photo_id)
        self._dropped_ids.pop(photo_id, None)
        for marked in (self._restore_when_open, self._brought_back):
            marked.discard(photo_id)
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
        self.undo_stack.push(_ChangeEdits(self, photo.id, photo.edits, edits, text, merge))

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
        was_restored = bool(photo and self._is_being_restored(photo))
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
        """How the whole current photo is restored; None leaves an option as it is."""
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
        was_restored = self._is_being_restored(photo)
        self.edit(photo, wanted, self.tr("Change options"))
        if was_restored and self.settings.current.restore_automatically:
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
            self._brought_back.add(photo_id)
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
        if photo.state == "failed":
            self.notice.emit(Notice(level="error", text=photo.error, hint=photo.hint))
            return
        if photo.state != "ready":
            self._restore_when_open.add(photo.id)
            return
        if not photo.edits.faces:
            text = self.tr("No face was found in {name}.").format(name=photo.path.name)
            hint = self.tr("Draw a box around a face: choose Faces, Draw a face, and drag over it.")
            self.notice.emit(Notice(level="warning", text=text, hint=hint))
            return
        if not any(face.is_on for face in photo.edits.faces):
            text = self.tr("All faces of {name} are switched off.").format(name=photo.path.name)
            self.notice.emit(Notice(level="info", text=text, hint=self.tr("Switch one on in the list of faces.")))
            return
        photo.forget_failures()
        self._submit_enlarge(photo)
        self._submit_restore(photo)

    def restore_with(self, models: Sequence[str]) -> None:
        """Restore the current photo with each of these models as well, to compare them."""
        photo = self.session.current
        if photo and photo.state == "ready":
            for model in models:
                self._submit_restore(photo, model)

    def restore_all(self) -> None:
        """Restore every photo of the session, those that still open as soon as they are open."""
        for photo in self.session:
            if photo.state == "ready" and photo.edits.faces:
                self.restore(photo)
            elif photo.state in ("waiting", "opening"):
                self._restore_when_open.add(photo.id)

    def after_picture(self, photo: PhotoItem) -> PictureFile | None:
        """The picture that restored faces are laid over: the photo at the scale that is asked for, once it is there."""
        return photo.pictures.get(photo.edits.scale)

    def folder_of(self, photo: PhotoItem) -> Path:
        """Where the engine keeps pictures and results of a photo while the window runs."""
        return self._work_folder / photo.id

    def _is_being_restored(self, photo: PhotoItem) -> bool:
        """Whether a restoration is there, or under way."""
        jobs = self._pending.values()
        return photo.is_restored or any(job.kind == "restore" and job.photo_id == photo.id for job in jobs)

    def _submit_open(self, photo_id: str) -> None:
        photo = self.session.get(photo_id)
        assert photo
        job = OpenPhoto(path=photo.path, folder=self.folder_of(photo))
        job_id = self.bridge.submit(job, self.tr("Open {name}").format(name=photo.path.name))
        self._pending[job_id] = _Pending("open", photo_id, {})

    def _submit_enlarge(self, photo: PhotoItem) -> None:
        scale = photo.edits.scale
        waits = any(p.kind == "enlarge" and p.photo_id == photo.id and p.scale == scale for p in self._pending.values())
        if scale in photo.pictures or waits:
            return
        job = EnlargePhoto(path=photo.path, folder=self.folder_of(photo), scale=scale)
        title = self.tr("Enlarge {name}").format(name=photo.path.name)
        self._pending[self.bridge.submit(job, title, ahead=True)] = _Pending("enlarge", photo.id, {}, scale)

    def _submit_restore(self, photo: PhotoItem, model: str = "") -> None:
        edits = photo.edits
        missing = photo.missing(model)
        keys = {request.id: photo.key_of(face, model) for request in missing if (face := edits.face(request.id))}
        waits = {key for p in self._pending.values() if p.photo_id == photo.id for key in p.keys.values()}
        requests = tuple(request for request in missing if keys[request.id] not in waits)
        if not requests:
            if not missing:
                self.restored.emit(photo.id)
            return
        job = RestoreFaces(
            path=photo.path,
            folder=self.folder_of(photo),
            faces=requests,
            scale=edits.scale,
            match_grain=edits.match_grain,
            include_large=edits.include_large,
        )
        job_id = self.bridge.submit(job, self.tr("Restore {name}").format(name=photo.path.name), ahead=True)
        self._pending[job_id] = _Pending("restore", photo.id, {r.id: keys[r.id] for r in requests}, edits.scale)
        self.photo_changed.emit(photo.id)

    # ---- what comes back

    def _job_started(self, job_id: int) -> None:
        pending = self._pending.get(job_id)
        photo = self.session.get(pending.photo_id) if pending else None
        if pending and photo and pending.kind == "open":
            photo.state = "opening"
            self.photos_changed.emit()

    def _job_previewed(self, job_id: int, payload: object) -> None:
        pending = self._pending.get(job_id)
        photo = self.session.get(pending.photo_id) if pending else None
        if pending is None or photo is None:
            return
        if isinstance(payload, PictureFile):
            photo.pictures[pending.scale] = payload
        elif isinstance(payload, FaceOutcome) and payload.id in pending.keys:
            photo.results[pending.keys[payload.id]] = payload
        self.photo_changed.emit(photo.id)

    def _job_finished(self, job_id: int, payload: object) -> None:
        pending = self._pending.pop(job_id, None)
        photo = self.session.get(pending.photo_id) if pending else None
        if pending is None or photo is None:
            return
        if isinstance(payload, OpenedPhoto):
            self._take_opened(photo, payload)
        elif isinstance(payload, PictureFile):
            photo.pictures[pending.scale] = payload
            self.photo_changed.emit(photo.id)
        elif isinstance(payload, RestoredFaces):
            for outcome in payload.outcomes:
                photo.results[pending.keys[outcome.id]] = outcome
            self.photo_changed.emit(photo.id)
            self._tell_outcomes(photo, payload.outcomes)
            self.restored.emit(photo.id)

    def _take_opened(self, photo: PhotoItem, opened: OpenedPhoto) -> None:
        values = self.settings.current
        photo.state, photo.opened = "ready", opened
        photo.pictures[1] = opened.picture
        if photo.id not in self._brought_back:
            faces = found_faces(opened, model=values.default_model, strength=values.default_strength)
            photo.edits = replace(photo.edits, faces=faces)
        self.photos_changed.emit()
        self.photo_changed.emit(photo.id)
        if photo.id in self._restore_when_open:
            self._restore_when_open.discard(photo.id)
            self.restore(photo)
        elif not photo.edits.faces and photo is self.session.current:
            text = self.tr("No face was found in {name}.").format(name=photo.path.name)
            hint = self.tr("Draw a box around a face: choose Faces, Draw a face, and drag over it.")
            self.notice.emit(Notice(level="info", text=text, hint=hint))

    def _tell_outcomes(self, photo: PhotoItem, outcomes: Sequence[FaceOutcome]) -> None:
        failed = [outcome for outcome in outcomes if outcome.status == "failed"]
        skipped = [outcome for outcome in outcomes if outcome.status == "skipped"]
        if failed:
            text = self.tr("%n face(s) of {name} could not be restored.", "", len(failed)).format(name=photo.path.name)
            self.notice.emit(Notice(level="error", text=text, hint=shown_reason(failed[0].reason)))
        elif skipped and len(skipped) == len(outcomes):
            text = self.tr("No face of {name} was restored.").format(name=photo.path.name)
            self.notice.emit(Notice(level="warning", text=text, hint=shown_reason(skipped[0].reason)))

    def _job_failed(self, job_id: int, failure: Failed) -> None:
        pending = self._pending.pop(job_id, None)
        photo = self.session.get(pending.photo_id) if pending else None
        if pending and photo is None:
            return  # of a photo that was closed
        if pending and photo and pending.kind == "open":
            self._restore_when_open.discard(photo.id)
            photo.state, photo.error, photo.hint = "failed", failure.message, failure.hint
            self.photos_changed.emit()
        if photo:
            self.photo_changed.emit(photo.id)
        self.notice.emit(Notice(level="error", text=failure.message, hint=failure.hint))

    def _job_cancelled(self, job_id: int, _kept: str) -> None:
        pending = self._pending.pop(job_id, None)
        photo = self.session.get(pending.photo_id) if pending else None
        if pending and photo and pending.kind == "open":
            photo.state, photo.error = "failed", self.tr("Opening was cancelled.")
            photo.hint = self.tr("Close the photo and open it again.")
            self.photos_changed.emit()
        if photo:
            self.photo_changed.emit(photo.id)

    def _tell_nothing_new(self, paths: Sequence[Path]) -> None:
        if not paths:
            return
        found = photos_in(paths)
        known = next((photo for photo in self.session if photo.path in found), None)
        if known:
            self.show_photo(known.id)
            return
        hint = self.tr("JPEG, PNG, TIFF, WebP and BMP files can be opened.")
        self.notice.emit(Notice(level="warning", text=self.tr("There is no photo in what was chosen."), hint=hint))


class _ChangeEdits(QUndoCommand):
    """Puts a photo's edits, old or new."""

    def __init__(
        self, workspace: Workspace, photo_id: str, old: PhotoEdits, new: PhotoEdits, text: str, merge: str
    ) -> None:
        super().__init__(text)
        self._workspace, self._photo_id, self._old, self._new = workspace, photo_id, old, new
        self._merge, self._at = merge, time.monotonic()

    def id(self) -> int:
        """Commands of one id may be merged; -1 never."""
        return hash(self._merge) % 2**31 if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Whether the later change became a part of this one."""
        if not isinstance(other, _ChangeEdits) or other._merge != self._merge:
            return False
        if other._at - self._at > MERGE_WITHIN_S:
            return False
        self._new, self._at = other._new, other._at
        return True

    def undo(self) -> None:
        """Back to the edits before."""
        self._workspace.put_edits(self._photo_id, self._old)

    def redo(self) -> None:
        """To the edits after."""
        self._workspace.put_edits(self._photo_id, self._new)
