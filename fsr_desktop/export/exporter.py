"""Exports as the window's parts ask for them: the jobs are sent, and what came of them is told."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.messages import Message
from engine.process.export_jobs import (
    ExportAnimation,
    ExportBeforeAfter,
    ExportComparison,
    ExportCrops,
    ExportFigure,
    ExportPhoto,
)
from engine.process.protocol import Exported
from fsr_desktop.export.file_rows import usual_options
from fsr_desktop.export.jobs import (
    ExportChoice,
    ExportJob,
    export_jobs,
    face_of,
    restored_photos,
)
from fsr_desktop.export.left_out import left_out_words
from fsr_desktop.export.usual_folder import is_in_program, pictures_folder
from fsr_desktop.language.messages import shown
from fsr_desktop.session.export_mark import can_be_exported, export_mark, waits_for_export
from fsr_desktop.session.notice import Notice
from fsr_desktop.session.photos import PhotoItem
from fsr_desktop.session.status_words import failure_words
from fsr_desktop.session.task import Task
from fsr_desktop.session.workspace import Workspace

MOST_NOTES = 3
MANY_CAUSE = "export of many"  # a new one takes the place of the old one


@dataclass(eq=False)
class _Batch:
    """The jobs of one export and what has come of them. `left_out` faces were not restored yet; `in_pictures`: some
    photos have no folder of their own to be saved in; `not_written` says which photos were left out and why."""

    tasks: Sequence[Task]
    left_out: int = 0
    in_pictures: bool = False
    not_written: str = ""
    photo_id: str = ""
    is_of_many: bool = False
    files: list[Path] = field(default_factory=list[Path])
    notes: dict[Message, list[str]] = field(default_factory=dict[Message, list[str]])  # and the photos they are of


class Exporter(QObject):
    """Writes restored photos and figures of them through the engine; tells the outcome by the workspace's notices.

    Signals: `exported` the list of `Path` that were written, for "Show in folder"; `ended` whether all of an export was
    written.
    """

    exported = Signal(object)
    ended = Signal(bool)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent or workspace)
        self._workspace = workspace
        self._under_way: list[tuple[str, str, ExportChoice]] = []  # of whole photos: id, mark, and how they are written

    @property
    def is_busy(self) -> bool:
        """Whether a photo's export waits or runs."""
        return bool(self._under_way)

    def usual_choice(self) -> ExportChoice:
        """The whole photo, as the settings say."""
        values = self._workspace.settings.current
        folder = Path(values.output_folder).expanduser() if values.output_folder else None
        return ExportChoice(
            format=values.export_format,
            folder=folder,
            pattern=values.name_pattern,
            options=usual_options(values),
        )

    def export_photo(self, photo: PhotoItem | None = None) -> None:
        """Write a photo (the current one) as the settings say."""
        photo = photo or self._workspace.session.current
        if photo is None:
            self._say_nothing_open()
        elif not can_be_exported(photo):
            self._say_not_restored(photo)
        elif self._is_under_way(photo):
            self._say_nothing_new()
        else:
            self._send(self.usual_choice(), [photo])

    def export_all(self) -> None:
        """Write the photos that are selected, or all where only one is: those that changed since they were written."""
        self.export_many(self._workspace.session.chosen_ids)

    def export_many(self, photo_ids: Sequence[str]) -> None:
        """Write those of the photos that changed since they were written, as the settings say, and tell which not.
        What is being written is not written again."""
        session = self._workspace.session
        asked = [photo for photo_id in photo_ids if (photo := session.get(photo_id))]
        photos = [photo for photo in asked if not self._is_under_way(photo)]
        wanted = [photo for photo in photos if waits_for_export(photo)]
        not_written = left_out_words([photo for photo in photos if not waits_for_export(photo)])
        if wanted:
            self._send(self.usual_choice(), wanted, not_written)
        elif len(photos) < len(asked) or any(photo.is_restored for photo in photos):
            self._say_nothing_new(not_written)
        elif photos:
            hint = self.tr("Choose Restore first, then export again.")
            text = self.tr("No photo is restored yet.")
            self._say(Notice(level="warning", text=text, hint=f"{hint} {not_written}", cause="nothing to export"))
        else:
            self._say_nothing_open()

    def export_with(self, choice: ExportChoice) -> None:
        """Write what the user chose."""
        session, photo = self._workspace.session, self._workspace.session.current
        if choice.all_photos and not choice.is_of_a_face:
            self._export_all(choice)
        elif photo is None:
            self._say_nothing_open()
        elif not (can_be_exported(photo) if choice.what == "photo" else photo.is_restored or choice.studied):
            self._say_not_restored(photo)
        elif choice.is_of_a_face and face_of(choice, session) is None:
            hint = self.tr("Select another face, or restore this one first.")
            self._say(Notice(level="warning", text=self.tr("The selected face is not restored."), hint=hint))
        else:
            self._send(choice, [photo])

    def _export_all(self, choice: ExportChoice) -> None:
        photos = restored_photos(self._workspace.session)
        if photos:
            self._send(choice, photos)
        elif len(self._workspace.session):
            hint = self.tr("Choose Restore all photos, then export again.")
            self._say(Notice(level="warning", text=self.tr("No photo is restored yet."), hint=hint))
        else:
            self._say_nothing_open()

    def _send(self, choice: ExportChoice, photos: Sequence[PhotoItem], not_written: str = "") -> None:
        bridge = self._workspace.bridge
        jobs = export_jobs(choice, photos, self._workspace.session, datetime.date.today())
        in_pictures = choice.folder is None and len(photos) > 1 and any(is_in_program(one.path) for one in photos)
        tasks = [bridge.submit(job, self._title(job)) for job in jobs]
        batch = _Batch(
            tasks,
            left_out=sum(len(photo.missing()) for photo in photos),
            in_pictures=in_pictures,
            not_written=not_written,
            photo_id=photos[0].id if len(photos) == 1 else "",
            is_of_many=len(photos) > 1 or bool(not_written),
        )
        for task, photo in zip(tasks, photos, strict=False):
            if isinstance(task.job, ExportPhoto):
                mark = export_mark(photo)
                self._under_way.append((photo.id, mark, choice))
                task.finished.connect(partial(self._mark, photo, mark))
                task.ended.connect(partial(self._under_way.remove, (photo.id, mark, choice)))
            task.finished.connect(partial(self._take, batch, photo.path.name))
            task.ended.connect(partial(self._end, batch))

    def _title(self, job: ExportJob) -> str:
        if isinstance(job, ExportCrops):
            return self.tr("Export the faces of {name}").format(name=job.path.name)
        if isinstance(job, ExportComparison):
            return self.tr("Export the comparison {name}").format(name=job.target.name)
        if isinstance(job, ExportFigure):
            return self.tr("Export the figure {name}").format(name=job.target.name)
        if isinstance(job, ExportAnimation | ExportBeforeAfter):
            return self.tr("Export the animation {name}").format(name=job.target.name)
        return self.tr("Export {name}").format(name=job.target.name)

    # ---- what comes back

    def _take(self, batch: _Batch, name: str, exported: Exported) -> None:
        batch.files += exported.files
        for note in exported.notes:
            batch.notes.setdefault(note, []).append(name)

    def _mark(self, photo: PhotoItem, mark: str, _exported: Exported) -> None:
        photo.exported_mark = mark
        self._workspace.photo_changed.emit(photo.id)

    def _end(self, batch: _Batch) -> None:
        if all(task.is_over for task in batch.tasks):
            self._tell(batch)
            if batch.files:
                self.exported.emit(batch.files)
            self.ended.emit(all(task.state == "finished" for task in batch.tasks))

    def _tell(self, batch: _Batch) -> None:
        """One notice for the whole export; the words of a single failure are the workspace's own notice."""
        saved = self._saved_words(batch.files)
        failures = [task.failure for task in batch.tasks if task.failure]
        if failures and not batch.files:
            return
        folder = batch.files[0].parent if batch.files else None
        hints = self._hints(batch) if batch.files else []
        notice = Notice(level="done", text=saved, folder=folder, photo_id=batch.photo_id, stays=batch.is_of_many)
        if failures:
            failed = self.tr("%n export(s) failed.", "", len(failures))
            hints.insert(0, failure_words(failures[-1]))
            notice = replace(notice, level="warning", text=f"{saved} {failed}")
        elif any(task.state == "cancelled" for task in batch.tasks):
            cancelled = self.tr("The export was cancelled.")
            notice = replace(notice, level="info", text=f"{cancelled} {saved}".strip())
        self._say(replace(notice, hint=" ".join(hints), cause=MANY_CAUSE if batch.is_of_many else ""))

    def _hints(self, batch: _Batch) -> list[str]:
        """What was left out, where files went that have no folder of their own, and what the engine noted."""
        hints: list[str] = []
        if batch.in_pictures:
            words = self.tr("Pasted photos and samples are saved in {folder}.")
            hints.append(words.format(folder=pictures_folder()))
        if batch.left_out:
            hints.append(self.tr("%n face(s) had not been restored and were left as they are.", "", batch.left_out))
        if batch.not_written:
            hints.append(batch.not_written)
        return hints + [_noted(batch, note) for note in [*batch.notes][:MOST_NOTES]]

    def _saved_words(self, files: Sequence[Path]) -> str:
        if len(files) == 1:
            return self.tr("Saved {path}.").format(path=files[0])
        folders = {path.parent for path in files}
        if len(folders) == 1:
            return self.tr("%n file(s) were saved in {folder}.", "", len(files)).format(folder=folders.pop())
        return self.tr("%n file(s) were saved beside their photos.", "", len(files)) if files else ""

    def _is_under_way(self, photo: PhotoItem) -> bool:
        return (photo.id, export_mark(photo), self.usual_choice()) in self._under_way

    def _say_nothing_new(self, hint: str = "") -> None:
        self._say(Notice(level="info", text=self.tr("There is nothing new to export"), hint=hint))

    def _say_nothing_open(self) -> None:
        self._say(Notice(level="info", text=self.tr("No photo is open."), hint=self.tr("Open one first.")))

    def _say_not_restored(self, photo: PhotoItem) -> None:
        if photo.state == "ready" and not photo.missing():
            text = self.tr("{name} would be the same").format(name=photo.path.name)
            hint = self.tr("No face is restored. Choose ×2 or ×4 to export it enlarged.")
        else:
            text = self.tr("Nothing is restored in {name} yet.").format(name=photo.path.name)
            hint = self.tr("Choose Restore first, then export.")
        self._say(Notice(level="warning", text=text, hint=hint, photo_id=photo.id, cause=f"export {photo.id}"))

    def _say(self, notice: Notice) -> None:
        self._workspace.notice.emit(notice)


def _noted(batch: _Batch, note: Message) -> str:
    """A note, and where there are several photos, which one it is of, and of how many more."""
    first, *more = batch.notes[note]
    if len(batch.tasks) == 1:
        return shown(note)
    return f"{first} (+{len(more)}): {shown(note)}" if more else f"{first}: {shown(note)}"
