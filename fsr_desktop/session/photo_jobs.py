"""The jobs of the session's photos: what is sent for each, and how what comes back fills the session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.pipeline.picture_file import PictureFile
from engine.process.events import Failed
from engine.process.protocol import EnlargePhoto, FaceOutcome, OpenedPhoto, OpenPhoto, RestoredFaces, RestoreFaces
from fsr_desktop.language.engine_words import shown_reason
from fsr_desktop.session.engine_bridge import EngineBridge
from fsr_desktop.session.notice import Notice
from fsr_desktop.session.photos import OutcomeKey, PhotoItem, Session, found_faces
from fsr_desktop.settings.store import SettingsStore


@dataclass(frozen=True)
class _Pending:
    """A job that was sent for a photo. `keys` are what the outcomes of its faces are kept by, by face id."""

    kind: Literal["open", "enlarge", "restore"]
    photo_id: str
    keys: dict[str, OutcomeKey] = field(default_factory=dict[str, OutcomeKey])
    scale: int = 1


class PhotoJobs(QObject):
    """Sends jobs for photos, each once, and takes in what becomes of them. Speaks the texts of `Workspace`.

    Signals: as the workspace's of the same names; `opened` after a photo got its picture and its faces.
    """

    photos_changed = Signal()
    photo_changed = Signal(str)
    opened = Signal(str)
    restored = Signal(str)
    notice = Signal(object)

    def __init__(
        self,
        bridge: EngineBridge,
        session: Session,
        settings: SettingsStore,
        work_folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._session, self._settings, self._work_folder = bridge, session, settings, work_folder
        self._pending: dict[int, _Pending] = {}
        bridge.started.connect(self._job_started)
        bridge.previewed.connect(self._job_previewed)
        bridge.finished.connect(self._job_finished)
        bridge.failed.connect(self._job_failed)
        bridge.was_cancelled.connect(self._job_cancelled)

    # ---- what is sent

    def folder_of(self, photo: PhotoItem) -> Path:
        """Where the engine keeps pictures and results of a photo while the window runs."""
        return self._work_folder / photo.id

    def is_being_restored(self, photo: PhotoItem) -> bool:
        """Whether a restoration is there, or under way."""
        return photo.is_restored or any(job.kind == "restore" for job in self._jobs_of(photo.id))

    def open(self, photo: PhotoItem) -> None:
        """Read it and find its faces."""
        job = OpenPhoto(path=photo.path, folder=self.folder_of(photo))
        title = QCoreApplication.translate("Workspace", "Open {name}").format(name=photo.path.name)
        job_id = self._bridge.submit(job, title)
        self._pending[job_id] = _Pending("open", photo.id)

    def enlarge(self, photo: PhotoItem) -> None:
        """Make its picture at the scale that is asked for, unless that is there or under way."""
        scale = photo.edits.scale
        waits = any(job.kind == "enlarge" and job.scale == scale for job in self._jobs_of(photo.id))
        if scale in photo.pictures or waits:
            return
        job = EnlargePhoto(path=photo.path, folder=self.folder_of(photo), scale=scale)
        title = QCoreApplication.translate("Workspace", "Enlarge {name}").format(name=photo.path.name)
        job_id = self._bridge.submit(job, title, ahead=True)
        self._pending[job_id] = _Pending("enlarge", photo.id, scale=scale)

    def restore(self, photo: PhotoItem, model: str = "") -> None:
        """Restore the faces that are on and neither restored nor under way, as asked for or with another model."""
        edits = photo.edits
        missing = photo.missing(model)
        keys = {request.id: photo.key_of(face, model) for request in missing if (face := edits.face(request.id))}
        waits = {key for job in self._jobs_of(photo.id) for key in job.keys.values()}
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
        title = QCoreApplication.translate("Workspace", "Restore {name}").format(name=photo.path.name)
        job_id = self._bridge.submit(job, title, ahead=True)
        self._pending[job_id] = _Pending("restore", photo.id, {r.id: keys[r.id] for r in requests}, edits.scale)
        self.photo_changed.emit(photo.id)

    def cancel(self, photo_id: str) -> None:
        """Stop all jobs of a photo."""
        for job_id, pending in list(self._pending.items()):
            if pending.photo_id == photo_id:
                self._bridge.cancel(job_id)

    def _jobs_of(self, photo_id: str) -> list[_Pending]:
        return [job for job in self._pending.values() if job.photo_id == photo_id]

    # ---- what comes back

    def _job_started(self, job_id: int) -> None:
        pending = self._pending.get(job_id)
        photo = self._session.get(pending.photo_id) if pending else None
        if pending and photo and pending.kind == "open":
            photo.state = "opening"
            self.photos_changed.emit()

    def _job_previewed(self, job_id: int, payload: object) -> None:
        pending = self._pending.get(job_id)
        photo = self._session.get(pending.photo_id) if pending else None
        if pending is None or photo is None:
            return
        if isinstance(payload, PictureFile):
            photo.pictures[pending.scale] = payload
        elif isinstance(payload, FaceOutcome) and payload.id in pending.keys:
            photo.results[pending.keys[payload.id]] = payload
        self.photo_changed.emit(photo.id)

    def _job_finished(self, job_id: int, payload: object) -> None:
        pending = self._pending.pop(job_id, None)
        photo = self._session.get(pending.photo_id) if pending else None
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
        values = self._settings.current
        photo.state, photo.opened = "ready", opened
        photo.pictures[1] = opened.picture
        if not photo.has_edits_brought_back:
            faces = found_faces(opened, model=values.default_model, strength=values.default_strength)
            photo.edits = replace(photo.edits, faces=faces)
        self.photos_changed.emit()
        self.photo_changed.emit(photo.id)
        self.opened.emit(photo.id)

    def _tell_outcomes(self, photo: PhotoItem, outcomes: Sequence[FaceOutcome]) -> None:
        failed = [outcome for outcome in outcomes if outcome.status == "failed"]
        skipped = [outcome for outcome in outcomes if outcome.status == "skipped"]
        if failed:
            count = len(failed)
            text = self.tr("%n face(s) of {name} could not be restored.", "", count)
            text = text.format(name=photo.path.name)
            self.notice.emit(Notice(level="error", text=text, hint=shown_reason(failed[0].reason)))
        elif skipped and len(skipped) == len(outcomes):
            text = QCoreApplication.translate("Workspace", "No face of {name} was restored.").format(
                name=photo.path.name
            )
            self.notice.emit(Notice(level="warning", text=text, hint=shown_reason(skipped[0].reason)))

    def _job_failed(self, job_id: int, failure: Failed) -> None:
        pending = self._pending.pop(job_id, None)
        photo = self._session.get(pending.photo_id) if pending else None
        if pending and photo is None:
            return  # of a photo that was closed
        if pending and photo and pending.kind == "open":
            photo.is_to_be_restored = False
            photo.state, photo.error, photo.hint = "failed", failure.message, failure.hint
            self.photos_changed.emit()
        if photo:
            self.photo_changed.emit(photo.id)
        self.notice.emit(Notice(level="error", text=failure.message, hint=failure.hint))

    def _job_cancelled(self, job_id: int, _kept: str) -> None:
        pending = self._pending.pop(job_id, None)
        photo = self._session.get(pending.photo_id) if pending else None
        if pending and photo and pending.kind == "open":
            photo.state, photo.error = "failed", QCoreApplication.translate("Workspace", "Opening was cancelled.")
            photo.hint = QCoreApplication.translate("Workspace", "Close the photo and open it again.")
            self.photos_changed.emit()
        if photo:
            self.photo_changed.emit(photo.id)
