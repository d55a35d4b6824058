"""The jobs of the session's photos: what is sent for each, and how what comes back fills the session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.pipeline.picture_file import PictureFile
from engine.process.events import Failed
from engine.process.protocol import FaceOutcome, FaceRequest, Job, OpenedPhoto, OpenPhoto, RestoreFaces
from fsr_desktop.session.engine_bridge import EngineBridge
from fsr_desktop.session.photos import OutcomeKey, PhotoItem, PhotoState, found_faces, outcome_keys
from fsr_desktop.session.task import Task, TaskState
from fsr_desktop.settings.store import SettingsStore


class PhotoJobs(QObject):
    """Sends jobs for photos, each once, and takes in what becomes of them. Speaks the texts of `Workspace`.

    Signals: as the workspace's of the same names; `opened` after a photo got its picture and its faces; `told` with a
    photo and the outcomes of its faces that came together.
    """

    photos_changed = Signal()
    photo_changed = Signal(str)
    opened = Signal(str)
    restored = Signal(str)
    told = Signal(object, object)

    def __init__(
        self, bridge: EngineBridge, settings: SettingsStore, work_folder: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self._settings, self._work_folder = bridge, settings, work_folder

    # ---- what is sent

    def folder_of(self, photo: PhotoItem) -> Path:
        """Where the engine keeps pictures and results of a photo while the window runs."""
        return self._work_folder / photo.id

    def is_being_restored(self, photo: PhotoItem) -> bool:
        """Whether a restoration is there, or under way."""
        return photo.is_restored or any(isinstance(job, RestoreFaces) for job in self._jobs_of(photo))

    def open(self, photo: PhotoItem) -> Task:
        """Read it and find its faces."""
        title = QCoreApplication.translate("Workspace", "Open {name}")
        task = self._submit(photo, OpenPhoto(path=photo.path, folder=self.folder_of(photo)), title)
        task.started.connect(partial(self._set_state, photo, "opening"))
        task.previewed.connect(partial(self._take_picture, photo))
        task.finished.connect(partial(self._take_opened, photo))
        task.failed.connect(partial(self._not_opened, photo))
        task.cancelled.connect(lambda _kept: self._not_opened(photo, None))
        return task

    def restore(self, photo: PhotoItem) -> None:
        """Restore the faces that are on and neither restored nor under way."""
        missing = photo.missing()
        if not missing:
            self.restored.emit(photo.id)
            return
        outcomes: list[FaceOutcome] = []
        task = self._send(photo, missing, outcomes)
        if task:
            task.finished.connect(lambda _result: self._restored(photo, outcomes))
            task.failed.connect(partial(self._not_restored, photo, cast(RestoreFaces, task.job)))

    def compare(self, photo: PhotoItem, model: str, *, face_id: str = "", outside_range: bool = False) -> None:
        """Restore its faces, or one of them, with another model as well. Who compares sees what became of them; it is
        not told besides; `photo.failures` keeps why there is none."""
        task = self._send(photo, photo.missing(model, face_id=face_id, outside_range=outside_range), [])
        if task:
            job = cast(RestoreFaces, task.job)
            for key in outcome_keys(job).values():
                photo.failures.pop(key, None)
            task.failed.connect(partial(self._not_restored, photo, job))

    def _send(self, photo: PhotoItem, missing: Sequence[FaceRequest], outcomes: list[FaceOutcome]) -> Task | None:
        """The job for those of the requests that are not under way, if there are any."""
        job = RestoreFaces(
            path=photo.path,
            folder=self.folder_of(photo),
            faces=tuple(missing),
            match_grain=photo.edits.match_grain,
            include_large=photo.edits.include_large,
        )
        keys, waits = outcome_keys(job), under_way(self._bridge, photo)
        requests = tuple(request for request in missing if keys[request.id] not in waits)
        if not requests:
            return None
        title = QCoreApplication.translate("Workspace", "Restore {name}")
        task = self._submit(photo, replace(job, faces=requests), title, ahead=True)
        task.previewed.connect(partial(self._take_outcome, photo, keys, outcomes))
        self.photo_changed.emit(photo.id)
        return task

    def _submit(self, photo: PhotoItem, job: Job, title: str, *, ahead: bool = False) -> Task:
        task = self._bridge.submit(job, title.format(name=photo.path.name), ahead=ahead, photo_id=photo.id)
        task.ended.connect(partial(self.photo_changed.emit, photo.id))
        return task

    def _jobs_of(self, photo: PhotoItem) -> list[Job]:
        return [task.job for task in self._bridge.tasks_of(photo.id)]

    # ---- what comes back

    def _set_state(self, photo: PhotoItem, state: PhotoState) -> None:
        photo.state = state
        self.photos_changed.emit()

    def _take_picture(self, photo: PhotoItem, picture: PictureFile) -> None:
        photo.picture = picture
        self.photo_changed.emit(photo.id)

    def _take_opened(self, photo: PhotoItem, opened: OpenedPhoto) -> None:
        values = self._settings.current
        photo.opened = opened
        photo.picture = opened.picture
        if not photo.has_edits_brought_back:
            faces = found_faces(opened, model=values.default_model, strength=values.default_strength)
            photo.edits = replace(photo.edits, faces=faces, scale=values.default_scale)
        self._set_state(photo, "ready")
        self.photo_changed.emit(photo.id)
        self.opened.emit(photo.id)

    def _not_opened(self, photo: PhotoItem, failure: Failed | None) -> None:
        photo.is_to_be_restored = False
        photo.failure = failure
        self._set_state(photo, "failed")

    def _take_outcome(
        self, photo: PhotoItem, keys: Mapping[str, OutcomeKey], outcomes: list[FaceOutcome], outcome: FaceOutcome
    ) -> None:
        outcomes.append(outcome)
        photo.results[keys[outcome.id]] = outcome
        self.photo_changed.emit(photo.id)

    def _not_restored(self, photo: PhotoItem, job: RestoreFaces, failure: Failed) -> None:
        keys = outcome_keys(job).values()
        photo.failures.update({key: failure for key in keys if key not in photo.results})

    def _restored(self, photo: PhotoItem, outcomes: Sequence[FaceOutcome]) -> None:
        self.told.emit(photo, outcomes)
        self.restored.emit(photo.id)


def under_way(bridge: EngineBridge, photo: PhotoItem) -> dict[OutcomeKey, TaskState]:
    """The faces of a photo that jobs will restore, or are restoring, by what was asked for."""
    found: dict[OutcomeKey, TaskState] = {}
    for task in bridge.tasks_of(photo.id):
        if isinstance(task.job, RestoreFaces):
            for key in outcome_keys(task.job).values():
                if found.get(key) != "running":
                    found[key] = task.state
    return found
